/** The inside of the element before anything is loaded: toolbar, sentence, the author's program. */

import type { CaptionElements } from "../views/caption.ts";
import { create } from "../views/dom.ts";
import { createToolbar, type Toolbar, type ToolbarActions } from "../views/toolbar.ts";

/** What the shadow root holds, kept when the interface is loaded so that focus stays. */
export interface Frame extends CaptionElements {
  readonly element: HTMLElement;
  readonly toolbar: Toolbar;
  /** Shows the author's program until the panels take its place. */
  readonly body: HTMLElement;
  readonly slot: HTMLSlotElement;
}

/** Builds the frame. */
export function createFrame(actions: ToolbarActions): Frame {
  const toolbar = createToolbar(actions);
  const standing = create("span", { class: "standing", part: "standing" });
  const sentence = create("p", {
    class: "sentence",
    part: "sentence",
    "aria-live": "polite",
    "aria-atomic": "true",
  });
  const caption = create("div", { class: "caption", part: "caption" }, standing, sentence);
  caption.hidden = true;
  const slot = create("slot");
  const body = create("div", { class: "body" }, slot);
  const files = create("slot", { name: "files" });
  const parts = [toolbar.element, caption, body, files];
  const element = create("div", { class: "frame", part: "frame" }, ...parts);
  return { element, toolbar, caption, standing, sentence, body, slot };
}
