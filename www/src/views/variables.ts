/** The variables of the frame that runs next, and the calls that led to it. Closed at first. */

import type { FrameView } from "../bridge/types.ts";
import { interfaceText } from "../model/messages.ts";
import { innermostFrame, type State } from "../model/state.ts";
import { create, reconcile, setText } from "./dom.ts";

/** The disclosure with the variables. */
export interface Variables {
  readonly element: HTMLElement;
  update(state: State): void;
}

/** Builds the disclosure; what is closed isn't updated. */
export function createVariables(): Variables {
  const calls = create("p", { class: "calls" });
  const empty = create("p", { class: "empty" }, interfaceText.noVariables);
  const body = create("tbody");
  const table = create("table", {}, body);
  const summary = create("summary", { class: "heading" }, interfaceText.variables);
  const element = create(
    "details",
    { class: "variables", part: "variables" },
    summary,
    calls,
    empty,
    table,
  );
  let shown: State | null = null;
  const show = (state: State): void => {
    const locals = innermostFrame(state.view)?.locals ?? [];
    setText(calls, state.view.frames.map(callText).join(" › "));
    empty.hidden = locals.length > 0;
    reconcile(body, {
      items: locals,
      key: (local) => local.name,
      create: (local) => create("tr", {}, create("th", { scope: "row" }, local.name), create("td")),
      update: (row, local) => setText(row.children[1] ?? row, local.value),
    });
  };
  element.addEventListener("toggle", () => {
    if (element.open && shown !== null) {
      show(shown);
    }
  });
  return {
    element,
    update(state) {
      shown = state;
      element.hidden = !state.settings.views.has("variables");
      if (element.open) {
        show(state);
      }
    },
  };
}

function callText(frame: FrameView): string {
  return `${frame.functionName} (line ${frame.line})`;
}
