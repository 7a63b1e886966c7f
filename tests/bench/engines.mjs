// What is compared: CPython, and the engine as the command line, in Chromium; Pyodide beside it.
//
// Each answers `measure(source, path)` with the output and two times: by the clock on the wall, and
// the processor's for the thread that ran the program. On a busy machine only the second tells.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../e2e/browser.mjs";
import { startServer } from "../../tools/server.mjs";

/** @import { Browser, CDPSession, Page } from "playwright-core" */

/** @typedef {{ stdout: string, wall: number, cpu: number }} Measured times in milliseconds */

/**
 * @typedef {object} Engine
 * @property {(source: string, path: string) => Promise<Measured>} measure
 * @property {() => Promise<void>} close
 */

/** The version of the npm package `pyodide` that the engine is compared with: CPython 3.14. */
const pyodideVersion = "314.0.7";
const pyodideFolder = "target/bench/pyodide";
const worker = fileURLToPath(new URL("worker.py", import.meta.url));

/** The interpreter that decides, as everywhere in this repository. */
export function findPython() {
  const named = process.env["LOOPSCOPE_PYTHON"];
  const candidates = [...(named === undefined ? [] : [named]), "python3.14", "python3"];
  const found = candidates.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (found === undefined) {
    throw new Error("python3 is not on PATH: there is nothing to compare with");
  }
  return found;
}

/** @param {string} python */
export function versionOf(python) {
  return spawnSync(python, ["--version"], { encoding: "utf8" }).stdout.trim();
}

/** A Python process that runs what it is told and measures it (worker.py). */
class Worker {
  #process;
  #lines;

  /** @param {string} python */
  constructor(python) {
    this.#process = spawn(python, [worker], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {object} request
   * @returns {Promise<Measured>}
   */
  async ask(request) {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await this.#lines.next();
    if (line.done === true) {
      throw new Error(`the measuring process ended at ${JSON.stringify(request).slice(0, 80)}`);
    }
    /** @type {Measured} */
    const measured = JSON.parse(line.value);
    return measured;
  }

  close() {
    this.#process.stdin.end();
    return Promise.resolve();
  }
}

/**
 * @param {string} python
 * @returns {Engine}
 */
export function openPython(python) {
  const process = new Worker(python);
  return { measure: (source) => process.ask({ source }), close: () => process.close() };
}

/**
 * The engine as a native program, a process each time.
 *
 * @param {string} python measures it
 * @returns {Engine}
 */
export function openNative(python) {
  const target = process.env["CARGO_TARGET_DIR"] ?? "target";
  const command = `${target}/release/loopscope`;
  const measuring = new Worker(python);
  return {
    measure: (_, path) => measuring.ask({ command: [command, "run", path] }),
    close: () => measuring.close(),
  };
}

/** One page of Chromium, whose main thread's time can be told. */
class MeasuringPage {
  /** @type {Page} */
  page;
  #session;
  #close;

  /**
   * @param {Page} page
   * @param {CDPSession} session
   * @param {() => Promise<void>} close
   */
  constructor(page, session, close) {
    this.page = page;
    this.#session = session;
    this.#close = close;
  }

  /**
   * @param {Browser} browser
   * @param {string} folder whose files the page may load
   */
  static async open(browser, folder) {
    const pages = new Map([["/", "<!doctype html><title>Benchmark</title>"]]);
    const server = await startServer({ port: 0, folder, pages });
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`bench: ${error.message}`));
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await page.goto(server.origin);
    return new MeasuringPage(page, session, async () => {
      await context.close();
      server.close();
    });
  }

  /** Milliseconds that the page's main thread has computed. */
  async cpu() {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const time = metrics.find(({ name }) => name === "ThreadTime");
    if (time === undefined) {
      throw new Error("Chromium does not tell its main thread's time");
    }
    return time.value * 1000;
  }

  close() {
    return this.#close();
  }
}

/** A Chromium for all pages that are measured. */
export class Pages {
  #browser;

  /** @param {Browser} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  static async open() {
    return new Pages(await launchChromium());
  }

  close() {
    return this.#browser.close();
  }

  /** @returns {Promise<Engine & { memoryWithTasks: (source: string) => Promise<number> }>} */
  async openEngine() {
    const measuring = await MeasuringPage.open(this.#browser, "pkg");
    await measuring.page.evaluate(loadEngine);
    const library = readLibrary();
    return {
      measure: async (source) => {
        const before = await measuring.cpu();
        const { stdout, wall } = await measuring.page.evaluate(runInEngine, {
          source,
          library,
        });
        return { stdout, wall, cpu: (await measuring.cpu()) - before };
      },
      memoryWithTasks: (source) =>
        measuring.page.evaluate(memoryAtFirstOutput, { source, library }),
      close: () => measuring.close(),
    };
  }

  /** @returns {Promise<Engine>} */
  async openPyodide() {
    installPyodide();
    const measuring = await MeasuringPage.open(
      this.#browser,
      `${pyodideFolder}/node_modules/pyodide`,
    );
    await measuring.page.evaluate(loadPyodide, readFileSync(worker, "utf8"));
    return {
      measure: async (source) => {
        const before = await measuring.cpu();
        const { stdout, wall } = await measuring.page.evaluate(runInPyodide, source);
        return { stdout, wall, cpu: (await measuring.cpu()) - before };
      },
      close: () => measuring.close(),
    };
  }
}

/** All library modules: which of them a program needs is no part of what is measured. */
function readLibrary() {
  const folder = "dist/library";
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      basename(file, ".py"),
      readFileSync(join(folder, file), "utf8"),
    ]),
  );
}

/** Pyodide is only ever compared with: no dependency of the repository, and not fetched before. */
function installPyodide() {
  const installed = `${pyodideFolder}/node_modules/pyodide/package.json`;
  if (existsSync(installed)) {
    const { version } = /** @type {{ version: string }} */ (
      JSON.parse(readFileSync(installed, "utf8"))
    );
    if (version === pyodideVersion) {
      return;
    }
  }
  console.error(`install pyodide ${pyodideVersion} to ${pyodideFolder}`);
  mkdirSync(pyodideFolder, { recursive: true });
  writeFileSync(`${pyodideFolder}/package.json`, '{ "private": true }\n');
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", `pyodide@${pyodideVersion}`],
    { cwd: pyodideFolder, encoding: "utf8" },
  );
  if (status !== 0) {
    throw new Error(`npm could not install pyodide:\n${stderr}`);
  }
}

// What follows runs in the page.

/**
 * @typedef {object} Simulator
 * @property {(kind: string, fuel: number) => string} step
 * @property {(offset: number, count: number) => { items: { stream: string, text: string }[] }} console
 * @property {() => void} free
 */

/**
 * @typedef {object} Loaded what a page of this file has as globals
 * @property {new (source: string, options: { library: Record<string, string> }) => Simulator} Simulator
 * @property {WebAssembly.Memory} memory
 * @property {(source: string) => string} measure
 */

async function loadEngine() {
  const address = "/loopscope.js";
  const engine =
    /** @type {{ Simulator: unknown, default: (options: object) => Promise<{ memory: unknown }> }} */ (
      await import(address)
    );
  const { memory } = await engine.default({ module_or_path: "/loopscope_bg.wasm" });
  Object.assign(window, { Simulator: engine.Simulator, memory });
}

/** @param {{ source: string, library: Record<string, string> }} program */
function runInEngine({ source, library }) {
  const { Simulator } = /** @type {Loaded} */ (/** @type {unknown} */ (window));
  const start = performance.now();
  const simulator = new Simulator(source, { library });
  let status = simulator.step("end", 10_000_000);
  while (status === "running") {
    status = simulator.step("end", 10_000_000);
  }
  const wall = performance.now() - start;
  const { items } = simulator.console(0, 1_000_000);
  const stdout = items.map(({ stream, text }) => (stream === "stdout" ? text : "")).join("");
  simulator.free();
  return { stdout, wall };
}

/**
 * The bytes of the engine's memory when the program prints for the first time. Memory never
 * shrinks, so this must be the page's first program.
 *
 * @param {{ source: string, library: Record<string, string> }} program
 */
function memoryAtFirstOutput({ source, library }) {
  const { Simulator, memory } = /** @type {Loaded} */ (/** @type {unknown} */ (window));
  const simulator = new Simulator(source, { library });
  while (simulator.step("output", 10_000_000) === "running") {
    // The fuel of one call did not lead there.
  }
  const bytes = memory.buffer.byteLength;
  simulator.free();
  return bytes;
}

/** @param {string} source of worker.py */
async function loadPyodide(source) {
  const address = "/pyodide.mjs";
  const { loadPyodide } =
    /** @type {{ loadPyodide: (options: object) => Promise<{ runPython: (source: string) => void, globals: Map<string, unknown> }> }} */ (
      await import(address)
    );
  const pyodide = await loadPyodide({ indexURL: "/" });
  pyodide.runPython(source);
  Object.assign(window, { measure: pyodide.globals.get("measure") });
}

/** @param {string} source */
function runInPyodide(source) {
  const { measure } = /** @type {Loaded} */ (/** @type {unknown} */ (window));
  /** @type {Measured} */
  const measured = JSON.parse(measure(source));
  return measured;
}
