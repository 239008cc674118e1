/** A real link to another view: a click stays in the page, a new tab works as well. */
import type { MouseEvent, ReactNode } from "react";
import { linkTo, useViewState } from "../state/use-view-state.ts";
import type { ViewState } from "../state/view-state.ts";

interface ViewLinkProps {
  readonly to: Partial<ViewState>;
  readonly current?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ViewLink({ to, current = false, className, children }: ViewLinkProps) {
  const [state, change] = useViewState();
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    change(to);
  };
  return (
    <a
      href={linkTo(state, to)}
      onClick={onClick}
      className={className}
      aria-current={current ? "page" : undefined}
    >
      {children}
    </a>
  );
}
