// The table, a line at a time, and `test/results/bench.json`.

import { recordRun } from '../support/live/record.ts';
import type { BulkTimes, Rate } from './bulk.ts';
import type { Compared } from './pairs.ts';
import type { PanelTimes, Times } from './panel-timing.ts';
import type { ReportTimes } from './report-timing.ts';
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

const PANEL_AIM_MS = 100;

export function panelLines({ first, again, panelBytes, readerBytes, browser }: PanelTimes): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const times = (name: string, { switches, p50, p95, longest, requests }: Times) =>
    `  ${name.padEnd(22)} ${switches} switches: p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(longest)}; ` +
    `aim p95 ≤ ${ms(PANEL_AIM_MS)} ${p95 <= PANEL_AIM_MS ? 'met' : 'not met'}; ${ms(requests)} of it in requests (median)`;
  const bytes = (value: number) => `${value.toLocaleString('en')} bytes`;
  return [
    `\nconversation switch → card drawn, in the real side panel of Chromium ${browser}, the API over HTTP:`,
    times('not shown before', first),
    times('shown before', again),
    `compressed: panel ${bytes(panelBytes)}, script inside pages ${bytes(readerBytes)}`,
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
    `  ratio ${ratio(imported, written)}`,
    told('export as NDJSON', exported),
    told('export as CSV', exportedCsv),
    told('the plain client reading contacts and handles as JSON', read),
    `  ratio ${ratio(exported, read)}; aim ≥ 50,000 /s ${exported.perSecond >= 50_000 ? 'met' : 'not met'}`,
  ].join('\n');
}

export function reportLines({ rows, counted, again, idle, during }: ReportTimes): string {
  const spread = ({ times, p50, p95, longest }: ReportTimes['again']) =>
    `${times} times: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`;
  return [
    `\nreports over ${rows.toLocaleString('en')} rows, counted in a thread:`,
    ...Object.entries(counted).map(
      ([name, seconds]) =>
        `  ${name.padEnd(22)} ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} rows/s`,
    ),
    `  ${'asked again'.padEnd(22)} ${spread(again)}`,
    `  ${'card, nothing else'.padEnd(22)} ${spread(idle)}`,
    `  ${'card, while counting'.padEnd(22)} ${spread(during)}`,
  ].join('\n');
}

export const keep = (all: object): Promise<void> => recordRun('bench', all);
