/** Whether this browser can draw the picture at all; without WebGL the table stands in its place. */

let answer: boolean | null = null;

export function canDraw(): boolean {
  answer ??= probe();
  return answer;
}

function probe(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
