/** Where every task and every thread is. */

import type { HandleView, Ns, TaskView, Window } from "../bridge/types.ts";
import { labelOf } from "../model/identity.ts";
import { emptyTexts, interfaceText, listNames } from "../model/messages.ts";
import { innermostFrame, type ListName, type State } from "../model/state.ts";
import { deadlineNote, remainingShare } from "../model/time.ts";
import { create, setText } from "./dom.ts";
import { createList, type ListView } from "./list.ts";
import { createThreads } from "./threads.ts";
import { createTaskName, createTaskRow, setHue, updateTaskName, updateTaskRow } from "./task.ts";

/** The lists, and why nothing can go on when nothing can. */
export interface Stage {
  readonly element: HTMLElement;
  update(state: State): void;
}

/** What has the processor now: a task, a callback, module code or the loop itself. */
interface Runner {
  readonly key: string;
  readonly task: TaskView | null;
  readonly title: string;
  readonly note: string;
}

/** Builds the lists; `showMore` asks for a longer window of one of them. */
export function createStage(showMore: (list: ListName) => void): Stage {
  const list = <T>(name: keyof typeof listNames, more: (() => void) | null): ListView<T> =>
    createList<T>({ name: listNames[name], empty: emptyTexts[name], part: name }, more);
  const running = list<Runner>("running", null);
  const ready = list<HandleView>("ready", () => showMore("ready"));
  const sleeping = list<TaskView>("sleeping", () => showMore("sleeping"));
  const waiting = list<TaskView>("waiting", () => showMore("waiting"));
  const done = list<TaskView>("done", () => showMore("done"));
  const threads = createThreads(() => showMore("threads"));
  const stall = createStall();
  const views = { running, ready, sleeping, waiting, done };
  const element = create(
    "div",
    { class: "stage", part: "stage" },
    stall.element,
    ...Object.values(views).map((view) => view.element),
    threads.element,
  );
  return {
    element,
    update(state) {
      const { lists, view, settings } = state;
      for (const [name, part] of Object.entries(views)) {
        part.element.hidden = !settings.views.has(name as keyof typeof views);
      }
      stall.update(view.stall);
      updateRunning(running, state);
      updateReady(ready, lists.ready);
      updateSleeping(sleeping, lists.sleeping, view.clockNs);
      updateTasks(waiting, lists.waiting, waitingNote);
      updateTasks(done, lists.done, doneNote);
      threads.update(state);
    },
  };
}

function updateRunning(list: ListView<Runner>, state: State): void {
  const runner = runnerOf(state);
  const items = runner === null ? [] : [runner];
  list.update({
    items,
    total: items.length,
    key: (item) => item.key,
    create: createTaskRow,
    update: (row, item) => {
      if (item.task !== null) {
        updateTaskRow(row, item.task, item.note);
        return;
      }
      setHue(row, null);
      row.dataset["flip"] = item.key;
      setText(row.children[1] ?? row, item.note);
      updateTaskName(row.children[0] ?? row, item.title, "");
    },
  });
}

function runnerOf(state: State): Runner | null {
  const { view } = state;
  const place = innermostFrame(view);
  const note = place === null ? "" : `${place.functionName}, line ${place.line}`;
  if (view.running !== null) {
    const line = view.place?.line ?? view.running.line;
    const at = line === null ? "" : `line ${line}`;
    return { key: `task-${view.running.id}`, task: view.running, title: "", note: at };
  }
  if (view.runningCallback !== null) {
    return { key: "callback", task: null, title: view.runningCallback, note };
  }
  if (view.place !== null) {
    return view.runningThread === null
      ? { key: "module", task: null, title: interfaceText.module, note: `line ${view.place.line}` }
      : { key: "thread", task: null, title: view.runningThread, note };
  }
  if (view.status !== "paused" && view.status !== "running") {
    return null;
  }
  return view.position === 0
    ? null
    : { key: "loop", task: null, title: interfaceText.loop, note: "" };
}

function updateReady(list: ListView<HandleView>, window: Window<HandleView>): void {
  list.update({
    items: window.items,
    total: window.total,
    key: (handle) => `handle-${handle.id}`,
    create: () =>
      create(
        "li",
        { class: "chip", part: "handle" },
        createTaskName(),
        create("span", { class: "note" }),
      ),
    update: (chip, handle) => {
      setHue(chip, handle.task);
      chip.dataset["flip"] = handle.task === null ? `handle-${handle.id}` : `task-${handle.task}`;
      chip.dataset["turn"] = handle.inThisTurn ? "this" : "next";
      chip.title = handle.cause;
      const label = handleLabel(handle);
      updateTaskName(chip.children[0] ?? chip, label.title, label.detail);
      setText(chip.children[1] ?? chip, handle.inThisTurn ? "" : interfaceText.nextTurn);
    },
  });
}

function handleLabel(handle: HandleView): { title: string; detail: string } {
  if (handle.taskName === null) {
    return { title: handle.label, detail: "" };
  }
  const coroutine = handle.label === handle.taskName ? "" : handle.label;
  return labelOf({ name: handle.taskName, coroutine });
}

function updateSleeping(list: ListView<TaskView>, window: Window<TaskView>, clockNs: Ns): void {
  list.update({
    items: window.items,
    total: window.total,
    key: (task) => `task-${task.id}`,
    create: () => {
      const row = createTaskRow();
      row.append(create("span", { class: "bar", "aria-hidden": "true" }, create("i")));
      return row;
    },
    update: (row, task) => {
      updateTaskRow(row, task, deadlineNote(task, clockNs));
      row.style.setProperty("--remaining", String(remainingShare(task, clockNs)));
    },
  });
}

function updateTasks(
  list: ListView<TaskView>,
  window: Window<TaskView>,
  note: (task: TaskView) => string,
): void {
  list.update({
    items: window.items,
    total: window.total,
    key: (task) => `task-${task.id}`,
    create: createTaskRow,
    update: (row, task) => {
      updateTaskRow(row, task, note(task));
      row.dataset["state"] = task.state;
    },
  });
}

function waitingNote(task: TaskView): string {
  return task.waitingFor === null ? "" : `for ${task.waitingFor}`;
}

function doneNote(task: TaskView): string {
  switch (task.state) {
    case "failed":
      return `✕ raised ${task.exception ?? "an exception"}`;
    case "cancelled":
      return "⊘ cancelled";
    default:
      return `✓ returned ${task.result ?? "None"}`;
  }
}

interface Stall {
  readonly element: HTMLElement;
  update(lines: readonly string[] | null): void;
}

function createStall(): Stall {
  const rows = create("ul", { class: "rows", role: "list" });
  const heading = create("div", { class: "heading" }, interfaceText.stall);
  const element = create("section", { class: "stall", part: "stall" }, heading, rows);
  return {
    element,
    update(lines) {
      element.hidden = lines === null;
      rows.replaceChildren(...(lines ?? []).map((line) => create("li", {}, line)));
    },
  };
}
