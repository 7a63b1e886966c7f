/** How a task is recognised across the lists: its colour, its name and its second name. */

import type { TaskView } from "../bridge/types.ts";

/** How many colours the style sheet defines for tasks. */
export const N_HUES = 8;

/** The colour of a task, stable for its whole life. Colour is never the only sign of a task. */
export function hueOf(taskId: number): number {
  return taskId % N_HUES;
}

/** What to call a task: the word that tells it from others first. */
export interface Label {
  readonly title: string;
  readonly detail: string;
}

/**
 * A task that the program named goes by that name, any other by its coroutine: `Task-3` says
 * nothing to a reader, but still tells two tasks of one coroutine apart.
 */
export function labelOf(task: Pick<TaskView, "name" | "coroutine">): Label {
  if (task.coroutine === "") {
    return { title: task.name, detail: "" };
  }
  const coroutine = `${task.coroutine.replace(/\(\)$/, "")}()`;
  return /^Task-\d+$/.test(task.name)
    ? { title: coroutine, detail: task.name }
    : { title: task.name, detail: coroutine };
}
