/** One mark as a small drawing, for legends, panels and tables; always beside words that say the same. */
import { PATTERN_COLOURS, type Fill, type Shape } from "../graph/marks.ts";

interface MarkIconProps {
  readonly shape: Shape;
  readonly fill?: Fill;
  readonly size?: number;
}

export function MarkIcon({ shape, fill, size = 18 }: MarkIconProps) {
  return (
    <svg className="mark-icon" width={size} height={size} viewBox="-13 -13 26 26" aria-hidden="true">
      <Outline shape={shape} colour={fill?.colour ?? "#ffffff"} />
      {fill !== undefined && <Hatching pattern={fill.pattern} />}
      {fill !== undefined && <text y="3.8">{fill.letter}</text>}
    </svg>
  );
}

function Outline({ shape, colour }: { readonly shape: Shape; readonly colour: string }) {
  switch (shape) {
    case "round":
      return <circle r="10.5" fill={colour} />;
    case "rhombus":
      return <path d="M0-12.5 12.5 0 0 12.5-12.5 0Z" fill={colour} />;
    case "square":
      return <rect x="-9.5" y="-9.5" width="19" height="19" rx="2" fill={colour} />;
    case "page":
      return (
        <>
          <path d="M-8.5-11H4L8.5-6.5V11H-8.5Z" fill={colour} />
          <path d="M4-11V-6.5H8.5" fill="none" />
        </>
      );
    case "clock":
      return (
        <>
          <circle r="10.5" fill={colour} />
          <path d="M0-10.5V-7M10.5 0H7M0 10.5V7M-10.5 0H-7" />
        </>
      );
    case "drum":
      return (
        <>
          <path d="M-9-7V7C-9 12 9 12 9 7V-7" fill={colour} />
          <ellipse cy="-7" rx="9" ry="3.6" fill={colour} />
        </>
      );
    case "stack":
      return (
        <>
          <rect x="-6" y="-11" width="17" height="17" rx="2" fill="#fff" />
          <rect x="-11" y="-7" width="18" height="18" rx="2" fill={colour} />
        </>
      );
    default:
      return shape satisfies never;
  }
}

/** A few strokes that tell the patterns apart at this size. */
function Hatching({ pattern }: { readonly pattern: Fill["pattern"] }) {
  const stroke = PATTERN_COLOURS[pattern];
  switch (pattern) {
    case "none":
      return null;
    case "stripes":
      return <path d="M-7-2-2-7M-7 5 5-7M-2 7 7-2" stroke={stroke} strokeWidth="1.4" />;
    case "crossed":
      return (
        <path d="M-7 0 0-7M-7 7 7-7M0 7 7 0M-7 0 0 7M-7-7 7 7M0-7 7 0" stroke={stroke} strokeWidth="1" />
      );
    case "dots":
      return (
        <path
          d="M-5-5h.1M0-5h.1M5-5h.1M-5 5h.1M0 5h.1M5 5h.1"
          stroke={stroke}
          strokeWidth="2"
          strokeLinecap="round"
        />
      );
    default:
      return pattern satisfies never;
  }
}
