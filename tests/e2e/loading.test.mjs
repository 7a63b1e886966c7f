// Files that the server doesn't have: the message names them, and the next press tries again.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { patience, Site } from "./browser.mjs";
import { Simulator } from "./element.mjs";

/** @type {Site} */
let site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const missing = [
  { file: "loopscope_bg.wasm", source: "print('there')\n" },
  { file: "library/json.py", source: "import json\n\nprint(json.loads('\"there\"'))\n" },
];

describe("a file that is missing", () => {
  for (const { file, source } of missing) {
    it(`${file} is named, and asked for again`, patience, async () => {
      const visit = await site.visitProgram(source);
      const simulator = new Simulator(visit.element);
      await visit.page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }));
      await simulator.step.click();
      const message = `This could not be loaded: ${file}: 404`;
      await visit.element.getByText(message).waitFor();
      assert.ok(await visit.page.getByText("print(").first().isVisible(), "the program stays");
      await visit.page.unroute(`**/${file}`);
      await simulator.pressToEnd();
      assert.equal(await simulator.printed("stdout"), "there");
      forgiveMissing(visit, file);
      await visit.leave();
    });
  }

  it("src is named before the first touch", patience, async () => {
    const visit = await site.visitProgram("print('beside')\n", { src: "nowhere.py" });
    await visit.element.getByText("This could not be loaded: nowhere.py: 404").waitFor();
    forgiveMissing(visit, "nowhere.py");
    await visit.leave();
  });
});

/**
 * Takes the complaints about a file that the test itself kept away.
 *
 * @param {import("./browser.mjs").Visit} visit
 * @param {string} file
 */
function forgiveMissing(visit, file) {
  visit.complaints = visit.complaints.filter(
    (complaint) => !complaint.includes(file) && !complaint.includes("status of 404"),
  );
}
