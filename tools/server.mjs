// A static file server for dist/, as strict as a careful site: the page must live with it.
//
// From the command line: node tools/server.mjs [--port N]; takes the next free port if N is taken.
// From a test: `await startServer({ port: 0 })`.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("..", import.meta.url));

/** @type {Record<string, string>} */
const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".py": "text/x-python; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The policy of a careful site: nothing inline, nothing foreign. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Serves a folder on 127.0.0.1 until `close()` is called.
 *
 * @param {{ port: number, folder?: string, pages?: Map<string, string> }} options
 *   `port` 0 takes any free one; `pages` are extra HTML pages by path, for tests.
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export function startServer({ port, folder = join(repository, "dist"), pages = new Map() }) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    response.setHeader("Content-Security-Policy", contentSecurityPolicy);
    response.setHeader("Cache-Control", "no-cache");
    const page = pages.get(path);
    if (page !== undefined) {
      response.setHeader("Content-Type", contentTypes[".html"] ?? "");
      response.end(page);
      return;
    }
    const file = resolveFile(folder, path);
    if (file === null) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
      return;
    }
    response.setHeader("Content-Type", contentTypes[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = address !== null && typeof address === "object" ? address.port : port;
      resolve({
        origin: `http://127.0.0.1:${taken}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/**
 * The file a URL path names inside the folder, or null.
 *
 * @param {string} folder
 * @param {string} path
 */
function resolveFile(folder, path) {
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(normalize(folder) + sep)) {
    return null;
  }
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {number} port
 * @returns {ReturnType<typeof startServer>}
 */
async function startOnFreePort(port) {
  try {
    return await startServer({ port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE" && port < 65535) {
      console.log(`port ${port} is taken`);
      return startOnFreePort(port + 1);
    }
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf("--port");
  const port = flag === -1 ? 8000 : Number(process.argv[flag + 1]);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    console.error(
      `serve: the port must be a number from 1 to 65535, not ${process.argv[flag + 1]}`,
    );
    process.exit(2);
  }
  const { origin } = await startOnFreePort(port);
  console.log(`serving dist/ on ${origin}/ (Ctrl+C stops)`);
}
