/** The custom element `<loop-scope>`. */

import type { StepKind, View } from "../bridge/types.ts";
import type { Dispatch, Interface } from "../interface.ts";
import { type Command, commandOf } from "../model/keys.ts";
import { toolbarText } from "../model/messages.ts";
import {
  checkStepKind,
  type Controls,
  parseSettings,
  type Settings,
  type Theme,
  unknownValues,
  worldAttributes,
} from "../model/settings.ts";
import { trimSource } from "../model/source.ts";
import { create, setText } from "../views/dom.ts";
import css from "./base.css";
import { type Details, LoopscopeEvent } from "./events.ts";
import { createFrame, type Frame } from "./frame.ts";

/** One for all elements of the page. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const attributes = ["controls", "step", "views", "at", "editable", "speed", "theme"] as const;

/**
 * Runs the Python program it contains, step by step, and shows what asyncio's event loop does.
 *
 * Before the first touch it is the author's own `<pre>` with a toolbar; engine and interface are
 * loaded when the reader presses a button, or at once if `at` is given.
 *
 * Attributes, each with a property: `controls`, `step` (property `stepKind`, since `step()` is a
 * method), `views`, `at`, `editable`, `speed`, `theme`, `src`. Without a property: `latency` (seconds)
 * and `bandwidth` (bytes a second) of the simulated network, `web` (JSON), what the simulated web answers,
 * `stdin`, what `input()` reads, and the bounds of a run: `fuel-max` (instructions), `recursion-max` (calls),
 * `memory-max` and `output-max` (bytes).
 *
 * @slot - The program: `<pre><code class="language-python">…</code></pre>`. Beside it may stand what the
 * simulated web answers: `<script type="application/json" data-loopscope-web>`.
 * @slot files - Files beside it, which it imports or opens: `<pre data-file="name.py">…</pre>`; they
 *   get there by themselves.
 *
 * @event loopscope-step - The program went forward or back, or jumped.
 * @event loopscope-output - The program printed.
 * @event loopscope-end - No step forward is left.
 * @event loopscope-error - The program isn't valid, or something didn't load.
 *
 * @csspart frame - The whole interface.
 * @csspart toolbar - The row of buttons.
 * @csspart button - Every button of it; also `step-button`, `back-button` and so on.
 * @csspart select - The choices of step kind and speed.
 * @csspart clock - The virtual time.
 * @csspart caption - Where the program stands, and the sentence.
 * @csspart standing - Where the program stands.
 * @csspart sentence - What the last step did.
 * @csspart code - The program.
 * @csspart editor - The text area in which it is edited.
 * @csspart variables - The variables of the code that runs next.
 * @csspart stage - All lists of tasks.
 * @csspart list - Each list; also `running`, `ready`, `sleeping`, `waiting`, `done`, `threads`.
 * @csspart heading - The heading of a list.
 * @csspart task - A task in a list.
 * @csspart handle - A callback in the ready queue.
 * @csspart thread - A thread in the list of threads.
 * @csspart more - The button that stands for the rest of a long list.
 * @csspart stall - Who waits for what, when nothing can happen any more.
 * @csspart console - What the program printed.
 * @csspart output - The text of one printed line.
 *
 * @cssproperty --loopscope-accent - The colour of the Step button and of what is active.
 * @cssproperty --loopscope-background - Behind the program.
 * @cssproperty --loopscope-surface - Behind toolbar, lists and console.
 * @cssproperty --loopscope-text - Text.
 * @cssproperty --loopscope-muted - Text of second rank.
 * @cssproperty --loopscope-border - Lines.
 * @cssproperty --loopscope-radius - The rounding of the frame.
 * @cssproperty --loopscope-font - The font of the interface.
 * @cssproperty --loopscope-font-code - The font of program and console.
 * @cssproperty --loopscope-font-size - The size everything follows from.
 * @cssproperty --loopscope-code-height - The greatest height of the program before it scrolls.
 */
export class LoopScopeElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [
    ...attributes,
    ...worldAttributes,
    "src",
  ];

  /** Registers the element, once. */
  static define(tag = "loop-scope", registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag) === undefined) {
      registry.define(tag, LoopScopeElement);
    }
  }

  readonly #root: ShadowRoot;
  readonly #frame: Frame;
  #settings: Settings = parseSettings(() => null);
  #interface: Interface | null = null;
  #opening: Promise<Interface> | null = null;
  /** Where the program was when the element was taken out of the page. */
  #leftAt: number | null = null;
  /** The program that took the place of the content: set by `source`, or edited. */
  #draft: string | null = null;
  /** The program that `src` names, on its way. */
  #fetched: Promise<string> | null = null;
  /** What the author has been told of the attributes. */
  readonly #told = new Set<string>();
  /** Counts closings, so that what was loading meanwhile knows that nobody wants it. */
  #closings = 0;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame = createFrame({
      command: (command) => void this.#perform(command),
      chooseStep: (kind) => this.setAttribute("step", kind),
      chooseSpeed: (speed) => {
        this.speed = speed;
      },
    });
    this.#root.append(this.#frame.element);
    this.#frame.slot.addEventListener("slotchange", () => {
      this.#placeFiles();
      this.#letScroll();
    });
    this.#root.addEventListener("keydown", (event) => this.#pressKey(event as KeyboardEvent));
  }

  connectedCallback(): void {
    this.#configure();
    this.#placeFiles();
    this.#fetchSource();
    if (this.#settings.at !== null || this.#leftAt !== null) {
      this.#start();
    }
  }

  disconnectedCallback(): void {
    this.#leftAt = this.#interface?.session.state.view.position ?? null;
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) {
      return;
    }
    this.#configure();
    if (name === "src") {
      this.#draft = null;
      this.#fetchSource();
      this.#reload();
    } else if (worldAttributes.includes(name)) {
      this.#reload();
    } else if (name === "at" && this.#settings.at !== null) {
      void this.seek(this.#settings.at);
    }
  }

  /** How much of the toolbar is shown. */
  get controls(): Controls {
    return this.#settings.controls;
  }

  set controls(controls: Controls) {
    this.setAttribute("controls", controls);
  }

  /** The kind of the Step button; the attribute is called `step`. */
  get stepKind(): StepKind {
    return this.#settings.step;
  }

  set stepKind(kind: StepKind) {
    this.setAttribute("step", kind);
  }

  /** The panels that are shown, separated by spaces. */
  get views(): string {
    return [...this.#settings.views].join(" ");
  }

  set views(views: string) {
    this.setAttribute("views", views);
  }

  /** The position to start at; null waits for the reader, `Infinity` is the end. */
  get at(): number | null {
    return this.#settings.at;
  }

  set at(position: number | null) {
    if (position === null) {
      this.removeAttribute("at");
    } else {
      this.setAttribute("at", Number.isFinite(position) ? String(position) : "end");
    }
  }

  /** Whether the reader may change the program. */
  get editable(): boolean {
    return this.#settings.editable;
  }

  set editable(editable: boolean) {
    this.toggleAttribute("editable", editable);
  }

  /** A multiple of the normal pace of *Run*; `Infinity` doesn't rest between steps. */
  get speed(): number {
    return this.#settings.speed;
  }

  set speed(speed: number) {
    this.setAttribute("speed", Number.isFinite(speed) ? String(speed) : "max");
  }

  /** Which colours are used. */
  get theme(): Theme {
    return this.#settings.theme;
  }

  set theme(theme: Theme) {
    this.setAttribute("theme", theme);
  }

  /** The address of a `.py` file that takes the place of the content. */
  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  set src(address: string) {
    this.setAttribute("src", address);
  }

  /** The program. Setting it starts again from the beginning. */
  get source(): string {
    return this.#interface?.session.state.source ?? this.#draft ?? this.#contentSource();
  }

  set source(source: string) {
    this.#draft = source;
    this.#showContent(source);
    this.#reload();
  }

  /** Instructions executed since the start. */
  get position(): number {
    return this.#interface?.session.state.view.position ?? 0;
  }

  /** The current view as a plain object; null until the engine is loaded. */
  get view(): View | null {
    return this.#interface?.session.state.view ?? null;
  }

  /** Loads the engine if it isn't yet; resolves when the program can be stepped. */
  get ready(): Promise<void> {
    return this.#open().then(() => undefined);
  }

  /**
   * Goes forward by one step.
   *
   * @throws TypeError for a kind that is none, as a rejection.
   */
  async step(kind: StepKind = this.stepKind): Promise<void> {
    checkStepKind(kind);
    const { session } = await this.#open();
    this.#applyDraft();
    await session.step(kind);
  }

  /**
   * Goes back by one step.
   *
   * @throws TypeError for a kind that is none, as a rejection.
   */
  async back(kind: StepKind = this.stepKind): Promise<void> {
    checkStepKind(kind);
    const { session } = await this.#open();
    await session.back(kind);
  }

  /**
   * Jumps to a position, `Infinity` to the end.
   *
   * @throws RangeError for what is no number from 0 on, as a rejection.
   */
  async seek(position: number): Promise<void> {
    if (!(position >= 0)) {
      throw new RangeError(`${String(position)} is no position`);
    }
    const { session } = await this.#open();
    await session.seek(position);
  }

  /** Steps by itself; resolves at the end or when it is paused. */
  async play(): Promise<void> {
    const { session } = await this.#open();
    this.#applyDraft();
    await session.play();
  }

  /** Stops a program that runs. */
  pause(): void {
    this.#interface?.session.pause();
  }

  /** Back to the start of the program. */
  reset(): void {
    this.#interface?.session.reset();
  }

  /** Sends the program Ctrl-C. */
  interrupt(): void {
    this.#interface?.session.interrupt();
  }

  async #perform(command: Command | "edit" | "interrupt"): Promise<void> {
    try {
      await this.#obey(command);
    } catch {
      // A failed load has already been shown, and told by `loopscope-error`.
    }
  }

  async #obey(command: Command | "edit" | "interrupt"): Promise<void> {
    switch (command) {
      case "step":
        return this.step();
      case "back":
        return this.back();
      case "reset":
        this.reset();
        return;
      case "run":
        if (!this.#interface?.isAtWork()) {
          return this.play();
        }
        this.pause();
        return;
      case "interrupt":
        this.interrupt();
        return;
      case "edit":
        return this.#toggleEditing();
    }
  }

  async #toggleEditing(): Promise<void> {
    const opened = await this.#open();
    if (opened.session.state.editing) {
      this.#applyDraft();
    } else {
      opened.session.edit();
      opened.panels.focusEditor();
    }
  }

  /** Ends the editing, if there is any, and takes the new text. */
  #applyDraft(): void {
    const session = this.#interface?.session;
    if (session?.state.editing) {
      this.#draft = session.state.source;
      if (this.#interface?.isReadyFor(this.#draft)) {
        session.load(this.#draft, session.state.filename);
      } else {
        this.#reload();
      }
    }
  }

  #configure(): void {
    const web = this.querySelector("script[data-loopscope-web]")?.textContent;
    const read = (name: string): string | null =>
      name === "web" ? (web ?? this.getAttribute("web")) : this.getAttribute(name);
    this.#settings = parseSettings(read);
    for (const told of unknownValues(read)) {
      if (!this.#told.has(told)) {
        this.#told.add(told);
        console.warn(`<${this.localName}>: ${told}`, this);
      }
    }
    if (this.#interface === null) {
      this.#showClosed(null);
    } else {
      this.#interface.session.configure(this.#settings);
    }
  }

  /** Starts without anyone waiting for it. */
  #start(): void {
    this.#open().catch(() => undefined);
  }

  #reload(): void {
    if (this.#interface !== null || this.#opening !== null) {
      this.#close();
      this.#start();
    }
  }

  /** Loads interface, engine and program; a failure is shown, and can be tried again. */
  #open(): Promise<Interface> {
    this.#opening ??= this.#load().catch((error: unknown) => {
      this.#opening = null;
      this.#showClosed(notLoadedText(error));
      this.#dispatch("loopscope-error", { kind: "network", message: messageOf(error) });
      throw error;
    });
    return this.#opening;
  }

  async #load(): Promise<Interface> {
    this.#showClosed(toolbarText.loading);
    const closings = this.#closings;
    const [loaded, source] = await Promise.all([import("../interface.ts"), this.#readSource()]);
    const dispatch: Dispatch = (name, detail) => this.#dispatch(name, detail);
    const { openInterface } = loaded;
    const opened = await openInterface(
      this.#frame,
      this.#root,
      this.#settings,
      dispatch,
      source,
      this.#files(),
    );
    if (closings !== this.#closings) {
      opened.close();
      if (!this.isConnected) {
        throw new Error(toolbarText.left);
      }
      return this.#open();
    }
    opened.session.configure(this.#settings);
    opened.session.load(source, "main.py");
    this.#interface = opened;
    const position = this.#leftAt ?? this.#settings.at;
    this.#leftAt = null;
    if (position !== null && position > 0) {
      await opened.session.seek(position);
    }
    return opened;
  }

  #close(): void {
    this.#closings += 1;
    this.#interface?.close();
    this.#interface = null;
    this.#opening = null;
    this.#showClosed(null);
  }

  async #readSource(): Promise<string> {
    return this.#draft ?? (await this.#fetched) ?? this.#contentSource();
  }

  /** Gets the file that `src` names, so that it can be read before the first touch. */
  #fetchSource(): void {
    this.#fetched = this.src === "" ? null : fetchText(this.src);
    this.#fetched?.then(
      (source) => this.#showContent(source),
      (error: unknown) => this.#showClosed(notLoadedText(error)),
    );
  }

  /** Lets the keyboard reach a `<pre>` that is too wide for the page. */
  #letScroll(): void {
    const pre = this.querySelector<HTMLPreElement>("pre:not([data-file])");
    if (pre !== null && pre.scrollWidth > pre.clientWidth && !pre.hasAttribute("tabindex")) {
      pre.tabIndex = 0;
    }
  }

  /** Puts a program into the `<pre>`, which is what is seen while the interface isn't there. */
  #showContent(source: string): void {
    const pre = this.querySelector("pre:not([data-file])");
    const code = pre?.querySelector("code") ?? pre ?? null;
    if (code === null) {
      this.prepend(create("pre", {}, create("code", {}, source)));
    } else {
      code.textContent = source;
      this.#letScroll();
    }
  }

  #contentSource(): string {
    return trimSource((this.querySelector("pre:not([data-file])") ?? this).textContent);
  }

  /** The files beside the program, each in a `<pre data-file="name">` of its own. */
  #files(): Record<string, string> {
    const files = [...this.querySelectorAll<HTMLElement>("pre[data-file]")];
    return Object.fromEntries(
      files.map((pre) => [pre.dataset["file"] ?? "", trimSource(pre.textContent)]),
    );
  }

  /** Keeps the files beside the program in view, below the panels. */
  #placeFiles(): void {
    this.querySelectorAll("pre[data-file]").forEach((pre) => {
      pre.slot = "files";
    });
  }

  /** The toolbar as it is while there is no interface. */
  #showClosed(message: string | null): void {
    const { toolbar, caption, sentence } = this.#frame;
    caption.hidden = message === null;
    setText(sentence, message ?? "");
    toolbar.update({
      settings: this.#settings,
      canStep: true,
      canBack: false,
      canReset: false,
      canInterrupt: false,
      isAtWork: false,
      isEditing: false,
    });
  }

  #pressKey(event: KeyboardEvent): void {
    const target = event.target;
    if (!(target instanceof HTMLElement) || target.matches("textarea, select, input")) {
      return;
    }
    const command = commandOf(event, target.matches("[tabindex], summary"));
    if (command !== null) {
      event.preventDefault();
      void this.#perform(command);
    }
  }

  #dispatch<Name extends keyof Details>(name: Name, detail: Details[Name]): void {
    this.dispatchEvent(new LoopscopeEvent(name, detail));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notLoadedText(error: unknown): string {
  return `${toolbarText.notLoaded} ${messageOf(error)}`;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status} ${response.statusText}`);
  }
  return trimSource(await response.text());
}

declare global {
  interface HTMLElementTagNameMap {
    "loop-scope": LoopScopeElement;
  }
}
