/** Virtual time as text, and what is left of a sleep. */

import type { Ns } from "../bridge/types.ts";

const NS_PER_SECOND = 1e9;

/** Seconds with as many decimals as the value has, at most nine: `0 s`, `1.5 s`, `0.000001 s`. */
export function formatNs(ns: Ns): string {
  const seconds = Math.floor(ns / NS_PER_SECOND);
  const rest = Math.round(ns % NS_PER_SECOND);
  const decimals = rest === 0 ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
  return `${seconds.toLocaleString("en")}${decimals} s`;
}

/** What sleeps: a task or a thread. */
export interface Sleeper {
  readonly deadlineNs: Ns | null;
  readonly sinceNs: Ns | null;
}

/** Virtual time until the sleeper wakes; never negative, though a blocked loop can be late. */
export function remainingNs(sleeper: Sleeper, clockNs: Ns): Ns {
  return Math.max(0, (sleeper.deadlineNs ?? clockNs) - clockNs) as Ns;
}

/** When the sleep ends and how much of it is left; empty for what has no deadline. */
export function deadlineNote(sleeper: Sleeper, clockNs: Ns): string {
  const { deadlineNs } = sleeper;
  if (deadlineNs === null) {
    return "";
  }
  return deadlineNs <= clockNs
    ? `due since ${formatNs(deadlineNs)}`
    : `until ${formatNs(deadlineNs)} · ${formatNs(remainingNs(sleeper, clockNs))} left`;
}

/** The part of the sleep that is still to come, from 1 (fell asleep now) to 0 (due). */
export function remainingShare(sleeper: Sleeper, clockNs: Ns): number {
  const { deadlineNs, sinceNs } = sleeper;
  if (deadlineNs === null || sinceNs === null || deadlineNs <= sinceNs) {
    return 0;
  }
  const share = (deadlineNs - clockNs) / (deadlineNs - sinceNs);
  return Math.min(1, Math.max(0, share));
}
