/** Where the elements of one list in a JSON object begin: parsed JSON no longer tells. */

/** Offsets of the elements of the list that is the given member of the outermost object; of two such members the last counts. */
export function elementOffsets(text: string, member: string): readonly number[] {
  let offsets: number[] = [];
  let depth = 0;
  let inList = false;
  let expectsElement = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (inList && depth === 2 && expectsElement && !" \t\r\n]".includes(char)) {
      offsets.push(at);
      expectsElement = false;
    }
    if (char === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && opensList(text, at, end, member)) {
        at = text.indexOf("[", end);
        offsets = [];
        inList = true;
        expectsElement = true;
        depth = 2;
      } else at = end - 1;
    } else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") {
      depth--;
      if (depth < 2) inList = false;
    } else if (char === "," && depth === 2) expectsElement = true;
  }
  return offsets;
}

/** Offset after the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function opensList(text: string, start: number, end: number, member: string): boolean {
  if (end - start !== member.length + 2 || text.slice(start + 1, end - 1) !== member) return false;
  const opening = /\s*:\s*\[/y;
  opening.lastIndex = end;
  return opening.test(text);
}
