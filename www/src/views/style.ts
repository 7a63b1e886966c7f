/** The style of the panels, as one sheet for all elements of the page. */

import code from "./code.css";
import colours from "./colours.css";
import output from "./console.css";
import lists from "./lists.css";
import panels from "./panels.css";

const sheet = new CSSStyleSheet();
sheet.replaceSync([colours, panels, code, lists, output].join("\n"));

/** Adds the style of the panels to a shadow root, once. */
export function adoptPanelStyle(root: ShadowRoot): void {
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets.push(sheet);
  }
}
