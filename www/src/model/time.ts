/** Virtual time as text, and what is left of a sleep. */

import type { Ns, TaskView } from "../bridge/types.ts";

const NS_PER_SECOND = 1e9;

/** Seconds with as many decimals as the value has, at most nine: `0 s`, `1.5 s`, `0.000001 s`. */
export function formatNs(ns: Ns): string {
  const seconds = Math.floor(ns / NS_PER_SECOND);
  const rest = Math.round(ns % NS_PER_SECOND);
  const decimals = rest === 0 ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
  return `${seconds.toLocaleString("en")}${decimals} s`;
}

/** Virtual time until the task wakes; never negative, though a blocked loop can be late. */
export function remainingNs(task: TaskView, clockNs: Ns): Ns {
  return Math.max(0, (task.deadlineNs ?? clockNs) - clockNs) as Ns;
}

/** The part of the sleep that is still to come, from 1 (fell asleep now) to 0 (due). */
export function remainingShare(task: TaskView, clockNs: Ns): number {
  if (task.deadlineNs === null || task.sinceNs === null || task.deadlineNs <= task.sinceNs) {
    return 0;
  }
  const share = (task.deadlineNs - clockNs) / (task.deadlineNs - task.sinceNs);
  return Math.min(1, Math.max(0, share));
}
