// Test support: pages kept under fixtures/<recipe>/. Each opens with a comment that says what it promises, where its shape comes
// from and its date, the address of the page, and what the reader must answer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from './reading.ts';

export interface Fixture {
  name: string;
  promise: string;
  source: string;
  date: string;
  url: string;
  own: string[];
  expect: Pick<Reading, 'kind' | 'conversationKey' | 'participants' | 'reason'>;
  html: string;
}

const FOLDER = join(import.meta.dirname, '../fixtures');

export function fixturesOf(recipeId: string): Fixture[] {
  const folder = join(FOLDER, recipeId);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => parse(file, readFileSync(join(folder, file), 'utf8')));
}

function parse(file: string, whole: string): Fixture {
  const [, header = '', html = ''] = /^<!--\n(.*?)-->\n(.*)$/s.exec(whole) ?? [];
  const said = (key: string): string => {
    const line = header.split('\n').find((one) => one.startsWith(`${key}:`));
    if (line === undefined) throw new Error(`${file} does not say its ${key}`);
    return line.slice(key.length + 1).trim();
  };
  const own = said('own');
  return {
    name: file.replace('.html', ''),
    promise: said('promise'),
    source: said('source'),
    date: said('date'),
    url: said('url'),
    own: own === '' ? [] : own.split(','),
    expect: JSON.parse(said('expect')),
    html,
  };
}

/** Makes this the page of the test's document. Scripts put in so are text and do not run. */
export function draw(html: string): void {
  document.documentElement.innerHTML = html;
}
