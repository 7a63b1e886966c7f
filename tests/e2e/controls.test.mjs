// The controls of one element: buttons, keyboard, and programs that never end or never begin.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { overStatuses, Simulator } from "./element.mjs";

const threeTasks = `import asyncio

async def worker(name, delay):
    print(name, "starts")
    await asyncio.sleep(delay)
    print(name, "ends")
    return name

async def main():
    print(await asyncio.gather(worker("a", 3), worker("b", 1), worker("c", 2)))

asyncio.run(main())
`;

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/**
 * @param {string} source
 * @param {Record<string, string>} [attributes]
 */
async function open(source, attributes) {
  const visit = await site.visitProgram(source, attributes);
  return { visit, simulator: new Simulator(visit.element) };
}

/** @param {Simulator} simulator */
async function waitForEnd(simulator) {
  await simulator.element.evaluate(async (node, overStatuses) => {
    const element = /** @type {HTMLElement & { view: { status: string } | null }} */ (node);
    while (!overStatuses.includes(element.view?.status ?? "")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, overStatuses);
}

describe("before the first touch", () => {
  it("shows the program and loads neither interface nor engine", patience, async () => {
    const { visit, simulator } = await open(threeTasks);
    await simulator.step.waitFor();
    assert.ok(await visit.page.getByText("async def worker").isVisible());
    const scripts = visit.requests.filter((path) => /\.(js|wasm)$/.test(path));
    assert.ok(!scripts.some((path) => /interface|engine|wasm/.test(path)), scripts.join(" "));
    await visit.leave();
  });

  it("shows the program without JavaScript", patience, async () => {
    const visit = await site.visitProgram(threeTasks, {}, { javaScriptEnabled: false });
    assert.ok(await visit.page.getByText("async def worker").isVisible());
    await visit.leave();
  });
});

describe("buttons", () => {
  it("Back undoes Step exactly", patience, async () => {
    const { visit, simulator } = await open(threeTasks);
    await simulator.open();
    const seen = [await simulator.view()];
    for (let step = 0; step < 12; step += 1) {
      await simulator.pressStep();
      seen.push(await simulator.view());
    }
    for (const expected of seen.slice(0, -1).reverse()) {
      await simulator.pressBack();
      assert.equal((await simulator.view())?.position, expected?.position);
      assert.equal((await simulator.view())?.clockNs, expected?.clockNs);
    }
    await visit.leave();
  });

  it("Step shows who sleeps, who is ready, and the time", patience, async () => {
    const { visit, simulator } = await open(threeTasks, { step: "tick" });
    await simulator.open();
    await simulator.pressStep();
    assert.equal((await simulator.view())?.clockNs, 1_000_000_000);
    assert.match((await simulator.clock.textContent()) ?? "", /^\D*1\D*s/);
    assert.equal(await simulator.list("Sleeping").getByRole("listitem").count(), 3);
    await simulator.element.evaluate((element) =>
      /** @type {HTMLElement & { step: (kind: string) => Promise<void> }} */ (element).step("turn"),
    );
    assert.equal(await simulator.list("Sleeping").getByRole("listitem").count(), 2);
    assert.equal(await simulator.list("Ready queue").getByRole("listitem").count(), 1);
    await visit.leave();
  });

  it("Run plays to the end, Reset goes back to the start", patience, async () => {
    const { visit, simulator } = await open(threeTasks, { speed: "max" });
    await simulator.run.click();
    await waitForEnd(simulator);
    assert.match(await simulator.printed("stdout"), /\['a', 'b', 'c'\]$/);
    await simulator.list("Done").getByRole("listitem").first().waitFor();
    await simulator.reset.click();
    await simulator.run.waitFor();
    const view = await simulator.view();
    assert.deepEqual([view?.position, view?.clockNs], [0, 0]);
    assert.equal(await simulator.printed("stdout"), "");
    await visit.leave();
  });

  it("Pause stops a program that plays", patience, async () => {
    const { visit, simulator } = await open(threeTasks, { speed: "0.5" });
    await simulator.run.click();
    await simulator.pause.click();
    await simulator.run.waitFor();
    const view = await simulator.view();
    assert.ok(view !== null && !overStatuses.includes(view.status));
    await visit.leave();
  });

  it("tells the author, once, of an attribute that means nothing", patience, async () => {
    const { visit, simulator } = await open(threeTasks, { speed: "fast" });
    await simulator.open();
    await simulator.pressStep();
    const told = visit.complaints.filter((complaint) =>
      complaint.includes('speed="fast" is ignored'),
    );
    assert.equal(told.length, 1);
    assert.deepEqual(visit.complaints.splice(0), told);
    await visit.leave();
  });

  it("two simulators on one page do not meet", patience, async () => {
    const visit = await site.visitPrograms(["print('first')\n", "print('second')\n"]);
    const [first, second] = [0, 1].map(
      (index) => new Simulator(visit.page.locator("loop-scope").nth(index)),
    );
    assert.ok(first !== undefined && second !== undefined);
    await Promise.all([first.pressToEnd(), second.pressToEnd()]);
    assert.equal(await first.printed("stdout"), "first");
    assert.equal(await second.printed("stdout"), "second");
    await visit.leave();
  });
});

describe("keyboard", () => {
  it("reaches everything without a mouse", patience, async () => {
    const { visit, simulator } = await open(threeTasks);
    const { keyboard } = visit.page;
    await keyboard.press("Tab");
    assert.ok(await isFocused(simulator.step), "Tab reaches Step first");
    await keyboard.press("Enter");
    await simulator.open();
    await simulator.element.evaluate(async (node) => {
      const element = /** @type {HTMLElement & { position: number }} */ (node);
      while (element.position === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    assert.ok(await isFocused(simulator.step), "Step keeps the focus while the engine loads");
    while (!overStatuses.includes((await simulator.view())?.status ?? "")) {
      await keyboard.press("n");
    }
    assert.match(await simulator.printed("stdout"), /\['a', 'b', 'c'\]$/);
    await keyboard.press("0");
    assert.equal((await simulator.view())?.position, 0);
    await visit.leave();
  });
});

describe("programs that do not end well", () => {
  it(
    "an endless loop leaves the page responsive, and can be paused and reset",
    patience,
    async () => {
      const { visit, simulator } = await open("while True:\n    pass\n", { step: "end" });
      await simulator.open();
      await simulator.step.click();
      await simulator.pause.waitFor();
      const start = await visit.page.evaluate(() => performance.now());
      const frames = await visit.page.evaluate(
        () =>
          new Promise((resolve) => {
            let count = 0;
            const onFrame = () =>
              ++count === 10 ? resolve(count) : requestAnimationFrame(onFrame);
            requestAnimationFrame(onFrame);
          }),
      );
      const elapsedMs = (await visit.page.evaluate(() => performance.now())) - start;
      assert.equal(frames, 10);
      assert.ok(elapsedMs < 5_000, `ten frames took ${elapsedMs} ms`);
      await visit.element.getByText("still running").first().waitFor();
      await simulator.pause.click();
      await simulator.run.waitFor();
      await simulator.reset.click();
      assert.equal((await simulator.view())?.position, 0);
      await visit.leave();
    },
  );

  it("a syntax error shows CPython's words, and the page stays usable", patience, async () => {
    const { visit, simulator } = await open("x = 1\nprint('a'\n");
    await simulator.step.click();
    await simulator.console.getByText("'(' was never closed").waitFor();
    await simulator.element.evaluate((node) => {
      const element = /** @type {HTMLElement & { source: string }} */ (node);
      element.source = "print('mended')\n";
    });
    await simulator.pressToEnd();
    assert.equal(await simulator.printed("stdout"), "mended");
    await visit.leave();
  });

  it("an uncaught exception ends with its traceback", patience, async () => {
    const { visit, simulator } = await open("def f():\n    return 1 // 0\n\nf()\n");
    await simulator.pressToEnd();
    const stderr = await simulator.printed("stderr");
    assert.match(stderr, /^Traceback \(most recent call last\):/);
    assert.match(stderr, /ZeroDivisionError: .*$/);
    assert.equal((await simulator.view())?.exitStatus, 1);
    await visit.leave();
  });

  it("a program that waits for ever says who waits for what", patience, async () => {
    const source = "import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\n";
    const { visit, simulator } = await open(`${source}asyncio.run(main())\n`);
    await simulator.pressToEnd();
    assert.equal((await simulator.view())?.status, "stalled");
    await simulator.list("Waiting").getByRole("listitem").first().waitFor();
    await visit.leave();
  });

  it("output is text, never markup", patience, async () => {
    const { visit, simulator } = await open("print('<b id=bold>x</b><img src=//a.invalid>')\n");
    await simulator.pressToEnd();
    assert.equal(await simulator.printed("stdout"), "<b id=bold>x</b><img src=//a.invalid>");
    assert.equal(await visit.page.locator("#bold").count(), 0);
    await visit.leave();
  });
});

/** @param {import("playwright-core").Locator} locator */
function isFocused(locator) {
  return locator.evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    return root.activeElement === element;
  });
}

describe("what the author sets", () => {
  it("gives input() the lines of stdin", patience, async () => {
    const source = 'print("hello", input("name: "))\nprint(int(input()) * 2)\n';
    const { visit, simulator } = await open(source, { stdin: "Ann\n21" });
    await simulator.pressToEnd();
    assert.equal(await simulator.printed("stdout"), "name: hello Ann\n42");
    await visit.leave();
  });

  it("ends a run at its bounds", patience, async () => {
    const bounds = { "fuel-max": "10000", step: "end" };
    const endless = await open("while True:\n    pass\n", bounds);
    await endless.simulator.pressToEnd();
    assert.equal((await endless.simulator.view())?.status, "limit");
    await endless.visit.leave();
    const source = "def f(n):\n    return f(n + 1)\nf(0)\n";
    const deep = await open(source, { "recursion-max": "50", step: "end" });
    await deep.simulator.pressToEnd();
    assert.match(await deep.simulator.printed("stderr"), /RecursionError/);
    await deep.visit.leave();
  });
});

describe("Ctrl-C", () => {
  const waiting = `import asyncio

async def main():
    await asyncio.Event().wait()

asyncio.run(main())
`;

  it("says that it was sent, and leaves the focus on a button", patience, async () => {
    const { visit, simulator } = await open(waiting, { step: "end" });
    await simulator.pressStep();
    assert.equal((await simulator.view())?.status, "stalled");
    const interrupt = visit.element.getByRole("button", { name: "Ctrl-C" });
    await interrupt.focus();
    await visit.page.keyboard.press("Enter");
    await visit.element.getByText("Ctrl-C is sent").waitFor();
    await visit.page.keyboard.press("n"); // Step, while the focus stays
    await waitForEnd(simulator);
    await interrupt.waitFor({ state: "hidden" });
    const focused = await visit.element.evaluate(
      (element) => element.shadowRoot?.activeElement?.textContent,
    );
    assert.equal(focused, "Step");
    assert.match(await simulator.printed("stderr"), /KeyboardInterrupt/);
    await visit.leave();
  });

  it("refuses steps and positions that are none, and stays where it is", async () => {
    const { visit } = await open(threeTasks);
    const told = await visit.element.evaluate(async (node) => {
      const element =
        /** @type {HTMLElement & Record<"step" | "back" | "seek", (value: unknown) => Promise<void>> & { position: number }} */ (
          node
        );
      /** @param {Promise<void>} promise */
      const nameOf = (promise) =>
        promise.then(String, (/** @type {unknown} */ error) =>
          error instanceof Error ? error.name : "",
        );
      await element.step("line");
      const before = element.position;
      const names = [
        await nameOf(element.step("bogus")),
        await nameOf(element.back(null)),
        await nameOf(element.seek(-1)),
        await nameOf(element.seek("x")),
        await nameOf(element.seek(Number.NaN)),
      ];
      const stays = element.position === before;
      await element.step("line");
      return { names, stays, goesOn: element.position > before };
    });
    assert.deepEqual(told, {
      names: ["TypeError", "TypeError", "RangeError", "RangeError", "RangeError"],
      stays: true,
      goesOn: true,
    });
  });
});
