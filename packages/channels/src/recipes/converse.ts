// Converse.js, the XMPP chat, full page or as an overlay in somebody's website: the chat or room that is drawn.
import type { Recipe } from '../recipe.ts';

// A bare address: `room@host/nick`, a private word inside a room, is nobody's own address and is not read.
const JID = '[^\\s@/]+@[^\\s@/]+';

export const converse: Recipe = {
  id: 'converse',
  version: 2,
  channel: 'xmpp',
  trust: 'measured',
  checkedOn: '2026-11-22',
  sources: [
    'measured: Converse.js 14.0.0 with Prosody 0.12.3, every run of test/e2e/recipes-live.test.ts',
    'source: converse.js 14.0.0 src/plugins/chatboxviews/templates/chats.js (which chats are in the page)',
    'source: converse.js 14.0.0 src/plugins/chatview/templates/chat-head.js (the title carries the address)',
    'source: converse.js 14.0.0 src/plugins/muc-views/templates/occupant.js (the nicknames in a room)',
  ],
  page: { url: 'https?://.*', element: 'converse-root, converse-chats' },
  // Drawn with the contacts; a rep who gave themselves a nickname is shown by that, which tells nothing.
  account: {
    select: 'converse-user-profile .username',
    wholePage: true,
    value: 'text',
    pattern: JID,
    count: [0, null],
  },
  views: [
    {
      kind: 'people',
      select: 'converse-chat[jid]',
      key: [{ name: 'key', field: { select: '', value: { attribute: 'jid' }, pattern: JID, count: [1, 1] } }],
      people: [
        {
          name: 'peer',
          role: 'peer',
          each: '.chatbox-title__text',
          count: [1, 1],
          handle: { value: { attribute: 'title' }, pattern: JID },
          displayName: { value: 'text' },
        },
      ],
      // The frame and the title change one after the other when the rep opens another chat.
      agree: { select: '', value: { attribute: 'jid' }, pattern: JID, count: [1, 1] },
      composer: 'textarea.chat-textarea',
    },
    {
      kind: 'room',
      select: 'converse-muc[jid]',
      key: [{ name: 'key', field: { select: '', value: { attribute: 'jid' }, pattern: JID, count: [1, 1] } }],
      people: [
        {
          name: 'member',
          role: 'member',
          each: '.occupant .occupant-nick',
          count: [0, null],
          displayName: { value: 'text' },
        },
      ],
    },
  ],
  list: 'converse-controlbox',
};
