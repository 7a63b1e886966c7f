// The demo page: every example it offers runs to its end, in any order, without a complaint.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

it("offers examples that run to their end", async () => {
  const visit = await site.visit("/");
  const picker = visit.page.getByRole("combobox", { name: "Example" });
  const options = await picker.getByRole("option").allTextContents();
  assert.ok(options.length >= 3, "the picker offers a choice");
  for (const option of options) {
    await picker.selectOption({ label: option });
    const simulator = new Simulator(visit.element);
    await simulator.open();
    await simulator.pressToEnd(10_000);
    const view = await simulator.view();
    assert.notEqual(view?.sentence, "", option);
  }
  await visit.leave();
});
