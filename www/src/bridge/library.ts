/**
 * The library's modules that are written in Python. They are no part of the engine: the page
 * fetches those that a program names, and what these import.
 */

import { fetchBeside } from "./fetch.ts";

/** For each module the modules that it imports; set by the build. */
declare const LOOPSCOPE_LIBRARY: Readonly<Record<string, readonly string[]>>;

/** Modules that a program needs without naming them: for its syntax, or for what it calls. */
const byUse: readonly (readonly [RegExp, string])[] = [
  [/\basyncio\b/, "_asyncio"],
  [/\b(?:type\s+\w+|(?:def|class)\s+\w+\s*\[)/, "typing"],
  [/\bstrptime\b/, "_strptime"],
  [/\b(?:(?:asc|c|gm|local|mk|strf|strp|struct_)time)\b/, "_calendar"],
  [/\bopen\s*\(/, "_files"],
  [/\bmemoryview\b/, "_memoryview"],
  [/\bt[rR]?["']|\brt["']/i, "string.templatelib"],
  [
    /\b(?:open|start)_(?:unix_)?(?:connection|server)\b|\bStream(?:Reader|Writer)/,
    "asyncio.streams",
  ],
  [
    /\b(?:sock_|create_(?:unix_)?(?:server|conn|datagram)|(?:add|remove)_(?:reader|writer)\b|get(?:addr|name)info\b|connect_accepted_socket\b|add_signal_handler\b)/,
    "asyncio.selector_events",
  ],
  [
    /\b(?:run_coroutine_threadsafe|wrap_future|run_in_executor|set_default_executor)\b/,
    "asyncio.executors",
  ],
  [/\bServer\b|\bfrom\s+asyncio\s+import\s*\*/, "asyncio.streams"],
  [/\b(?:Base|Buffered|Datagram|Subprocess)?Protocol\b/, "asyncio.protocols"],
  [/\b(?:Base|Read|Write|Datagram|Subprocess)?Transport\b/, "asyncio.transports"],
  [/\b(?:asyncio|concurrent|threading)\b/, "asyncio.source"],
  [/\b\w+_call_graph\b|CallGraph/, "asyncio.graph"],
  [/\biscoroutinefunction\b|(?:_loop_p|LoopP)olicy/, "asyncio.unix_events"],
];

const fetched = new Map<string, Promise<string>>();
const texts: Record<string, string> = {};

/** What has been fetched so far: sources by module name. */
export function fetchedLibrary(): Readonly<Record<string, string>> {
  return texts;
}

/** Whether a program's modules are all there. */
export function hasLibraryFor(source: string): boolean {
  return modulesFor(source).every((name) => name in texts);
}

/**
 * Fetches the modules that a program may import and that are not there yet.
 *
 * @throws TypeError without a network; Error when the server has no such file.
 */
export async function fetchLibraryFor(source: string): Promise<void> {
  await Promise.all(
    modulesFor(source).map(async (name) => {
      texts[name] ??= await fetchModule(name);
    }),
  );
}

/** Modules that a program names anywhere, by import or otherwise, with all that they import. */
function modulesFor(source: string): string[] {
  const words = new Set(source.match(/[A-Za-z_][\w.]*/g) ?? []);
  // `os.path.join` names `os` too.
  for (const word of [...words]) {
    for (let dot = word.indexOf("."); dot > 0; dot = word.indexOf(".", dot + 1)) {
      words.add(word.slice(0, dot));
    }
  }
  const known = Object.keys(LOOPSCOPE_LIBRARY);
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || !(name in LOOPSCOPE_LIBRARY)) {
      return;
    }
    found.add(name);
    LOOPSCOPE_LIBRARY[name]?.forEach(add);
    known.filter((module) => module.startsWith(`${name}.`)).forEach(add);
  };
  known.filter((name) => words.has(name)).forEach(add);
  byUse.filter(([pattern]) => pattern.test(source)).forEach(([, name]) => add(name));
  return [...found];
}

function fetchModule(name: string): Promise<string> {
  let text = fetched.get(name);
  if (text === undefined) {
    text = readModule(name).catch((error: unknown) => {
      fetched.delete(name);
      throw error;
    });
    fetched.set(name, text);
  }
  return text;
}

async function readModule(name: string): Promise<string> {
  const response = await fetchBeside(`library/${name}.py`);
  return response.text();
}
