// Prints what the built page weighs, against its budgets.
//
// With --strict, exits with status 1 when a budget is exceeded.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** @typedef {{ imports: { path: string, kind: string }[], inputs: Record<string, unknown>, entryPoint?: string }} Output */
/** @typedef {{ file: string, raw: number, gzip: number, brotli: number }} Row */

const meta = /** @type {{ outputs: Record<string, Output> }} */ (
  JSON.parse(readFileSync("target/page/meta.json", "utf8"))
);

const elementEntry = Object.keys(meta.outputs).find(
  (path) => meta.outputs[path]?.entryPoint === "www/src/loopscope.ts",
);
if (elementEntry === undefined) {
  throw new Error("target/page/meta.json has no output for www/src/loopscope.ts");
}

const beforeTouch = reachable(elementEntry, ["import-statement"]);
const everything = reachable(elementEntry, ["import-statement", "dynamic-import"]);
const later = everything.filter((path) => !beforeTouch.includes(path));
const glue = later.filter((path) =>
  Object.keys(meta.outputs[path]?.inputs ?? {}).every((input) => input.startsWith("pkg/")),
);
const interfaceFiles = later.filter((path) => !glue.includes(path));

const groups = [
  group("before touch", beforeTouch, "gzip", 10),
  group("engine", ["dist/loopscope_bg.wasm", ...glue], "brotli", 400),
  group("interface", interfaceFiles, "brotli", 40),
  // What nearly every program fetches beside the engine.
  group("asyncio in Python", ["dist/library/_asyncio.py"], "brotli", 15),
];

const columns = ["file", "raw", "gzip", "brotli", "budget", "used"];
const rows = groups.flatMap(({ name, files, total, budget, used }) => [
  ...files.map((row) => [`  ${row.file}`, kb(row.raw), kb(row.gzip), kb(row.brotli), "", ""]),
  [name, kb(total.raw), kb(total.gzip), kb(total.brotli), budget, `${used.toFixed(0)} %`],
]);
printTable([columns, ...rows]);

const exceeded = groups.filter(({ used }) => used > 100);
for (const { name, budget } of exceeded) {
  console.error(`sizes: ${name} is above its budget of ${budget}`);
}
if (exceeded.length > 0 && process.argv.includes("--strict")) {
  process.exit(1);
}

/**
 * The outputs that loading one output brings along, itself included.
 *
 * @param {string} start
 * @param {string[]} kinds the kinds of import to follow
 */
function reachable(start, kinds) {
  const found = [start];
  for (const path of found) {
    for (const { path: next, kind } of meta.outputs[path]?.imports ?? []) {
      if (kinds.includes(kind) && next in meta.outputs && !found.includes(next)) {
        found.push(next);
      }
    }
  }
  return found;
}

/**
 * @param {string} name
 * @param {string[]} paths
 * @param {"gzip" | "brotli"} measure what the budget counts
 * @param {number} limit in thousands of bytes
 */
function group(name, paths, measure, limit) {
  const files = paths.map(weigh);
  const total = {
    raw: sum(files.map((row) => row.raw)),
    gzip: sum(files.map((row) => row.gzip)),
    brotli: sum(files.map((row) => row.brotli)),
  };
  const used = (total[measure] / (limit * 1000)) * 100;
  return { name, files, total, budget: `${limit} kB ${measure}`, used };
}

/**
 * @param {string} file
 * @returns {Row}
 */
function weigh(file) {
  const bytes = readFileSync(file);
  return {
    file,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} bytes */
function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** @param {string[][]} table */
function printTable(table) {
  const widths = columns.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join("  ").trimEnd());
  }
}
