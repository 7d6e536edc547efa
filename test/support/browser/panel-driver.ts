// Drives the real side panel of Chromium.
import { keyEvents } from './keys.ts';
import { PageHand } from './page-hand.ts';
import type { RawSession } from './raw-session.ts';

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export class PanelDriver extends PageHand {
  readonly #session: RawSession;

  constructor(session: RawSession) {
    super();
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

  async press(key: string): Promise<void> {
    for (const event of keyEvents(key)) await this.#session.send('Input.dispatchKeyEvent', event);
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

  protected async valueOf(expression: string): Promise<unknown> {
    const answer = await this.#session.send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  protected async pressAt(x: number, y: number): Promise<void> {
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    await this.#session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  }

  protected async write(text: string): Promise<void> {
    for (const character of text) {
      if (/^[\x20-\x7e]$/.test(character)) await this.press(character);
      else await this.#session.send('Input.insertText', { text: character });
    }
  }

  protected async capture(): Promise<string> {
    return (await this.#session.send<{ data: string }>('Page.captureScreenshot', { format: 'png' })).data;
  }
}
