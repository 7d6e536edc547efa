// One frame's reader: connects to the panel, says what the frame shows, says it again when that changes.
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type ArmedKeys, armKeys } from './armed-keys.ts';
import { type InsertAnswer, insertHere } from './insertion.ts';
import {
  type ArmedKey,
  type FrameReading,
  type Inserted,
  isArm,
  isDisarm,
  isInsert,
  isReadAgain,
  type PageArmed,
  READER_PORT,
} from './messages.ts';
import { isDrawn, type Watching, watchPage } from './page-watch.ts';
import { readPage } from './read-page.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

export function startFrameReader(ctx: ContentScriptContext): void {
  let own: string[] = [];
  let open: { port: Port; watching: Watching } | undefined;

  let armed: ArmedKeys | undefined;

  const disarm = () => {
    armed?.stop();
    armed = undefined;
  };

  const close = () => {
    disarm();
    open?.watching.stop();
    open = undefined;
  };

  const connect = () => {
    if (ctx.isInvalid) return;
    const port = browser.runtime.connect({ name: READER_PORT });
    const read = () => (isDrawn(window) ? readPage(document, location.href, own) : null);
    const watching = watchPage(window, {
      read: (): FrameReading => ({ kind: 'frame-reading', url: location.href, reading: read() }),
      changed: (said) => {
        if (open === undefined || open.port === port) port.postMessage(said);
      },
    });
    open = { port, watching };
    port.onMessage.addListener(async (message: unknown) => {
      if (!isInsert(message) || open?.port !== port) return;
      const { id, text, shown, token } = message;
      const answer = await insertHere(text, shown, token, read).catch((error: unknown): InsertAnswer => {
        console.error('The text was not inserted.', error);
        return { status: 'not-inserted', why: 'uncertain' };
      });
      const said: Inserted = { kind: 'inserted', id, answer };
      // Closed meanwhile: the panel knows that by itself.
      if (open?.port === port) port.postMessage(said);
    });
    port.onDisconnect.addListener(() => {
      // Reading the error keeps it out of the page's console: no panel is open, which is no fault.
      void browser.runtime.lastError;
      if (open?.port === port) close();
    });
  };

  const onMessage = (message: unknown) => {
    if (isDisarm(message)) disarm();
    if (isArm(message) && open !== undefined) {
      disarm();
      const { port } = open;
      armed = armKeys(window, message.forMs, (key) => {
        const said: ArmedKey = { kind: 'armed-key', key };
        port.postMessage(said);
      });
      const ready: PageArmed = { kind: 'page-armed' };
      port.postMessage(ready);
    }
    if (!isReadAgain(message)) return;
    own = message.own;
    if (open === undefined) connect();
    else open.watching.again();
  };

  browser.runtime.onMessage.addListener(onMessage);
  // The browser closes the port of a page it puts aside; when the page comes back it connects anew.
  ctx.addEventListener(window, 'pageshow', (event) => {
    if (event.persisted && open === undefined) connect();
  });
  ctx.onInvalidated(() => {
    close();
    browser.runtime.onMessage?.removeListener(onMessage);
  });
  connect();
}
