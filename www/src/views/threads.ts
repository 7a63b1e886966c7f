/** A lane for each thread: where it stands, and what blocks it for how long. */

import type { Ns, ThreadView } from "../bridge/types.ts";
import { emptyTexts, listNames } from "../model/messages.ts";
import type { State } from "../model/state.ts";
import { deadlineNote, remainingShare } from "../model/time.ts";
import { create, setText } from "./dom.ts";
import { createList } from "./list.ts";
import { createTaskName, setHue, updateTaskName } from "./task.ts";

/** The list of threads, hidden as long as the main one is the only one there was. */
export interface Threads {
  readonly element: HTMLElement;
  update(state: State): void;
}

/** Builds the list; `showMore` asks for a longer window of it. */
export function createThreads(showMore: () => void): Threads {
  const texts = { name: listNames.threads, empty: emptyTexts.threads, part: "threads" };
  const list = createList<ThreadView>(texts, showMore);
  return {
    element: list.element,
    update({ view, lists, settings }) {
      list.element.hidden = view.threadsTotal === 0 || !settings.views.has("threads");
      list.update({
        items: lists.threads.items,
        total: lists.threads.total,
        key: (thread) => `thread-${thread.id}`,
        create: createLane,
        update: (row, thread) => updateLane(row, thread, view.clockNs),
      });
    },
  };
}

function createLane(): HTMLElement {
  return create(
    "li",
    { class: "card", part: "thread" },
    createTaskName(),
    create("span", { class: "note" }),
    create("span", { class: "bar", "aria-hidden": "true" }, create("i")),
  );
}

function updateLane(row: HTMLElement, thread: ThreadView, clockNs: Ns): void {
  const [name, note, bar] = row.children;
  if (name === undefined || note === undefined || !(bar instanceof HTMLElement)) {
    return;
  }
  setHue(row, thread.task);
  row.dataset["state"] = thread.state;
  updateTaskName(name, thread.name, standsAt(thread));
  setText(note, laneNote(thread, clockNs));
  bar.hidden = thread.deadlineNs === null;
  row.style.setProperty("--remaining", String(remainingShare(thread, clockNs)));
}

function standsAt(thread: ThreadView): string {
  return thread.line === null ? "" : `${thread.functionName ?? ""}, line ${thread.line}`;
}

function laneNote(thread: ThreadView, clockNs: Ns): string {
  if (thread.state !== "blocked") {
    return thread.state === "running" ? "runs" : "ready";
  }
  const what = thread.waitingFor === null ? "blocked" : `blocked by ${thread.waitingFor}`;
  const until = deadlineNote(thread, clockNs);
  return until === "" ? what : `${what} ${until}`;
}
