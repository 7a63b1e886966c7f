/** The program with its marks; while it is edited, a text area lies over the coloured text. */

import { type Decoration, decorationsOf, type Pin, signatureOf } from "../model/decorations.ts";
import { interfaceText } from "../model/messages.ts";
import type { State } from "../model/state.ts";
import { markColumns, type Segment } from "../model/tokens.ts";
import { create } from "./dom.ts";
import { createEditor } from "./editor.ts";
import { prefersReducedMotion } from "./motion.ts";
import { setHue } from "./task.ts";

/** The code panel. */
export interface Code {
  readonly element: HTMLElement;
  update(state: State): void;
  focusEditor(): void;
}

/** How many names stand behind one line before they are only counted. */
const PINS_MAX = 3;

/** Builds the panel; `edit` is told every change of the text. */
export function createCode(edit: (source: string) => void): Code {
  const code = create("code", {});
  const editor = createEditor(edit);
  const pre = create("pre", { class: "program" }, code);
  const element = create(
    "div",
    {
      class: "code",
      part: "code",
      role: "region",
      "aria-label": interfaceText.code,
      tabindex: "0",
    },
    create("div", { class: "sheet" }, pre, editor.element),
  );
  let lines: State["lines"] = [];
  let signatures = new Map<number, string>();
  let currentLine: number | null = null;
  return {
    element,
    focusEditor: () => editor.element.focus(),
    update(state) {
      const decorations = decorationsOf(state);
      element.hidden = !state.settings.views.has("code");
      element.dataset["editing"] = String(state.editing);
      editor.update(state);
      const before = signatures;
      signatures = new Map([...decorations].map(([line, marks]) => [line, signatureOf(marks)]));
      if (state.lines !== lines) {
        lines = state.lines;
        code.replaceChildren(...lines.map((line, index) => createLine(line, index + 1)));
        before.clear();
      }
      for (const line of new Set([...before.keys(), ...signatures.keys()])) {
        if (before.get(line) !== signatures.get(line)) {
          decorateLine(code.children[line - 1], lines[line - 1] ?? [], decorations.get(line));
        }
      }
      const line = lineToShow(state, decorations);
      if (line !== null && line !== currentLine) {
        reveal(element, code.children[line - 1]);
      }
      currentLine = line;
    },
  };
}

function lineToShow(state: State, decorations: ReadonlyMap<number, Decoration>): number | null {
  if (state.editing) {
    return null;
  }
  const wrong = [...decorations].find(([, marks]) => marks.isError);
  return wrong?.[0] ?? state.view.place?.line ?? null;
}

function createLine(segments: readonly Segment[], line: number): HTMLElement {
  return create(
    "span",
    { class: "line" },
    create("span", { class: "line-number", "aria-hidden": "true" }, String(line)),
    create("span", { class: "text" }, ...segments.map(createSegment), "\n"),
  );
}

function createSegment(segment: Segment): Node {
  if (segment.tokenClass === "text" && !segment.marked) {
    return document.createTextNode(segment.text);
  }
  const kind = segment.marked ? "mark" : "span";
  return create(kind, { class: segment.tokenClass }, segment.text);
}

function decorateLine(
  row: Element | undefined,
  segments: readonly Segment[],
  marks: Decoration | undefined,
): void {
  const text = row?.children[1];
  if (!(row instanceof HTMLElement) || text === undefined) {
    return;
  }
  const current = marks?.current ?? null;
  const shown = current === null ? segments : markColumns(segments, current);
  text.replaceChildren(...shown.map(createSegment), "\n");
  row.classList.toggle("current", current !== null);
  row.classList.toggle("error", marks?.isError ?? false);
  if (current === null) {
    row.removeAttribute("aria-current");
    delete row.dataset["hue"];
  } else {
    row.setAttribute("aria-current", "step");
    setHue(row, marks?.task ?? null);
  }
  row.children[2]?.remove();
  if (marks !== undefined && marks.pins.length > 0) {
    row.append(createPins(marks.pins));
  }
}

/** Hidden from screen readers, since the lists say the same. */
function createPins(pins: readonly Pin[]): HTMLElement {
  const shown = pins.slice(0, PINS_MAX).map((pin) => {
    const element = create("span", { class: `pin ${pin.rests}` }, pin.title);
    setHue(element, pin.task);
    return element;
  });
  const rest = pins.length - shown.length;
  const more = rest > 0 ? [create("span", { class: "pin" }, `+${rest}`)] : [];
  return create("span", { class: "pins", "aria-hidden": "true" }, ...shown, ...more);
}

/** Scrolls the panel, never the page around it. */
function reveal(panel: HTMLElement, row: Element | undefined): void {
  if (row === undefined) {
    return;
  }
  const outer = panel.getBoundingClientRect();
  const inner = row.getBoundingClientRect();
  const margin = inner.height;
  if (inner.top - margin >= outer.top && inner.bottom + margin <= outer.bottom) {
    return;
  }
  const middle = inner.top - outer.top - outer.height / 2 + inner.height / 2;
  panel.scrollBy({ top: middle, behavior: prefersReducedMotion() ? "instant" : "smooth" });
}
