// Wakes whoever waits for new events (streams, webhooks). It carries no events itself: readers ask the log.

export interface Feed {
  /** Call after a commit that may have appended. */
  wake(): void;
  /** Resolves at the next wake, when the signal aborts, or when the feed is closed. Ask before reading the log, and no wake is missed. */
  next(signal?: AbortSignal): Promise<void>;
  /** The server stops: whoever waits is woken and should end. */
  close(): void;
  readonly closed: boolean;
}

export function createFeed(): Feed {
  let waiting = new Set<() => void>();
  let closed = false;
  const wake = () => {
    const now = waiting;
    waiting = new Set();
    for (const resolve of now) resolve();
  };
  return {
    wake,
    next(signal) {
      if (closed || signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        signal?.addEventListener('abort', done);
      });
    },
    close() {
      closed = true;
      wake();
    },
    get closed() {
      return closed;
    },
  };
}
