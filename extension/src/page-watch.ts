// Notices in a page that another conversation was opened, cheaply: it looks after what the rep does and every quarter
// second while the page can be seen, and observes nothing but the title. Never the body's subtree: that makes pages slow.

export interface PageWatch<T> {
  /** One look at the page. Must be cheap. */
  read: () => T;
  /** Called with what was read when it differs from the last time. */
  changed: (value: T) => void;
}

export interface Watching {
  /** Looks at once and reports, changed or not. */
  again(): void;
  stop(): void;
}

const POLL_MS = 250;
// Pages draw the next conversation some time after the click: look right away, then twice more.
const AFTER_ACTION_MS = [0, 60, 160];
// A look may use a fiftieth of the time: on a page that is slow to read, look less often.
const COST_SHARE = 50;

export function watchPage<T>(view: Window & typeof globalThis, watch: PageWatch<T>): Watching {
  const { document } = view;
  const ended = new AbortController();
  const { signal } = ended;
  let last: string | undefined;
  let poll: ReturnType<typeof setTimeout> | undefined;
  const pending = new Set<ReturnType<typeof setTimeout>>();

  const look = (report = false) => {
    if (signal.aborted || (document.visibilityState !== 'visible' && !report)) return;
    const value = watch.read();
    const text = JSON.stringify(value);
    if (!report && text === last) return;
    last = text;
    watch.changed(value);
  };

  const lookRegularly = () => {
    clearTimeout(poll);
    if (signal.aborted || document.visibilityState !== 'visible') return;
    const started = performance.now();
    look();
    const cost = performance.now() - started;
    poll = setTimeout(lookRegularly, Math.max(POLL_MS, cost * COST_SHARE));
  };

  const lookSoon = () => {
    for (const ms of AFTER_ACTION_MS) {
      const timer = setTimeout(() => {
        pending.delete(timer);
        look();
      }, ms);
      pending.add(timer);
    }
  };

  const quiet = { capture: true, passive: true, signal };
  for (const event of ['click', 'keyup', 'popstate', 'hashchange', 'pageshow']) {
    view.addEventListener(event, lookSoon, quiet);
  }
  document.addEventListener('visibilitychange', lookRegularly, quiet);
  // Tells of history.pushState too, where the browser has it.
  (view as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', lookSoon, { signal });
  const title = document.querySelector('head > title');
  const titleObserver = new view.MutationObserver(lookSoon);
  if (title !== null) titleObserver.observe(title, { childList: true });

  lookRegularly();
  return {
    again: () => look(true),
    stop() {
      ended.abort();
      titleObserver.disconnect();
      clearTimeout(poll);
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

/** Whether this document is drawn at all: a frame kept hidden by its page shows nobody. */
export function isDrawn(view: Window & typeof globalThis): boolean {
  if (view === view.parent) return true;
  if (view.innerWidth === 0 || view.innerHeight === 0) return false;
  // Null across origins, where its size has to be enough.
  const holder = view.frameElement;
  return (
    holder === null ||
    typeof holder.checkVisibility !== 'function' ||
    holder.checkVisibility({ visibilityProperty: true })
  );
}
