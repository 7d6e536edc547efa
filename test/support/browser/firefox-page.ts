// Drives one page of Firefox, a tab or the sidebar, with the same verbs as the driver of Chromium's side panel.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BidiSession } from './bidi.ts';

const POLL_MS = 20;
const DEFAULT_WAIT_MS = 10_000;

// The code points WebDriver gives to keys that write nothing.
const NAMED: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

interface Evaluated {
  type: 'success' | 'exception';
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

interface LogEntry {
  level: string;
  text: string | null;
  source: { context?: string };
}

export class FirefoxPage {
  /** What the page complained of: uncaught errors, console errors, what its policy refused. */
  readonly errors: string[] = [];
  readonly context: string;
  readonly #session: BidiSession;

  constructor(session: BidiSession, context: string) {
    this.#session = session;
    this.context = context;
    session.on('log.entryAdded', ({ level, text, source }: LogEntry) => {
      if (level === 'error' && source.context === context) this.errors.push(text ?? 'unknown error');
    });
  }

  async goto(url: string): Promise<void> {
    await this.#session.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#session.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async bringToFront(): Promise<void> {
    await this.#session.send('browsingContext.activate', { context: this.context });
  }

  close(): Promise<unknown> {
    return this.#session.send('browsingContext.close', { context: this.context });
  }

  /** The value of an expression, or of a function applied to `args`, inside the page. It travels as JSON. */
  async evaluate<T>(what: string): Promise<T>;
  async evaluate<T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  async evaluate<T>(what: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<T> {
    const value = typeof what === 'string' ? what : `(${what})(...${JSON.stringify(args)})`;
    const { type, result, exceptionDetails } = await this.#session.send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${value})))()`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'unknown error');
    return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
  }

  /** Waits until a selector matches something drawn, or a function says true. */
  async waitFor<A extends unknown[]>(
    what: string | ((...args: A) => unknown),
    timeoutMs = DEFAULT_WAIT_MS,
    ...args: A
  ): Promise<void> {
    const ends = Date.now() + timeoutMs;
    for (;;) {
      const met =
        typeof what === 'string' ? (await this.#place(what)) !== null : Boolean(await this.evaluate(what, ...args));
      if (met) return;
      if (Date.now() > ends)
        throw new Error(`Not within ${timeoutMs} ms: ${what}\nThe page shows:\n${await this.text()}`);
      await sleep(POLL_MS);
    }
  }

  /** Waits until the page's text contains this. */
  async waitForText(text: string, timeoutMs = DEFAULT_WAIT_MS): Promise<void> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is in the tree
    await this.waitFor((wanted: string) => document.body.innerText.includes(wanted), timeoutMs, text);
  }

  /** Presses the mouse in the middle of the first drawn element of a selector: a real gesture. */
  async click(selector: string, timeoutMs = DEFAULT_WAIT_MS): Promise<void> {
    await this.waitFor(selector, timeoutMs);
    await this.evaluate(
      (wanted: string) => document.querySelector(wanted)?.scrollIntoView({ block: 'nearest' }),
      selector,
    );
    const place = await this.#place(selector);
    if (place === null) throw new Error(`Gone before the click: ${selector}`);
    if (place.coveredBy !== null) throw new Error(`${selector} is covered by ${place.coveredBy}`);
    await this.#perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(place.x), y: Math.round(place.y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  /** Types into what has the focus; with a selector, clicks there first. */
  async type(text: string, selector?: string): Promise<void> {
    if (selector !== undefined) await this.click(selector);
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#perform({ type: 'key', id: 'keys', actions });
  }

  /** One key: a character, or `Enter`, `Escape`, `Tab`, `ArrowDown`, …, with `Control+`, `Shift+`, `Alt+` before it. */
  async press(name: string): Promise<void> {
    // A lone plus sign is a key, not a separator.
    const keys = (name.length > 1 ? name.split('+') : [name]).map((key) => NAMED[key] ?? key);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#perform({ type: 'key', id: 'keys', actions: [...down, ...up] });
  }

  /** What can be read in the page, or in one element of it. */
  text(selector = 'body'): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is in the tree
    return this.evaluate((wanted: string) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#session.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  #perform(source: object): Promise<unknown> {
    return this.#session.send('input.performActions', { context: this.context, actions: [source] });
  }

  #place(selector: string): Promise<{ x: number; y: number; coveredBy: string | null } | null> {
    return this.evaluate((wanted: string) => {
      const element = document.querySelector(wanted);
      if (element === null || !element.checkVisibility({ visibilityProperty: true })) return null;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return null;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      const covered = hit !== null && !element.contains(hit) && !hit.contains(element);
      return { x, y, coveredBy: covered ? hit.outerHTML.slice(0, 120) : null };
    }, selector);
  }
}
