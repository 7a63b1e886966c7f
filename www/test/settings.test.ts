import assert from "node:assert/strict";
import { it } from "node:test";
import { commandOf } from "../src/model/keys.ts";
import { parseSettings, panels, unknownValues } from "../src/model/settings.ts";
import { trimSource } from "../src/model/source.ts";

const parse = (attributes: Record<string, string>) =>
  parseSettings((name) => attributes[name] ?? null);

it("fills in defaults", () => {
  const settings = parse({});
  assert.equal(settings.controls, "full");
  assert.equal(settings.step, "line");
  assert.equal(settings.at, null);
  assert.equal(settings.speed, 1);
  assert.equal(settings.editable, false);
  assert.deepEqual([...settings.views], [...panels]);
});

it("reads what is given", () => {
  const settings = parse({
    controls: "slides",
    step: "tick",
    views: "console, code",
    at: "42",
    speed: "2.5",
    theme: "dark",
    editable: "",
    latency: "0.05",
    bandwidth: "1000",
    web: "{}",
    stdin: "Ann\n7",
    "fuel-max": "1000000",
    "output-max": "2000",
  });
  assert.equal(settings.controls, "slides");
  assert.equal(settings.step, "tick");
  assert.deepEqual([...settings.views], ["code", "console"]);
  assert.equal(settings.at, 42);
  assert.equal(settings.speed, 2.5);
  assert.equal(settings.theme, "dark");
  assert.equal(settings.editable, true);
  assert.deepEqual([settings.latency, settings.bandwidth, settings.web], [0.05, 1000, "{}"]);
  assert.equal(settings.stdin, "Ann\n7");
  assert.deepEqual(settings.limits, { fuelMax: 1_000_000, outputBytesMax: 2000 });
  assert.deepEqual([parse({ latency: "soon" }).latency, parse({}).web], [0, ""]);
  assert.equal(parse({ at: "end" }).at, Number.POSITIVE_INFINITY);
  assert.equal(parse({ speed: "max" }).speed, Number.POSITIVE_INFINITY);
});

it("takes nonsense as not given", () => {
  const settings = parse({ controls: "many", step: "jump", views: "sky", at: "-1", speed: "0" });
  assert.deepEqual(settings, parse({}));
});

it("leaves combinations and the arrows of scrolling panels to the browser", () => {
  const press = (key: string, modifiers = {}) => ({
    ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
    ...modifiers,
  });
  assert.equal(commandOf(press("ArrowRight"), false), "step");
  assert.equal(commandOf(press("ArrowRight"), true), null);
  assert.equal(commandOf(press("n"), true), "step");
  assert.equal(commandOf(press("r", { ctrlKey: true }), false), null);
  assert.equal(commandOf(press("toString"), false), null);
});

it("takes away what the markup adds to a program", () => {
  assert.equal(trimSource("\n\n    a\n      b\n\n    c\n  "), "a\n  b\n\nc\n");
  assert.equal(trimSource("a\r\nb"), "a\nb\n");
  assert.equal(trimSource("\tif a:\n\t\tb"), "if a:\n\tb\n");
  assert.equal(trimSource("  \n "), "");
});

it("leaves a program alone that has nothing to take away", () => {
  const source = "import asyncio\n\n\nasync def main():\n    pass\n";
  assert.equal(trimSource(source), source);
});

it("tells of values that mean nothing", () => {
  const told = (attributes: Record<string, string>) =>
    unknownValues((name) => attributes[name] ?? null);
  const good = {
    controls: "slides",
    views: "code, console",
    at: "end",
    speed: "max",
    latency: "0",
    web: '{"http://a.test/": {"status": 404}}',
  };
  assert.deepEqual(told(good), []);
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ controls: "ful", "fuel-max": "1e6" }), [
    'controls="ful" is ignored: it takes one of full, minimal, slides',
    'fuel-max="1e6" is ignored: it takes a whole number above 0',
  ]);
  for (const [name, value] of Object.entries({
    step: "lines",
    theme: "blue",
    views: "code sentense",
    at: "-1",
    speed: "0",
    latency: "-1",
    bandwidth: "fast",
    web: "[1]",
  })) {
    assert.equal(told({ [name]: value }).length, 1, name);
  }
  assert.deepEqual(told({ web: `{"a": ${"b".repeat(99)}` }), [
    `web="{"a": ${"b".repeat(54)}…" is ignored: it takes a JSON object`,
  ]);
});
