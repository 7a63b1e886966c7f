/** The lazy chunk: everything that is loaded when a reader first touches an element. */

import { loadEngine, withFiles } from "./bridge/engine.ts";
import type { Details } from "./element/events.ts";
import type { Frame } from "./element/frame.ts";
import { Session } from "./element/session.ts";
import type { Settings } from "./model/settings.ts";
import { canGoOn, isAtWork, isInvalid, isOver, type State } from "./model/state.ts";
import { updateCaption } from "./views/caption.ts";
import { createPanels, type Panels } from "./views/panels.ts";
import { adoptPanelStyle } from "./views/style.ts";

/** A loaded element. */
export interface Interface {
  readonly session: Session;
  readonly panels: Panels;
  isAtWork(): boolean;
  /** Whether a program can be compiled without loading anything more. */
  isReadyFor(source: string): boolean;
  /** Frees the simulator and shows the author's program again. */
  close(): void;
}

/** Sends an event of the element. */
export type Dispatch = <Name extends keyof Details>(name: Name, detail: Details[Name]) => void;

/** Loads the engine and puts the panels into the place of the author's program. */
export async function openInterface(
  frame: Frame,
  root: ShadowRoot,
  settings: Settings,
  dispatch: Dispatch,
  source: string,
  files: Readonly<Record<string, string>>,
): Promise<Interface> {
  const engine = withFiles(await loadEngine(), files);
  await engine.prepareFor(source);
  const panels = createPanels({
    showMore: (list) => session.showMore(list),
    edit: (source) => session.changeDraft(source),
  });
  const render = (state: State, glide: boolean): void => {
    updateToolbar(frame, state);
    updateCaption(frame, state);
    panels.update(state, glide);
  };
  const session = new Session(engine, { render, dispatch }, settings);
  adoptPanelStyle(root);
  frame.body.replaceChildren(panels.element);
  frame.toolbar.clockPlace.replaceChildren(panels.clock);
  return {
    session,
    panels,
    isReadyFor: (program) => engine.isReadyFor(program),
    isAtWork: () => isAtWork(session.state),
    close(): void {
      session.dispose();
      panels.clock.remove();
      // Unless the panels of a later opening have already taken their place.
      if (panels.element.parentNode === frame.body) {
        frame.body.replaceChildren(frame.slot);
      }
    },
  };
}

function updateToolbar(frame: Frame, state: State): void {
  frame.toolbar.update({
    settings: state.settings,
    canStep: state.editing || (!isOver(state) && state.activity !== "busy"),
    canBack: state.view.canBack && !isInvalid(state) && state.fault === null && !state.editing,
    canReset: state.view.position > 0 || state.activity !== "idle" || state.fault?.kind === "bug",
    canInterrupt: state.view.position > 0 && !state.editing && canGoOn(state),
    isAtWork: isAtWork(state),
    isEditing: state.editing,
  });
}
