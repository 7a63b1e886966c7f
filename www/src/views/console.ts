/** What the program printed, each line with its virtual time. */

import { interfaceText } from "../model/messages.ts";
import { type ConsoleLine, consoleLines } from "../model/output.ts";
import type { State } from "../model/state.ts";
import { formatNs } from "../model/time.ts";
import { create, reconcile, setText } from "./dom.ts";
import { setHue } from "./task.ts";

/** The console. */
export interface Console {
  readonly element: HTMLElement;
  update(state: State): void;
}

/** Its live region is off: the sentence already tells what was printed. */
export function createConsole(): Console {
  const earlier = create("p", { class: "earlier" });
  const rows = create("div", { class: "output" });
  const empty = create("p", { class: "empty" }, interfaceText.noOutput);
  const log = create(
    "div",
    {
      class: "log",
      part: "console",
      role: "log",
      "aria-label": interfaceText.console,
      "aria-live": "off",
      tabindex: "0",
    },
    earlier,
    rows,
  );
  const heading = create("div", { class: "heading", part: "heading" }, interfaceText.console);
  const element = create("section", { class: "console" }, heading, empty, log);
  let lastKey = "";
  return {
    element,
    update(state) {
      const { offset } = state.lists.console;
      const lines = [...consoleLines(state.lists.console.items, offset), ...faultLines(state)];
      element.hidden = !state.settings.views.has("console");
      empty.hidden = lines.length > 0;
      log.hidden = lines.length === 0;
      earlier.hidden = offset === 0;
      setText(
        earlier,
        offset > 0 ? `… ${offset.toLocaleString("en")} earlier pieces of output` : "",
      );
      reconcile(rows, {
        items: lines,
        key: (line) => line.key,
        create: createLine,
        update: updateLine,
      });
      const key = lines.at(-1)?.key ?? "";
      if (key !== lastKey) {
        lastKey = key;
        log.scrollTop = log.scrollHeight;
      }
    },
  };
}

/** What went wrong outside of the program is shown as error output, for want of a better place. */
function faultLines(state: State): ConsoleLine[] {
  const { fault, view } = state;
  if (fault === null || fault.kind === "network") {
    return [];
  }
  const text = fault.kind === "bug" ? `simulator bug: ${fault.message}` : fault.message;
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => ({
      key: `fault-${index}`,
      stream: "stderr",
      text: line,
      clockNs: view.clockNs,
      task: null,
    }));
}

function createLine(): HTMLElement {
  return create(
    "div",
    { class: "entry" },
    create("span", { class: "when" }),
    create("span", { class: "said", part: "output" }),
  );
}

function updateLine(row: HTMLElement, line: ConsoleLine): void {
  const [when, said] = row.children;
  setHue(row, line.task);
  row.dataset["stream"] = line.stream;
  if (when !== undefined && said !== undefined) {
    setText(when, formatNs(line.clockNs));
    setText(said, line.text);
  }
}
