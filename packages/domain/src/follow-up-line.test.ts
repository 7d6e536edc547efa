// What the rep may write in the follow-up line, phrase by phrase. Now is Tuesday 24 November 2026, 10:30 in Shanghai.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINESE } from './follow-up-line/corpus/chinese.ts';
import { ENGLISH } from './follow-up-line/corpus/english.ts';
import { HELD_OUT } from './follow-up-line/corpus/held-out.ts';
import { parseFollowUpLine } from './follow-up-line.ts';

const NOW = Date.parse('2026-11-24T10:30:00+08:00');
const ZONE = 'Asia/Shanghai';

const read = (text: string, locale = 'en', now = NOW) => parseFollowUpLine(text, { now, zone: ZONE, locale });

const CORPUS = [...ENGLISH, ...CHINESE, ...HELD_OUT];
const isChinese = (line: string) => /\p{Script=Han}/u.test(line);
// What nobody would read without having been told; the rep sees the reading before Enter.
const BEYOND = ['pls ring mr wang back tmrw arvo 3ish', 'call. tomorrow. 9.', '隔天回访'];

describe('the corpus of follow-up lines', () => {
  const cases = CORPUS.filter(([line]) => !BEYOND.includes(line));

  it.each(cases.map((row) => [row[0], row] as const))('"%s" is read as it is meant', (line, [, due, title, repeat]) => {
    const got = read(line, isChinese(line) ? 'zh-CN' : 'en');
    const choices = got.choices.map((one) => one.local);
    const { day: _, ...again } = got.repeat ?? {};
    expect({
      due: choices.length > 0 ? choices : (got.due?.local ?? null),
      title: got.title,
      repeat: got.repeat ? again : undefined,
    }).toEqual({ due, title: title.trim(), repeat });
    if (choices.length > 0) expect(got.due).toEqual(got.choices[0]);
    if (due === null) expect(got).toMatchObject({ matched: '', certain: false });
  });

  it('has 300 phrases and more, of which 95 in 100 and more are read exactly', () => {
    expect(CORPUS.length).toBeGreaterThan(300);
    expect(new Set(CORPUS.map(([line]) => line)).size).toBe(CORPUS.length);
    expect(cases.length / CORPUS.length).toBeGreaterThan(0.95);
  });

  it('the end of each month is the last day of whichever month', () => {
    expect(read('每月底对账').repeat).toEqual({ unit: 'month', interval: 1, day: 31 });
    expect(read('每月1号发账单').repeat).toEqual({ unit: 'month', interval: 1 });
  });
});

describe('what was understood is shown', () => {
  it.each([
    ['Fri 10:00 call about price', 'Fri 10:00'],
    ['call Ann tomorrow at 3 about price', 'tomorrow at 3'],
    ['明天下午三点 打电话', '明天下午三点'],
    ['send offer by Friday', 'by Friday'],
    ['周五前给报价', '周五前'],
    ['明天 call 王总 3pm', '明天 3pm'],
  ])('%s → "%s"', (line, matched) => {
    expect(read(line).matched).toBe(matched);
  });

  it.each([
    ['Fri 10:00 call', true],
    ['next Wed', true],
    ['下周三给您报价', true],
    ['15:00 call', true],
    ['Tue call', false], // today is Tuesday
    ['Fri 3 call', false], // three at night is not meant, but was not ruled out
    ['9:00 call', false], // already past today
    ['next week call', false],
    ['Thu 27 Nov call', false], // the 27th is a Friday
  ])('%s is certain: %s', (line, certain) => {
    expect(read(line).certain).toBe(certain);
  });

  it('reads 3/4 as the locale writes it, and asks where the locale does not tell', () => {
    expect(read('3/4 call', 'en-US')).toMatchObject({ due: { local: '2027-03-04T09:00' }, certain: true });
    expect(read('3/4 call', 'en-GB')).toMatchObject({ due: { local: '2027-04-03T09:00' }, certain: true });
    expect(read('3/4 call', 'zh-CN')).toMatchObject({ due: { local: '2027-03-04T09:00' }, certain: true });
    expect(read('3/4 call', 'en')).toMatchObject({
      due: { local: '2027-03-04T09:00' },
      choices: [{ local: '2027-03-04T09:00' }, { local: '2027-04-03T09:00' }],
      certain: false,
    });
  });

  it('takes today from the zone of the rep, not from UTC', () => {
    const now = Date.parse('2026-11-24T23:30:00Z');
    expect(parseFollowUpLine('tomorrow', { now, zone: 'Asia/Shanghai', locale: 'en' }).due?.local).toBe(
      '2026-11-26T09:00',
    );
    expect(parseFollowUpLine('tomorrow', { now, zone: 'America/New_York', locale: 'en' }).due?.local).toBe(
      '2026-11-25T09:00',
    );
  });
});

describe('any line at all', () => {
  const words = fc.constantFrom(
    'Fri',
    '10',
    '10:00',
    'next',
    'week',
    '下周',
    '三',
    '点',
    '下午',
    'in',
    '2',
    'days',
    'Nov',
    '27',
    'at',
    '(',
    '前',
    'call',
    '一',
    '号',
    '/',
    '-',
    '32',
    '月',
    'every',
    '每',
    '底',
    'Mondays',
    'until',
    'or',
  );
  const lines = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(words, { maxLength: 12 }).map((some) => some.join(' ')),
    fc.array(words, { maxLength: 12 }).map((some) => some.join('')),
  );

  it('gives a real local time or none, and never throws', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 4e12 }), (line, now) => {
        const { due, matched, certain } = parseFollowUpLine(line, { now, zone: 'Europe/Berlin', locale: 'en' });
        if (due === null) {
          expect({ matched, certain }).toEqual({ matched: '', certain: false });
          return;
        }
        expect(due.local).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
        expect(new Date(`${due.local}:00Z`).toISOString().slice(0, 16)).toBe(due.local);
        expect(matched).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
