/** Where something stands in the analysed files: `file:line`, ready to be copied. */

interface SourcePlaceProps {
  readonly file: string | null;
  readonly line: number | null;
}

export function SourcePlace({ file, line }: SourcePlaceProps) {
  if (file === null) return null;
  const place = line === null ? file : `${file}:${line}`;
  return (
    <code className="place" title={place}>
      {place}
    </code>
  );
}
