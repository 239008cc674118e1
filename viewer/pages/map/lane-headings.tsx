/** The headings of the lanes: they stay at the top while the picture is panned, each over its lane. */
import { useImperativeHandle, useRef, type Ref } from "react";
import type { LaneBand } from "../../graph/tracks.ts";

export interface HeadingsHandle {
  /** `toWindow` turns a lane's border into pixels. */
  readonly follow: (toWindow: (x: number) => number, width: number) => void;
}

const LEAST = 40;

export function LaneHeadings({
  bands,
  ref,
}: {
  readonly bands: readonly LaneBand[];
  readonly ref: Ref<HeadingsHandle>;
}) {
  const list = useRef<HTMLOListElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      follow(toWindow, width) {
        const items = list.current?.children ?? [];
        bands.forEach(({ from, to }, index) => {
          const item = items[index];
          if (!(item instanceof HTMLElement)) return;
          const left = Math.max(0, toWindow(from));
          const right = Math.min(width, toWindow(to));
          item.style.transform = `translateX(${left}px)`;
          item.style.width = `${Math.max(0, right - left)}px`;
          item.style.visibility = right - left < LEAST ? "hidden" : "visible";
        });
      },
    }),
    [bands],
  );
  return (
    <ol className="lane-headings" ref={list} aria-hidden="true">
      {bands.map(({ lane, heading, asks }) => (
        <li key={lane}>
          <strong>{heading}</strong>
          <span>{asks}</span>
        </li>
      ))}
    </ol>
  );
}
