// What a reader does with a <loop-scope>: finds things by role and name, presses, reads.

/** @import { Locator } from "playwright-core" */

/** The statuses after which no step forward is left. */
export const overStatuses = ["finished", "failed", "stalled", "limit"];

/** The parts of a view that the tests look at. */
/** @typedef {{ status: string, exitStatus: number | null, position: number, clockNs: number, sentence: string }} View */

/** One element of a page, through its accessible names. */
export class Simulator {
  /** @param {Locator} element */
  constructor(element) {
    this.element = element;
    this.step = element.getByRole("button", { name: "Step", exact: true });
    this.back = element.getByRole("button", { name: "Back", exact: true });
    this.run = element.getByRole("button", { name: "Run", exact: true });
    this.pause = element.getByRole("button", { name: "Pause", exact: true });
    this.reset = element.getByRole("button", { name: "Reset", exact: true });
    this.console = element.getByRole("log", { name: "Console" });
    this.clock = element.getByRole("timer", { name: "Clock" });
  }

  /** @param {"Ready queue" | "Sleeping" | "Waiting" | "Running" | "Done" | "Threads"} name */
  list(name) {
    return this.element.getByRole("list", { name, exact: true });
  }

  /** The engine's view; null before it is loaded. */
  view() {
    return this.element.evaluate((element) => {
      const { view } = /** @type {HTMLElement & { view: View | null }} */ (element);
      return view && { ...view };
    });
  }

  /** Loads the engine and waits until the program can be stepped. */
  async open() {
    await this.element.evaluate(
      (element) => /** @type {HTMLElement & { ready: Promise<void> }} */ (element).ready,
    );
  }

  /**
   * What the console shows of one stream, as the program wrote it; without a final line break.
   *
   * @param {"stdout" | "stderr"} stream
   */
  async printed(stream) {
    const lines = this.element.locator(`[data-stream=${stream}] [part~=output]`);
    return (await lines.allTextContents()).join("\n");
  }

  /**
   * Waits until the element has taken a program.
   *
   * @param {string} source
   */
  async waitForSource(source) {
    await this.element.evaluate(async (node, source) => {
      const element = /** @type {HTMLElement & { source: string }} */ (node);
      while (element.source.trim() !== source.trim()) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }, source);
  }

  /** Presses Step once with the mouse and waits until the step is made. */
  async pressStep() {
    await this.#pressAndSettle(() => this.step.click());
  }

  /** Presses Back once with the mouse and waits until the step is taken back. */
  async pressBack() {
    await this.#pressAndSettle(() => this.back.click());
  }

  /** @param {() => Promise<void>} press */
  async #pressAndSettle(press) {
    const settled = await this.element.evaluateHandle((element) => ({
      promise: new Promise((resolve) => {
        for (const name of ["loopscope-step", "loopscope-error"]) {
          element.addEventListener(name, () => resolve(name), { once: true });
        }
      }),
    }));
    await press();
    await settled.evaluate(({ promise }) => promise);
  }

  /** Presses Step with the mouse until no step is left. Returns how often. */
  async clickToEnd() {
    await this.open();
    for (let presses = 0; ; presses += 1) {
      const view = await this.view();
      if (view !== null && overStatuses.includes(view.status)) {
        return presses;
      }
      await this.pressStep();
    }
  }

  /**
   * Gives the element another program.
   *
   * @param {string} source
   */
  async setSource(source) {
    await this.element.evaluate((node, source) => {
      const element = /** @type {HTMLElement & { source: string }} */ (node);
      element.removeAttribute("step");
      element.source = source;
    }, source);
  }

  /**
   * Presses Step until no step is left, from within the page, which is fast enough for every
   * program: 300 times line by line, then with steps to the end.
   *
   * @returns {Promise<string>} what the element said the program printed to standard output
   */
  async pressToEnd() {
    await this.open();
    return this.element.evaluate(async (node, overStatuses) => {
      const element = /** @type {HTMLElement & { view: View | null }} */ (node);
      const buttons = [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
      const step = buttons.find((button) => button.textContent.trim() === "Step");
      let stdout = "";
      const listen = (/** @type {Event} */ event) => {
        const { detail } =
          /** @type {{ detail: { pieces: readonly { stream: string, text: string }[] } }} */ (
            /** @type {unknown} */ (event)
          );
        for (const { stream, text } of detail.pieces) {
          stdout += stream === "stdout" ? text : "";
        }
      };
      element.addEventListener("loopscope-output", listen);
      for (let presses = 0; !overStatuses.includes(element.view?.status ?? ""); presses += 1) {
        if (presses === 300) {
          element.setAttribute("step", "end");
        }
        const settled = new Promise((resolve) => {
          element.addEventListener("loopscope-step", resolve, { once: true });
        });
        step?.click();
        await settled;
      }
      element.removeEventListener("loopscope-output", listen);
      return stdout;
    }, overStatuses);
  }
}
