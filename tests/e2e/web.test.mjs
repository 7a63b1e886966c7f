// The simulated web in a page: its modules come with all that they import, and answer as told.

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

const url = "https://api.example.com/users/7";

/** For each library the shortest program that uses it, which names no other module. */
const programs = {
  requests: `import requests\n\nprint(requests.get("${url}").text)\n`,
  httpx: `import httpx\n\nprint(httpx.get("${url}").text)\n`,
  "urllib.request": `from urllib.request import urlopen\n\nprint(urlopen("${url}").read().decode())\n`,
  aiohttp: `import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get("${url}") as response:
            print(await response.text())

asyncio.run(main())
`,
};

describe("the attribute web", () => {
  for (const [library, source] of Object.entries(programs)) {
    it(`answers ${library}`, patience, async () => {
      const web = JSON.stringify({ "https://api.example.com/users/*": "Ann" });
      const visit = await site.visitProgram(source, { web });
      const simulator = new Simulator(visit.element);
      await simulator.pressToEnd();
      assert.equal(await simulator.printed("stderr"), "");
      assert.equal(await simulator.printed("stdout"), "Ann");
      await visit.leave();
    });
  }
});
