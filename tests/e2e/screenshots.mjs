// Takes pictures of the demo page: node tests/e2e/screenshots.mjs FOLDER [EXAMPLE]
//
// Light and dark, 1280 px and 390 px: before the first touch, in the middle and at the end.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

const [folder, example] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node tests/e2e/screenshots.mjs FOLDER [EXAMPLE]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const site = await Site.open();
try {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [1280, 390]) {
      const visit = await site.visit("/", {
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: "reduce", // nothing is seen half way
      });
      const simulator = new Simulator(visit.element);
      if (example !== undefined) {
        await visit.page.getByRole("combobox", { name: "Example" }).selectOption(example);
      }
      const shoot = (/** @type {string} */ moment) =>
        visit.page.screenshot({
          path: join(folder, `${moment}-${colorScheme}-${width}.png`),
          fullPage: true,
        });
      await simulator.step.waitFor();
      await shoot("start");
      await simulator.open();
      for (let step = 0; step < 10; step += 1) {
        await simulator.pressStep();
      }
      await shoot("middle");
      await simulator.pressToEnd();
      await shoot("end");
      await visit.leave();
    }
  }
} finally {
  await site.close();
}
