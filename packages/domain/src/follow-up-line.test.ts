// What the rep may write in the follow-up line, phrase by phrase. Now is Tuesday 24 November 2026, 10:30 in Shanghai.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFollowUpLine } from './follow-up-line.ts';

const NOW = Date.parse('2026-11-24T10:30:00+08:00');
const ZONE = 'Asia/Shanghai';

const read = (text: string, locale = 'en', now = NOW) => parseFollowUpLine(text, { now, zone: ZONE, locale });

type Row = [line: string, local: string | null, title: string];

const ENGLISH: Row[] = [
  ['Fri 10:00 call about price', '2026-11-27T10:00', 'call about price'],
  ['Fri 10 call', '2026-11-27T10:00', 'call'],
  ['call about price Fri 10:00', '2026-11-27T10:00', 'call about price'],
  ['friday at 4pm send contract', '2026-11-27T16:00', 'send contract'],
  ['tomorrow 3pm', '2026-11-25T15:00', ''],
  ['tomorrow 3 pm demo', '2026-11-25T15:00', 'demo'],
  ['tmr 3:30pm demo', '2026-11-25T15:30', 'demo'],
  ['tomorrow call Ann', '2026-11-25T09:00', 'call Ann'],
  ['call Ann tomorrow at 3', '2026-11-25T15:00', 'call Ann'],
  ['call Ann tomorrow morning', '2026-11-25T09:00', 'call Ann'],
  ['tomorrow afternoon ask for the referral', '2026-11-25T14:00', 'ask for the referral'],
  ['tomorrow morning at 8:15 call', '2026-11-25T08:15', 'call'],
  ['day after tomorrow visit', '2026-11-26T09:00', 'visit'],
  ['today 15:00 send sample', '2026-11-24T15:00', 'send sample'],
  ['today send sample', '2026-11-24T11:00', 'send sample'],
  ['tonight ring back', '2026-11-24T19:00', 'ring back'],
  ['tonight at 8 ring back', '2026-11-24T20:00', 'ring back'],
  ['this afternoon send quote', '2026-11-24T14:00', 'send quote'],
  ['in 2 days', '2026-11-26T09:00', ''],
  ['in 2 days check in', '2026-11-26T09:00', 'check in'],
  ['in two weeks renew', '2026-12-08T09:00', 'renew'],
  ['in a week follow up', '2026-12-01T09:00', 'follow up'],
  ['in 1 month renew', '2026-12-24T09:00', 'renew'],
  ['in 3 months renew', '2027-02-24T09:00', 'renew'],
  ['in 2 hours call', '2026-11-24T12:30', 'call'],
  ['in 30 min call', '2026-11-24T11:00', 'call'],
  ['in half an hour call', '2026-11-24T11:00', 'call'],
  ['in 2h call', '2026-11-24T12:30', 'call'],
  ['in 20 hours call', '2026-11-25T06:30', 'call'],
  ['in 3 days at 14:00 call', '2026-11-27T14:00', 'call'],
  ['3 days later call', '2026-11-27T09:00', 'call'],
  ['next Wed', '2026-12-02T09:00', ''],
  ['next Wed 14:30 demo', '2026-12-02T14:30', 'demo'],
  ['demo next week on Thursday at 11', '2026-12-03T11:00', 'demo'],
  ['Thursday next week 11am demo', '2026-12-03T11:00', 'demo'],
  ['next week send catalogue', '2026-11-30T09:00', 'send catalogue'],
  ['next month renew', '2026-12-24T09:00', 'renew'],
  ['this Thu call', '2026-11-26T09:00', 'call'],
  ['this Mon call', '2026-11-30T09:00', 'call'],
  ['Tue call', '2026-12-01T09:00', 'call'],
  ['Mon call', '2026-11-30T09:00', 'call'],
  ['Sunday brunch', '2026-11-29T09:00', 'brunch'],
  ['send offer by Friday', '2026-11-27T09:00', 'send offer'],
  ['send offer by Fri 5pm, with discount', '2026-11-27T17:00', 'send offer, with discount'],
  ['27 Nov 10:00 meet', '2026-11-27T10:00', 'meet'],
  ['27 Nov', '2026-11-27T09:00', ''],
  ['Nov 27 at 10 meet', '2026-11-27T10:00', 'meet'],
  ['27th of November meet', '2026-11-27T09:00', 'meet'],
  ['November 3 meet', '2027-11-03T09:00', 'meet'],
  ['3 Jan 2028 meet', '2028-01-03T09:00', 'meet'],
  ['Fri 27 Nov 10:00 meet', '2026-11-27T10:00', 'meet'],
  ['Friday, Nov 27, 10:00 meet', '2026-11-27T10:00', 'meet'],
  ['2026-12-01 meet', '2026-12-01T09:00', 'meet'],
  ['2026-12-01T16:45 meet', '2026-12-01T16:45', 'meet'],
  ['29 Feb party', '2028-02-29T09:00', 'party'],
  ['the 5th send invoice', '2026-12-05T09:00', 'send invoice'],
  ['27.11. call', '2026-11-27T09:00', 'call'],
  ['27.11.2026 call', '2026-11-27T09:00', 'call'],
  ['27/11 call', '2026-11-27T09:00', 'call'],
  ['11/27 call', '2026-11-27T09:00', 'call'],
  ['end of month invoice', '2026-11-30T09:00', 'invoice'],
  ['report by end of week', '2026-11-27T09:00', 'report'],
  ['weekend ring', '2026-11-28T09:00', 'ring'],
  ['15:00 call', '2026-11-24T15:00', 'call'],
  ['call at 9', '2026-11-25T09:00', 'call'],
  ['9:00 call', '2026-11-25T09:00', 'call'],
  ['noon lunch with Ann', '2026-11-24T12:00', 'lunch with Ann'],
  ['Fri noon lunch', '2026-11-27T12:00', 'lunch'],
  ['Fri half past 3 call', '2026-11-27T15:30', 'call'],
  ["Fri 3 o'clock call", '2026-11-27T15:00', 'call'],
  ['Fri 10-11 call', '2026-11-27T10:00', 'call'],
  ['Fri 10% off offer', '2026-11-27T09:00', '10% off offer'],
  ['Fri 3 days trial', '2026-11-27T09:00', '3 days trial'],
  ['call Ann on Sat', '2026-11-28T09:00', 'call Ann'],
  ['ask why he sat down tomorrow', '2026-11-25T09:00', 'ask why he sat down'],
  ['Fri 10:00-11:00 call', '2026-11-27T10:00', 'call'],
  ['Fri 2-3pm call', '2026-11-27T14:00', 'call'],
  ['Fri 12am deploy', '2026-11-27T00:00', 'deploy'],
  ['Fri 03:30 deploy', '2026-11-27T03:30', 'deploy'],
  ['Fri (10:00) call', '2026-11-27T10:00', 'call'],
  ['FRI 10:00 CALL', '2026-11-27T10:00', 'CALL'],
];

const CHINESE: Row[] = [
  ['下周三给您报价', '2026-12-02T09:00', '给您报价'],
  ['明天下午三点 打电话', '2026-11-25T15:00', '打电话'],
  ['大后天', '2026-11-27T09:00', ''],
  ['周五10点', '2026-11-27T10:00', ''],
  ['周五10点打电话', '2026-11-27T10:00', '打电话'],
  ['周五上午10点半打电话', '2026-11-27T10:30', '打电话'],
  ['周五 10:00 打电话', '2026-11-27T10:00', '打电话'],
  ['周五１０：００打电话', '2026-11-27T10:00', '打电话'],
  ['今天下午4点回访', '2026-11-24T16:00', '回访'],
  ['今天回访', '2026-11-24T11:00', '回访'],
  ['今晚8点视频', '2026-11-24T20:00', '视频'],
  ['今晚视频', '2026-11-24T19:00', '视频'],
  ['明早九点发价目表', '2026-11-25T09:00', '发价目表'],
  ['明晚七点半开会', '2026-11-25T19:30', '开会'],
  ['明天发报价', '2026-11-25T09:00', '发报价'],
  ['后天上午拜访', '2026-11-26T09:00', '拜访'],
  ['大后天下午两点拜访', '2026-11-27T14:00', '拜访'],
  ['下周一下午3:30开会', '2026-11-30T15:30', '开会'],
  ['下下周三签约', '2026-12-09T09:00', '签约'],
  ['下个星期三签约', '2026-12-02T09:00', '签约'],
  ['下礼拜天聚会', '2026-12-06T09:00', '聚会'],
  ['本周四回访', '2026-11-26T09:00', '回访'],
  ['这周一回访', '2026-11-30T09:00', '回访'],
  ['星期日聚会', '2026-11-29T09:00', '聚会'],
  ['周二回访', '2026-12-01T09:00', '回访'],
  ['周末回访', '2026-11-28T09:00', '回访'],
  ['下周回访', '2026-11-30T09:00', '回访'],
  ['下周末聚会', '2026-12-05T09:00', '聚会'],
  ['3天后回访', '2026-11-27T09:00', '回访'],
  ['三天后回访', '2026-11-27T09:00', '回访'],
  ['过两天联系', '2026-11-26T09:00', '联系'],
  ['两周后回访', '2026-12-08T09:00', '回访'],
  ['一个月后续费', '2026-12-24T09:00', '续费'],
  ['两小时后回电', '2026-11-24T12:30', '回电'],
  ['半小时后回电', '2026-11-24T11:00', '回电'],
  ['20分钟后回电', '2026-11-24T10:50', '回电'],
  ['11月27日上午10点面谈', '2026-11-27T10:00', '面谈'],
  ['11月27号面谈', '2026-11-27T09:00', '面谈'],
  ['十一月二十七日面谈', '2026-11-27T09:00', '面谈'],
  ['11月27日（周五）10:00面谈', '2026-11-27T10:00', '面谈'],
  ['2026年12月1日面谈', '2026-12-01T09:00', '面谈'],
  ['明年3月1日续费', '2027-03-01T09:00', '续费'],
  ['3月1日续费', '2027-03-01T09:00', '续费'],
  ['27号面谈', '2026-11-27T09:00', '面谈'],
  ['5号面谈', '2026-12-05T09:00', '面谈'],
  ['下个月5号面谈', '2026-12-05T09:00', '面谈'],
  ['月底对账', '2026-11-30T09:00', '对账'],
  ['下个月底对账', '2026-12-31T09:00', '对账'],
  ['11/27 面谈', '2026-11-27T09:00', '面谈'],
  ['周五前给报价', '2026-11-27T09:00', '给报价'],
  ['给客户打电话，周五下午两点', '2026-11-27T14:00', '给客户打电话'],
  ['下午三点打电话', '2026-11-24T15:00', '打电话'],
  ['三点半打电话', '2026-11-24T15:30', '打电话'],
  ['三点打电话', '2026-11-24T15:00', '打电话'],
  ['8点打电话', '2026-11-25T08:00', '打电话'],
  ['周五中午12点吃饭', '2026-11-27T12:00', '吃饭'],
  ['周五晚上12点上线', '2026-11-28T00:00', '上线'],
  ['周五凌晨2点上线', '2026-11-27T02:00', '上线'],
  ['周五十点一刻打电话', '2026-11-27T10:15', '打电话'],
  ['周五十点二十打电话', '2026-11-27T10:20', '打电话'],
  ['明天 call 王总 3pm', '2026-11-25T15:00', 'call 王总'],
];

const NO_TIME: string[] = [
  'call about price',
  'send 3 samples',
  'talk to May about the offer',
  'ask about Sun Microsystems',
  'support 24/7 asked',
  'order 1/2 box',
  'room 10',
  'price 10.50',
  '便宜一点再谈',
  '早一点联系',
  '有点贵',
  '3号楼王总',
  '每周五例会纪要',
  '两周一次例会',
  '下午茶订单',
  '早上好',
  '今后多联系',
  '',
  '   ',
];

describe('a follow-up line in English', () => {
  it.each(ENGLISH)('%s', (line, local, title) => {
    const got = read(line);
    expect({ local: got.due?.local ?? null, title: got.title }).toEqual({ local, title });
  });
});

describe('a follow-up line in Chinese', () => {
  it.each(CHINESE)('%s', (line, local, title) => {
    const got = read(line, 'zh-CN');
    expect({ local: got.due?.local ?? null, title: got.title }).toEqual({ local, title });
  });
});

describe('a line that says no time', () => {
  it.each(NO_TIME)('"%s" keeps every word and has no due time', (line) => {
    expect(read(line)).toEqual({ due: null, title: line.trim(), matched: '', certain: false });
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

  it('reads 3/4 as the locale writes it, and says so where the locale does not tell', () => {
    expect(read('3/4 call', 'en-US')).toMatchObject({ due: { local: '2027-03-04T09:00' }, certain: true });
    expect(read('3/4 call', 'en-GB')).toMatchObject({ due: { local: '2027-04-03T09:00' }, certain: true });
    expect(read('3/4 call', 'zh-CN')).toMatchObject({ due: { local: '2027-03-04T09:00' }, certain: true });
    expect(read('3/4 call', 'en')).toMatchObject({ due: { local: '2027-04-03T09:00' }, certain: false });
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
