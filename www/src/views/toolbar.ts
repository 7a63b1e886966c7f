/** The buttons and choices, which are on the page before anything else is loaded. */

import type { StepKind } from "../bridge/types.ts";
import type { Command } from "../model/keys.ts";
import { speedLabel, stepKindLabels, toolbarText } from "../model/messages.ts";
import { type Settings, speeds, stepKinds } from "../model/settings.ts";
import { create, setAttribute, setText } from "./dom.ts";
import { type IconName, icon, redraw } from "./icons.ts";

/** What the toolbar shows. */
export interface ToolbarState {
  readonly settings: Settings;
  readonly canStep: boolean;
  readonly canBack: boolean;
  readonly canReset: boolean;
  /** Whether the program can be sent a signal: it has begun, and not ended. */
  readonly canInterrupt: boolean;
  /** Shows *Pause* for *Run*. */
  readonly isAtWork: boolean;
  readonly isEditing: boolean;
}

/** What the toolbar asks for. */
export interface ToolbarActions {
  command(command: Command | "edit" | "interrupt"): void;
  chooseStep(kind: StepKind): void;
  chooseSpeed(speed: number): void;
}

/** The toolbar and the place in it that is kept for the clock. */
export interface Toolbar {
  readonly element: HTMLElement;
  readonly clockPlace: HTMLElement;
  update(state: ToolbarState): void;
}

/** Builds the toolbar once; everything else is `update`. */
export function createToolbar(actions: ToolbarActions): Toolbar {
  const run = (command: Command | "edit" | "interrupt") => () => actions.command(command);
  const step = button("step", toolbarText.step, "n", run("step"));
  const back = button("back", toolbarText.back, "p", run("back"));
  const play = button("run", toolbarText.run, "r", run("run"));
  const reset = button("reset", toolbarText.reset, "0", run("reset"));
  const interrupt = button("interrupt", toolbarText.interrupt, null, run("interrupt"));
  const edit = button("edit", toolbarText.edit, null, run("edit"));
  const kind = choice(toolbarText.stepKindName, stepKinds, (value) => stepKindLabels[value]);
  const speed = choice(toolbarText.speed, speeds, speedLabel);
  kind.select.addEventListener("change", () => {
    actions.chooseStep(stepKinds[kind.select.selectedIndex] ?? "line");
  });
  speed.select.addEventListener("change", () => {
    actions.chooseSpeed(speeds[speed.select.selectedIndex] ?? 1);
  });
  const clockPlace = create("div", { class: "clock-place" });
  const element = create(
    "div",
    { class: "toolbar", part: "toolbar", role: "group", "aria-label": toolbarText.toolbar },
    create(
      "div",
      { class: "buttons" },
      step.element,
      back.element,
      play.element,
      reset.element,
      interrupt.element,
    ),
    create("div", { class: "choices" }, kind.element, speed.element, edit.element),
    clockPlace,
  );
  return {
    element,
    clockPlace,
    update(state) {
      const { settings } = state;
      setEnabled(step, state.canStep);
      setEnabled(back, state.canBack);
      setEnabled(play, state.canStep || state.isAtWork);
      setEnabled(reset, state.canReset);
      relabel(play, state.isAtWork ? "pause" : "run");
      setText(edit.label, state.isEditing ? toolbarText.apply : toolbarText.edit);
      hide(interrupt.element, settings.controls !== "full" || !state.canInterrupt, step.element);
      edit.element.hidden = !settings.editable;
      setAttribute(edit.element, "aria-pressed", String(state.isEditing));
      kind.select.selectedIndex = stepKinds.indexOf(settings.step);
      speed.select.selectedIndex = speeds.findIndex((offered) => offered >= settings.speed);
    },
  };
}

interface Button {
  readonly element: HTMLButtonElement;
  readonly label: HTMLElement;
  readonly icon: SVGSVGElement;
}

function button(name: IconName, text: string, key: string | null, press: () => void): Button {
  const drawing = icon(name);
  const label = create("span", { class: "label" }, text);
  const element = create(
    "button",
    { type: "button", class: `button ${name}`, part: `button ${name}-button` },
    drawing,
    label,
  );
  if (key !== null) {
    element.setAttribute("aria-keyshortcuts", key);
  }
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") {
      press();
    }
  });
  return { element, label, icon: drawing };
}

/** Hides a button; the focus that it had goes to another. */
function hide(target: HTMLElement, isHidden: boolean, next: HTMLElement): void {
  const root = target.getRootNode();
  if (isHidden && root instanceof ShadowRoot && root.activeElement === target) {
    next.focus();
  }
  target.hidden = isHidden;
}

/** `disabled` would throw away the focus when the last step has been made. */
function setEnabled(target: Button, isEnabled: boolean): void {
  setAttribute(target.element, "aria-disabled", isEnabled ? null : "true");
}

function relabel(target: Button, name: "run" | "pause"): void {
  redraw(target.icon, name);
  setText(target.label, toolbarText[name]);
}

interface Choice {
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;
}

function choice<T>(name: string, values: readonly T[], label: (value: T) => string): Choice {
  const select = create("select", { class: "select", part: "select" });
  select.append(...values.map((value) => create("option", {}, label(value))));
  const element = create(
    "label",
    { class: "choice" },
    create("span", { class: "choice-name" }, name),
    select,
  );
  return { element, select };
}
