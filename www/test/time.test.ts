import assert from "node:assert/strict";
import { it } from "node:test";
import type { Ns, TaskView } from "../src/bridge/types.ts";
import { formatNs, remainingNs, remainingShare } from "../src/model/time.ts";

const ns = (value: number): Ns => value as Ns;

it("shows virtual time with the decimals it has", () => {
  const cases: [number, string][] = [
    [0, "0 s"],
    [1, "0.000000001 s"],
    [250_000_000, "0.25 s"],
    [1_500_000_000, "1.5 s"],
    [10_000_000_000, "10 s"],
    [3_600_000_000_001, "3,600.000000001 s"],
    [86_400 * 365 * 1e9, "31,536,000 s"],
  ];
  for (const [value, text] of cases) {
    assert.equal(formatNs(ns(value)), text);
  }
});

const sleeper: TaskView = {
  id: 1,
  name: "Task-1",
  coroutine: "main",
  state: "pending",
  line: 1,
  waitingFor: null,
  sinceNs: ns(1e9),
  deadlineNs: ns(5e9),
  result: null,
  exception: null,
  awaiters: [],
};

it("tells what is left of a sleep", () => {
  assert.equal(remainingShare(sleeper, ns(1e9)), 1);
  assert.equal(remainingShare(sleeper, ns(2e9)), 0.75);
  assert.equal(remainingNs(sleeper, ns(2e9)), 3e9);
});

it("has nothing left of a sleep that a blocked loop is late for", () => {
  assert.equal(remainingShare(sleeper, ns(9e9)), 0);
  assert.equal(remainingNs(sleeper, ns(9e9)), 0);
});

it("has nothing left of sleep(0), and nothing of what doesn't sleep", () => {
  assert.equal(remainingShare({ ...sleeper, deadlineNs: ns(1e9) }, ns(1e9)), 0);
  assert.equal(remainingShare({ ...sleeper, deadlineNs: null }, ns(1e9)), 0);
});
