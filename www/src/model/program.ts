/** Questions to a simulator that the interface asks after every step. */

import type { Simulator } from "../bridge/types.ts";
import { CONSOLE_WINDOW, LIST_WINDOW, type ListName, type Lists } from "./state.ts";

/** How many rows of each list are shown. */
export type Limits = Readonly<Record<ListName, number>>;

/** The limits before the reader asks for more. */
export const firstLimits: Limits = {
  ready: LIST_WINDOW,
  sleeping: LIST_WINDOW,
  waiting: LIST_WINDOW,
  done: LIST_WINDOW,
  threads: LIST_WINDOW,
};

/** The visible parts of all lists; of the console, the end. */
export function queryLists(
  simulator: Pick<Simulator, ListName | "console">,
  limits: Limits,
  consoleTotal: number,
): Lists {
  const start = Math.max(0, consoleTotal - CONSOLE_WINDOW);
  return {
    ready: simulator.ready(0, limits.ready),
    sleeping: simulator.sleeping(0, limits.sleeping),
    waiting: simulator.waiting(0, limits.waiting),
    done: simulator.done(0, limits.done),
    threads: simulator.threads(0, limits.threads),
    console: simulator.console(start, CONSOLE_WINDOW),
  };
}
