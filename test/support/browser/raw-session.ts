// A raw protocol session on one target. The side panel is a target the browser library does not see as a page.
import type { CDPSession } from 'playwright-core';

export interface RawSession {
  send<T = Record<string, unknown>>(method: string, params?: object): Promise<T>;
  on(method: string, listener: (params: never) => void): void;
  detach(): Promise<void>;
}

interface Answer {
  id?: number;
  method?: string;
  params?: never;
  result?: unknown;
  error?: { message: string };
}

export async function attachTo(browser: CDPSession, targetId: string): Promise<RawSession> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let lastId = 0;

  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    if (answer.id === undefined) {
      for (const listener of listeners.get(answer.method ?? '') ?? []) listener(answer.params as never);
      return;
    }
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error !== undefined) call?.reject(new Error(answer.error.message));
    else call?.resolve(answer.result as never);
  });
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const { reject } of waiting.values()) reject(new Error('The target closed.'));
    waiting.clear();
  });

  return {
    send(method, params = {}) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        browser
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch((error: Error) => {
            waiting.delete(id);
            reject(error);
          });
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    async detach() {
      await browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    },
  };
}
