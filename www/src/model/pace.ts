/** How long *Run* rests on a step, and how much work one slice gets. */

import type { View } from "../bridge/types.ts";

const LINE_MS = 380;
const SWITCH_MS = 750;
const CLOCK_MS = 1100;

/** Milliseconds of work after which the page gets its turn. */
export const SLICE_MS = 8;

const FUEL_MIN = 1_000;
const FUEL_MAX = 5_000_000;

/** Instructions in the first slice, before anything has been measured. */
export const FUEL_FIRST = 20_000;

/**
 * The rest after a step, by how much there is to take in: a move of the clock changes the most, a
 * switch of tasks less, the next line the least.
 */
export function restMs(before: View, after: View, speed: number): number {
  if (!Number.isFinite(speed)) {
    return 0;
  }
  return weightMs(before, after) / speed;
}

function weightMs(before: View, after: View): number {
  if (before.clockNs !== after.clockNs) {
    return CLOCK_MS;
  }
  const switched = before.running?.id !== after.running?.id || before.turn !== after.turn;
  return switched ? SWITCH_MS : LINE_MS;
}

/** The fuel for the next slice, so that it takes about {@link SLICE_MS}. */
export function nextFuel(fuel: number, elapsedMs: number): number {
  const ratio = elapsedMs > 0 ? SLICE_MS / elapsedMs : 2;
  // At most doubled, so that one lucky measurement doesn't block the page in the next slice.
  const wanted = fuel * Math.min(2, ratio);
  return Math.round(Math.min(FUEL_MAX, Math.max(FUEL_MIN, wanted)));
}
