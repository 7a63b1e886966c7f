import assert from "node:assert/strict";
import { it } from "node:test";
import {
  columnsOf,
  markColumns,
  type Segment,
  segmentLines,
  type TokenClass,
} from "../src/model/tokens.ts";

const textOf = (line: readonly Segment[]): string => line.map((segment) => segment.text).join("");

it("cuts at tokens and lines, and loses no text", () => {
  const source = "def f():\n    return '😀'  # ü\n\n";
  const tokens = new Uint32Array([0, 3, 0, 4, 5, 7, 13, 19, 0, 20, 24, 2, 26, 29, 4]);
  const lines = segmentLines(source, tokens);
  assert.equal(lines.map(textOf).join("\n"), source);
  const classes = lines[1]?.map((segment): [string, TokenClass] => [
    segment.text,
    segment.tokenClass,
  ]);
  assert.deepEqual(classes, [
    ["    ", "text"],
    ["return", "keyword"],
    [" ", "text"],
    ["'😀'", "string"],
    ["  ", "text"],
    ["# ü", "comment"],
  ]);
});

it("cuts a token of several lines at its line ends", () => {
  const lines = segmentLines('"""a\nb"""\n', new Uint32Array([0, 9, 2]));
  assert.deepEqual(lines.map(textOf), ['"""a', 'b"""', ""]);
  assert.ok(lines.flat().every((segment) => segment.tokenClass === "string"));
});

it("shows a program without tokens, as one that doesn't compile", () => {
  assert.deepEqual(segmentLines("a b\nc", new Uint32Array()).map(textOf), ["a b", "c"]);
});

const line: Segment[] = [
  { text: "await", tokenClass: "keyword", marked: false },
  { text: " sleep(1)", tokenClass: "text", marked: false },
];

it("marks columns across tokens", () => {
  const marked = markColumns(line, { from: 3, to: 8 });
  assert.deepEqual(
    marked.map((segment) => [segment.text, segment.marked]),
    [
      ["awa", false],
      ["it", true],
      [" sl", true],
      ["eep(1)", false],
    ],
  );
});

it("marks for every range exactly that range", () => {
  for (let from = 0; from <= 14; from += 1) {
    for (let to = from; to <= 15; to += 1) {
      const marked = markColumns(line, { from, to });
      const inside = marked.filter((segment) => segment.marked);
      assert.equal(textOf(marked), textOf(line));
      assert.equal(textOf(inside), textOf(line).slice(from, to));
    }
  }
});

it("knows the columns of a place in each of its lines", () => {
  const place = { line: 2, column: 4, endLine: 4, endColumn: 1, functionName: "f" };
  assert.equal(columnsOf(place, 1), null);
  assert.deepEqual(columnsOf(place, 2), { from: 4, to: Number.POSITIVE_INFINITY });
  assert.deepEqual(columnsOf(place, 3), { from: 0, to: Number.POSITIVE_INFINITY });
  assert.deepEqual(columnsOf(place, 4), { from: 0, to: 1 });
  assert.equal(columnsOf(place, 5), null);
});
