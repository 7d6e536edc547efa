// @vitest-environment jsdom
// What the reader promises whatever the recipe. The recipes' own promises are in recipes.test.ts and the fixtures.
import { describe, expect, it } from 'vitest';
import { draw } from './fixtures.fixture.ts';
import { type ReadOptions, readConversation } from './read-conversation.ts';
import type { Recipe } from './recipe.ts';

const RECIPE: Recipe = {
  id: 'test',
  version: 3,
  channel: 'email',
  trust: 'unverified',
  checkedOn: '2026-11-22',
  sources: ['unverified: made up for this test'],
  page: { url: 'https://mail\\.example/.*' },
  account: { select: '#me', wholePage: true, value: 'text', pattern: '\\S+@\\S+', count: [0, 1] },
  views: [
    {
      kind: 'people',
      select: '.open',
      key: [
        { name: 'host', url: 'https://([^/]+)/.*' },
        {
          name: 'thread',
          field: { select: '', value: { attribute: 'data-thread' }, pattern: '[a-z/]+', count: [1, 1] },
        },
      ],
      people: [
        {
          name: 'from',
          role: 'from',
          each: '.from',
          count: [1, 2],
          handle: { value: { attribute: 'title' }, pattern: '[^\\s@]+@[^\\s@]+' },
          displayName: { select: 'b', value: 'text' },
        },
        {
          name: 'to',
          role: 'to',
          each: '.to',
          count: [0, null],
          handle: { value: { attribute: 'title' }, pattern: '[^\\s@]+@[^\\s@]+' },
        },
      ],
      more: '.more',
    },
  ],
  list: '.row',
};

const URL = 'https://mail.example/inbox';
const from = (handle: string, name = '') => `<i class="from" title="${handle}"><b>${name}</b></i>`;
const to = (handle: string) => `<i class="to" title="${handle}"></i>`;
const open = (...inside: string[]) => `<div class="open" data-thread="a">${inside.join('')}</div>`;

function read(html: string, options: ReadOptions = {}, url = URL) {
  draw(`<body>${html}</body>`);
  return readConversation(document, url, { recipes: [RECIPE], ...options });
}

function others(html: string, own: string[] = []) {
  return read(html, { own })?.participants.flatMap(({ handle, self }) => (self ? [] : [handle]));
}

describe('reading a conversation', () => {
  it('says whose recipe it was, how far to believe it, and gives the handle as the page writes it', () => {
    expect(read(open(from(' Ana@Buyer.example ', ' Ana Ruiz ')))).toEqual({
      channel: 'email',
      recipe: { id: 'test', version: 3, trust: 'unverified' },
      kind: 'direct',
      conversationKey: 'mail.example/a',
      scope: null,
      participants: [{ role: 'from', handle: 'Ana@Buyer.example', name: 'Ana Ruiz', self: false }],
    });
  });

  it('does not touch the page', () => {
    const html = open(from('ana@buyer.example'), to('rep@shop.example'));
    read(html);
    expect(document.body.innerHTML).toBe(html);
  });

  it('answers null where no recipe knows the address', () => {
    expect(read(open(from('ana@buyer.example')), {}, 'https://mail.example.evil.example/inbox')).toBeNull();
  });

  it('knows the rep in every spelling, and colleagues by their host', () => {
    const mail = open(from('ana@buyer.example'), to('Rep@Shop.example'), to('lee@shop.example'));
    expect(others(mail)).toEqual(['ana@buyer.example', 'Rep@Shop.example', 'lee@shop.example']);
    expect(others(mail, [' ｒｅｐ@shop.EXAMPLE '])).toEqual(['ana@buyer.example', 'lee@shop.example']);
    expect(others(mail, ['@shop.example'])).toEqual(['ana@buyer.example']);
    expect(others(mail, ['@hop.example', 'p@shop.example', ''])).toHaveLength(3);
  });

  it('takes the account the page states for the own one', () => {
    expect(others(`<p id="me">rep@shop.example</p>${open(from('rep@shop.example'), to('ana@buyer.example'))}`)).toEqual(
      ['ana@buyer.example'],
    );
  });

  it('counts a person once, by whatever name and role the page repeats them', () => {
    const reading = read(
      open(from('ana@buyer.example'), from('ANA@buyer.example', 'Ana Ruiz'), to('ana@buyer.example')),
    );
    expect(reading).toMatchObject({
      kind: 'direct',
      participants: [{ role: 'from', handle: 'ana@buyer.example', name: 'Ana Ruiz', self: false }],
    });
  });

  it('gives no name that only repeats the handle', () => {
    expect(read(open(from('ana@buyer.example', 'ana@buyer.example')))?.participants[0]?.name).toBeNull();
  });

  it('leaves machines out, so that the one person beside them is the one', () => {
    const reading = read(open(from('no-reply@forms.example'), from('fan@buyer.example')));
    expect(reading).toMatchObject({ kind: 'direct', participants: [{ handle: 'fan@buyer.example' }] });
  });

  it('selects nobody where the page shows only some of the people', () => {
    expect(read(open(from('ana@buyer.example'), '<i class="more">and 3 more</i>'))?.kind).toBe('group');
  });

  it('accepts a value only as a whole', () => {
    for (const title of ['Ana <ana@buyer.example>', 'ana@buyer.example, bo@buyer.example', 'ana', '']) {
      expect(read(open(from(title)))).toMatchObject({ kind: 'unreadable', reason: 'field:from', participants: [] });
    }
  });

  it('takes more of a part than there can be for a changed page, as it does less', () => {
    expect(read(open(from('a@b.example'), from('c@b.example'), from('d@b.example')))).toMatchObject({
      kind: 'unreadable',
      reason: 'field:from',
    });
    expect(read(open())).toMatchObject({ kind: 'unreadable', reason: 'field:from' });
  });

  it('lets no part of a key run into the next', () => {
    draw(`<body><div class="open" data-thread="a/b">${from('ana@buyer.example')}</div></body>`);
    expect(readConversation(document, URL, { recipes: [RECIPE] })?.conversationKey).toBe('mail.example/a%2Fb');
  });

  it('takes the same conversation drawn twice for one, and two of the same person for a disagreement', () => {
    const mail = open(from('ana@buyer.example'));
    expect(read(mail + mail)?.kind).toBe('direct');
    expect(read(mail + mail.replace('data-thread="a"', 'data-thread="b"'))).toMatchObject({ reason: 'disagree' });
  });

  it('believes neither of two tools that both show somebody in one page', () => {
    const chat: Recipe = {
      ...RECIPE,
      id: 'chat',
      channel: 'xmpp',
      views: [{ ...RECIPE.views[0], select: '.chat' } as never],
    };
    const mail = open(from('ana@buyer.example'));
    const talk = `<div class="chat" data-thread="c">${from('bo@buyer.example')}</div>`;
    expect(read(mail + talk, { recipes: [RECIPE, chat] })).toMatchObject({ kind: 'unreadable', reason: 'disagree' });
    expect(read(`<p class="row"></p>${talk}`, { recipes: [RECIPE, chat] })).toMatchObject({
      channel: 'xmpp',
      kind: 'direct',
    });
    expect(read('<p class="row"></p>', { recipes: [RECIPE, chat] })).toMatchObject({ channel: 'email', kind: 'list' });
  });

  it('is not misled by what is hidden by an attribute, a style, a sheet or a parent', () => {
    const eve = open(from('eve@other.example'));
    for (const hidden of [
      `<div hidden>${eve}</div>`,
      `<div style="display: none"><section>${eve}</section></div>`,
      `<div style="visibility: hidden">${eve}</div>`,
      `<style>.away { display: none }</style><div class="away">${eve}</div>`,
    ]) {
      expect(others(hidden + open(from('ana@buyer.example')))).toEqual(['ana@buyer.example']);
    }
  });
});
