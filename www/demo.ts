/** The demo page: a choice of examples for the element, and a choice of colours. */

import { type Example, exampleGroups, firstExample } from "./examples/list.ts";

const picker = find("#example", HTMLSelectElement);
const title = find("#example-title", HTMLElement);
const about = find("#example-about", HTMLElement);
const theme = find("#theme", HTMLSelectElement);

const examples = exampleGroups.flatMap((group) => group.examples);

fillPicker();
picker.addEventListener("change", () => {
  history.replaceState(null, "", `#${picker.value}`);
  showFromAddress();
});
addEventListener("hashchange", showFromAddress);
theme.addEventListener("change", () => {
  document.documentElement.dataset["theme"] = theme.value;
});
showFromAddress();

function fillPicker(): void {
  for (const { name, examples } of exampleGroups) {
    const group = document.createElement("optgroup");
    group.label = name;
    group.append(...examples.map((example) => new Option(example.title, example.file)));
    picker.append(group);
  }
}

/** The address says which example is shown, so that it can be linked to. */
function showFromAddress(): void {
  const file = decodeURIComponent(location.hash.slice(1));
  const example = examples.find((candidate) => candidate.file === file);
  if (example === undefined) {
    // Nothing to load: the first example stands in the page.
    picker.value = firstExample;
  } else {
    show(example);
  }
}

function show(example: Example): void {
  picker.value = example.file;
  title.textContent = example.title;
  about.textContent = example.about;
  find("loop-scope", HTMLElement).setAttribute("src", `examples/${example.file}.py`);
}

function find<T extends HTMLElement>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${selector}`);
  }
  return found;
}
