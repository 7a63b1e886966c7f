/** The keyboard shortcuts, which work only while focus is inside the element. */

/** What a key or a button asks for. */
export type Command = "step" | "back" | "run" | "reset";

const commands: Readonly<Record<string, Command>> = {
  ArrowRight: "step",
  n: "step",
  ArrowLeft: "back",
  p: "back",
  r: "run",
  Home: "reset",
  "0": "reset",
};

/** The parts of a keyboard event that decide. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The command of a key press, or null. Combinations stay with the browser and the screen reader.
 *
 * @param usesArrows whether the focused control needs arrows and Home itself, as a scrolling panel
 */
export function commandOf(press: KeyPress, usesArrows: boolean): Command | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) {
    return null;
  }
  if (usesArrows && press.key.length > 1) {
    return null;
  }
  return Object.hasOwn(commands, press.key) ? (commands[press.key] ?? null) : null;
}
