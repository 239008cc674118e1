/** Breaks text at spaces so that it fits a column of the terminal. */

/** Lines of at most `width` characters; a longer word stands on a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).filter((each) => each !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A label in a column of its own, the text wrapped beside it. */
export function labelled(label: string, text: string, indent: number, width: number): readonly string[] {
  const hanging = " ".repeat(indent + label.length + 1);
  return wrap(text, width - hanging.length).map((line, index) =>
    index === 0 ? `${" ".repeat(indent)}${label} ${line}` : hanging + line,
  );
}
