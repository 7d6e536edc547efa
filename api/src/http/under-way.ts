// How many requests are being answered right now, so that work which can wait does not take their place on the one thread.

export interface UnderWay {
  /** A request begins; call what it gives when the answer is ready. A body streamed after that no longer counts. */
  begin(): () => void;
  /**
   * Resolves when no request is under way and none has been for a moment, or else after `mostMs`, so that a server which is never
   * at rest does not put the other work off for ever.
   */
  rest(mostMs: number): Promise<void>;
}

// Whoever asks one thing after another leaves less than this in between.
const MOMENT_MS = 1;

export function createUnderWay(): UnderWay {
  let count = 0;
  let isQuiet = true;
  let moment: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();
  const quieten = () => {
    isQuiet = true;
    for (const go of [...waiting]) go();
  };
  return {
    begin() {
      count += 1;
      isQuiet = false;
      clearTimeout(moment);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        count -= 1;
        if (count === 0) moment = setTimeout(quieten, MOMENT_MS);
      };
    },
    async rest(mostMs) {
      if (isQuiet) return;
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
