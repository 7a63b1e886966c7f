// How fast the engine is: natively and in Chromium, against CPython.
//
//     ./build.sh bench [NAME…]      names of tests/bench/programs; all without
//
// Everything is measured interleaved in one run, so that a busy machine disturbs all alike. Of the
// rounds (7, or $LOOPSCOPE_BENCH_ROUNDS) the median counts, less what an empty program takes.
// The table's ratios are to CPython: 2.0 is half as fast. All numbers: target/bench/results.json.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Site } from "../e2e/browser.mjs";

/** @typedef {{ stdout: string, ms: number }} Measured */
/** @typedef {"python" | "native" | "chromium"} Engine */

/** @type {readonly Engine[]} */
const engines = ["python", "native", "chromium"];
const folder = fileURLToPath(new URL("programs", import.meta.url));
const output = "target/bench";
const rounds = Number(process.env["LOOPSCOPE_BENCH_ROUNDS"] ?? 7);

const chosen = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => basename(file, ".py"))
  .filter((name) => chosen.length === 0 || chosen.includes(name));
if (names.length === 0) {
  console.error(`bench: no program is called ${chosen.join(" or ")}; see tests/bench/programs`);
  process.exit(2);
}

mkdirSync(output, { recursive: true });
const emptyPath = join(output, "empty.py");
writeFileSync(emptyPath, "pass\n");
const programs = [
  { name: "(empty)", path: emptyPath },
  ...names.map((name) => ({ name, path: join(folder, `${name}.py`) })),
];
const python = findPython();

const site = await Site.open();
const visit = await site.visitProgram("pass\n");
await visit.page.evaluate(async () => {
  const address = "/loopscope-engine.js";
  const engine = /** @type {{ default: (options: object) => Promise<unknown> }} */ (
    await import(address)
  );
  await engine.default({ module_or_path: "/loopscope_bg.wasm" });
  Object.assign(window, { engine });
});

/** Milliseconds by program and engine, one per round. @type {Map<string, Record<Engine, number[]>>} */
const times = new Map();
for (let round = 0; round < rounds; round += 1) {
  for (const { name, path } of programs) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}: ${name.padEnd(20)}`);
    const measured = {
      python: measureProcess([python, path]),
      native: measureProcess(["target/release/loopscope", "run", path]),
      chromium: await measureInPage(readFileSync(path, "utf8")),
    };
    const ofProgram = times.get(name) ?? { python: [], native: [], chromium: [] };
    times.set(name, ofProgram);
    for (const engine of engines) {
      ofProgram[engine].push(measured[engine].ms);
      if (measured[engine].stdout !== measured.python.stdout) {
        throw new Error(
          `${name}: ${engine} prints ${JSON.stringify(measured[engine].stdout)}, ` +
            `python prints ${JSON.stringify(measured.python.stdout)}`,
        );
      }
    }
  }
}
process.stderr.write("\r".padEnd(50) + "\r");
await visit.leave();
await site.close();
rmSync(emptyPath);

const startup = medians(times.get("(empty)"));
const results = names.map((name) => {
  const net = medians(times.get(name));
  for (const engine of engines) {
    net[engine] = Math.max(net[engine] - startup[engine], 0.01);
  }
  return { name, ms: net };
});

console.log(`${pythonVersion()}, ${rounds} rounds, medians; ratios are to CPython\n`);
printRow(["program", "python", "native", "ratio", "chromium", "ratio"]);
for (const { name, ms } of results) {
  const [native, chromium] = [ms.native / ms.python, ms.chromium / ms.python];
  printRow([
    name,
    `${ms.python.toFixed(1)} ms`,
    `${ms.native.toFixed(1)} ms`,
    native.toFixed(2),
    `${ms.chromium.toFixed(1)} ms`,
    chromium.toFixed(2),
  ]);
}
const overall = (/** @type {Engine} */ engine) =>
  geometricMean(results.map(({ ms }) => ms[engine] / ms.python)).toFixed(2);
printRow(["geometric mean", "", "", overall("native"), "", overall("chromium")]);
writeFileSync(
  join(output, "results.json"),
  `${JSON.stringify({ python: pythonVersion(), rounds, startup, results }, null, 2)}\n`,
);

/**
 * @param {string[]} command
 * @returns {Measured}
 */
function measureProcess([command = "", ...parameters]) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: "utf8" });
  const ms = performance.now() - start;
  if (status !== 0) {
    throw new Error(`${command} ${parameters.join(" ")} failed: ${error?.message ?? stderr}`);
  }
  return { stdout, ms };
}

/**
 * Runs a program to its end with the engine's own module, without any interface.
 *
 * @param {string} source
 * @returns {Promise<Measured>}
 */
function measureInPage(source) {
  return visit.page.evaluate((source) => {
    /**
     * @typedef {object} Simulator
     * @property {(kind: string, fuel: number) => string} step
     * @property {(offset: number, count: number) => { items: { stream: string, text: string }[] }} console
     * @property {() => void} free
     */
    const { engine } = /** @type {{ engine: { Simulator: new (source: string) => Simulator } }} */ (
      /** @type {unknown} */ (window)
    );
    const start = performance.now();
    const simulator = new engine.Simulator(source);
    let status = simulator.step("end", 10_000_000);
    while (status === "running") {
      status = simulator.step("end", 10_000_000);
    }
    const ms = performance.now() - start;
    const { items } = simulator.console(0, 1_000_000);
    const stdout = items.map(({ stream, text }) => (stream === "stdout" ? text : "")).join("");
    simulator.free();
    return { stdout, ms };
  }, source);
}

function findPython() {
  const candidates = [process.env["LOOPSCOPE_PYTHON"] ?? "python3.14", "python3"];
  const found = candidates.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (found === undefined) {
    throw new Error("python3 is not on PATH: there is nothing to compare with");
  }
  return found;
}

function pythonVersion() {
  return spawnSync(python, ["--version"], { encoding: "utf8" }).stdout.trim();
}

/**
 * @param {Record<Engine, number[]> | undefined} ofProgram
 * @returns {Record<Engine, number>}
 */
function medians(ofProgram) {
  const median = (/** @type {Engine} */ engine) => {
    const sorted = [...(ofProgram?.[engine] ?? [])].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return { python: median("python"), native: median("native"), chromium: median("chromium") };
}

/** @param {number[]} numbers */
function geometricMean(numbers) {
  const logarithms = numbers.reduce((total, number) => total + Math.log(number), 0);
  return Math.exp(logarithms / numbers.length);
}

/** @param {string[]} cells */
function printRow(cells) {
  const widths = [16, 10, 10, 6, 10, 6];
  const padded = cells.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  console.log(padded.join("  ").trimEnd());
}
