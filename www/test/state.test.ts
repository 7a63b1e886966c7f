import assert from "node:assert/strict";
import { it } from "node:test";
import type { Ns, TaskView, View } from "../src/bridge/types.ts";
import { decorationsOf } from "../src/model/decorations.ts";
import { labelOf } from "../src/model/identity.ts";
import { nextFuel, restMs, SLICE_MS } from "../src/model/pace.ts";
import { emptyLists, emptyState, emptyView, errorLine, isOver } from "../src/model/state.ts";
import { standingOf } from "../src/model/status.ts";

const task = (id: number, line: number | null): TaskView => ({
  id,
  name: `Task-${id}`,
  coroutine: "work",
  state: "pending",
  line,
  waitingFor: null,
  deadlineNs: null,
  sinceNs: null,
  result: null,
  exception: null,
  awaiters: [],
});

const view = (change: Partial<View>): View => ({ ...emptyView, ...change });

it("marks the place that runs next in the colour of its task, and where others rest", () => {
  const place = { line: 3, column: 4, endLine: 4, endColumn: 2, functionName: "work" };
  const decorations = decorationsOf({
    ...emptyState,
    view: view({ place, running: task(7, 3) }),
    lists: {
      ...emptyLists,
      sleeping: { offset: 0, total: 3, items: [task(1, 3), task(2, 9), task(3, null)] },
    },
  });
  assert.deepEqual([...decorations.keys()].sort(), [3, 4, 9]);
  assert.equal(decorations.get(3)?.task, 7);
  assert.deepEqual(decorations.get(4)?.current, { from: 0, to: 2 });
  assert.deepEqual(decorations.get(9)?.pins, [{ task: 2, title: "Task-2", rests: "sleeping" }]);
  assert.equal(decorations.get(3)?.pins.length, 1);
});

it("marks where threads rest that don’t run", () => {
  const thread = {
    id: 2,
    name: "worker",
    state: "blocked" as const,
    functionName: "work",
    line: 5,
    waitingFor: "sleep()",
    deadlineNs: 2e9 as Ns,
    sinceNs: 0 as Ns,
    task: null,
  };
  const items = [
    thread,
    { ...thread, id: 3, deadlineNs: null },
    { ...thread, id: 4, state: "ready" as const },
    { ...thread, id: 5, state: "running" as const },
    { ...thread, id: 6, line: null },
  ];
  const lists = { ...emptyLists, threads: { offset: 0, total: items.length, items } };
  const pins = decorationsOf({ ...emptyState, lists }).get(5)?.pins ?? [];
  assert.deepEqual(
    pins.map((pin) => pin.rests),
    ["sleeping", "waiting", "ready"],
  );
});

it("marks the line of an error instead of the place", () => {
  const text = '  File "main.py", line 2\nZeroDivisionError: division by zero\n';
  const state = {
    ...emptyState,
    view: view({ status: "failed" }),
    lists: {
      ...emptyLists,
      console: {
        offset: 0,
        total: 1,
        items: [{ stream: "stderr" as const, text, clockNs: 0 as Ns, task: null }],
      },
    },
  };
  assert.equal(errorLine(state), 2);
  assert.equal(decorationsOf(state).get(2)?.isError, true);
  assert.equal(errorLine({ ...state, view: view({ status: "paused" }) }), null);
});

it("is over exactly when no step can do anything", () => {
  const over = (change: Partial<View>) => isOver({ ...emptyState, view: view(change) });
  assert.equal(over({ status: "paused" }), false);
  assert.equal(over({ status: "running" }), false);
  for (const status of ["finished", "failed", "stalled", "limit"] as const) {
    assert.equal(over({ status }), true);
  }
  const fault = { kind: "compile", message: "invalid syntax" } as const;
  assert.equal(isOver({ ...emptyState, fault }), true);
});

it("says that an endless loop is still running, and what became of it when paused", () => {
  const running = { ...emptyState, view: view({ status: "running", position: 9 }) };
  assert.equal(standingOf({ ...running, activity: "busy" }).text, "Still running");
  assert.equal(standingOf(running).text, "Paused on the way");
  const back = { ...emptyState, view: view({ status: "paused", position: 7, stepNumber: 0 }) };
  assert.equal(standingOf(back).text, "Paused on the way");
  const step = { ...emptyState, view: view({ status: "paused", position: 7, stepNumber: 1 }) };
  assert.equal(standingOf(step).text, "Step 1");
});

it("calls a program invalid that failed before its first instruction", () => {
  const failed = { ...emptyState, view: view({ status: "failed", exitStatus: 1 }) };
  assert.equal(standingOf(failed).text, "Syntax error");
  const later = { ...failed, view: view({ status: "failed", exitStatus: 1, position: 3 }) };
  assert.equal(standingOf(later).text, "Failed with exit status 1");
});

it("calls a task by the name its program gave it, or by its coroutine", () => {
  assert.equal(labelOf({ name: "Task-3", coroutine: "fetch" }).title, "fetch()");
  assert.equal(labelOf({ name: "Task-3", coroutine: "" }).title, "Task-3");
  assert.equal(labelOf({ name: "download", coroutine: "fetch" }).title, "download");
});

it("rests longest when the clock moves, and not at all at full speed", () => {
  const line = restMs(view({}), view({}), 1);
  const turn = restMs(view({}), view({ turn: 1 }), 1);
  const tick = restMs(view({}), view({ turn: 1, clockNs: 1e9 as Ns }), 1);
  assert.ok(line < turn && turn < tick);
  assert.equal(restMs(view({}), view({ turn: 1 }), 2), turn / 2);
  assert.equal(restMs(view({}), view({ turn: 1 }), Number.POSITIVE_INFINITY), 0);
});

it("finds the fuel that fills a slice, whatever the machine's speed", () => {
  for (const instructionsPerMs of [1_000, 20_000, 300_000]) {
    let fuel = 20_000;
    for (let slice = 0; slice < 20; slice += 1) {
      fuel = nextFuel(fuel, fuel / instructionsPerMs);
    }
    const sliceMs = fuel / instructionsPerMs;
    assert.ok(Math.abs(sliceMs - SLICE_MS) < 0.1, `${sliceMs} ms`);
  }
});
