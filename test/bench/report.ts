// The table, a line at a time, and `test/results/bench.json`.

import { recordRun } from '../support/live/record.ts';
import type { BacklogTimes } from './backlog-timing.ts';
import type { BulkTimes, Rate } from './bulk.ts';
import type { ListSpread, ListTimes } from './list-timing.ts';
import type { Compared } from './pairs.ts';
import type { PanelTimes, Times } from './panel-timing.ts';
import type { ReportTimes, Spread, Taken } from './report-timing.ts';
import type { Row } from './rows.ts';

export type Result = Row & Compared;

const WIDTHS = [34, 10, 10, 7, 11, 9, 14];
const line = (cells: readonly string[], last: string) =>
  `${cells.map((cell, nth) => cell.padEnd(WIDTHS[nth] ?? 0)).join(' ')} ${last}`;

export const HEAD = `\n${line(['', 'API /s', 'floor /s', 'ratio', 'spread', 'by CPU', 'aim'], 'what the floor does')}`;

export function comparedLine(row: Row, { ratio, spread, byProcessor, api, floor }: Compared): string {
  const aim = row.aim === undefined ? '–' : `≥ ${row.aim} ${ratio >= row.aim ? 'met' : 'not met'}`;
  const rate = ({ perSecond }: { perSecond: number }) => Math.round(perSecond).toLocaleString('en');
  const cells = [
    row.title,
    rate(api),
    rate(floor),
    ratio.toFixed(2),
    spread.map((one) => one.toFixed(2)).join('–'),
    byProcessor?.toFixed(2) ?? '–',
    aim,
  ];
  return line(cells, row.floor);
}

const PANEL_AIMS_MS = { first: 100, again: 50 };
const KEY_AIM_MS = 16;
const READER_AIM_MS = 1;
const MEMORY_AIM = 1.1;

export function panelLines({ first, again, hands, panelBytes, readerBytes, browser }: PanelTimes): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const times = (name: string, aim: number, { switches, p50, p95, longest, requests }: Times) =>
    `  ${name.padEnd(22)} ${switches} switches: p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(longest)}; ` +
    `aim p95 ≤ ${ms(aim)} ${p95 <= aim ? 'met' : 'not met'}; ${ms(requests)} of it in requests (median)`;
  const met = (is: boolean) => (is ? 'met' : 'not met');
  const bytes = (value: number) => `${value.toLocaleString('en')} bytes`;
  return [
    `\nconversation switch → card drawn, in the real side panel of Chromium ${browser}, the API over HTTP:`,
    times('not shown before', PANEL_AIMS_MS.first, first),
    times('shown before', PANEL_AIMS_MS.again, again),
    `  key → shown              p50 ${hands.key.p50.toFixed(1)} ms, p95 ${hands.key.p95.toFixed(1)} ms; aim p95 ≤ ${KEY_AIM_MS} ms ${met(hands.key.p95 <= KEY_AIM_MS)}`,
    `  script inside a page that changes 10,000 times: ${hands.perThousandMutations.toFixed(2)} ms of its own per 1,000 changes (${hands.atRest.toFixed(2)} ms at rest for as long); aim ≤ ${READER_AIM_MS} ms ${met(hands.perThousandMutations <= READER_AIM_MS)}`,
    `  memory after 1,000 switches: ${(hands.memory.last / hands.memory.first).toFixed(2)} of that after 50 (${bytes(hands.memory.first)}); aim ≤ ${MEMORY_AIM} ${met(hands.memory.last <= hands.memory.first * MEMORY_AIM)}`,
    `compressed: panel ${bytes(panelBytes)}, script inside pages ${bytes(readerBytes)}`,
  ].join('\n');
}

const BACKLOG_AIM = 1.2;

export function backlogLines({ events, perSecond, perSecondBeside, resting, sending }: BacklogTimes): string {
  const ms = ({ p50, p95, longest }: Spread) =>
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`;
  const slower = (of: 'p50' | 'p95') => sending[of] / resting[of];
  return [
    `\na webhook behind by ${events.toLocaleString('en')} events:`,
    `  sent ${Math.round(perSecond).toLocaleString('en')} /s to a receiver that answers at once, ${Math.round(perSecondBeside).toLocaleString('en')} /s while one card after another is read`,
    `  a card while it rests        ${ms(resting)}`,
    `  a card while it sends        ${ms(sending)}`,
    `  p50 ${slower('p50').toFixed(2)} ×, p95 ${slower('p95').toFixed(2)} ×, aim ≤ ${BACKLOG_AIM} ${slower('p95') <= BACKLOG_AIM ? 'met' : 'not met'}`,
  ].join('\n');
}

export function bulkLines({ people, imported, written, exported, exportedCsv, read }: BulkTimes): string {
  const told = (name: string, { perSecond, perSecondOfProcessor }: Rate) =>
    `  ${name.padEnd(58)} ${Math.round(perSecond).toLocaleString('en')} /s (${Math.round(perSecondOfProcessor).toLocaleString('en')} per second of processor)`;
  const ratio = (one: Rate, floor: Rate) =>
    `${(one.perSecond / floor.perSecond).toFixed(2)}, by CPU ${(one.perSecondOfProcessor / floor.perSecondOfProcessor).toFixed(2)}`;
  return [
    `\n${people.toLocaleString('en')} people in and out:`,
    told('import of a CSV file', imported),
    told('the plain client writing the same rows', written),
    `  ratio ${ratio(imported, written)}; aim ≥ 0.5 ${imported.perSecond / written.perSecond >= 0.5 ? 'met' : 'not met'}`,
    told('export as NDJSON', exported),
    told('export as CSV', exportedCsv),
    told('the plain client reading contacts and handles as JSON', read),
    `  ratio ${ratio(exported, read)}; aim ≥ 50,000 /s ${exported.perSecond >= 50_000 ? 'met' : 'not met'}`,
  ].join('\n');
}

/** A figure, what it should at most be, and whether it is. */
export function held(title: string, value: number, unit: string, most: number | undefined, more = ''): string {
  const figure = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`.padEnd(12);
  const aim = most === undefined ? '' : `aim ≤ ${most} ${unit} ${value <= most ? 'met' : 'not met'}`;
  return `  ${title.padEnd(58)} ${figure} ${aim.padEnd(24)} ${more}`.trimEnd();
}
const taken = (title: string, { clock, processor }: Taken, most: number | undefined) =>
  held(title, clock, 's', most, `${processor.toFixed(2)} s of the processor`);

export function reportLines(times: ReportTimes): string {
  const { rows, first, counted, again, counts, cancelled, simulated, idle, during } = times;
  const others = ({ p50, longest, times }: Spread) =>
    `p50 ${p50.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, ${times} times`;
  return [
    `\nreports over ${rows.toLocaleString('en')} ledger rows, counted in a thread:`,
    taken('the first report, asked as the server starts: the ledger is read', first, undefined),
    ...Object.entries(counted).map(([name, seconds]) =>
      taken(`then ${name.replaceAll(/T00:00:00Z/g, '')}`, seconds, name.startsWith('funnel') ? 1.5 : undefined),
    ),
    held('asked again, p95', again.p95, 'ms', undefined, others(again)),
    held('free for the next after its caller hung up, p95', cancelled.p95, 'ms', undefined, others(cancelled)),
    held('counts per stage and pool, p95', counts.p95, 'ms', 100, others(counts)),
    held('a merge of two stages simulated, p95', simulated.p95 / 1000, 's', 5, others(simulated)),
    held('card, nothing else asked, p95', idle.p95, 'ms', undefined, others(idle)),
    held('card while reports are counted, p95', during.p95, 'ms', undefined, others(during)),
    held('  ÷ the quiet one', during.p95 / idle.p95, '×', 1.5),
  ].join('\n');
}

export function listLines(all: readonly ListTimes[]): string {
  const ms = ({ p50, p95, processorMs, found }: ListSpread) => {
    const more = Number.isNaN(found) ? '' : ` / ${processorMs.toFixed(1)}, ${found.toFixed(0)} found`;
    return `${p50.toFixed(1)} / ${p95.toFixed(1)}${more}`.padEnd(28);
  };
  return [
    '\na page among 10,000 people and among a million: p50 / p95 / processor, ms, and the people in an answer',
    ...all.map(({ title, small, large }) => {
      const ratio = large.p95 / small.p95;
      return `  ${title.padEnd(40)} ${ms(small)} ${ms(large)} p95 ${ratio.toFixed(2)} ×, aim ≤ 1.5 ${ratio <= 1.5 ? 'met' : 'not met'}`;
    }),
  ].join('\n');
}

export const keep = (all: object): Promise<void> => recordRun('bench', all);
