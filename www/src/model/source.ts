/** The program text, as an author writes it between tags. */

/**
 * Takes away what the markup adds: blank lines around the program, and an indentation that every
 * line has. The result ends with one newline, or is empty.
 */
export function trimSource(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "")
    .split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  const indent = indents.reduce(commonPrefix, indents[0] ?? "");
  const body = lines.map((line) => (line.trim() === "" ? "" : line.slice(indent.length)));
  return body.some((line) => line !== "") ? `${body.join("\n")}\n` : "";
}

function commonPrefix(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length] === right[length]) {
    length += 1;
  }
  return left.slice(0, length);
}
