// @vitest-environment jsdom
// What can be promised of insertion without a real editor. Those are in test/e2e/insertion.test.ts.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draw, fixturesOf } from '../fixtures.fixture.ts';
import { readConversation } from '../read-conversation.ts';
import { findComposer, kindOf } from './composer.ts';
import { holdsOnce, insertText } from './insert-text.ts';
import { listenForInsertion } from './page-world.ts';

const CHAT = 'https://chat.example/';
const chat = (jid: string, inside: string) =>
  `<converse-root><converse-chat jid="${jid}"><span class="chatbox-title__text" title="${jid}">${jid}</span>${inside}</converse-chat></converse-root>`;
const FIELD = '<textarea class="chat-textarea"></textarea>';

const composerOf = (html: string) => {
  draw(`<body>${html}</body>`);
  const reading = readConversation(document, CHAT);
  if (reading === null) throw new Error('Nothing is read.');
  return findComposer(document, reading);
};

describe('the composer', () => {
  it('is the one drawn within the open conversation, and no other field of the page', () => {
    const found = composerOf(`<textarea id="other"></textarea>${chat('ana@x.example', FIELD)}`);
    expect('composer' in found && found.composer.className).toBe('chat-textarea');
  });

  it.each([
    ['none is drawn', '', 'no-composer'],
    ['it is hidden', FIELD.replace('<textarea', '<textarea hidden'), 'no-composer'],
    ['it cannot be written in', FIELD.replace('<textarea', '<textarea readonly'), 'no-composer'],
    ['there are two', FIELD + FIELD, 'several-composers'],
  ])('is nobody’s where %s', (_why, inside, why) => {
    expect(composerOf(chat('ana@x.example', inside))).toEqual({ why });
  });

  it('of an answer in Roundcube is its text', () => {
    const fixture = fixturesOf('roundcube').find(({ name }) => name === 'compose-answer');
    draw(fixture?.html ?? '');
    const reading = readConversation(document, fixture?.url ?? '');
    const found = reading && findComposer(document, reading);
    expect(found && 'composer' in found && found.composer.id).toBe('composebody');
  });

  describe('in a frame', () => {
    const SENT = 'https://mail.example/?_task=mail&_action=compose&_id=1';
    const framed = (holder: string) => {
      const fixture = fixturesOf('roundcube').find(({ name }) => name === 'compose-answer');
      draw(fixture?.html ?? '');
      const field = document.querySelector<HTMLElement>('#composebody');
      field?.setAttribute('hidden', '');
      field?.insertAdjacentHTML('afterend', holder);
      const frame = document.querySelector<HTMLIFrameElement>('#composebody_ifr');
      const body = frame?.contentDocument?.body;
      // Not known to this document's implementation.
      if (body) Object.defineProperty(body, 'isContentEditable', { value: !body.hidden });
      const reading = readConversation(document, fixture?.url ?? SENT);
      return { body, found: reading && findComposer(document, reading) };
    };

    it('is what is written in there, where the frame comes from the page itself', () => {
      const { body, found } = framed('<iframe id="composebody_ifr"></iframe>');
      expect(found && 'composer' in found && found.composer).toBe(body);
    });

    it.each([
      ['is hidden', '<iframe id="composebody_ifr" style="visibility: hidden"></iframe>'],
      ['comes from another place', '<iframe id="composebody_ifr" src="https://other.example/"></iframe>'],
    ])('is nobody’s where the frame %s', (_why, holder) => {
      expect(framed(holder).found).toEqual({ why: 'no-composer' });
    });
  });

  it.each([
    ['<textarea></textarea>', 'field'],
    ['<div contenteditable="true"></div>', 'plain'],
    ['<div contenteditable="true" data-lexical-editor="true"></div>', 'model'],
    ['<div contenteditable="true" data-slate-editor="true"></div>', 'model'],
    ['<div contenteditable="true" class="ProseMirror"></div>', 'paste'],
    ['<div contenteditable="true" class="ql-editor"></div>', 'paste'],
    ['<div contenteditable="true" class="ck ck-editor__editable"></div>', 'paste'],
  ])('%s takes a text as %s', (html, kind) => {
    draw(`<body>${html}</body>`);
    expect(kindOf(document.body.firstElementChild as HTMLElement)).toBe(kind);
  });
});

describe('a text', () => {
  let field: HTMLTextAreaElement;
  beforeEach(() => {
    draw(`<body>${FIELD}</body>`);
    field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Kept.';
    // As a browser does it where the page does not let it.
    document.execCommand = () => false;
  });
  const insert = (isCurrent: () => boolean = () => true) => insertText(field, 'Hello', { isCurrent });

  it('is put at the end of what stands there, and the page is told', async () => {
    const heard = vi.fn();
    field.addEventListener('input', heard);
    expect(await insert()).toEqual({ status: 'inserted', method: 'setter' });
    expect(field.value).toBe('Kept.Hello');
    expect([field.selectionStart, heard.mock.calls.length]).toEqual([10, 1]);
  });

  it('is put where the rep left the caret, and replaces nothing that is selected', async () => {
    field.focus();
    field.setSelectionRange(0, 2);
    await insert();
    expect(field.value).toBe('KeHellopt.');
  });

  it('is not put in where the conversation changed, also while the caret was being set', async () => {
    expect(await insert(() => false)).toEqual({ status: 'not-inserted', why: 'moved-on' });
    let asked = 0;
    expect(await insert(() => asked++ === 0)).toEqual({ status: 'not-inserted', why: 'moved-on' });
    expect(field.value).toBe('Kept.');
  });

  it('is not tried another way once the page made something else of it', async () => {
    field.addEventListener('input', () => {
      field.value = 'Something else';
    });
    expect(await insert()).toEqual({ status: 'not-inserted', why: 'uncertain' });
    expect(field.value).toBe('Something else');
  });

  it('is refused, and nothing touched, where nothing takes it', async () => {
    draw('<body><div class="ProseMirror" contenteditable="true">Kept.</div></body>');
    const editor = document.querySelector('div') as HTMLDivElement;
    Object.defineProperty(editor, 'isContentEditable', { value: true });
    const answer = await insertText(editor, 'Hello', { isCurrent: () => true, inPage: () => false });
    expect(answer).toEqual({ status: 'not-inserted', why: 'refused' });
    expect(editor.textContent).toBe('Kept.');
  });
});

describe('what stands there afterwards', () => {
  it.each([
    ['ab', 'aXb', true],
    ['', 'X', true],
    ['aX', 'aXX', true],
    ['ab', 'aXXb', false],
    ['ab', 'X', false],
    ['ab', 'ab', false],
    ['ab', 'aXc', false],
  ])('%s and then %s holds it once, beside all that was there: %s', (before, after, holds) => {
    expect(holdsOnce(before, after, 'X')).toBe(holds);
  });
});

describe('the page’s side', () => {
  it('stands alone: it uses nothing from around it', () => {
    const alone = new Function(`return (${listenForInsertion})`)() as typeof listenForInsertion;
    draw('<body><p></p></body>');
    alone('token');
    const ask = (detail: object) =>
      !document.body.dispatchEvent(
        new CustomEvent('token', { detail: JSON.stringify(detail), bubbles: true, cancelable: true }),
      );
    expect(ask({ method: 'end', text: '' })).toBe(true);
    // Over: nobody listens any more.
    expect(ask({ method: 'end', text: '' })).toBe(false);
  });
});
