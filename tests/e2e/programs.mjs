// The programs of tests/programs/ with what CPython did with them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../programs", import.meta.url));

/**
 * @typedef {object} Program
 * @property {string} name path below tests/programs, without the extension
 * @property {string} source
 * @property {string} stdout
 * @property {string} stderr
 * @property {number} exit CPython's exit status
 * @property {number} clockNs where the virtual clock stood at the end
 */

/**
 * Every program with a recording, in order of its name.
 *
 * @returns {Program[]}
 */
export function recordedPrograms() {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".recorded"))
    .map((path) => path.slice(0, -".recorded".length))
    .sort()
    .map((name) => ({
      name,
      source: readFileSync(join(folder, `${name}.py`), "utf8"),
      ...parseRecording(readFileSync(join(folder, `${name}.recorded`), "utf8")),
    }));
}

/**
 * Reads the format that tests/oracle/record.py writes.
 *
 * @param {string} text
 */
export function parseRecording(text) {
  /** @type {Map<string, string>} */
  const fields = new Map();
  const streams = { stdout: "", stderr: "" };
  /** @type {"stdout" | "stderr"} */
  let stream = "stdout";
  for (const line of text.split("\n")) {
    if (line === "stdout:" || line === "stderr:") {
      stream = line === "stdout:" ? "stdout" : "stderr";
    } else if (line.startsWith("|")) {
      streams[stream] += `${line.slice(1)}\n`;
    } else if (line === "\\no newline") {
      streams[stream] = streams[stream].slice(0, -1);
    } else if (line.includes(": ")) {
      const [name = "", value = ""] = line.split(": ", 2);
      fields.set(name, value);
    }
  }
  return { ...streams, exit: Number(fields.get("exit")), clockNs: Number(fields.get("clock_ns")) };
}
