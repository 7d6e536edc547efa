import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from './channels.ts';
import { isNoReply, normaliseHandle, type PhonePort } from './handles.ts';

/** Enough of a phone reader for these tests: China, or anything with a plus and 8 to 15 figures. */
const phone: PhonePort = (raw, region) => {
  const figures = raw.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(figures)) return figures;
  return region === 'CN' && /^1\d{10}$/.test(figures) ? `+86${figures}` : undefined;
};

const read = (channel: string, handle: string, region?: string) => {
  const got = normaliseHandle({ channel, handle }, { phone, region });
  return got.ok ? got.handle : got.code;
};

describe('email', () => {
  it.each([
    ['  Ana.Lopez+news@Example.COM ', 'ana.lopez+news@example.com'],
    ['Ａna＠example.com', 'ana@example.com'],
    ['ana@localhost', 'ana@localhost'],
    ['张三@例子.中国', '张三@例子.中国'],
    ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
    ['\u200eana@example.com\u200b', 'ana@example.com'],
    ['İnci@example.com', 'i̇nci@example.com'],
    ['\u03aa\u0301@example.com', '\u0390@example.com'],
  ])('%s is one address', (raw, handle) => {
    expect(read('email', raw)).toBe(handle);
  });

  it.each([
    '',
    '   ',
    'ana',
    'ana@',
    '@example.com',
    'ana@example',
    'ana@@example.com',
    'ana@b@example.com',
    'ana@example.com, bo@example.com',
    'Ana <ana@example.com>',
    'ana lopez@example.com',
    'ana..lopez@example.com',
    '.ana@example.com',
    'ana.@example.com',
    'ana@-example.com',
    'ana@example..com',
    'ana@exam ple.com',
    'ana@example.com\u0000',
    'ana\u200b@example.com',
    'ana\u202egro.elpmaxe@example.com',
    '\ud800@example.com',
  ])('%j is refused', (raw) => {
    expect(read('email', raw)).toBe('handle-malformed');
  });

  it('keeps the limits of mail: 64 before the @, 254 in all', () => {
    expect(read('email', `${'a'.repeat(64)}@example.com`)).toContain('@');
    expect(read('email', `${'a'.repeat(65)}@example.com`)).toBe('handle-malformed');
    expect(read('email', `a@${'b.'.repeat(130)}com`)).toBe('handle-too-long');
    expect(read('email', `${'a'.repeat(100_000)}@example.com`)).toBe('handle-too-long');
  });

  it('shows the address as it was written', () => {
    expect(normaliseHandle({ channel: 'email', handle: ' Ana@Example.com ' }, { phone })).toEqual({
      ok: true,
      channel: 'email',
      scope: '',
      handle: 'ana@example.com',
      display: 'Ana@Example.com',
    });
  });
});

describe('phone, sms and whatsapp', () => {
  it.each([
    ['phone', '+86 138 0013 8000', '+8613800138000'],
    ['sms', '+86-138-0013-8000', '+8613800138000'],
    ['phone', '\u202a+86 138 0013 8000\u202c', '+8613800138000'],
    ['phone', '＋８６１３８００１３８０００', '+8613800138000'],
    ['phone', 'tel:+8613800138000', '+8613800138000'],
    ['whatsapp', '+8613800138000', '+8613800138000'],
    ['whatsapp', '8613800138000@c.us', '+8613800138000'],
    ['whatsapp', '8613800138000:12@s.whatsapp.net', '+8613800138000'],
    ['whatsapp', '203942384729384@lid', '203942384729384@lid'],
  ])('%s %s is one number', (channel, raw, handle) => {
    expect(read(channel, raw)).toBe(handle);
  });

  it('reads a number without + in the default region, and asks for one where none is set', () => {
    expect(read('phone', '138 0013 8000', 'CN')).toBe('+8613800138000');
    expect(read('phone', '138 0013 8000')).toBe('phone-region-needed');
    expect(read('whatsapp', '13800138000', 'CN')).toBe('+8613800138000');
  });

  it.each([
    ['phone', '+86 12'],
    ['phone', '+86 138 0013 8000 ext. 12'],
    ['phone', '+86 138 0013 8000转12'],
    ['phone', '+'],
    ['whatsapp', '120363041234567890@g.us'],
    ['whatsapp', 'status@broadcast'],
  ])('%s %s is refused', (channel, raw) => {
    expect(read(channel, raw)).toBe('handle-malformed');
  });

  it('takes nothing from the phone reader that is not E.164', () => {
    const got = normaliseHandle({ channel: 'phone', handle: '+1 212' }, { phone: () => '1212' });
    expect(got).toMatchObject({ ok: false, code: 'handle-malformed', field: 'handle' });
  });
});

describe('xmpp', () => {
  it.each([
    ['Ana@Chat.Example.com/phone', 'ana@chat.example.com'],
    ['xmpp:ana@localhost', 'ana@localhost'],
    ['ana@example.com/a/b@c', 'ana@example.com'],
  ])('%s is the bare address', (raw, handle) => {
    expect(read('xmpp', raw)).toBe(handle);
  });

  it.each(['chat.example.com', 'a b@example.com', 'a@b@c', '@example.com', 'ana@', 'ana@exa mple'])(
    '%s is refused',
    (raw) => {
      expect(read('xmpp', raw)).toBe('handle-malformed');
    },
  );
});

describe('other channels', () => {
  it('keep the case of an opaque handle and at most 200 characters, counted as people count', () => {
    expect(read('wechat', '  wxid_AbC ')).toBe('wxid_AbC');
    expect(read('wechat', '😀'.repeat(200))).toBe('😀'.repeat(200));
    expect(read('wechat', '😀'.repeat(201))).toBe('handle-too-long');
    expect(read('wechat', 'a\tb')).toBe('handle-malformed');
    expect(read('wechat', 'a\u202eb')).toBe('handle-malformed');
  });

  it('are named, or refused by name', () => {
    expect(normaliseHandle({ channel: 'pigeon', handle: 'x' }, { phone })).toMatchObject({
      ok: false,
      code: 'channel-unknown',
      field: 'channel',
    });
    expect(new Set(CHANNELS.map((one) => one.key)).size).toBe(CHANNELS.length);
  });

  it('keep the scope beside the handle', () => {
    const got = normaliseHandle({ channel: 'wecom', scope: ' corp1 ', handle: 'u1' }, { phone });
    expect(got).toMatchObject({ ok: true, scope: 'corp1', handle: 'u1' });
    expect(normaliseHandle({ channel: 'wecom', scope: 'a\u0000b', handle: 'u1' }, { phone })).toMatchObject({
      ok: false,
      field: 'scope',
    });
  });

  it('reading a handle twice changes nothing, whatever it is', () => {
    const channels = fc.constantFrom(...CHANNELS.map((one) => one.key));
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.emailAddress(),
      fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.domain())
        .map((parts) => parts.join('@')),
    );
    fc.assert(
      fc.property(channels, texts, (channel, handle) => {
        const once = normaliseHandle({ channel, handle }, { phone, region: 'CN' });
        if (!once.ok) return;
        expect(normaliseHandle({ channel, handle: once.handle }, { phone, region: 'CN' })).toMatchObject({
          ok: true,
          handle: once.handle,
        });
        const shown = normaliseHandle({ channel, handle: once.display }, { phone, region: 'CN' });
        expect(shown).toMatchObject({ ok: true, handle: once.handle });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('senders nobody reads', () => {
  it.each([
    'noreply@example.com',
    'no-reply@example.com',
    'No.Reply+x@example.com',
    'do-not-reply@example.com',
    'donotreply@example.com',
    'messages-noreply@linkedin.com',
    'mailer-daemon@example.com',
    'postmaster@example.com',
    'notifications@example.com',
    'bounce+123@example.com',
  ])('%s', (email) => expect(isNoReply(email)).toBe(true));

  it.each([
    'reply@example.com',
    'norep@example.com',
    'ana@noreply.com',
    'bouncer@example.com',
    'nora.reply@example.com',
  ])('%s is a person', (email) => expect(isNoReply(email)).toBe(false));
});
