/** The virtual clock and the number of the turn. */

import { interfaceText } from "../model/messages.ts";
import type { State } from "../model/state.ts";
import { formatNs } from "../model/time.ts";
import { create, setText } from "./dom.ts";

/** The clock of the toolbar. */
export interface Clock {
  readonly element: HTMLElement;
  update(state: State): void;
}

/** A timer says nothing by itself; the sentence tells when the clock moves. */
export function createClock(): Clock {
  const time = create("span", {
    class: "time",
    part: "clock",
    role: "timer",
    "aria-label": interfaceText.clock,
  });
  const turn = create("span", { class: "turn" });
  const element = create("div", { class: "clock" }, turn, time);
  return {
    element,
    update(state) {
      const { clockNs, turn: turnNumber } = state.view;
      element.hidden = !state.settings.views.has("clock");
      setText(time, formatNs(clockNs));
      setText(turn, turnNumber > 0 ? `turn ${turnNumber.toLocaleString("en")}` : "");
    },
  };
}
