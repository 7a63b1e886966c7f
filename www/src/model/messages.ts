/** Every text of the interface that doesn't come from the engine, in one place. */

import type { StepKind } from "../bridge/types.ts";

/** The choice of step kind: what the Step button goes to. */
export const stepKindLabels: Readonly<Record<StepKind, string>> = {
  line: "line",
  over: "line, staying in this task",
  into: "call",
  out: "return",
  switch: "task switch",
  turn: "turn of the loop",
  tick: "move of the clock",
  output: "output",
  end: "end",
};

/** The toolbar, which is there before anything else is loaded. */
export const toolbarText = {
  toolbar: "Simulation",
  step: "Step",
  back: "Back",
  run: "Run",
  pause: "Pause",
  reset: "Reset",
  interrupt: "Ctrl-C",
  edit: "Edit",
  apply: "Apply",
  stepKindName: "Step to next",
  speed: "Speed",
  loading: "Loading the simulator…",
  notLoaded: "This could not be loaded:",
  left: "the element is no longer in the page",
} as const;

/** The headings of the lists, which are also their accessible names. */
export const listNames = {
  running: "Running",
  ready: "Ready queue",
  sleeping: "Sleeping",
  waiting: "Waiting",
  done: "Done",
  threads: "Threads",
} as const;

/** What an empty list says. */
export const emptyTexts = {
  running: "nothing",
  ready: "empty",
  sleeping: "nobody",
  waiting: "nobody",
  done: "none yet",
  threads: "none",
} as const;

/** The rest of the interface. */
export const interfaceText = {
  code: "Program",
  editor: "Program text",
  console: "Console",
  clock: "Clock",
  variables: "Variables",
  noOutput: "Nothing printed yet",
  noVariables: "No variables here yet",
  module: "module code",
  loop: "the event loop",
  callback: "a callback",
  nextTurn: "next turn",
  intro: "Press Step to run the program one step at a time.",
  editing: "Change the program, then press Step or Apply.",
  interrupted: "Ctrl-C is sent: the program gets it with the next step.",
  stillRunning:
    "The program is still running and hasn’t come to the next stop. Pause or reset it at any time.",
  notValid: "This is not valid Python; the console says why.",
  broken: "The simulator itself broke, not the program. Reset starts it afresh.",
  stall: "Nothing can ever happen again",
} as const;

/** The label of a speed in the toolbar. */
export function speedLabel(speed: number): string {
  return Number.isFinite(speed) ? `${speed}×` : "max";
}

/** What stands for the `count` rows that a long list doesn't show. */
export function moreText(count: number): string {
  return `… and ${count.toLocaleString("en")} more`;
}
