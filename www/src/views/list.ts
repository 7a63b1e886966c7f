/** A titled list: heading with count, the rows of its window, and "… and n more". */

import { moreText } from "../model/messages.ts";
import { create, type Keyed, reconcile, setAttribute, setText } from "./dom.ts";

/** A longer list scrolls by itself, so that the lists below it stay in sight. */
const ROWS_BEFORE_SCROLLING = 6;

/** What a list shows. */
export interface ListContent<T> extends Keyed<T> {
  /** How many there are, shown or not. */
  readonly total: number;
}

/** A list of the stage. */
export interface ListView<T> {
  readonly element: HTMLElement;
  update(content: ListContent<T>): void;
}

/** The fixed texts of a list. */
export interface ListTexts {
  /** Also the accessible name. */
  readonly name: string;
  /** What stands there when the list is empty. */
  readonly empty: string;
  /** The class and the part of the section. */
  readonly part: string;
}

/**
 * @param showMore null for a list that is always shown whole
 */
export function createList<T>(texts: ListTexts, showMore: (() => void) | null): ListView<T> {
  const count = create("span", { class: "count", "aria-hidden": "true" });
  const rows = create("ol", { class: "rows", role: "list", "aria-label": texts.name });
  const empty = create("p", { class: "empty" }, texts.empty);
  const more = create("button", { type: "button", class: "more", part: "more" });
  more.addEventListener("click", () => showMore?.());
  const heading = create("div", { class: "heading", part: "heading" }, texts.name, count);
  const element = create(
    "section",
    { class: `list ${texts.part}`, part: `list ${texts.part}` },
    heading,
    empty,
    rows,
    more,
  );
  return {
    element,
    update(content) {
      const hidden = content.total - content.items.length;
      setText(
        count,
        content.total > 0 && showMore !== null ? content.total.toLocaleString("en") : "",
      );
      empty.hidden = content.total > 0;
      rows.hidden = content.total === 0;
      more.hidden = hidden <= 0;
      setText(more, hidden > 0 ? moreText(hidden) : "");
      const isLong = content.items.length > ROWS_BEFORE_SCROLLING;
      rows.classList.toggle("long", isLong);
      setAttribute(rows, "tabindex", isLong ? "0" : null);
      reconcile(rows, content);
    },
  };
}
