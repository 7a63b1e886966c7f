/** The one sentence that tells the step, and where the program stands. */

import { interfaceText } from "../model/messages.ts";
import { isInvalid, type State } from "../model/state.ts";
import { standingOf } from "../model/status.ts";
import { setText } from "./dom.ts";

/** The elements, made before the interface is loaded: a live region must be there to be heard. */
export interface CaptionElements {
  readonly caption: HTMLElement;
  readonly standing: HTMLElement;
  readonly sentence: HTMLElement;
}

/** Shows the state in them. */
export function updateCaption(elements: CaptionElements, state: State): void {
  const { text, tone } = standingOf(state);
  elements.caption.hidden = !state.settings.views.has("sentence");
  setText(elements.standing, text);
  elements.standing.dataset["tone"] = tone;
  setText(elements.sentence, sentenceOf(state));
}

function sentenceOf(state: State): string {
  if (state.editing) {
    return interfaceText.editing;
  }
  if (isInvalid(state)) {
    return interfaceText.notValid;
  }
  if (state.fault !== null) {
    return faultSentence[state.fault.kind](state.fault.message);
  }
  if (state.activity === "busy") {
    return interfaceText.stillRunning;
  }
  if (state.isInterrupted) {
    return interfaceText.interrupted;
  }
  return state.view.position === 0 ? interfaceText.intro : state.view.sentence;
}

const faultSentence = {
  compile: () => interfaceText.notValid,
  bug: () => interfaceText.broken,
  network: (message: string) => message,
} as const;
