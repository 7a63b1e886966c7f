/** Source text cut into lines of classed pieces, and a range marked in them. */

import type { Place } from "../bridge/types.ts";

/** The engine's token classes by number; 7 (name of a definition) and 8 follow its numbering. */
const classNames = [
  "keyword",
  "name",
  "string",
  "number",
  "comment",
  "operator",
  "builtin",
  "definition",
  "decorator",
] as const;

/** The class of a token; `text` is what lies between tokens. */
export type TokenClass = (typeof classNames)[number] | "text";

/** A piece of one line. */
export interface Segment {
  readonly text: string;
  readonly tokenClass: TokenClass;
  readonly marked: boolean;
}

/**
 * Cuts the source at line ends and at token borders. No text is lost: the pieces of all lines,
 * joined by newlines, are the source again.
 *
 * @param tokens triples of start, end (UTF-16 offsets) and class, in order and without overlap
 */
export function segmentLines(source: string, tokens: Uint32Array): Segment[][] {
  const lines: Segment[][] = [[]];
  let at = 0;
  const emit = (end: number, tokenClass: TokenClass): void => {
    const pieces = source.slice(at, end).split("\n");
    pieces.forEach((text, index) => {
      if (index > 0) {
        lines.push([]);
      }
      if (text !== "") {
        lines.at(-1)?.push({ text, tokenClass, marked: false });
      }
    });
    at = Math.max(at, end);
  };
  for (let index = 0; index + 2 < tokens.length; index += 3) {
    const [start = 0, end = 0, tokenClass = 0] = tokens.subarray(index, index + 3);
    emit(start, "text");
    emit(end, classNames[tokenClass] ?? "text");
  }
  emit(source.length, "text");
  return lines;
}

/** Columns of one line: `to` is exclusive, `Infinity` for the rest of the line. */
export interface Columns {
  readonly from: number;
  readonly to: number;
}

/** The columns that a place covers in a line, or null if it doesn't touch it. */
export function columnsOf(place: Place, line: number): Columns | null {
  if (line < place.line || line > place.endLine) {
    return null;
  }
  return {
    from: line === place.line ? place.column : 0,
    to: line === place.endLine ? place.endColumn : Number.POSITIVE_INFINITY,
  };
}

/** The same line, cut again at the borders of the range, with the inside marked. */
export function markColumns(segments: readonly Segment[], columns: Columns): Segment[] {
  const marked: Segment[] = [];
  let start = 0;
  for (const segment of segments) {
    const length = segment.text.length;
    const from = clamp(columns.from - start, length);
    const to = Math.max(from, clamp(columns.to - start, length));
    marked.push(
      { ...segment, text: segment.text.slice(0, from) },
      { ...segment, text: segment.text.slice(from, to), marked: true },
      { ...segment, text: segment.text.slice(to) },
    );
    start += length;
  }
  return marked.filter((segment) => segment.text !== "");
}

function clamp(column: number, length: number): number {
  return Math.min(length, Math.max(0, column));
}
