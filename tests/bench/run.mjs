// How fast the engine is, natively and in Chromium, against CPython and Pyodide.
//
//     ./build.sh bench [NAME…]      names of tests/bench/programs, or `language`, `asyncio`
//
// Everything is measured interleaved in one run, so that a busy machine disturbs all alike. Of the
// rounds (7, or $LOOPSCOPE_BENCH_ROUNDS) the median counts, less what the folder's empty program
// takes. The table shows processor time, which other processes hardly change; its ratios are to
// CPython: 2.0 is half as fast. All numbers, the wall clock's too: target/bench/results.json.
//
// asyncio's programs run on CPython's own event loop and real clock; none of them waits for more
// than a fraction of a millisecond. Pyodide can't run them: asyncio.run() would block the page.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython, openNative, openPython, Pages, versionOf } from "./engines.mjs";

/** @import { Engine, Measured } from "./engines.mjs" */

/** @typedef {"python" | "native" | "chromium" | "pyodide"} EngineName */
/** @typedef {{ name: string, path: string, source: string }} Program */
/** @typedef {Partial<Record<EngineName, number>>} Times milliseconds */
/** @typedef {{ name: string, cpu: Times, wall: Times, rounds: Partial<Record<EngineName, Measured[]>> }} Result */

/**
 * What a folder's programs are for: which engines run them, and what is asked of Chromium's ratio to
 * CPython on the geometric mean.
 *
 * @type {Record<string, { engines: EngineName[], mean: number }>}
 */
const groups = {
  language: { engines: ["python", "native", "chromium", "pyodide"], mean: 1.5 },
  asyncio: { engines: ["python", "native", "chromium"], mean: 0.2 },
};
/** The bytes of WebAssembly memory that 100,000 suspended tasks may take. */
const taskBytesMax = 100e6;

const here = fileURLToPath(new URL(".", import.meta.url));
const output = "target/bench";
const rounds = Number(process.env["LOOPSCOPE_BENCH_ROUNDS"] ?? 7);
const chosen = process.argv.slice(2);

const programs = Object.fromEntries(Object.keys(groups).map((group) => [group, programsOf(group)]));
if (Object.values(programs).every((list) => list.length === 0)) {
  console.error(`bench: no program is called ${chosen.join(" or ")}; see tests/bench/programs`);
  process.exit(2);
}

const python = findPython();
const pages = await Pages.open();
const bytes = await measureMemory();
/** @type {Record<EngineName, Engine>} */
const engines = {
  python: openPython(python),
  native: openNative(python),
  chromium: await pages.openEngine(),
  pyodide: await pages.openPyodide(),
};
/** @type {Record<string, Result[]>} */
const results = {};
for (const [group, list] of Object.entries(programs)) {
  if (list.length > 0) {
    results[group] = await measureGroup(group, list);
  }
}
for (const engine of Object.values(engines)) {
  await engine.close();
}
await pages.close();

console.log(`${versionOf(python)}, ${rounds} rounds, medians of processor time\n`);
for (const [group, list] of Object.entries(results)) {
  printGroup(group, list);
}
const mb = (bytes / 1e6).toFixed(1);
console.log(
  `100,000 suspended tasks: ${mb} MB of WebAssembly memory ${mark(bytes <= taskBytesMax)}`,
);
mkdirSync(output, { recursive: true });
writeFileSync(
  join(output, "results.json"),
  `${JSON.stringify({ python: versionOf(python), rounds, bytes, results }, null, 2)}\n`,
);

/**
 * The programs of a folder that were chosen, the empty one first; none if none were.
 *
 * @param {string} group
 * @returns {Program[]}
 */
function programsOf(group) {
  const folder = join(here, "programs", group);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .map((file) => basename(file, ".py"));
  const isChosen = (/** @type {string} */ name) =>
    chosen.length === 0 || chosen.includes(group) || chosen.includes(name);
  const wanted = names.filter((name) => name !== "empty" && isChosen(name));
  return (wanted.length === 0 ? [] : ["empty", ...wanted]).map((name) => {
    const path = join(folder, `${name}.py`);
    return { name, path, source: readFileSync(path, "utf8") };
  });
}

/** In a page of its own, where nothing ran before. */
async function measureMemory() {
  const page = await pages.openEngine();
  const bytes = await page.memoryWithTasks(readFileSync(join(here, "suspended_tasks.py"), "utf8"));
  await page.close();
  return bytes;
}

/**
 * @param {string} group
 * @param {Program[]} list
 * @returns {Promise<Result[]>}
 */
async function measureGroup(group, list) {
  const names = groups[group]?.engines ?? [];
  const all = list.map(({ name }) => ({
    name,
    rounds: /** @type {Record<EngineName, Measured[]>} */ ({
      python: [],
      native: [],
      chromium: [],
      pyodide: [],
    }),
  }));
  // The first round warms up and does not count: CPython imports asyncio, Chromium optimises.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { name, path, source }] of list.entries()) {
      process.stderr.write(`\rround ${round} of ${rounds}: ${name.padEnd(20)}`);
      /** @type {string | undefined} */
      let expected;
      for (const engine of names) {
        const measured = await engines[engine].measure(source, path);
        expected ??= measured.stdout;
        if (measured.stdout !== expected) {
          const [found, wanted] = [measured.stdout, expected].map((text) => JSON.stringify(text));
          throw new Error(`${name}: ${engine} prints ${found}, ${names[0]} prints ${wanted}`);
        }
        if (round > 0) {
          all[index]?.rounds[engine].push(measured);
        }
      }
    }
  }
  process.stderr.write(`\r${"".padEnd(50)}\r`);
  const startup = all[0];
  return all.slice(1).map(({ name, rounds }) => {
    const net = (/** @type {"cpu" | "wall"} */ kind) =>
      Object.fromEntries(
        names.map((engine) => {
          const own = median((startup?.rounds[engine] ?? []).map((measured) => measured[kind]));
          const all = median(rounds[engine].map((measured) => measured[kind]));
          return [engine, Math.max(all - own, 0.01)];
        }),
      );
    return { name, cpu: net("cpu"), wall: net("wall"), rounds };
  });
}

/**
 * @param {string} group
 * @param {Result[]} list
 */
function printGroup(group, list) {
  const { engines: names, mean: wanted } = groups[group] ?? { engines: [], mean: 0 };
  const others = names.filter((engine) => engine !== "python");
  printRow([group, "python", ...others.flatMap((engine) => [engine, "ratio"])]);
  for (const { name, cpu } of list) {
    printRow([
      name,
      ms(cpu.python),
      ...others.flatMap((engine) => [ms(cpu[engine]), ratio(cpu, engine).toFixed(2)]),
    ]);
  }
  const mean = (/** @type {"cpu" | "wall"} */ kind, /** @type {EngineName} */ engine) =>
    geometricMean(list.map((result) => ratio(result[kind], engine)));
  for (const kind of /** @type {const} */ (["cpu", "wall"])) {
    const title = kind === "cpu" ? "geometric mean" : "by the wall clock";
    printRow([title, "", ...others.flatMap((engine) => ["", mean(kind, engine).toFixed(2)])]);
  }
  const reached = mean("cpu", "chromium");
  console.log(
    `Chromium takes ${reached.toFixed(2)} of CPython's time; wanted: ${wanted} ${mark(reached <= wanted)}`,
  );
  const rival = names.includes("pyodide") ? "pyodide" : "python";
  const slower = list.filter(({ cpu }) => Number(cpu.chromium) >= Number(cpu[rival]));
  const named = slower.length === 0 ? "none" : slower.map(({ name }) => name).join(", ");
  console.log(`slower than ${rival}: ${named} ${mark(slower.length === 0)}\n`);
}

/** @param {boolean} isReached */
function mark(isReached) {
  return isReached ? "(reached)" : "(NOT reached)";
}

/**
 * @param {Times} times
 * @param {EngineName} engine
 */
function ratio(times, engine) {
  return Number(times[engine]) / Number(times.python);
}

/** @param {number | undefined} time */
function ms(time) {
  return `${Number(time).toFixed(1)} ms`;
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** @param {number[]} numbers */
function geometricMean(numbers) {
  const logarithms = numbers.reduce((total, number) => total + Math.log(number), 0);
  return Math.exp(logarithms / numbers.length);
}

/** @param {string[]} cells */
function printRow(cells) {
  const padded = cells.map((cell, column) =>
    column === 0
      ? cell.padEnd(18)
      : cell.padStart(column % 2 === 0 && column > 1 ? 10 : 6 + 4 * Number(column === 1)),
  );
  console.log(padded.join("  ").trimEnd());
}
