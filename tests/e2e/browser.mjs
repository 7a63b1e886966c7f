// Chromium, a server for dist/, and pages that remember everything they must not do.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { startServer } from "../../tools/server.mjs";

/** @import { Browser, Page, BrowserContextOptions } from "playwright-core" */

/** How long a single wait may take: two busy cores are slow, but an endless wait is a bug. */
const patienceMs = 20_000;

/** How long one test may take, as an option of `it`. */
export const patience = { timeout: 60_000 };

const quietArguments = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser and the site it looks at. */
export class Site {
  /** @type {Browser} */
  #browser;
  /** @type {string} */
  #origin;
  /** @type {() => void} */
  #closeServer;
  /** Pages made for a test, by path. @type {Map<string, string>} */
  #pages;

  /**
   * @param {Browser} browser
   * @param {{ origin: string, close: () => void }} server
   * @param {Map<string, string>} pages
   */
  constructor(browser, server, pages) {
    this.#browser = browser;
    this.#origin = server.origin;
    this.#closeServer = server.close;
    this.#pages = pages;
  }

  /** Starts server and browser; `close()` ends both. */
  static async open() {
    if (!existsSync("dist/loopscope.js")) {
      throw new Error("dist/ is not built: run ./build.sh build");
    }
    /** @type {Map<string, string>} */
    const pages = new Map();
    const server = await startServer({ port: 0, pages });
    return new Site(await launchChromium(), server, pages);
  }

  async close() {
    await this.#browser.close();
    this.#closeServer();
  }

  /**
   * Opens a path of dist/ in a fresh context.
   *
   * @param {string} path
   * @param {BrowserContextOptions} [options]
   */
  async visit(path, options = {}) {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const visit = new Visit(page, this.#origin);
    await page.goto(this.#origin + path);
    return visit;
  }

  /**
   * Opens a page that embeds one program as an author would, and nothing else.
   *
   * @param {string} source
   * @param {Record<string, string>} [attributes] of the element
   * @param {BrowserContextOptions} [options]
   */
  async visitProgram(source, attributes = {}, options = {}) {
    const path = `/test-page-${this.#pages.size}.html`;
    this.#pages.set(path, pageOf([{ source, attributes }]));
    return this.visit(path, options);
  }

  /**
   * Opens a page that embeds several programs.
   *
   * @param {string[]} sources
   */
  async visitPrograms(sources) {
    const path = `/test-page-${this.#pages.size}.html`;
    this.#pages.set(path, pageOf(sources.map((source) => ({ source, attributes: {} }))));
    return this.visit(path);
  }
}

/** One opened page; `leave()` closes it and fails if it did what no page may do. */
export class Visit {
  /** What went wrong so far: console errors, exceptions, foreign requests, failed loads. */
  complaints = /** @type {string[]} */ ([]);
  /** The paths that were requested. */
  requests = /** @type {string[]} */ ([]);

  /**
   * @param {Page} page
   * @param {string} origin the only one that may be asked for anything
   */
  constructor(page, origin) {
    this.page = page;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.complaints.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin === origin) {
        this.requests.push(url.pathname);
      } else if (!["data:", "blob:"].includes(url.protocol)) {
        this.complaints.push(`foreign request: ${request.url()}`);
      }
    });
    page.on("response", (response) => {
      if (response.status() >= 400) {
        this.complaints.push(`HTTP ${response.status()}: ${response.url()}`);
      }
    });
    this.element = page.locator("loop-scope").first();
  }

  async leave() {
    await this.page.context().close();
    if (this.complaints.length > 0) {
      throw new Error(`the page complained:\n${this.complaints.join("\n")}`);
    }
  }
}

/** @param {{ source: string, attributes: Record<string, string> }[]} programs */
function pageOf(programs) {
  const elements = programs.map(({ source, attributes }) => {
    const list = Object.entries({ controls: "full", ...attributes });
    const written = list.map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
    // A line break right after <pre> is dropped by HTML, so one is always given.
    const code = `<code class="language-python">${escape(source)}</code>`;
    return `<loop-scope${written}><pre>\n${code}</pre></loop-scope>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A program</title>
<link rel="icon" href="data:,">
<script type="module" src="/loopscope.js"></script>
</head>
<body><main><h1>A program</h1>${elements.join("\n")}</main></body>
</html>`;
}

/** @param {string} text */
function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Starts a Chromium that asks nobody anything. */
export function launchChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    // Chromium's sandbox refuses to work for root, as in most containers.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quietArguments,
  });
}

function findChromium() {
  const chosen = process.env["LOOPSCOPE_CHROMIUM"];
  if (chosen !== undefined) {
    return chosen;
  }
  try {
    return execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("chromium is not on PATH: ./build.sh test installs it");
  }
}
