// Every recorded program prints in the page what CPython prints, by pressing Step only.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";
import { recordedPrograms } from "./programs.mjs";

const programs = recordedPrograms();
const tutorial = programs.filter(({ name }) => name.startsWith("tutorial/"));
// Those of asyncio, which the page is for; all programs run in Chromium in tests/web.rs. In the page
// a program is called main.py, so that what names its own file is left out.
const others = programs.filter(
  ({ name, stdout }) => name.startsWith("asyncio/") && !stdout.includes(".py"),
);

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

describe("tutorial programs, with the mouse", () => {
  assert.ok(tutorial.length > 0, "tests/programs/tutorial has no recordings");
  for (const { name, source, stdout, exit, clockNs } of tutorial) {
    it(name, patience, async () => {
      const visit = await site.visitProgram(source);
      const simulator = new Simulator(visit.element);
      await simulator.clickToEnd();
      assert.equal(await simulator.printed("stdout"), stdout.replace(/\n$/, ""));
      const view = await simulator.view();
      assert.deepEqual([view?.exitStatus, view?.clockNs], [exit, clockNs]);
      await visit.leave();
    });
  }
});

describe("programs of asyncio, on one page", () => {
  assert.ok(others.length >= 30, "tests/programs has fewer than 30 recordings");
  /** @type {import("./browser.mjs").Visit} */
  let visit;
  before(async () => {
    visit = await site.visitProgram("pass\n");
  });
  after(() => visit.leave());

  for (const { name, source, stdout, exit, clockNs } of others) {
    it(name, patience, async () => {
      const simulator = new Simulator(visit.element);
      await simulator.setSource(source);
      assert.equal(await simulator.pressToEnd(), stdout);
      const view = await simulator.view();
      assert.deepEqual([view?.exitStatus, view?.clockNs], [exit, clockNs]);
      assert.deepEqual(visit.complaints.splice(0), []);
    });
  }
});
