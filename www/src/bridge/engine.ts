/**
 * The only importer of the WebAssembly package. One engine serves every element of a page; each
 * element owns a simulator in it.
 */

import initialise, * as wasm from "../../../pkg/loopscope.js";
import { fetchBeside } from "./fetch.ts";
import { fetchedLibrary, fetchLibraryFor, hasLibraryFor } from "./library.ts";
import type { Simulator, SimulatorOptions } from "./types.ts";

/** A loaded engine. */
export interface Engine {
  /** Compiles a program and stops before its first instruction. The caller frees it. */
  createSimulator(source: string, options?: SimulatorOptions): Simulator;
  /** Whether everything that a program imports is loaded, so that it can be compiled now. */
  isReadyFor(source: string): boolean;
  /** Loads what a program imports beyond the engine itself. */
  prepareFor(source: string): Promise<void>;
  /** Triples of start, end (UTF-16 offsets) and token class, in source order. */
  highlight(source: string): Uint32Array;
}

let loading: Promise<Engine> | null = null;

/**
 * Loads the engine, once for the whole page.
 *
 * A failed load is forgotten, so that a reader whose network came back can try again.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= instantiate().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The same engine, for programs that have these files beside them. */
export function withFiles(engine: Engine, files: Readonly<Record<string, string>>): Engine {
  const all = (source: string): string => [source, ...Object.values(files)].join("\n");
  return {
    createSimulator: (source, options) => engine.createSimulator(source, { ...options, files }),
    isReadyFor: (source) => engine.isReadyFor(all(source)),
    prepareFor: (source) => engine.prepareFor(all(source)),
    highlight: (source) => engine.highlight(source),
  };
}

async function instantiate(): Promise<Engine> {
  await initialise({ module_or_path: await fetchBeside("loopscope_bg.wasm") });
  return {
    createSimulator: (source, options) =>
      new wasm.Simulator(source, { ...options, library: fetchedLibrary() }),
    isReadyFor: hasLibraryFor,
    prepareFor: fetchLibraryFor,
    highlight: wasm.highlight,
  };
}
