/**
 * One program on one element: the only place where a simulator is asked to do something.
 *
 * ```text
 *            step, back, seek            fuel ran out for BUSY_MS
 *   ┌──────┐ ───────────────▶ ┌──────────┐ ───────────▶ ┌──────┐
 *   │ idle │                  │ stepping │              │ busy │
 *   └──────┘ ◀─────────────── └──────────┘ ◀─────────── └──────┘
 *     │  ▲     stop reached                stop reached, pause
 *     │  │ end, pause   ┌─────────┐
 *     └──┴───────────── │ playing │  a step, then a rest, again and again
 *            play       └─────────┘
 * ```
 */

import type { Engine } from "../bridge/engine.ts";
import type { Simulator, Status, StepKind, View } from "../bridge/types.ts";
import { FUEL_FIRST, nextFuel, restMs } from "../model/pace.ts";
import { firstLimits, type Limits, queryLists } from "../model/program.ts";
import type { Settings } from "../model/settings.ts";
import {
  type Activity,
  emptyLists,
  emptyState,
  emptyView,
  errorText,
  uncompiledView,
  type Fault,
  isInvalid,
  isOver,
  type ListName,
  type State,
  WINDOW_MORE,
} from "../model/state.ts";
import { segmentLines } from "../model/tokens.ts";
import type { Details } from "./events.ts";
import { nextTask, rest, WorkQueue } from "./queue.ts";

/** After this time the reader is told that the program is still running. */
const BUSY_MS = 300;

/** How often a running program is looked at. */
const REFRESH_MS = 120;

/** What a session needs from its element. */
export interface SessionHost {
  /** Shows a state; `glide` says whether tasks may be seen moving. */
  render(state: State, glide: boolean): void;
  dispatch<Name extends keyof Details>(name: Name, detail: Details[Name]): void;
}

/** Runs a program for an element. Every method leaves the element showing the newest state. */
export class Session {
  readonly #engine: Engine;
  readonly #host: SessionHost;
  readonly #queue = new WorkQueue();
  #simulator: Simulator | null = null;
  #state: State = emptyState;
  #limits: Limits = firstLimits;
  #fuel = FUEL_FIRST;

  constructor(engine: Engine, host: SessionHost, settings: Settings) {
    this.#engine = engine;
    this.#host = host;
    this.#state = { ...emptyState, settings };
  }

  /** The newest state. */
  get state(): State {
    return this.#state;
  }

  /** Compiles another program and shows it before its first instruction. */
  load(source: string, filename: string): void {
    this.#queue.cancel();
    this.#free();
    this.#limits = firstLimits;
    this.#state = {
      ...this.#state,
      ...withoutLastEmptyLine(this.#highlighted(source)),
      filename,
      activity: "idle",
      fault: null,
      editing: false,
      isInterrupted: false,
    };
    try {
      const { web, latency, bandwidth, stdin, limits } = this.#state.settings;
      const options = { filename, web, latency, bandwidth, stdin, ...limits };
      this.#simulator = this.#engine.createSimulator(source, options);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#refresh("idle");
    this.#announce(null, "jump", emptyView);
    if (isInvalid(this.#state)) {
      const message = errorText(this.#state);
      this.#host.dispatch("loopscope-error", { kind: "compile", message });
    }
  }

  /** Shows changed settings. */
  configure(settings: Settings): void {
    this.#show({ settings }, false);
  }

  /** Goes forward. Ends what plays first. */
  step(kind: StepKind): Promise<void> {
    return this.#travel("forward", kind);
  }

  /** Goes back to where the step of the same kind came from. */
  back(kind: StepKind): Promise<void> {
    return this.#travel("back", kind);
  }

  /** Jumps to a position; beyond the end means the end. */
  seek(position: number): Promise<void> {
    this.#stopPlaying();
    return this.#queue.add(async (signal) => {
      if (!Number.isFinite(position)) {
        await this.#drive("forward", "end", signal);
        return;
      }
      const before = this.#state.view;
      if (await this.#persist((simulator) => simulator.seek(position), signal)) {
        this.#announce(null, "jump", before);
      }
    });
  }

  /** Steps by itself until the end or a pause. */
  play(): Promise<void> {
    this.#stopPlaying();
    return this.#queue.add(async (signal) => {
      const isStopped = (): boolean => signal.aborted || isOver(this.#state);
      while (!isStopped()) {
        const before = this.#state.view;
        const { speed, step } = this.#state.settings;
        this.#show({ activity: "playing" }, false);
        await this.#drive("forward", Number.isFinite(speed) ? step : "end", signal);
        if (!isStopped()) {
          await rest(restMs(before, this.#state.view, speed), signal);
        }
      }
      this.#show({ activity: "idle" }, false);
    });
  }

  /** Stops where it is. */
  pause(): void {
    this.#queue.cancel();
    this.#refresh("idle");
  }

  /** Sends the program Ctrl-C, which it gets as soon as it goes on. */
  interrupt(): void {
    if (this.#ask((simulator) => simulator.signal("SIGINT")) === true) {
      this.#refresh(this.#state.activity);
      this.#show({ isInterrupted: true }, false);
    }
  }

  /** Back to the start, whatever happens now. */
  reset(): void {
    const { source, filename, fault, view } = this.#state;
    this.#queue.cancel();
    if (fault !== null) {
      this.load(source, filename);
      return;
    }
    this.#limits = firstLimits;
    this.#ask((simulator) => simulator.reset());
    this.#refresh("idle");
    this.#announce(null, "jump", view);
  }

  /** Shows the program text for editing, from the start. */
  edit(): void {
    this.reset();
    this.#show({ editing: true, ...this.#highlighted(this.#state.source) }, false);
  }

  /** Takes over a change of the text; it is compiled by `load`, when the editing is over. */
  changeDraft(source: string): void {
    this.#show({ fault: null, ...this.#highlighted(source) }, false);
  }

  /** Shows more rows of a list. */
  showMore(list: ListName): void {
    this.#limits = { ...this.#limits, [list]: this.#limits[list] + WINDOW_MORE };
    this.#refresh(this.#state.activity);
  }

  /** Gives the simulator's memory back; nothing can be asked afterwards. */
  dispose(): void {
    this.#queue.cancel();
    this.#free();
  }

  async #travel(direction: "forward" | "back", kind: StepKind): Promise<void> {
    this.#stopPlaying();
    await this.#queue.add((signal) => this.#drive(direction, kind, signal));
  }

  #stopPlaying(): void {
    if (this.#state.activity === "playing") {
      this.#queue.cancel();
    }
  }

  /** One step. */
  async #drive(direction: "forward" | "back", kind: StepKind, signal: AbortSignal): Promise<void> {
    const before = this.#state.view;
    const step = (simulator: Simulator): Status =>
      direction === "forward" ? simulator.step(kind, this.#fuel) : simulator.back(kind, this.#fuel);
    if (await this.#persist(step, signal)) {
      this.#announce(kind, direction, before);
    }
  }

  /**
   * Asks again and again until the stop is reached, letting the page breathe in between.
   *
   * Returns false if it was called off before.
   */
  async #persist(slice: (simulator: Simulator) => Status, signal: AbortSignal): Promise<boolean> {
    const playing = this.#state.activity === "playing";
    const started = performance.now();
    let shown = started;
    for (;;) {
      const sliceStart = performance.now();
      if (this.#ask(slice) !== "running") {
        this.#refresh(playing ? "playing" : "idle");
        return true;
      }
      const now = performance.now();
      this.#fuel = nextFuel(this.#fuel, now - sliceStart);
      if (now - started > BUSY_MS && now - shown > REFRESH_MS) {
        shown = now;
        this.#refresh(playing ? "playing" : "busy");
      }
      await nextTask();
      if (signal.aborted) {
        return false;
      }
    }
  }

  /** Asks the simulator, whose own failure is a bug of ours and never one of the program. */
  #ask<T>(question: (simulator: Simulator) => T): T | null {
    if (this.#simulator === null || this.#state.fault !== null) {
      return null;
    }
    try {
      return question(this.#simulator);
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #refresh(activity: Activity): void {
    const answer = this.#ask((simulator) => {
      const view = simulator.view();
      return { view, lists: queryLists(simulator, this.#limits, view.consoleTotal) };
    });
    const glide = Number.isFinite(this.#state.settings.speed) || activity !== "playing";
    const isInterrupted = answer?.view.position === this.#state.view.position;
    this.#show(
      { ...answer, activity, isInterrupted: isInterrupted && this.#state.isInterrupted },
      glide,
    );
  }

  #show(change: Partial<State>, glide: boolean): void {
    this.#state = { ...this.#state, ...change };
    this.#host.render(this.#state, glide);
  }

  #highlighted(source: string): Pick<State, "source" | "lines"> {
    return { source, lines: segmentLines(source, this.#engine.highlight(source)) };
  }

  #fail(error: unknown): void {
    const fault = faultOf(error);
    const lost = fault.kind === "compile" ? { view: uncompiledView, lists: emptyLists } : {};
    this.#show({ ...lost, fault, activity: "idle" }, false);
    this.#host.dispatch("loopscope-error", { kind: fault.kind, message: fault.message });
  }

  #announce(kind: StepKind | null, direction: "forward" | "back" | "jump", before: View): void {
    const { view } = this.#state;
    if (this.#state.fault !== null) {
      return;
    }
    this.#host.dispatch("loopscope-step", { kind, direction, view });
    if (view.consoleTotal > before.consoleTotal && direction === "forward") {
      const count = view.consoleTotal - before.consoleTotal;
      const window = this.#ask((simulator) => simulator.console(before.consoleTotal, count));
      this.#host.dispatch("loopscope-output", { pieces: window?.items ?? [] });
    }
    if (isOver(this.#state) && direction !== "back") {
      this.#host.dispatch("loopscope-end", {
        status: view.status,
        exitStatus: view.exitStatus,
      });
    }
  }

  #free(): void {
    const simulator = this.#simulator;
    this.#simulator = null;
    try {
      simulator?.free();
    } catch {
      // A simulator that broke in the middle of a call can't be freed; its page stays usable.
    }
  }
}

/** What follows the last newline is worth a line number only while somebody may write there. */
function withoutLastEmptyLine<T extends Pick<State, "lines">>(program: T): T {
  const { lines } = program;
  return lines.at(-1)?.length === 0 ? { ...program, lines: lines.slice(0, -1) } : program;
}

/** Only a trap of the WebAssembly code is our bug; the constructor refuses what doesn't compile. */
function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const kind = error instanceof WebAssembly.RuntimeError ? "bug" : "compile";
  return { kind, message };
}
