/** The files that stand beside the page's script. */

/**
 * Fetches one of them by its path.
 *
 * @throws TypeError without a network; Error that names the file when the server doesn't have it.
 */
export async function fetchBeside(path: string): Promise<Response> {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`.trimEnd());
  }
  return response;
}
