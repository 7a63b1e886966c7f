// Runs the tests of www/test/: bundles each with what it tests (Node.js doesn't know TypeScript)
// and hands them to Node's own test runner.

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const source = "www/test";
const output = "target/page/test";

rmSync(output, { recursive: true, force: true });
const result = await build({
  entryPoints: readdirSync(source)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(source, name)),
  outdir: output,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  sourcemap: "inline",
  metafile: true,
  logLevel: "warning",
});
const tests = Object.keys(result.metafile.outputs);
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...tests], {
  stdio: "inherit",
});
process.exit(status ?? 1);
