/** What the program wrote, as lines with their virtual time; and where an error points to. */

import type { Ns, OutputView } from "../bridge/types.ts";

/** One line of the console. */
export interface ConsoleLine {
  /** Stable while output grows: the index of the first piece the line came from. */
  readonly key: string;
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  readonly clockNs: Ns;
  readonly task: number | null;
}

/**
 * Joins the pieces of unfinished lines and splits pieces of several lines. A line takes its time
 * and its task from its first piece. Streams are kept apart: stderr never continues stdout's line.
 *
 * @param offset the index of the first piece among all output
 */
export function consoleLines(pieces: readonly OutputView[], offset = 0): ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  const unfinished = new Map<OutputView["stream"], number>();
  pieces.forEach((piece, index) => {
    piece.text.split("\n").forEach((text, part, parts) => {
      const isLast = part === parts.length - 1;
      const open = unfinished.get(piece.stream);
      const before = open === undefined ? undefined : lines[open];
      if (open !== undefined && before !== undefined) {
        lines[open] = { ...before, text: before.text + text };
      } else if (!(isLast && text === "")) {
        unfinished.set(piece.stream, lines.length);
        lines.push({
          key: `${offset + index}.${part}`,
          stream: piece.stream,
          text,
          clockNs: piece.clockNs,
          task: piece.task,
        });
      }
      if (!isLast) {
        unfinished.delete(piece.stream);
      }
    });
  });
  return lines;
}

/**
 * The line of the program that a traceback or a syntax error names last, null if it names none.
 *
 * @param filename the name the program was given, as it stands in the traceback
 */
export function offendingLine(text: string, filename: string): number | null {
  let line: number | null = null;
  for (const match of text.matchAll(/File "([^"]*)", line (\d+)/g)) {
    if (match[1] === filename) {
      line = Number(match[2]);
    }
  }
  return line;
}
