// The other side of a live chat: logs in to the chat server and writes, to one person or into a room.
import { client, xml } from '@xmpp/client';

export interface XmppParty {
  jid: string;
  say(to: string, text: string): Promise<void>;
  /** Resolves when the room has let this party in. */
  enterRoom(room: string, nick: string): Promise<void>;
  leave(): Promise<void>;
}

interface PartyOptions {
  jid: string;
  password: string;
  service: string;
  domain: string;
}

const WAIT_MS = 15_000;

export async function startParty({ jid, password, service, domain }: PartyOptions): Promise<XmppParty> {
  const username = jid.slice(0, jid.indexOf('@'));
  const xmpp = client({ service, domain, username, password, resource: 'live' });
  // A late network error must not end the test run; whoever waits for an answer fails by the time limit.
  xmpp.on('error', () => {});
  await within('the second party to log in', xmpp.start());
  await xmpp.send(xml('presence'));
  return {
    jid,
    say: (to, text) => xmpp.send(xml('message', { to, type: 'chat' }, xml('body', {}, text))),
    async enterRoom(room, nick) {
      const letIn = new Promise<void>((resolve) => {
        xmpp.on('stanza', (stanza) => {
          const isOwn = stanza.is('presence') && stanza.attrs.from === `${room}/${nick}`;
          if (isOwn && stanza.attrs.type === undefined) resolve();
        });
      });
      await xmpp.send(
        xml('presence', { to: `${room}/${nick}` }, xml('x', { xmlns: 'http://jabber.org/protocol/muc' })),
      );
      await within(`the room ${room}`, letIn);
    },
    async leave() {
      await within(
        'the second party to leave',
        xmpp.stop().catch(() => {}),
      );
    },
  };
}

async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${WAIT_MS} ms for ${what}`)), WAIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
