// A raw protocol session on one target. The side panel is a target the browser library does not see as a page.
import type { CDPSession } from 'playwright-core';
import { CallLine } from './call-line.ts';

export interface RawSession extends Pick<CallLine, 'send' | 'on'> {
  detach(): Promise<void>;
}

export async function attachTo(browser: CDPSession, targetId: string): Promise<RawSession> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const line = new CallLine((message) => browser.send('Target.sendMessageToTarget', { sessionId, message }));
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId === sessionId) line.hear(event.message);
  });
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId === sessionId) line.end('The target closed.');
  });
  return Object.assign(line, {
    async detach() {
      await browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    },
  });
}
