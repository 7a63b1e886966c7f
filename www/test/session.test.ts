import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Engine } from "../src/bridge/engine.ts";
import type { OutputView, Simulator, Status, View, Window } from "../src/bridge/types.ts";
import type { Details } from "../src/element/events.ts";
import { Session } from "../src/element/session.ts";
import { parseSettings } from "../src/model/settings.ts";
import { emptyView, type State } from "../src/model/state.ts";

/** How many steps the counting program has. */
const LENGTH = 10;

/** A simulator whose program counts: step `n` prints `n`; `end` never comes if it is endless. */
class CountingSimulator implements Simulator {
  position = 0;
  isFree = false;
  readonly signals: string[] = [];
  readonly #isEndless: boolean;

  constructor(isEndless: boolean) {
    this.#isEndless = isEndless;
  }

  #status(): Status {
    return this.position === LENGTH ? "finished" : "paused";
  }

  step(kind: string): Status {
    if (kind === "end" && this.#isEndless) {
      return "running";
    }
    this.position = kind === "end" ? LENGTH : Math.min(LENGTH, this.position + 1);
    return this.#status();
  }

  back(): Status {
    this.position = Math.max(0, this.position - 1);
    return this.#status();
  }

  seek(position: number): Status {
    this.position = Math.min(LENGTH, position);
    return this.#status();
  }

  run(): Promise<Status> {
    return Promise.resolve(this.step("end"));
  }

  reset(): void {
    this.position = 0;
  }

  signal(name: string): boolean {
    this.signals.push(name);
    return true;
  }

  view(): View {
    const { position } = this;
    return { ...emptyView, status: this.#status(), position, consoleTotal: position };
  }

  hash(): string {
    return String(this.position);
  }

  free(): void {
    this.isFree = true;
  }

  #none<T>(): Window<T> {
    return { offset: 0, total: 0, items: [] };
  }

  ready = () => this.#none<never>();
  sleeping = () => this.#none<never>();
  waiting = () => this.#none<never>();
  done = () => this.#none<never>();
  threads = () => this.#none<never>();

  console(offset: number, count: number): Window<OutputView> {
    const numbers = Array.from({ length: this.position }, (_, index) => index + 1);
    const items = numbers.slice(offset, offset + count).map((number): OutputView => {
      return { stream: "stdout", text: `${number}\n`, clockNs: emptyView.clockNs, task: null };
    });
    return { offset, total: this.position, items };
  }
}

interface Stand {
  readonly session: Session;
  readonly states: State[];
  readonly events: { name: keyof Details; detail: Details[keyof Details] }[];
  readonly simulators: CountingSimulator[];
}

/** A session with a program; `endless` and `invalid` are programs of their own kind. */
function open(source: string): Stand {
  const stand: Omit<Stand, "session"> = { states: [], events: [], simulators: [] };
  const engine: Engine = {
    highlight: () => new Uint32Array(),
    isReadyFor: () => true,
    prepareFor: () => Promise.resolve(),
    createSimulator(program) {
      if (program === "invalid") {
        throw new SyntaxError('  File "main.py", line 1\nSyntaxError: invalid syntax');
      }
      const simulator = new CountingSimulator(program === "endless");
      stand.simulators.push(simulator);
      return simulator;
    },
  };
  const session = new Session(
    engine,
    {
      render: (state) => stand.states.push(state),
      dispatch: (name, detail) => stand.events.push({ name, detail }),
    },
    parseSettings((name) => (name === "speed" ? "max" : null)),
  );
  session.load(source, "main.py");
  return { session, ...stand };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a session", () => {
  it("makes as many steps as were asked for, one after the other", async () => {
    const { session } = open("count");
    await Promise.all([session.step("line"), session.step("line"), session.back("line")]);
    assert.equal(session.state.view.position, 1);
  });

  it("sends Ctrl-C to the simulator, where the program stands", async () => {
    const { session, simulators } = open("count");
    await session.step("line");
    session.interrupt();
    assert.deepEqual(simulators[0]?.signals, ["SIGINT"]);
    assert.equal(session.state.view.position, 1);
  });

  it("tells each piece of output once, and the end once", async () => {
    const { session, events } = open("count");
    await session.step("line");
    await session.step("line");
    await session.seek(Number.POSITIVE_INFINITY);
    const told = events.flatMap(({ name, detail }) =>
      name === "loopscope-output"
        ? (detail as Details["loopscope-output"]).pieces.map((piece) => piece.text.trim())
        : [],
    );
    assert.equal(told.join(" "), "1 2 3 4 5 6 7 8 9 10");
    assert.equal(events.filter(({ name }) => name === "loopscope-end").length, 1);
  });

  it("plays to the end", async () => {
    const { session, states } = open("count");
    await session.play();
    assert.equal(session.state.view.status, "finished");
    assert.equal(session.state.activity, "idle");
    assert.ok(states.some((state) => state.activity === "playing"));
  });

  it("says that an endless program is still running, and can be paused and stepped", async () => {
    const { session } = open("endless");
    const step = session.step("end");
    const called = session.step("line");
    await pause(600);
    assert.equal(session.state.activity, "busy");
    session.pause();
    await Promise.all([step, called]);
    assert.equal(session.state.activity, "idle");
    assert.equal(session.state.view.position, 0, "what waited was called off, too");
    await session.step("line");
    assert.equal(session.state.view.position, 1);
  });

  it("can be reset while the program runs", async () => {
    const { session } = open("endless");
    await session.step("line");
    const step = session.step("end");
    await pause(50);
    session.reset();
    await step;
    assert.equal(session.state.view.position, 0);
    assert.equal(session.state.activity, "idle");
  });

  it("shows what doesn't compile as such, and takes the next program", async () => {
    const { session, events } = open("invalid");
    assert.equal(session.state.fault?.kind, "compile");
    assert.equal(session.state.view.exitStatus, 1);
    assert.deepEqual(
      events.map(({ name }) => name),
      ["loopscope-error"],
    );
    await session.step("line");
    session.load("count", "main.py");
    await session.step("line");
    assert.equal(session.state.fault, null);
    assert.equal(session.state.view.position, 1);
  });

  it("asks again for a jump that takes several slices", async () => {
    const { session, simulators } = open("count");
    const [simulator] = simulators;
    assert.ok(simulator !== undefined);
    simulator.seek = (position) => {
      simulator.position += 1;
      return simulator.position < position ? "running" : "paused";
    };
    await session.seek(7);
    assert.equal(session.state.view.position, 7);
  });

  it("calls a trap of the engine a bug, and starts afresh on reset", async () => {
    const { session, simulators } = open("count");
    const [simulator] = simulators;
    assert.ok(simulator !== undefined);
    simulator.step = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    await session.step("line");
    assert.deepEqual(session.state.fault, { kind: "bug", message: "unreachable" });
    session.reset();
    await session.step("line");
    assert.equal(session.state.fault, null);
    assert.equal(session.state.view.position, 1);
  });

  it("frees every simulator it made", () => {
    const { session, simulators } = open("count");
    session.load("count", "main.py");
    session.dispose();
    assert.deepEqual(
      simulators.map((simulator) => simulator.isFree),
      [true, true],
    );
  });
});
