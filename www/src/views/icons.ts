/** The icons of the toolbar, drawn here so that no other file has to be loaded. */

const paths = {
  step: "M5 3.5v9l5-4.5zM11.5 3.5v9",
  back: "M11 3.5v9L6 8zM4.5 3.5v9",
  run: "M5 3.2v9.6l7.5-4.8z",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  reset: "M3.5 8a4.5 4.5 0 1 0 1.6-3.4M3.3 2.8l1.5 2 2.1-1.4",
  interrupt: "M8 2.8v6.4M8 12.2v1",
  edit: "M3.5 12.5l.6-2.6 6.6-6.6 2 2-6.6 6.6z",
} as const;

/** One of the drawings. */
export type IconName = keyof typeof paths;

const SVG = "http://www.w3.org/2000/svg";

/** A 16 × 16 drawing in the colour of the text; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "path"));
  redraw(svg, name);
  return svg;
}

/** Changes the drawing in place. */
export function redraw(svg: SVGSVGElement, name: IconName): void {
  svg.firstElementChild?.setAttribute("d", paths[name]);
}
