// Wakes whoever waits for new events (streams, webhooks). It carries no events itself: readers ask the log.

export interface Feed {
  /** Call after a commit that may have appended. */
  wake(): void;
  /** Resolves at the next wake, or when the signal aborts. */
  next(signal?: AbortSignal): Promise<void>;
}

export function createFeed(): Feed {
  let waiting: (() => void)[] = [];
  return {
    wake() {
      const now = waiting;
      waiting = [];
      for (const resolve of now) resolve();
    },
    next(signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
}
