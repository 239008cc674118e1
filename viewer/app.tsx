/** The frame around the pages: which estate and snapshot, which page, and the door when there is no session. */
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from "react";
import type { EstateSummary } from "../server/contract.ts";
import { ESTATES } from "./api/address.ts";
import { useRemote } from "./api/use-remote.ts";
import { Masthead } from "./masthead.tsx";
import { FindingsPage } from "./pages/findings/findings-page.tsx";
import { RecordsPage } from "./pages/records/records-page.tsx";
import { RemoteView } from "./parts/remote-view.tsx";
import { PlaceContext, useViewState } from "./state/use-view-state.ts";
import type { Page } from "./state/view-state.ts";

// The drawing libraries are most of the code; the other pages do not wait for them.
const MapPage = lazy(async () => ({ default: (await import("./pages/map/map-page.tsx")).MapPage }));

const TITLES: Readonly<Record<Page, string>> = { map: "Map", findings: "Findings", records: "Records" };

export function App() {
  const [state] = useViewState();
  const estates = useRemote<readonly EstateSummary[]>(ESTATES);
  useEffect(() => {
    document.title = `${TITLES[state.page]} · art30`;
  }, [state.page]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <RemoteView remote={estates} what="the estates">
        {(all) => {
          const estate = all.find(({ id }) => id === state.estate) ?? all[0];
          if (estate === undefined) return <NoEstate />;
          return (
            <InPlace estate={estate.id} snapshot={state.snapshot}>
              <Masthead estates={all} estate={estate} />
              <main id="content" tabIndex={-1}>
                <PageOf page={state.page} />
              </main>
            </InPlace>
          );
        }}
      </RemoteView>
    </>
  );
}

interface InPlaceProps {
  readonly estate: string;
  readonly snapshot: string;
  readonly children: ReactNode;
}

function InPlace({ estate, snapshot, children }: InPlaceProps) {
  const place = useMemo(() => ({ estate, snapshot }), [estate, snapshot]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

function PageOf({ page }: { readonly page: Page }) {
  switch (page) {
    case "map":
      return (
        <Suspense fallback={<p className="waiting">Opening the map …</p>}>
          <MapPage />
        </Suspense>
      );
    case "findings":
      return <FindingsPage />;
    case "records":
      return <RecordsPage />;
    default:
      return page satisfies never;
  }
}

function NoEstate() {
  return (
    <section className="door">
      <h1>No estate yet</h1>
      <p>
        Analyse a directory with <code>art30 serve DIR</code>, or send a snapshot with <code>art30 push</code>
        .
      </p>
    </section>
  );
}
