// Threads in a page: each has its lane once there are two, with what blocks it.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const source = `import threading
import time

def work():
    time.sleep(2)

thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("joined")
`;

it("shows a lane for each thread", patience, async () => {
  const visit = await site.visitProgram(source, { step: "line" });
  const simulator = new Simulator(visit.element);
  const list = simulator.list("Threads");
  await simulator.pressStep();
  assert.equal(await list.count(), 0, "there is only the main thread");
  const lane = list.getByRole("listitem").filter({ hasText: "worker" });
  while ((await lane.count()) === 0 || !(await lane.innerText()).includes("blocked")) {
    await simulator.pressStep();
  }
  assert.match(await lane.innerText(), /work, line 5\s+blocked by sleep\(\) until 2 s · 2 s left/);
  assert.match(await list.getByRole("listitem").first().innerText(), /MainThread.*line 9\s+runs/s);
  await simulator.pressToEnd();
  assert.equal(await simulator.printed("stdout"), "joined");
  await visit.leave();
});
