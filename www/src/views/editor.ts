/** A plain text area; the coloured text is drawn by the code panel beneath it. */

import { interfaceText } from "../model/messages.ts";
import type { State } from "../model/state.ts";
import { create } from "./dom.ts";

/** The editor of the code panel. */
export interface Editor {
  readonly element: HTMLTextAreaElement;
  update(state: State): void;
}

/** `Tab` leaves the field, as everywhere; `Enter` keeps the indentation. */
export function createEditor(edit: (source: string) => void): Editor {
  const element = create("textarea", {
    class: "editor",
    part: "editor",
    "aria-label": interfaceText.editor,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
  });
  element.addEventListener("input", () => edit(element.value));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !event.shiftKey) {
      event.preventDefault();
      insert(element, `\n${indentAt(element)}`);
    }
  });
  return {
    element,
    update(state) {
      element.hidden = !state.editing;
      if (state.editing && element.value !== state.source) {
        element.value = state.source;
      }
    },
  };
}

/** The indentation of the line the caret is in, one level deeper after a colon. */
function indentAt(element: HTMLTextAreaElement): string {
  const line = element.value.slice(0, element.selectionStart).split("\n").at(-1) ?? "";
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return line.trimEnd().endsWith(":") ? `${indent}    ` : indent;
}

function insert(element: HTMLTextAreaElement, text: string): void {
  // Deprecated, but the only way to insert that leaves the browser's own undo working.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (!document.execCommand("insertText", false, text)) {
    element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
    element.dispatchEvent(new Event("input"));
  }
}
