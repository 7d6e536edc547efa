// Roundcube webmail with its Elastic skin, on any host: the message in full view or in the preview frame, or one being written.
import type { Recipe } from '../recipe.ts';

const ADDRESS = '[^\\s@<>"]+@[^\\s@<>"]+';
const address = { value: { attribute: 'title' }, pattern: ADDRESS } as const;
const text = { value: 'text' } as const;
// The environment the server writes into the page, in a script of its own: the same for every view of a message.
const environment = { select: 'script:not([src])', wholePage: true, value: 'text' } as const;
const STRING = '(?:[^"\\\\]|\\\\.)+';
const entry = (rest: string) => `.*?rcmail\\.set_env\\(\\{.*?${rest}.*`;
// The folder of this message is the one the mail server keeps sent mail in, whatever its name in whatever language.
const inSentFolder = {
  ...environment,
  pattern: entry(`"mailbox":"(${STRING})".*?"mailboxes":\\{.*?"\\1":\\{[^{}]*"class":"sent"`),
  count: [0, null],
} as const;

// A recipient of a mail being written: `Ana <ana@buyer.example>,` or the address alone.
const recipient = {
  handle: { value: 'text', pattern: '(?:.*<)?([^\\s@<>",]+@[^\\s@<>",]+?)>?,?' },
  displayName: { select: '.name', value: 'text' },
} as const;
const host = { name: 'host', url: 'https?://([^/?#]+).*' } as const;

export const roundcube: Recipe = {
  id: 'roundcube',
  version: 5,
  channel: 'email',
  trust: 'measured',
  checkedOn: '2026-11-22',
  sources: [
    'measured: Roundcube 1.6.5 with Dovecot 2.3.19, every run of test/e2e/recipes-live.test.ts',
    'source: roundcubemail 1.6.5 program/actions/mail/show.php (the environment: uid, mailbox, username, mailboxes)',
    'source: roundcubemail 1.6.5 program/actions/mail/index.php address_string (rcmContactAddress, morelink)',
    'source: roundcubemail 1.6.5 program/actions/mail/compose.php (compose_id), skins/elastic/ui.js recipient_input (recipients)',
    'measured: TinyMCE as this Roundcube brings it, every run of test/e2e/rep-day.test.ts',
    'source: roundcubemail 1.6.5 skins/elastic/templates/message.html (message-header, header-summary)',
  ],
  page: { url: 'https?://.*', element: 'html:has(script[src*="program/js/app."]) body.task-mail' },
  // A login name that is no address tells nothing.
  account: { ...environment, pattern: entry('"username":"([^"\\\\@\\s]+@[^"\\\\@\\s]+)"'), count: [0, null] },
  views: [
    {
      kind: 'people',
      select: '#message-header',
      key: [
        host,
        { name: 'username', field: { ...environment, pattern: entry(`"username":"(${STRING})"`), count: [1, null] } },
        { name: 'folder', field: { ...environment, pattern: entry(`"mailbox":"(${STRING})"`), count: [1, null] } },
        { name: 'message', field: { ...environment, pattern: entry('"uid":"?(\\d+)"?'), count: [1, null] } },
      ],
      people: [
        {
          name: 'from',
          role: 'from',
          each: '.header-headers td.from .rcmContactAddress',
          count: [1, null],
          handle: address,
          displayName: text,
          ownWhere: inSentFolder,
        },
        // Who answers go to takes part too: a website's form writes as a machine and names the asker here.
        {
          name: 'reply-to',
          role: 'from',
          each: '.header-headers td.replyto .rcmContactAddress',
          count: [0, null],
          handle: address,
          displayName: text,
          ownWhere: inSentFolder,
        },
        {
          name: 'to',
          role: 'to',
          each: '.header-headers td.to .rcmContactAddress',
          count: [0, null],
          handle: address,
          displayName: text,
        },
        {
          name: 'cc',
          role: 'cc',
          each: '.header-headers td:is(.cc, .bcc) .rcmContactAddress',
          count: [0, null],
          handle: address,
          displayName: text,
        },
      ],
      parts: [
        { name: 'subject', select: '.subject', count: [1, 1] },
        { name: 'headers', select: '.header-headers', count: [1, 1] },
      ],
      // The line above the folded headers: "From Ana", or "To Ana" in the Sent folder.
      agree: {
        select: '.header-summary .rcmContactAddress',
        value: { attribute: 'title' },
        pattern: ADDRESS,
        count: [0, null],
      },
      more: '.header-headers .morelink',
    },
    {
      kind: 'people',
      // Once somebody is named: before that the mail is to nobody.
      select: 'body.action-compose #compose-content:has(:is(#compose_to, #compose_cc, #compose_bcc) li.recipient)',
      key: [
        host,
        { name: 'action', url: '.*[?&]_action=(compose)(?:[&#].*)?' },
        { name: 'mail', field: { ...environment, pattern: entry('"compose_id":"(\\w+)"'), count: [1, null] } },
      ],
      people: [
        { name: 'to', role: 'to', each: '#compose_to li.recipient', count: [0, null], ...recipient },
        {
          name: 'cc',
          role: 'cc',
          each: ':is(#compose_cc, #compose_bcc) li.recipient',
          count: [0, null],
          ...recipient,
        },
      ],
      // The frame is TinyMCE's, where the mail is written with formatting.
      composer: 'textarea#composebody, iframe#composebody_ifr',
    },
  ],
  list: '#messagelist',
  opensOn: '.*[?&]_action=(?:show|preview)(?:[&#].*)?',
};
