// Drives one page of Firefox, a tab or the sidebar.
import type { BidiSession } from './bidi.ts';
import { PageHand } from './page-hand.ts';

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

export class FirefoxPage extends PageHand {
  readonly context: string;
  readonly #session: BidiSession;

  constructor(session: BidiSession, context: string) {
    super();
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

  async press(name: string): Promise<void> {
    // A lone plus sign is a key, not a separator.
    const keys = (name.length > 1 ? name.split('+') : [name]).map((key) => NAMED[key] ?? key);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#perform({ type: 'key', id: 'keys', actions: [...down, ...up] });
  }

  protected async valueOf(expression: string): Promise<unknown> {
    const { type, result, exceptionDetails } = await this.#session.send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'unknown error');
    return result?.value === undefined ? undefined : JSON.parse(result.value);
  }

  protected async pressAt(x: number, y: number): Promise<void> {
    await this.#perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  protected async write(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#perform({ type: 'key', id: 'keys', actions });
  }

  protected async capture(): Promise<string> {
    const { data } = await this.#session.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    return data;
  }

  #perform(source: object): Promise<unknown> {
    return this.#session.send('input.performActions', { context: this.context, actions: [source] });
  }
}
