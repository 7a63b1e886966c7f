/** What an author can set on the element, parsed from its attributes. No DOM. */

import type { SimulatorOptions, StepKind } from "../bridge/types.ts";

/** How much of the toolbar is shown: for a page, for an article's small example, for a talk. */
export type Controls = "minimal" | "full" | "slides";

/** Which colours are used; `auto` follows the `color-scheme` of the page around. */
export type Theme = "auto" | "light" | "dark";

/** The parts of the interface that `views` chooses from. */
export const panels = [
  "code",
  "clock",
  "sentence",
  "running",
  "ready",
  "sleeping",
  "waiting",
  "done",
  "threads",
  "console",
  "variables",
] as const;

/** One of {@link panels}. */
export type Panel = (typeof panels)[number];

/** The kinds of step, in the order the toolbar offers them. */
export const stepKinds = [
  "line",
  "over",
  "into",
  "out",
  "switch",
  "turn",
  "tick",
  "output",
  "end",
] as const satisfies readonly StepKind[];

/**
 * Refuses what is no kind of step.
 *
 * @throws TypeError
 */
export function checkStepKind(kind: unknown): asserts kind is StepKind {
  if (!(stepKinds as readonly unknown[]).includes(kind)) {
    throw new TypeError(`${String(kind)} is no kind of step`);
  }
}

const controlsNames = ["full", "minimal", "slides"] as const satisfies readonly Controls[];
const themes = ["auto", "light", "dark"] as const satisfies readonly Theme[];

/** The speeds the toolbar offers; `Infinity` doesn't stop to be looked at. */
export const speeds: readonly number[] = [0.5, 1, 2, 4, Number.POSITIVE_INFINITY];

/** The author's choices, with every default filled in. */
export interface Settings {
  readonly controls: Controls;
  readonly step: StepKind;
  readonly views: ReadonlySet<Panel>;
  /** The position (instructions since the start) to show first; null: wait for the reader. */
  readonly at: number | null;
  readonly editable: boolean;
  /** A multiple of the normal pace of *Run*; `Infinity` runs without a pause between steps. */
  readonly speed: number;
  readonly theme: Theme;
  /** What the simulated web answers: JSON, from URL patterns to answers. */
  readonly web: string;
  /** Seconds that data takes through the simulated network. */
  readonly latency: number;
  /** Bytes that a socket sends in a second; 0 for no limit. */
  readonly bandwidth: number;
  /** What `input()` and `sys.stdin` read, line by line. */
  readonly stdin: string;
  /** The bounds of a run that the author has set. */
  readonly limits: Limits;
}

/** Bounds of a run; the engine has defaults for what is not there. */
export type Limits = Pick<
  SimulatorOptions,
  "fuelMax" | "recursionMax" | "memoryBytesMax" | "outputBytesMax"
>;

/** The attribute of each bound. */
const limitAttributes = {
  fuelMax: "fuel-max",
  recursionMax: "recursion-max",
  memoryBytesMax: "memory-max",
  outputBytesMax: "output-max",
} as const satisfies Record<keyof Limits, string>;

/** The attributes that make another run of the program. */
export const worldAttributes: readonly string[] = [
  "web",
  "latency",
  "bandwidth",
  "stdin",
  ...Object.values(limitAttributes),
];

/** Reads one attribute: its value, `""` if it is there without one, null if it isn't there. */
export type AttributeReader = (name: string) => string | null;

/** Never fails: a value that means nothing is the same as no value, and {@link unknownValues} tells of it. */
export function parseSettings(read: AttributeReader): Settings {
  return {
    controls: oneOf(controlsNames, read("controls")),
    step: oneOf(stepKinds, read("step")),
    views: parseViews(read("views")),
    at: parsePosition(read("at")),
    editable: read("editable") !== null,
    speed: parseSpeed(read("speed")),
    theme: oneOf(themes, read("theme")),
    web: parseTable(read("web")),
    latency: parseAmount(read("latency")),
    bandwidth: parseAmount(read("bandwidth")),
    stdin: read("stdin") ?? "",
    limits: parseLimits(read),
  };
}

/** How much of a value is told. */
const TOLD_MAX = 60;

/** For each attribute, what its value may be, in words and as a test. */
const forms: Readonly<Record<string, readonly [string, (text: string) => boolean]>> = {
  controls: anyOf(controlsNames),
  step: anyOf(stepKinds),
  theme: anyOf(themes),
  views: [
    `any of ${panels.join(", ")}`,
    (text) => text.split(/[\s,]+/).every((name) => name === "" || isIn(panels, name)),
  ],
  at: ['a whole number or "end"', (text) => parsePosition(text) !== null],
  speed: ['a number above 0 or "max"', (text) => text === "max" || Number(text) > 0],
  latency: ["a number of seconds", isAmount],
  bandwidth: ["a number of bytes a second", isAmount],
  web: ["a JSON object", isTable],
  ...Object.fromEntries(
    Object.values(limitAttributes).map((name) => [name, ["a whole number above 0", isBound]]),
  ),
};

/** What an author should be told: a sentence for each attribute whose value means nothing. */
export function unknownValues(read: AttributeReader): string[] {
  return Object.entries(forms).flatMap(([name, [meant, isMeant]]) => {
    const text = read(name);
    return text === null || isMeant(text)
      ? []
      : [`${name}="${shortened(text)}" is ignored: it takes ${meant}`];
  });
}

function anyOf(names: readonly string[]): [string, (text: string) => boolean] {
  return [`one of ${names.join(", ")}`, (text) => isIn(names, text)];
}

function isIn(names: readonly string[], text: string): boolean {
  return names.includes(text);
}

function isAmount(text: string): boolean {
  return Number.isFinite(Number(text)) && Number(text) >= 0;
}

function isTable(text: string): boolean {
  try {
    const table: unknown = JSON.parse(text);
    return typeof table === "object" && table !== null && !Array.isArray(table);
  } catch {
    return false;
  }
}

function shortened(text: string): string {
  return text.length > TOLD_MAX ? `${text.slice(0, TOLD_MAX)}…` : text;
}

function isBound(text: string): boolean {
  return /^[1-9]\d*$/.test(text);
}

function parseLimits(read: AttributeReader): Limits {
  const limits: { -readonly [Name in keyof Limits]: Limits[Name] } = {};
  for (const [name, attribute] of Object.entries(limitAttributes)) {
    const text = read(attribute);
    if (text !== null && isBound(text)) {
      limits[name as keyof Limits] = Number(text);
    }
  }
  return limits;
}

function oneOf<T extends string>(values: readonly [T, ...T[]], text: string | null): T {
  return values.find((value) => value === text) ?? values[0];
}

function parseViews(text: string | null): ReadonlySet<Panel> {
  const named = (text ?? "").split(/[\s,]+/);
  const known = panels.filter((panel) => named.includes(panel));
  return new Set(known.length > 0 ? known : panels);
}

function parsePosition(text: string | null): number | null {
  if (text === "end") {
    return Number.POSITIVE_INFINITY;
  }
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function parseTable(text: string | null): string {
  return text !== null && isTable(text) ? text : "";
}

function parseAmount(text: string | null): number {
  const amount = Number(text ?? 0);
  return Number.isFinite(amount) && amount > 0 ? amount : 0;
}

function parseSpeed(text: string | null): number {
  if (text === "max") {
    return Number.POSITIVE_INFINITY;
  }
  const speed = Number(text ?? 1);
  return speed > 0 ? speed : 1;
}
