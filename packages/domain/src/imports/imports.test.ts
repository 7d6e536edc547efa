// What files of other systems mean: headers, stages, dates that are proved and never guessed, rows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../lifecycles.ts';
import { sevenStage } from '../presets/seven-stage.ts';
import { concludeDates, newDateProof, proveDate, readDate } from './dates.ts';
import { looksLikeHeaders, parseTarget, proposeMapping } from './mapping.ts';
import { CELL_LIMIT, type ImportRowRules, readImportRow } from './row.ts';
import { stageNamed } from './stage-values.ts';

describe('a proposed mapping', () => {
  it.each([
    [
      'hubspot',
      [
        'Record ID',
        'First Name',
        'Last Name',
        'Email',
        'Phone Number',
        'Contact owner',
        'Lifecycle Stage',
        'Became a Lead Date',
        'Company Name',
        'Lead Status',
        'Favourite colour',
      ],
      [
        'external_id',
        'first_name',
        'last_name',
        'identity:email',
        'identity:phone',
        'owner',
        'stage',
        'stage_at:lead',
        'company',
        'field:lead_status',
        undefined,
      ],
    ],
    [
      'hubspot',
      ['记录 ID', '名字', '姓氏', '电子邮件', '电话号码', '联系人所有者', '生命周期阶段', '公司名称'],
      ['external_id', 'first_name', 'last_name', 'identity:email', 'identity:phone', 'owner', 'stage', 'company'],
    ],
    [
      'salesforce',
      [
        'Lead ID',
        'First Name',
        'Last Name',
        'Company / Account',
        'Title',
        'Email',
        'Phone',
        'Mobile',
        'Lead Source',
        'Lead Owner',
        'Lead Status',
      ],
      [
        'external_id',
        'first_name',
        'last_name',
        'company',
        'field:job_title',
        'identity:email',
        'identity:phone',
        'identity:phone',
        'source',
        'owner',
        'field:lead_status',
      ],
    ],
    [
      'salesforce',
      ['潜在客户编号', '姓', '名', '公司', '电子邮件', '手机', '潜在客户来源', '潜在客户所有人', '潜在客户状态'],
      [
        'external_id',
        'last_name',
        'first_name',
        'company',
        'identity:email',
        'identity:phone',
        'source',
        'owner',
        'field:lead_status',
      ],
    ],
    [
      'chatwoot',
      ['id', 'name', 'email', 'phone_number', 'identifier', 'city'],
      ['external_id', 'display_name', 'identity:email', 'identity:phone', undefined, 'field:city'],
    ],
    [
      'wecom',
      ['客户名称', '描述', '添加人', '添加时间', '来源', '手机', '企业', '邮箱', '职务', '标签'],
      [
        'display_name',
        'field:remark',
        'owner',
        'stage_at',
        'source',
        'identity:phone',
        'company',
        'identity:email',
        'field:job_title',
        'tags',
      ],
    ],
    [
      'wecom',
      ['Customer Name', 'Added by', 'Added at', 'Mobile', 'Tags', 'WeChat ID'],
      ['display_name', 'owner', 'stage_at', 'identity:phone', 'tags', 'identity:wechat'],
    ],
  ])('knows the headers of %s', (system, headers, targets) => {
    const proposal = proposeMapping(headers);
    expect(proposal.system).toBe(system);
    expect(headers.map((header) => proposal.mapping[header])).toEqual(targets);
    expect(proposal.unmapped).toEqual(headers.filter((_, i) => targets[i] === undefined));
  });

  it('does not mind width, case or punctuation, gives a single target once, and proposes only what can be mapped', () => {
    const { mapping, unmapped } = proposeMapping(['ＥＭＡＩＬ', ' e-mail ', 'full_name', 'Name', 'wechat-oa', '']);
    expect(mapping).toEqual({
      ＥＭＡＩＬ: 'identity:email',
      ' e-mail ': 'identity:email',
      full_name: 'display_name',
      'wechat-oa': 'identity:wechat-oa',
    });
    expect(unmapped).toEqual(['Name', '']);
    for (const target of Object.values(mapping)) expect(parseTarget(target)).toBeDefined();
    for (const text of ['', 'nothing', 'identity:pigeon', 'field:Bad Name', 'stage_at:', 'toString'])
      expect(parseTarget(text)).toBeUndefined();
  });

  it('tells a second row of headers from a row of data', () => {
    expect(looksLikeHeaders(['First Name', 'Last Name', 'Email'])).toBe(true);
    expect(looksLikeHeaders(['firstname', 'email', 'hs_object_id', ''])).toBe(true);
    expect(looksLikeHeaders(['Name', 'a@x.example', 'Company'])).toBe(false);
    expect(looksLikeHeaders(['Ana', 'Costa', 'Lumen'])).toBe(false);
  });
});

describe('stages in the words of others', () => {
  it.each([
    ['lead', 'lead'],
    ['Marketing Qualified Lead', 'mql'],
    ['marketingqualifiedlead', 'mql'],
    ['SQL', 'sql'],
    ['02-潜客', 'lead'],
    ['潜在客户', 'lead'],
    ['付费客户', 'customer'],
    ['Other', undefined],
    ['', undefined],
  ])('%j is %s', (text, stage) => {
    expect(stageNamed(sevenStage, text)).toBe(stage);
  });
  it('are the caller’s first', () => {
    expect(stageNamed(sevenStage, 'Hot', { Hot: 'opportunity' })).toBe('opportunity');
    const [first, second, ...rest] = sevenStage.stages as [Stage, Stage, ...Stage[]];
    const numbers = (of: Stage, n: string) => ({ ...of, labels: { en: n, 'zh-CN': n }, short: { en: n, 'zh-CN': n } });
    const numbered = { ...sevenStage, stages: [numbers(first, '1'), numbers(second, '2'), ...rest] };
    expect(['1', '2', '3'].map((text) => stageNamed(numbered, text))).toEqual(['subscriber', 'lead', undefined]);
    expect(stageNamed(sevenStage, 'lead', { lead: 'mql' })).toBe('mql');
  });
});

describe('dates', () => {
  const verdict = (...cells: string[]) => {
    const proof = newDateProof();
    for (const [i, cell] of cells.entries()) proveDate(proof, cell, i + 1);
    return concludeDates(proof);
  };
  it.each([
    ['2026-11-27T10:00:00+08:00', 'instant', { at: Date.parse('2026-11-27T02:00:00Z') }],
    ['2026/1/5 9:05', 'ymd', { local: '2026-01-05T09:05' }],
    ['27.11.2026', 'dmy', { local: '2026-11-27T00:00' }],
    ['11/27/2026 1:05 PM', 'mdy', { local: '2026-11-27T13:05' }],
    ['12/01/2026 12:00 am', 'mdy', { local: '2026-12-01T00:00' }],
    ['2026年11月27日 10:00', 'chinese', { local: '2026-11-27T10:00' }],
    ['1790000000', 'epoch-s', { at: 1_790_000_000_000 }],
    ['1790000000000', 'epoch-ms', { at: 1_790_000_000_000 }],
    ['30/02/2026', 'dmy', undefined],
    ['2026-02-30', 'ymd', undefined],
    ['27/11/26', 'dmy', undefined],
    ['11/27/2026', 'dmy', undefined],
    ['2026-11/27', 'ymd', undefined],
  ] as const)('%s as %s', (text, format, read) => {
    expect(readDate(text, format)).toEqual(read);
  });

  it('are proved by the whole column: one row that fits one way decides for all', () => {
    expect(verdict('03/04/2026', '25/12/2025', '01/02/2026')).toEqual({ ok: true, format: 'dmy' });
    expect(verdict('03/04/2026', '12/25/2025')).toEqual({ ok: true, format: 'mdy' });
    expect(verdict('05/05/2026')).toEqual({ ok: true, format: 'dmy' });
    expect(verdict('soon', '2026-01-02')).toEqual({ ok: true, format: 'ymd' });
    expect(verdict()).toEqual({ ok: true, format: null });
  });
  it('are refused where the column does not prove one way', () => {
    expect(verdict('05/05/2026', '03/04/2026')).toEqual({ ok: false, code: 'dates-ambiguous', row: 2 });
    expect(verdict('25/12/2025', '12/25/2025')).toEqual({ ok: false, code: 'dates-conflict', row: 2 });
    expect(verdict('2026-01-02', '02/01/2026')).toEqual({ ok: false, code: 'dates-conflict', row: 2 });
    expect(verdict('soon', 'later')).toEqual({ ok: false, code: 'dates-unreadable', row: null });
  });
  it('never come out of a format the column did not prove', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), fc.constantFrom('dmy', 'mdy'), (days, truth) => {
        const cells = days.map((one) => {
          const [y, m, d] = one.toISOString().slice(0, 10).split('-');
          return truth === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`;
        });
        const found = verdict(...cells);
        if (!found.ok) return found.code === 'dates-ambiguous';
        const same = (cell: string) =>
          JSON.stringify(readDate(cell, found.format ?? 'ymd')) === JSON.stringify(readDate(cell, truth as 'dmy'));
        return cells.every(same);
      }),
    );
  });
});

describe('a row', () => {
  const rules = (...columns: [string, string][]): ImportRowRules => ({
    columns: columns.map(([header, text]) => {
      const target = parseTarget(text);
      if (!target) throw new Error(text);
      return { header, target, format: text.startsWith('stage_at') ? 'ymd' : null };
    }),
    zone: 'Asia/Shanghai',
    lifecycleOf: (key) => (key === undefined || key === 'seven-stage' ? sevenStage : undefined),
    system: 'crm',
    guarded: true,
  });

  it('joins names in the order of their script, cuts handles apart, and leaves empty cells out', () => {
    const of = rules(
      ['F', 'first_name'],
      ['L', 'last_name'],
      ['P', 'identity:phone'],
      ['W', 'identity:wechat'],
      ['C', 'company'],
    );
    expect(readImportRow(['伟', '张', '+8613800138000；+34612345678', 'a;b', ' '], of)).toMatchObject({
      row: {
        displayName: '张伟',
        company: null,
        identities: [
          { channel: 'phone', handle: '+8613800138000' },
          { channel: 'phone', handle: '+34612345678' },
          { channel: 'wechat', handle: 'a;b' },
        ],
      },
      faults: [],
    });
    expect(readImportRow(['Ana', 'Costa', '', '', ''], of).row.displayName).toBe('Ana Costa');
    expect(readImportRow(['Ana', '', '', '', ''], of).row.displayName).toBe('Ana');
  });

  it('gives its stages in the order they took effect, whatever the order of the columns', () => {
    const of = rules(['C', 'stage_at:customer'], ['L', 'stage_at:lead'], ['S', 'stage'], ['M', 'stage_at:mql']);
    const { row } = readImportRow(['2026-03-01', '2026-01-01', 'Evangelist', '2026-02-01'], of);
    expect(row.steps.map((step) => [step.to, step.at === null])).toEqual([
      ['lead', false],
      ['mql', false],
      ['customer', false],
      ['evangelist', true],
    ]);
  });

  it('names what is wrong by column, and never repeats the value', () => {
    const of = rules(['S', 'stage'], ['D', 'stage_at:lead'], ['H', 'history'], ['F', 'fields'], ['N', 'display_name']);
    const secret = 'geheim';
    const { faults } = readImportRow([secret, secret, secret, `["${secret}"]`, { secret }], of);
    expect(faults.map((fault) => [fault.code, fault.column])).toEqual([
      ['date-malformed', 'D'],
      ['json-malformed', 'H'],
      ['json-malformed', 'F'],
      ['field-invalid', 'N'],
      ['stage-unknown', 'S'],
    ]);
    expect(JSON.stringify(faults)).not.toContain(secret);
  });

  it('takes anything at all without falling over', () => {
    const of = rules(
      ['N', 'display_name'],
      ['T', 'tags'],
      ['I', 'identities'],
      ['S', 'stages'],
      ['F', 'fields'],
      ['D', 'stage_at'],
    );
    const cell = fc.oneof(fc.string({ maxLength: 20 }), fc.jsonValue(), fc.constant('x'.repeat(CELL_LIMIT)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), (cells) => {
        readImportRow(cells, of);
      }),
      // Every cell an object that says no text of itself, alone and in a list.
      { examples: [{ toString: null }, [{ toString: null }]].map((one) => [Array(6).fill(one)]) },
    );
  });
});
