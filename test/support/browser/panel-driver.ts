// Drives the real side panel as a hand and an eye would: clicks where an element is drawn, types, waits, photographs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyEvents } from './keys.ts';
import type { RawSession } from './raw-session.ts';

const POLL_MS = 20;
const DEFAULT_WAIT_MS = 10_000;

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export class PanelDriver {
  /** What the panel's page complained of: uncaught errors, console errors, what its policy refused. */
  readonly errors: string[] = [];
  readonly #session: RawSession;

  constructor(session: RawSession) {
    this.#session = session;
  }

  async start(): Promise<this> {
    const { errors } = this;
    this.#session.on('Runtime.exceptionThrown', (event: { exceptionDetails: Evaluated['exceptionDetails'] }) => {
      errors.push(event.exceptionDetails?.exception?.description ?? event.exceptionDetails?.text ?? 'unknown error');
    });
    this.#session.on(
      'Runtime.consoleAPICalled',
      (event: { type: string; args: { value?: unknown; description?: string }[] }) => {
        if (event.type === 'error')
          errors.push(event.args.map((arg) => arg.description ?? String(arg.value)).join(' '));
      },
    );
    // What the page's own policy refused is a fault; a request that failed may be the test's intention.
    this.#session.on('Log.entryAdded', ({ entry }: { entry: { source: string; text: string } }) => {
      if (entry.source === 'security') errors.push(entry.text);
    });
    await this.#session.send('Runtime.enable');
    await this.#session.send('Log.enable');
    await this.#session.send('Page.enable');
    return this;
  }

  /** The value of an expression, or of a function applied to `args`, inside the panel's page. */
  async evaluate<T>(what: string): Promise<T>;
  async evaluate<T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  async evaluate<T>(what: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<T> {
    const expression = typeof what === 'string' ? what : `(${what})(...${JSON.stringify(args)})`;
    const answer = await this.#session.send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value as T;
  }

  /** Waits until a selector matches something drawn, or a function says true. */
  async waitFor<A extends unknown[]>(
    what: string | ((...args: A) => unknown),
    timeoutMs = DEFAULT_WAIT_MS,
    ...args: A
  ) {
    const ends = Date.now() + timeoutMs;
    for (;;) {
      const met =
        typeof what === 'string' ? (await this.#place(what)) !== null : Boolean(await this.evaluate(what, ...args));
      if (met) return;
      if (Date.now() > ends)
        throw new Error(`Not within ${timeoutMs} ms: ${what}\nThe panel shows:\n${await this.text()}`);
      await sleep(POLL_MS);
    }
  }

  /** Waits until the panel's text contains this. */
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
    const place = await this.#placeAtRest(selector);
    if (place === null) throw new Error(`Gone before the click: ${selector}`);
    if (place.coveredBy !== null) throw new Error(`${selector} is covered by ${place.coveredBy}`);
    const at = { x: place.x, y: place.y, button: 'left', clickCount: 1 };
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  }

  /** Types into what has the focus; with a selector, clicks there first. */
  async type(text: string, selector?: string): Promise<void> {
    if (selector !== undefined) await this.click(selector);
    for (const character of text) {
      if (/^[\x20-\x7e]$/.test(character)) await this.press(character);
      else await this.#session.send('Input.insertText', { text: character });
    }
  }

  /** One key: a character, or `Enter`, `Escape`, `Tab`, `ArrowDown`, …, with `Control+`, `Shift+`, `Alt+` before it. */
  async press(key: string): Promise<void> {
    for (const event of keyEvents(key)) await this.#session.send('Input.dispatchKeyEvent', event);
  }

  /** What can be read in the panel, or in one element of it. */
  text(selector = 'body'): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is in the tree
    return this.evaluate((wanted: string) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#session.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  /** Shows the panel as a rep with a dark or light desktop sees it. */
  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.#session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  /** Lays the panel out at this size, for screenshots that show all of it. */
  async setSize(width: number, height: number): Promise<void> {
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 2,
      mobile: false,
    });
  }

  /** Bytes the panel's page holds once everything that nobody needs is let go. */
  async heldBytes(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send<{ usedSize: number }>('Runtime.getHeapUsage');
    return usedSize;
  }

  reload(): Promise<unknown> {
    return this.#session.send('Page.reload');
  }

  detach(): Promise<void> {
    return this.#session.detach();
  }

  /** Where it is once it stays there for two looks: nobody's hand hits what still moves. */
  async #placeAtRest(selector: string) {
    let place = await this.#place(selector);
    for (let looks = 0; looks < 50; looks += 1) {
      await sleep(POLL_MS);
      const before = place;
      place = await this.#place(selector);
      if (place?.x === before?.x && place?.y === before?.y) break;
    }
    return place;
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
