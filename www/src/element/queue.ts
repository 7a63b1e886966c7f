/** Work in order, one piece at a time, all of which can be called off. */

/** No step runs while another one runs; three presses on *Step* are three steps. */
export class WorkQueue {
  #tail: Promise<void> = Promise.resolve();
  #cancel = new AbortController();

  /** Does the work when everything before it is done, unless it is called off first. */
  add(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#cancel;
    const result = this.#tail.then(() => (signal.aborted ? undefined : work(signal)));
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Calls off what waits, and asks what runs to stop at its next pause. */
  cancel(): void {
    this.#cancel.abort();
    this.#cancel = new AbortController();
  }
}

/** Lets the page handle input and paint, without the delay that nested timers get. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Resolves after some time, or at once when the signal aborts. */
export function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener("abort", finish);
  });
}
