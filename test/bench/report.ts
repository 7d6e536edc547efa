// The table, a line at a time, and `test/results/bench.json`.

import { recordRun } from '../support/live/record.ts';
import type { Compared } from './pairs.ts';
import type { PanelTimes } from './panel-timing.ts';
import type { Row } from './rows.ts';

export type Result = Row & Compared;

const WIDTHS = [34, 10, 10, 7, 14, 16];
const line = (cells: readonly string[], last: string) =>
  `${cells.map((cell, nth) => cell.padEnd(WIDTHS[nth] ?? 0)).join(' ')} ${last}`;

export const HEAD = `\n${line(['', 'API /s', 'floor /s', 'ratio', 'spread', 'aim'], 'what the floor does')}`;

export function comparedLine(row: Row, { ratio, spread, api, floor }: Compared): string {
  const aim = row.aim === undefined ? '–' : `≥ ${row.aim} ${ratio >= row.aim ? 'met' : 'not met'}`;
  const rate = ({ perSecond }: { perSecond: number }) => Math.round(perSecond).toLocaleString('en');
  const cells = [
    row.title,
    rate(api),
    rate(floor),
    ratio.toFixed(2),
    spread.map((one) => one.toFixed(2)).join('–'),
    aim,
  ];
  return line(cells, row.floor);
}

const PANEL_AIM_MS = 100;

export function panelLines({ switches, p50, p95, longest, waitingForAnswers, ...sizes }: PanelTimes): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    `\nconversation switch → card drawn, ${switches} switches in the real side panel (Chromium ${sizes.browser}):`,
    `  p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(longest)}; aim p95 ≤ ${ms(PANEL_AIM_MS)}: ${p95 <= PANEL_AIM_MS ? 'met' : 'not met'}; of it ${ms(waitingForAnswers)} (median) in the two requests`,
    `  compressed: panel ${sizes.panelBytes.toLocaleString('en')} bytes, script inside pages ${sizes.readerBytes.toLocaleString('en')} bytes`,
  ].join('\n');
}

export const keep = (all: object): Promise<void> => recordRun('bench', all);
