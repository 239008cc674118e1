/** A sentence of the API: what stands between stars is a name and is set as one. */

export function Sentence({ text }: { readonly text: string }) {
  return (
    <span>
      {text.split(/\*([^*]+)\*/).map((part, index) => (index % 2 === 1 ? <i key={index}>{part}</i> : part))}
    </span>
  );
}
