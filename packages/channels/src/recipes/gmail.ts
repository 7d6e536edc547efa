// Gmail in a desktop browser: the thread that is drawn, in its own view or in the pane beside the list.
import type { Recipe } from '../recipe.ts';

const ADDRESS = '[^\\s@<>"]+@[^\\s@<>"]+';
const person = {
  handle: { value: { attribute: 'email' }, pattern: ADDRESS },
  displayName: { value: { attribute: 'name' } },
} as const;

export const gmail: Recipe = {
  id: 'gmail',
  version: 2,
  channel: 'email',
  trust: 'source',
  checkedOn: '2026-11-21',
  sources: [
    'source: InboxSDK src/platform-implementation-js/dom-driver/gmail/views/gmail-thread-view.ts (thread ids on the heading, subject, hidden threads)',
    'source: InboxSDK src/platform-implementation-js/dom-driver/gmail/views/gmail-message-view.ts (td.gF and .hb span[email])',
    'reported 2026-09-09: the folded header puts To and Cc into one .hb list without telling them apart',
    'source: InboxSDK src/platform-implementation-js/dom-driver/gmail/views/gmail-compose-view.ts (the body of an inline answer)',
    'reported 2026: the account button, a link to accounts.google.com, ends its label with the address in brackets',
  ],
  page: { url: 'https://mail\\.google\\.com/mail/.*' },
  account: {
    // Not within a mail: what a mail says of itself tells nothing of the rep.
    select: 'a[href*="accounts.google.com/"][aria-label*="@"]:not([role="main"] *)',
    wholePage: true,
    value: { attribute: 'aria-label' },
    pattern: '.*\\(([^\\s@<>"()]+@[^\\s@<>"()]+)\\)',
    count: [0, null],
  },
  views: [
    {
      kind: 'people',
      // Rows of the list carry thread ids as well, on a span; an open thread carries its own on the heading.
      select: '[role="main"]:has(h2[data-legacy-thread-id])',
      key: [
        { name: 'host', url: 'https://([^/?#]+).*' },
        {
          name: 'thread',
          field: {
            select: 'h2[data-legacy-thread-id]',
            value: { attribute: 'data-legacy-thread-id' },
            pattern: '[0-9a-f]+',
            count: [1, null],
          },
        },
      ],
      people: [
        { name: 'from', role: 'from', each: 'td.gF span[email]', count: [1, null], ...person },
        { name: 'to', role: 'to', each: '.hb span[email]', count: [1, null], ...person },
      ],
      parts: [{ name: 'message', select: '[data-message-id]', count: [1, null] }],
      // The answer opened within the thread; a window for a new mail is nobody's conversation.
      composer: '[contenteditable="true"][role="textbox"]',
    },
  ],
  list: '[role="main"] tr.zA',
  opensOn: '[^#]*#.*/(?:[A-Za-z]{28,}|[0-9a-f]{16})',
};
