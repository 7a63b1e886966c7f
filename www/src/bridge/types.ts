/**
 * The shapes that the engine hands to the page. Types only: every layer may import this file.
 *
 * Units stand in the names: `…Ns` is virtual time in nanoseconds since the start of the program.
 * Lines are 1-based; columns are 0-based and count UTF-16 units, as JavaScript strings do.
 */

/** Virtual nanoseconds since the program started. */
export type Ns = number & { readonly __unit: "ns" };

/** Where one step goes to; every kind has an exact inverse. */
export type StepKind =
  "line" | "over" | "into" | "out" | "switch" | "turn" | "tick" | "output" | "end";

/**
 * `running`: the fuel ran out before the stop was reached; the same call again goes on.
 * `stalled`: nothing can ever happen again. `limit`: one of the engine's bounds stopped it.
 */
export type Status = "paused" | "running" | "finished" | "failed" | "stalled" | "limit";

/** One program under simulation. Owned by whoever constructed it, until `free()`. */
export interface Simulator {
  /** Instructions executed since the start. */
  readonly position: number;
  step(kind: StepKind, fuel?: number): Status;
  back(kind: StepKind, fuel?: number): Status;
  seek(position: number): Status;
  /** Yields to the page between slices; resolves at the end, or when the signal aborts. */
  run(options?: { signal?: AbortSignal }): Promise<Status>;
  reset(): void;
  /** Sends a signal such as SIGINT to the program; false if it has ended. */
  signal(name: string): boolean;
  view(): View;
  /** A hash of the whole machine, as hexadecimal digits. */
  hash(): string;
  free(): void;
  ready(offset: number, count: number): Window<HandleView>;
  sleeping(offset: number, count: number): Window<TaskView>;
  waiting(offset: number, count: number): Window<TaskView>;
  done(offset: number, count: number): Window<TaskView>;
  threads(offset: number, count: number): Window<ThreadView>;
  console(offset: number, count: number): Window<OutputView>;
}

/** What a simulator may be given beside its source. */
export interface SimulatorOptions {
  filename?: string;
  fuelPerSlice?: number;
  stdin?: string;
  /** Sources of library modules that are not built into the engine, by module name. */
  library?: Readonly<Record<string, string>>;
  /** What the simulated web answers: JSON, from URL patterns to answers. */
  web?: string;
  /** Seconds that data takes through the simulated network. */
  latency?: number;
  /** Bytes that a socket sends in a second. */
  bandwidth?: number;
  /** The files beside the program: modules that it imports and what it opens, by relative path. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Instructions before the run ends with status `limit`; unlimited by default. */
  fuelMax?: number;
  /** Instructions in callbacks of one built-in function, or items that it takes: 100 million. */
  callbackFuelMax?: number;
  /** Calls inside each other before `RecursionError`: 1000. */
  recursionMax?: number;
  /** Bytes before `MemoryError`: 512 MB. */
  memoryBytesMax?: number;
  /** Bytes of output before the run ends with status `limit`: 16 MB. */
  outputBytesMax?: number;
}

/** A part of a long list: `items` starts at `offset` of `total`. */
export interface Window<T> {
  offset: number;
  total: number;
  items: T[];
}

/** A range of the source. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  functionName: string;
}

/** The state of a simulator between two steps, without its long lists. */
export interface View {
  status: Status;
  exitStatus: number | null;
  /** Instructions executed since the start. */
  position: number;
  stepNumber: number;
  canBack: boolean;
  clockNs: Ns;
  /** Turns of the event loop since it started. */
  turn: number;
  /** What runs next. */
  place: Place | null;
  /** What the last step did, in one English sentence. */
  sentence: string;
  /** The task whose code runs now; null at module level, in a callback and in the loop itself. */
  running: TaskView | null;
  runningCallback: string | null;
  /** The thread that runs now, unless it is the main one. */
  runningThread: string | null;
  /** Threads that have not ended; 0 as long as the main one is the only one there was. */
  threadsTotal: number;
  readyTotal: number;
  sleepingTotal: number;
  waitingTotal: number;
  doneTotal: number;
  consoleTotal: number;
  choices: number;
  /** One line per waiting task: who waits for what. */
  stall: string[] | null;
  /** Innermost last. */
  frames: FrameView[];
}

/** One frame of the call stack that runs now. */
export interface FrameView {
  functionName: string;
  line: number;
  locals: { name: string; value: string }[];
}

/** A callback in the ready queue. */
export interface HandleView {
  id: number;
  label: string;
  task: number | null;
  taskName: string | null;
  cause: string;
  /** Whether it runs in the current turn; what becomes ready meanwhile waits for the next. */
  inThisTurn: boolean;
  line: number | null;
}

/** A task, as the lists show it. */
export interface TaskView {
  id: number;
  name: string;
  coroutine: string;
  state: "pending" | "finished" | "failed" | "cancelled";
  line: number | null;
  waitingFor: string | null;
  deadlineNs: Ns | null;
  /** When it fell asleep. */
  sinceNs: Ns | null;
  result: string | null;
  exception: string | null;
  /** The tasks that wait for this one, by id. */
  awaiters: number[];
}

/** A thread that has not ended. */
export interface ThreadView {
  /** What `threading.get_ident()` tells: the main thread is 1. */
  id: number;
  name: string;
  /** `ready`: it goes on when those before it block. */
  state: "running" | "ready" | "blocked";
  /** The program's innermost function in it. */
  functionName: string | null;
  line: number | null;
  /** The call that blocks it. */
  waitingFor: string | null;
  deadlineNs: Ns | null;
  /** When it began to wait. */
  sinceNs: Ns | null;
  /** The task whose step runs in it. */
  task: number | null;
}

/** A piece of output, as the program wrote it. */
export interface OutputView {
  stream: "stdout" | "stderr";
  text: string;
  clockNs: Ns;
  task: number | null;
}
