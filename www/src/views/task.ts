/** How a task looks wherever it is shown: the same colour, the same two names. */

import type { TaskView } from "../bridge/types.ts";
import { hueOf, labelOf } from "../model/identity.ts";
import { create, setText } from "./dom.ts";

/** The name of a task: a dot of its colour, what to call it, and its second name. */
export function createTaskName(): HTMLElement {
  return create(
    "span",
    { class: "task-name" },
    create("span", { class: "dot", "aria-hidden": "true" }),
    create("span", { class: "title" }),
    create("span", { class: "detail" }),
  );
}

/** Fills a name made by {@link createTaskName}. */
export function updateTaskName(name: Element, title: string, detail: string): void {
  const [, titleElement, detailElement] = name.children;
  if (titleElement !== undefined && detailElement !== undefined) {
    setText(titleElement, title);
    setText(detailElement, detail);
  }
}

/** Marks an element with the colour of a task; null is the colour of what belongs to no task. */
export function setHue(element: HTMLElement, taskId: number | null): void {
  element.dataset["hue"] = taskId === null ? "none" : String(hueOf(taskId));
}

/** Makes the element recognisable to the animation when the task moves to another list. */
export function setIdentity(element: HTMLElement, task: TaskView): void {
  setHue(element, task.id);
  element.dataset["flip"] = `task-${task.id}`;
}

/** A row for a task, with a place for what its list says about it. */
export function createTaskRow(): HTMLElement {
  return create(
    "li",
    { class: "card", part: "task" },
    createTaskName(),
    create("span", { class: "note" }),
  );
}

/** Fills a row made by {@link createTaskRow}. */
export function updateTaskRow(row: HTMLElement, task: TaskView, note: string): void {
  setIdentity(row, task);
  const [name, noteElement] = row.children;
  const { title, detail } = labelOf(task);
  if (name !== undefined && noteElement !== undefined) {
    updateTaskName(name, title, detail);
    setText(noteElement, note);
  }
}
