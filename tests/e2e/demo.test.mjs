// The demo page: every example it offers runs to its end, in any order, without a complaint.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

it("offers examples that run to their end", patience, async () => {
  const visit = await site.visit("/");
  const picker = visit.page.getByRole("combobox", { name: "Example" });
  const options = await picker
    .getByRole("option")
    .evaluateAll((options) =>
      options.map((option) => /** @type {HTMLOptionElement} */ (option).value),
    );
  assert.ok(options.length >= 3, "the picker offers a choice");
  for (const option of options) {
    await picker.selectOption(option);
    const source = readFileSync(`dist/examples/${option}.py`, "utf8");
    const simulator = new Simulator(visit.element);
    await simulator.waitForSource(source);
    await simulator.pressToEnd();
    assert.notEqual((await simulator.view())?.sentence, "", option);
  }
  await visit.leave();
});
