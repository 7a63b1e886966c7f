// Bundles www/ and the engine in pkg/ into dist/, as ES modules with code splitting.
//
// Entries are the element (www/src/loopscope.ts), the engine's own module, and the scripts of the
// pages themselves (www/*.ts). What went where is written to target/page/meta.json, for sizes.mjs.

import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const output = "dist";

const pageScripts = readdirSync("www")
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => join("www", name));

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
  metafile: true,
  logLevel: "info",
});
writeFileSync("target/page/meta.json", JSON.stringify(result.metafile));

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
