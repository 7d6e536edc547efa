// The panel's side of an insertion: asks the frame that shows the conversation, over the port that ends with its document.
import { listenForInsertion } from '@sidestage/channels';
import { randomId } from '@sidestage/domain';
import type { Insertion } from '@sidestage/panel';
import { browser } from 'wxt/browser';
import type { ConversationTracker } from './conversation.ts';
import type { InsertAnswer } from './insertion.ts';
import type { Insert, Inserted } from './messages.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

// Longer than any insertion takes: a frame that hangs is told of.
const ANSWER_MS = 8_000;

export type Insertions = ReturnType<typeof createInsertions>;

export function createInsertions(tracker: ConversationTracker) {
  const waiting = new Map<string, { port: Port; done: (answer: InsertAnswer | Insertion) => void }>();

  const ask = (port: Port, what: Pick<Insert, 'text' | 'shown' | 'token'>): Promise<InsertAnswer | Insertion> =>
    new Promise((resolve) => {
      // It may have ended while something else was waited for.
      if (!tracker.knows(port)) return resolve(no('moved-on'));
      const id = randomId();
      const timer = setTimeout(() => done(no('unreachable')), ANSWER_MS);
      const done = (answer: InsertAnswer | Insertion) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      };
      waiting.set(id, { port, done });
      const message: Insert = { kind: 'insert', id, ...what };
      port.postMessage(message);
    });

  /** Has the page's own side of one frame listen for one insertion. Null: the browser does not let us in there. */
  const listenInPage = async (tabId: number, frameId: number): Promise<string | null> => {
    const token = randomId();
    try {
      const target = { tabId, frameIds: [frameId] };
      await browser.scripting.executeScript({ target, world: 'MAIN', func: listenForInsertion, args: [token] });
      return token;
    } catch {
      return null;
    }
  };

  const insert = async (text: string, generation: number): Promise<Insertion> => {
    const { tabId, shown } = tracker;
    const { reading } = shown;
    if (shown.generation !== generation || tabId === null || reading === null) return no('moved-on');
    let answer: Insertion = no('no-composer');
    for (const { document, frameId } of tracker.showing()) {
      const port = document as Port;
      let said = await ask(port, { text, shown: reading, token: null });
      if (said.status === 'needs-page-side') {
        const token = await listenInPage(tabId, frameId);
        // Asked of the same document; whether it still shows the same is for that document to see.
        said = token === null ? no('unreachable') : await ask(port, { text, shown: reading, token });
      }
      if (said.status === 'needs-page-side') return no('unreachable');
      answer = said.status === 'inserted' ? { status: 'inserted' } : no(said.why);
      // A frame without a composer leaves it to the next; anything else is the answer.
      if (said.status === 'inserted' || said.why !== 'no-composer') return answer;
    }
    return answer;
  };

  return {
    insert,
    answered: ({ id, answer }: Inserted) => waiting.get(id)?.done(answer),
    hungUp: (port: Port) => {
      for (const one of waiting.values()) if (one.port === port) one.done(no('moved-on'));
    },
  };
}

const no = (why: Extract<Insertion, { status: 'not-inserted' }>['why']): Insertion => ({ status: 'not-inserted', why });
