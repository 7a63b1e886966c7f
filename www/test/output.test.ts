import assert from "node:assert/strict";
import { it } from "node:test";
import type { Ns, OutputView } from "../src/bridge/types.ts";
import { consoleLines, offendingLine } from "../src/model/output.ts";

const piece = (text: string, clockNs = 0, stream: OutputView["stream"] = "stdout"): OutputView => ({
  stream,
  text,
  clockNs: clockNs as Ns,
  task: null,
});

const texts = (...pieces: OutputView[]): string[] => consoleLines(pieces).map((line) => line.text);

it("splits pieces into lines and joins unfinished ones", () => {
  assert.deepEqual(texts(piece("a\nb\n"), piece("c")), ["a", "b", "c"]);
  assert.deepEqual(texts(piece("a"), piece("\n"), piece("b\n")), ["a", "b"]);
  assert.deepEqual(texts(piece("a"), piece("b\nc"), piece("d\n")), ["ab", "cd"]);
});

it("keeps empty lines, but shows none for the end of the last", () => {
  assert.deepEqual(texts(piece("\n"), piece("a\n\n")), ["", "a", ""]);
});

it("gives back what was printed, however it was cut into pieces", () => {
  const text = "one\n\ntwo three\nfour\n";
  for (let cut = 0; cut <= text.length; cut += 1) {
    const lines = texts(piece(text.slice(0, cut)), piece(text.slice(cut)));
    assert.equal(`${lines.join("\n")}\n`, text, `cut at ${cut}`);
  }
});

it("takes the time of a line from its first piece", () => {
  const lines = consoleLines([piece("a", 1), piece("b\nc", 2)]);
  assert.deepEqual(
    lines.map((line) => [line.text, line.clockNs]),
    [
      ["ab", 1],
      ["c", 2],
    ],
  );
});

it("keeps the streams apart", () => {
  const lines = consoleLines([piece("a"), piece("oh\n", 0, "stderr"), piece("b\n")]);
  assert.deepEqual(
    lines.map((line) => [line.stream, line.text]),
    [
      ["stdout", "ab"],
      ["stderr", "oh"],
    ],
  );
});

it("keeps the key of a line while output grows", () => {
  const pieces = [piece("a\nb"), piece("c\n"), piece("d\n")];
  const keys = consoleLines(pieces).map((line) => line.key);
  assert.equal(new Set(keys).size, keys.length);
  const fewer = consoleLines(pieces.slice(0, 1)).map((line) => line.key);
  assert.deepEqual(fewer, keys.slice(0, fewer.length));
});

it("finds the line an error points to, in the program itself", () => {
  const traceback = `Traceback (most recent call last):
  File "main.py", line 9, in <module>
    asyncio.run(main())
  File "/usr/lib/python3.14/asyncio/runners.py", line 195, in run
  File "main.py", line 5, in main
    1 / 0
  File "/usr/lib/python3.14/other.py", line 3, in f
ZeroDivisionError: division by zero
`;
  assert.equal(offendingLine(traceback, "main.py"), 5);
  assert.equal(offendingLine('  File "main.py", line 2\n    x = (\n', "main.py"), 2);
  assert.equal(offendingLine("no place at all", "main.py"), null);
});
