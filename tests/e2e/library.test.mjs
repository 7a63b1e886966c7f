// Modules of the library come to the page with all that they import.

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

/** Programs that name a module whose own imports they don't name. @type {Record<string, string>} */
const programs = {
  "unittest, with what it needs for logs": `import unittest
import logging

class Case(unittest.TestCase):
    def test(self):
        with self.assertLogs() as caught:
            logging.warning("seen")
        print(caught.output)

unittest.main(exit=False)
`,
  "unittest.mock": `from unittest import mock

double = mock.Mock(return_value=3)
print(double(), double.call_count)
`,
};

describe("a library module", () => {
  for (const [name, source] of Object.entries(programs)) {
    it(name, patience, async () => {
      const visit = await site.visitProgram(source);
      const simulator = new Simulator(visit.element);
      await simulator.pressToEnd();
      assert.doesNotMatch(await simulator.printed("stderr"), /Error/);
      assert.notEqual(await simulator.printed("stdout"), "");
      assert.equal((await simulator.view())?.exitStatus, 0);
      await visit.leave();
    });
  }
});
