// How many requests are being answered right now, so that work which can wait does not take their place on the one thread.

export interface UnderWay {
  /** A request begins; call what it gives when the answer is ready. A body streamed after that no longer counts. */
  begin(): () => void;
  /**
   * Resolves when no request is under way and what was just answered has been sent, or else after `mostMs`, so that a server which
   * is never at rest does not put the other work off for ever.
   */
  rest(mostMs: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    begin() {
      count += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        count -= 1;
        // A turn later, so that the answer is on its way first.
        if (count === 0) setImmediate(() => count === 0 && [...waiting].forEach((go) => void go()));
      };
    },
    async rest(mostMs) {
      if (count === 0) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(late);
          waiting.delete(go);
          resolve();
        };
        const late = setTimeout(go, mostMs);
        waiting.add(go);
      });
    },
  };
}
