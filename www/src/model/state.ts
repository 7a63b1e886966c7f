/** Everything the interface shows, as one immutable value. */

import type {
  FrameView,
  HandleView,
  Ns,
  OutputView,
  TaskView,
  ThreadView,
  View,
  Window,
} from "../bridge/types.ts";
import { offendingLine } from "./output.ts";
import { parseSettings, type Settings } from "./settings.ts";
import type { Segment } from "./tokens.ts";

/** The long lists of a view; each is asked for by its own window. */
export type ListName = "ready" | "sleeping" | "waiting" | "done" | "threads";

/** How much of each list is shown before the reader asks for more. */
export const LIST_WINDOW = 50;

/** How many pieces of output are shown, counted from the last. */
export const CONSOLE_WINDOW = 400;

/** How many rows one press on "… and n more" adds. */
export const WINDOW_MORE = 200;

/**
 * `busy` is a step that takes so long that the reader should know: the program is still running.
 */
export type Activity = "idle" | "stepping" | "busy" | "playing";

/** Why there is nothing to step, apart from what the program itself did. */
export interface Fault {
  /** `compile`: the program is not valid; `bug`: the simulator broke; `network`: not loaded. */
  readonly kind: "compile" | "bug" | "network";
  readonly message: string;
}

/** The visible parts of the long lists. */
export interface Lists {
  readonly ready: Window<HandleView>;
  readonly sleeping: Window<TaskView>;
  readonly waiting: Window<TaskView>;
  readonly done: Window<TaskView>;
  readonly threads: Window<ThreadView>;
  readonly console: Window<OutputView>;
}

/** One state of the interface. */
export interface State {
  readonly settings: Settings;
  readonly source: string;
  readonly filename: string;
  readonly lines: readonly (readonly Segment[])[];
  readonly view: View;
  readonly lists: Lists;
  readonly activity: Activity;
  readonly fault: Fault | null;
  readonly editing: boolean;
  /** Ctrl-C was sent here, and the program has not gone on since. */
  readonly isInterrupted: boolean;
}

function emptyWindow<T>(): Window<T> {
  return { offset: 0, total: 0, items: [] };
}

/** Lists with nothing in them, as before the program was compiled. */
export const emptyLists: Lists = {
  ready: emptyWindow(),
  sleeping: emptyWindow(),
  waiting: emptyWindow(),
  done: emptyWindow(),
  threads: emptyWindow(),
  console: emptyWindow(),
};

/** The view of a program that has no simulator (yet, or because it doesn't compile). */
export const emptyView: View = {
  status: "paused",
  exitStatus: null,
  position: 0,
  stepNumber: 0,
  canBack: false,
  clockNs: 0 as Ns,
  turn: 0,
  place: null,
  sentence: "",
  running: null,
  runningCallback: null,
  runningThread: null,
  threadsTotal: 0,
  readyTotal: 0,
  sleepingTotal: 0,
  waitingTotal: 0,
  doneTotal: 0,
  consoleTotal: 0,
  choices: 0,
  stall: null,
  frames: [],
};

/** The view of a program that isn't valid: CPython exits with 1 before it runs anything. */
export const uncompiledView: View = { ...emptyView, status: "failed", exitStatus: 1 };

/** The state before anything is known. */
export const emptyState: State = {
  settings: parseSettings(() => null),
  source: "",
  filename: "main.py",
  lines: [],
  view: emptyView,
  lists: emptyLists,
  activity: "idle",
  fault: null,
  editing: false,
  isInterrupted: false,
};

/** Whether no step forward can do anything. */
export function isOver(state: State): boolean {
  const status = state.view.status;
  return state.fault !== null || (status !== "paused" && status !== "running");
}

/** Whether something from outside can still reach the program: also one that waits for ever. */
export function canGoOn(state: State): boolean {
  return !isOver(state) || (state.fault === null && state.view.status === "stalled");
}

/** Whether the program has no first instruction, since it isn't valid Python. */
export function isInvalid(state: State): boolean {
  const { status, position } = state.view;
  return state.fault?.kind === "compile" || (status === "failed" && position === 0);
}

/** Whether the reader should see that the program goes on by itself. */
export function isAtWork(state: State): boolean {
  return state.activity === "busy" || state.activity === "playing";
}

/** The line an error points to, or null while there is none. */
export function errorLine(state: State): number | null {
  if (state.fault?.kind === "compile") {
    return offendingLine(state.fault.message, state.filename);
  }
  return state.view.status === "failed" ? offendingLine(errorText(state), state.filename) : null;
}

/** What the program wrote to its error output, as far as the console shows it. */
export function errorText(state: State): string {
  const pieces = state.lists.console.items.filter((piece) => piece.stream === "stderr");
  return pieces.map((piece) => piece.text).join("");
}

/** The frame whose variables are shown. */
export function innermostFrame(view: View): FrameView | null {
  return view.frames.at(-1) ?? null;
}
