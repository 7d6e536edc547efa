// What a hand and an eye do on a page, the same in every browser: wait for what is drawn, press it, read it, photograph it.
// How a browser is told is its driver's.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
const DEFAULT_WAIT_MS = 10_000;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly coveredBy: string | null;
}

export abstract class PageHand {
  /** What the page complained of: uncaught errors, console errors, what its policy refused. */
  readonly errors: string[] = [];

  /** The value of an expression, which may be a promise, inside the page. */
  protected abstract valueOf(expression: string): Promise<unknown>;
  protected abstract pressAt(x: number, y: number): Promise<void>;
  /** A PNG in base64. */
  protected abstract capture(): Promise<string>;

  /** One key: a character, or `Enter`, `Escape`, `Tab`, `ArrowDown`, …, with `Control+`, `Shift+`, `Alt+` before it. */
  abstract press(key: string): Promise<void>;
  /** Types into what has the focus. */
  protected abstract write(text: string): Promise<void>;

  /** The value of an expression, or of a function applied to `args`, inside the page. It travels as JSON. */
  async evaluate<T>(what: string): Promise<T>;
  async evaluate<T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  async evaluate<T>(what: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<T> {
    return (await this.valueOf(typeof what === 'string' ? what : `(${what})(...${JSON.stringify(args)})`)) as T;
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
    const place = await this.#placeAtRest(selector);
    if (place === null) throw new Error(`Gone before the click: ${selector}`);
    if (place.coveredBy !== null) throw new Error(`${selector} is covered by ${place.coveredBy}`);
    await this.pressAt(place.x, place.y);
  }

  /** Types into what has the focus; with a selector, clicks there first. */
  async type(text: string, selector?: string): Promise<void> {
    if (selector !== undefined) await this.click(selector);
    await this.write(text);
  }

  /** What can be read in the page, or in one element of it. */
  text(selector = 'body'): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is in the tree
    return this.evaluate((wanted: string) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(await this.capture(), 'base64'));
  }

  /** Where it is once it stays there for two looks: nobody's hand hits what still moves. */
  async #placeAtRest(selector: string): Promise<Place | null> {
    let place = await this.#place(selector);
    for (let looks = 0; looks < 50; looks += 1) {
      await sleep(POLL_MS);
      const before = place;
      place = await this.#place(selector);
      if (place?.x === before?.x && place?.y === before?.y) break;
    }
    return place;
  }

  #place(selector: string): Promise<Place | null> {
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
