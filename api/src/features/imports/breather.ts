// Long work gives the event loop a turn every few milliseconds, so that no request waits for it.

const TURN_MS = 8;

/** Call it often: resolves at once, or, where the time is up, after the loop has turned; then it answers true. */
export function breather(): () => Promise<boolean> | false {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN_MS) return false;
    return new Promise((resolve) => {
      // A macrotask: resolved promises alone never let a socket be read.
      setImmediate(() => {
        since = performance.now();
        resolve(true);
      });
    });
  };
}
