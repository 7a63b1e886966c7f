// Bundles www/ and the engine in pkg/ into dist/, as ES modules with code splitting.
//
// Entries are the element (www/src/loopscope.ts), the engine's own module, and the scripts of the
// pages themselves (www/*.ts). What went where is written to target/page/meta.json, for sizes.mjs.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const output = "dist";

if (!existsSync("pkg/loopscope_bg.wasm")) {
  console.error("bundle: there is no engine in pkg/; ./build.sh build makes it and the page");
  process.exit(1);
}
// An engine that was built before the library's files were changed starts, and fails at the first import.
const engineTime = statSync("pkg/loopscope_bg.wasm").mtimeMs;
const newer = readdirSync("crate", { recursive: true, encoding: "utf8" }).find(
  (path) => /\.(py|rs)$/.test(path) && statSync(join("crate", path)).mtimeMs > engineTime,
);
if (newer !== undefined) {
  console.error(`bundle: pkg/ is older than crate/${newer}; ./build.sh build makes both`);
  process.exit(1);
}

const pageScripts = readdirSync("www")
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => join("www", name));

// The library's modules written in Python, each a file of its own, and what each of them imports.
const librarySources = {
  "": "crate/python/src/stdlib/py",
  "asyncio.": "crate/asyncio/src/py/fetched",
};
/**
 * A submodule's file is named after its package, as in urllib_parse.py or unittest__log.py, where it is not in a folder.
 *
 * @param {string} file
 * @param {boolean} isInFolder
 */
const moduleName = (file, isInFolder) =>
  isInFolder ? file : file.replace(/^([a-z]+)_(?=_?[a-z])/, "$1.");
const libraryFiles = Object.entries(librarySources).flatMap(([prefix, folder]) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => ({
      path: join(folder, name),
      module: prefix + moduleName(name.replace(/\.py$/, ""), prefix !== ""),
    })),
);

// asyncio's submodules, which its package needs all at once, are one file: form feeds stand between
// them, and the order is that of SUBMODULES in crate/asyncio/src/module.rs.
const asyncioFolder = "crate/asyncio/src/py";
const asyncioModule = readFileSync("crate/asyncio/src/module.rs", "utf8");
const asyncioText = [...asyncioModule.matchAll(/include_str!\("py\/(\w+\.py)"\)/g)]
  .map((match) => readFileSync(join(asyncioFolder, match[1] ?? ""), "utf8"))
  .join("\f");

const libraryNames = libraryFiles.map(({ module }) => module);
/** @param {string} text */
const importsOf = (text) => {
  const found = [...text.matchAll(/^\s*(?:from|import)\s+([\w.]+)/gm)].map(
    (match) => match[1] ?? "",
  );
  // A submodule needs its package too, and asyncio's package is a file of another name.
  const needed = found.includes("asyncio") ? [...found, "asyncio.source"] : found;
  const modules = libraryNames.filter((name) =>
    needed.some((imported) => imported === name || imported.startsWith(`${name}.`)),
  );
  return found.includes("asyncio") ? ["_asyncio", ...modules] : modules;
};
const library = Object.fromEntries(
  libraryFiles.map(({ path, module }) => [module, importsOf(readFileSync(path, "utf8"))]),
);
// The parts of asyncio that only some programs need are fetched by use (library.ts).
library._asyncio = importsOf(asyncioText).filter((name) => !name.startsWith("asyncio."));

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
mkdirSync("target/page", { recursive: true });

const result = await build({
  entryPoints: [
    { in: "www/src/loopscope.ts", out: "loopscope" },
    // The module of its own for those who build their own interface.
    { in: "pkg/loopscope.js", out: "loopscope-engine" },
    ...pageScripts.map((path) => ({ in: path, out: basename(path, ".ts") })),
  ],
  outdir: output,
  chunkNames: "loopscope-[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  // Style sheets of the element become strings, adopted by its shadow root.
  loader: { ".css": "text" },
  define: { LOOPSCOPE_LIBRARY: JSON.stringify(library) },
  metafile: true,
  logLevel: "info",
});
writeFileSync("target/page/meta.json", JSON.stringify(result.metafile));

mkdirSync(join(output, "library"));
for (const { path, module } of libraryFiles) {
  cpSync(path, join(output, "library", `${module}.py`));
}
writeFileSync(join(output, "library", "_asyncio.py"), asyncioText);
cpSync("pkg/loopscope_bg.wasm", join(output, "loopscope_bg.wasm"));
for (const name of readdirSync("www")) {
  if (/\.(html|css|svg|png|ico)$/.test(name)) {
    cpSync(join("www", name), join(output, name));
  }
}
cpSync("www/examples", join(output, "examples"), {
  recursive: true,
  filter: (path) => !path.endsWith(".ts"),
});
