/** What the code panel marks: the line that runs next, where tasks rest, where an error is. */

import type { TaskView, ThreadView } from "../bridge/types.ts";
import { errorLine, type State } from "./state.ts";
import { type Columns, columnsOf } from "./tokens.ts";

/** A task or a thread that will go on at this line. */
export interface Pin {
  /** Null for a thread in which no task runs. */
  readonly task: number | null;
  /** The name of the task or thread: its function is the one the line stands in. */
  readonly title: string;
  readonly rests: "ready" | "sleeping" | "waiting";
}

/** Everything that is marked in one line. */
export interface Decoration {
  /** The columns that run next. */
  readonly current: Columns | null;
  /** The task that runs there, for its colour. */
  readonly task: number | null;
  readonly isError: boolean;
  readonly pins: readonly Pin[];
}

/** How many lines of a long statement are marked. */
const MARKED_LINES_MAX = 100;

/** The marked lines by number; a line that isn't in the map has no marks. */
export function decorationsOf(state: State): ReadonlyMap<number, Decoration> {
  const decorations = new Map<number, Decoration>();
  const decorate = (line: number, change: (old: Decoration) => Decoration): void => {
    decorations.set(line, change(decorations.get(line) ?? plain));
  };
  const { place, running } = state.view;
  const wrong = errorLine(state);
  if (wrong !== null) {
    decorate(wrong, (old) => ({ ...old, isError: true }));
  } else if (place !== null && !state.editing) {
    const last = Math.min(place.endLine, place.line + MARKED_LINES_MAX);
    for (let line = place.line; line <= last; line += 1) {
      const current = columnsOf(place, line);
      decorate(line, (old) => ({ ...old, current, task: running?.id ?? null }));
    }
  }
  for (const { line, pin } of state.editing ? [] : pinsOf(state)) {
    decorate(line, (old) => ({ ...old, pins: [...old.pins, pin] }));
  }
  return decorations;
}

const plain: Decoration = { current: null, task: null, isError: false, pins: [] };

function pinsOf(state: State): { line: number; pin: Pin }[] {
  const { ready, sleeping, waiting, threads } = state.lists;
  const resting = (tasks: readonly TaskView[], rests: Pin["rests"]) =>
    tasks.flatMap((task) =>
      task.line === null
        ? []
        : [{ line: task.line, pin: { task: task.id, title: task.name, rests } }],
    );
  const handles = ready.items.flatMap(({ task, line, label, taskName }) =>
    task === null || line === null
      ? []
      : [{ line, pin: { task, title: taskName ?? label, rests: "ready" as const } }],
  );
  const lanes = threads.items.flatMap((thread) =>
    thread.line === null || thread.state === "running"
      ? []
      : [
          {
            line: thread.line,
            pin: { task: thread.task, title: thread.name, rests: restOf(thread) },
          },
        ],
  );
  return [
    ...handles,
    ...resting(sleeping.items, "sleeping"),
    ...resting(waiting.items, "waiting"),
    ...lanes,
  ];
}

function restOf(thread: ThreadView): Pin["rests"] {
  if (thread.state === "ready") {
    return "ready";
  }
  return thread.deadlineNs === null ? "waiting" : "sleeping";
}

/** Equal signatures look the same. */
export function signatureOf(decoration: Decoration | undefined): string {
  return decoration === undefined ? "" : JSON.stringify(decoration);
}
