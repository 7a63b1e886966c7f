/** Lets the eye follow a task from one list to another: it glides from its old place to its new. */

/** How many elements may move at once; beyond it the eye follows nothing anyway. */
const MOVING_MAX = 60;

const GLIDE_MS = 320;
const APPEAR_MS = 200;
const EASING = "cubic-bezier(0.2, 0.7, 0.2, 1)";

/** Where the recognisable elements were. */
export type Places = ReadonlyMap<string, DOMRect>;

/** Whether the reader asked for less motion. */
export function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Where everything marked with `data-flip` is now; empty if nothing should move. */
export function placesIn(root: Element): Places {
  const places = new Map<string, DOMRect>();
  const elements = movable(root);
  if (elements.length > MOVING_MAX || prefersReducedMotion()) {
    return places;
  }
  for (const element of elements) {
    places.set(element.dataset["flip"] ?? "", element.getBoundingClientRect());
  }
  return places;
}

/** Moves everything from where it was; what wasn't anywhere appears. */
export function glideFrom(before: Places, root: Element): void {
  if (before.size === 0 || prefersReducedMotion()) {
    return;
  }
  for (const element of movable(root).slice(0, MOVING_MAX)) {
    const from = before.get(element.dataset["flip"] ?? "");
    if (from === undefined) {
      element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: APPEAR_MS });
      continue;
    }
    const to = element.getBoundingClientRect();
    const [x, y] = [from.left - to.left, from.top - to.top];
    if (Math.abs(x) + Math.abs(y) > 1) {
      const start = { transform: `translate(${x}px, ${y}px)`, zIndex: 1 };
      const end = { transform: "none", zIndex: 1 };
      element.animate([start, end], { duration: GLIDE_MS, easing: EASING });
    }
  }
}

function movable(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-flip]")].filter(
    (element) => element.offsetParent !== null,
  );
}
