/** Where the program stands, in two words. */

import { isAtWork, isInvalid, isOver, type State } from "./state.ts";

/** A short text and the tone it is shown in. */
export interface Standing {
  readonly text: string;
  readonly tone: "calm" | "active" | "good" | "bad";
}

/** What the status chip says. */
export function standingOf(state: State): Standing {
  if (state.editing) {
    return { text: "Editing", tone: "active" };
  }
  if (state.fault !== null) {
    return faultStanding[state.fault.kind];
  }
  if (!isOver(state)) {
    return underway(state);
  }
  if (isInvalid(state)) {
    return faultStanding.compile;
  }
  const exit = state.view.exitStatus;
  switch (state.view.status) {
    case "finished":
      return { text: exit ? `Finished with exit status ${exit}` : "Finished", tone: "good" };
    case "failed":
      return { text: `Failed with exit status ${exit ?? 1}`, tone: "bad" };
    case "stalled":
      return { text: "Stalled", tone: "bad" };
    default:
      return { text: "Stopped at a limit", tone: "bad" };
  }
}

const faultStanding: Readonly<Record<"compile" | "bug" | "network", Standing>> = {
  compile: { text: "Syntax error", tone: "bad" },
  bug: { text: "Simulator bug", tone: "bad" },
  network: { text: "Not loaded", tone: "bad" },
};

function underway(state: State): Standing {
  if (isAtWork(state) && (state.activity === "busy" || state.view.status === "running")) {
    return { text: "Still running", tone: "active" };
  }
  if (state.activity === "playing") {
    return { text: "Running", tone: "active" };
  }
  const { status, position, stepNumber } = state.view;
  if (status !== "running" && position === 0) {
    return { text: "Ready to start", tone: "calm" };
  }
  // Where a pause came in the middle of the first step, going back leads to no step's end either.
  if (status === "running" || stepNumber === 0) {
    return { text: "Paused on the way", tone: "calm" };
  }
  return { text: `Step ${stepNumber.toLocaleString("en")}`, tone: "calm" };
}
