/** Everything below the toolbar and the sentence, as a function of the state. */

import type { ListName, State } from "../model/state.ts";
import { createClock } from "./clock.ts";
import { createCode } from "./code.ts";
import { createConsole } from "./console.ts";
import { create } from "./dom.ts";
import { glideFrom, placesIn } from "./motion.ts";
import { createStage } from "./stage.ts";
import { createVariables } from "./variables.ts";

/** What the panels ask for. */
export interface PanelActions {
  showMore(list: ListName): void;
  edit(source: string): void;
}

/** The panels and the clock, which stands in the toolbar. */
export interface Panels {
  readonly element: HTMLElement;
  readonly clock: HTMLElement;
  /** `glide`: whether tasks may be seen moving. */
  update(state: State, glide: boolean): void;
  focusEditor(): void;
}

/** Builds all panels. */
export function createPanels(actions: PanelActions): Panels {
  const code = createCode((source) => actions.edit(source));
  const variables = createVariables();
  const stage = createStage((list) => actions.showMore(list));
  const log = createConsole();
  const clock = createClock();
  const element = create(
    "div",
    { class: "panels" },
    create("div", { class: "column program-column" }, code.element, variables.element),
    create("div", { class: "column stage-column" }, stage.element, log.element),
  );
  const views = [code, variables, stage, log, clock];
  return {
    element,
    clock: clock.element,
    focusEditor: () => code.focusEditor(),
    update(state, glide) {
      const before = glide ? placesIn(stage.element) : new Map<string, DOMRect>();
      for (const view of views) {
        view.update(state);
      }
      glideFrom(before, stage.element);
    },
  };
}
