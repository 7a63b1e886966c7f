/** The events of the element. All bubble, cross shadow borders, and carry a typed `detail`. */

import type { OutputView, Status, StepKind, View } from "../bridge/types.ts";

/** The program went forward or back, or jumped. */
export interface StepDetail {
  /** Null for a jump: `seek`, `reset` and a new program. */
  readonly kind: StepKind | null;
  readonly direction: "forward" | "back" | "jump";
  readonly view: View;
}

/** The program printed; not told again when it goes back. */
export interface OutputDetail {
  readonly pieces: OutputView[];
}

/** No step forward is left. */
export interface EndDetail {
  readonly status: Status;
  /** As CPython would exit; null when it would never exit. */
  readonly exitStatus: number | null;
}

/** What is not an exception of the program, which ends with `loopscope-end`. */
export interface ErrorDetail {
  /** `compile`: not valid Python; `bug`: the simulator broke; `network`: something didn't load. */
  readonly kind: "compile" | "bug" | "network";
  readonly message: string;
}

/** Which detail belongs to which event. */
export interface Details {
  "loopscope-step": StepDetail;
  "loopscope-output": OutputDetail;
  "loopscope-end": EndDetail;
  "loopscope-error": ErrorDetail;
}

/** An event of `<loop-scope>`. */
export class LoopscopeEvent<Name extends keyof Details> extends Event {
  readonly detail: Details[Name];

  constructor(name: Name, detail: Details[Name]) {
    super(name, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    "loopscope-step": LoopscopeEvent<"loopscope-step">;
    "loopscope-output": LoopscopeEvent<"loopscope-output">;
    "loopscope-end": LoopscopeEvent<"loopscope-end">;
    "loopscope-error": LoopscopeEvent<"loopscope-error">;
  }
}
