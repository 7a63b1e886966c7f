/** The few DOM helpers that the views share. Text enters the page only as text. */

/** Attributes by name; `class` and `part` are ordinary ones. */
export type Attributes = Readonly<Record<string, string>>;

/** Creates an element with attributes and children. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Sets the text if it is another one, so that an unchanged live region stays silent. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets an attribute, or takes it away if the value is null. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** How the children of an element follow from a list. */
export interface Keyed<T> {
  readonly items: readonly T[];
  readonly key: (item: T) => string;
  readonly create: (item: T) => HTMLElement;
  /** Is called for new elements too. */
  readonly update?: (element: HTMLElement, item: T) => void;
}

/**
 * Makes the children of `parent` equal to the list. An element whose key is still there is kept
 * (with its focus and animations) and moved only if its neighbours changed.
 */
export function reconcile<T>(parent: Element, keyed: Keyed<T>): void {
  const old = new Map<string, HTMLElement>();
  for (const child of parent.children) {
    if (child instanceof HTMLElement && child.dataset["key"] !== undefined) {
      old.set(child.dataset["key"], child);
    }
  }
  let next = parent.firstElementChild;
  for (const item of keyed.items) {
    const key = keyed.key(item);
    const element = old.get(key) ?? keyed.create(item);
    old.delete(key);
    element.dataset["key"] = key;
    keyed.update?.(element, item);
    if (element === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(element, next);
    }
  }
  for (const element of old.values()) {
    element.remove();
  }
}
