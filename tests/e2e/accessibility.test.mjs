// No page state breaks a rule of axe-core, in light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1280, 390]) {
    describe(`${colorScheme}, ${width} px`, () => {
      const options = {
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: /** @type {const} */ ("reduce"),
      };

      it("before the first touch, in the middle and at the end", patience, async () => {
        const visit = await site.visit("/", options);
        const simulator = new Simulator(visit.element);
        await simulator.step.waitFor();
        await assertAccessible(visit.page, "before the first touch");
        await simulator.open();
        for (let step = 0; step < 10; step += 1) {
          await simulator.pressStep();
        }
        await assertAccessible(visit.page, "in the middle");
        await simulator.pressToEnd();
        await assertAccessible(visit.page, "at the end");
        await visit.leave();
      });

      it("does not scroll sideways", patience, async () => {
        const visit = await site.visit("/", options);
        const simulator = new Simulator(visit.element);
        await simulator.open();
        await simulator.pressStep();
        const overhang = await visit.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overhang, 0);
        await visit.leave();
      });
    });
  }
}

/** @typedef {{ id: string, help: string, nodes: { target: string[] }[] }} Violation */

/**
 * @param {import("playwright-core").Page} page
 * @param {string} moment
 */
async function assertAccessible(page, moment) {
  // Through the debugger, since the page's policy forbids foreign scripts.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const tested = /** @type {{ axe: { run: () => Promise<{ violations: Violation[] }> } }} */ (
      /** @type {unknown} */ (window)
    );
    const { violations } = await tested.axe.run();
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target }) => target.flat().join(" ")),
    }));
  });
  assert.deepEqual(violations, [], moment);
}
