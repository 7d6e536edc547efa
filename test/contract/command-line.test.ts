// The command line as it is typed: what it does not know is one line on stderr and never passed over.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, newPlace, type Place, sidestage } from '../support/server.ts';

let place: Place;
beforeAll(() => {
  place = newPlace();
  expect(sidestage(place, 'demo').code).toBe(0);
});
afterAll(() => place.remove());

describe('sidestage', { timeout: 120_000 }, () => {
  it.each([
    [['serve', '--port', '3'], "Unknown option '--port'. Try --help."],
    [['backup', '/nowhere/at/all.db'], 'There is no folder /nowhere/at.'],
    [['key', 'create', '--name'], "Option '--name <value>' argument missing. Try --help."],
    [
      ['key', 'create', '--name', 'x', '--scope', 'contacts:reed'],
      'There is no scope "contacts:reed". Did you mean "contacts:read"?',
    ],
    [['key', 'revoke'], 'Say which: sidestage key revoke ID. `key list` shows the ids.'],
    [['key', 'create', '--name', 'x'.repeat(101)], /^--name: .*100/],
    [['invite', '--name', 'x'.repeat(101)], /^--name: .*100/],
    [['help', 'restor'], /^There is no command "restor"\. Try: .*restore\.$/],
  ])('refuses %j in one line that says what to do', (args, said) => {
    const { code, out, err } = sidestage(place, ...args);
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err.trim()).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
  });

  it('names the option whose value it does not take', () => {
    const file = join(place.folder, 'people.csv');
    writeFileSync(file, 'Name,Email\nAna,a@x.example\n');
    const { code, out, err } = sidestage(place, 'import', file, '--mode', 'x', '--date-format', 'y');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /\n--mode: Expected one of "upsert"\|"create"\|"update"\. --date-format: Expected one of "instant".*\n$/,
    );
  });

  it('says of a server that does not answer where it is and what to do', () => {
    const own = newPlace();
    const lock = { pid: process.pid, address: 'http://127.0.0.1:9', secret: 's' };
    writeFileSync(join(own.folder, 'sidestage.lock'), JSON.stringify(lock));
    const { code, out, err } = sidestage(own, 'check');
    own.remove();
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `The server at http://127.0.0.1:9 (process ${process.pid}) broke off or does not answer. Look whether it runs, then try again.\n`,
    );
  });

  it('ends quietly where nobody reads on', () => {
    const shell = '"$0" "$1" key list | true; "$0" "$1" --help | true';
    const main = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));
    const env = { ...process.env, DATABASE_URL: `file:${place.file}` };
    for (let i = 0; i < 3; i++)
      expect(spawnSync('/bin/sh', ['-c', shell, process.execPath, main], { env, encoding: 'utf8' }).stderr).toBe('');
  });

  it('helps with one command as `help COMMAND` too', () => {
    expect(sidestage(place, 'help', 'backup').out).toBe(sidestage(place, 'backup', '--help').out);
  });

  it('lists each key in one line, whatever its name holds', () => {
    const own = newPlace();
    expect(sidestage(own, 'key', 'create', '--name', 'two\nlines\tand a tab').code).toBe(0);
    const lines = sidestage(own, 'key', 'list').out.trimEnd().split('\n');
    own.remove();
    expect(lines.map((line) => line.split('\t').at(-1))).toEqual(['two lines and a tab']);
  });

  it('lists keys and revokes one that leaked, and says which version it is', () => {
    const key = newKey(place);
    const lines = () => sidestage(place, 'key', 'list').out.trimEnd().split('\n');
    const [id = '', hint, made, used, state, name] = lines()[0]?.split('\t') ?? [];
    expect([hint, used, state, name]).toEqual([`${key.slice(0, 12)}…`, 'never used', 'in force', 'fault test']);
    expect([id, made]).toEqual([expect.stringMatching(/^key_/), expect.stringMatching(/^made \d{4}-/)]);
    expect(sidestage(place, 'key', 'revoke', id)).toEqual({ code: 0, out: `${id}\n`, err: '' });
    expect(lines()[0]).toMatch(/\trevoked \d{4}-/);
    expect(sidestage(place, 'key', 'revoke', id)).toMatchObject({ code: 1, out: '' });
    expect(sidestage(place, '--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('keeps the database and its copies for whoever runs it alone, and a copy bears its name only when it is whole', () => {
    const copy = join(place.folder, 'copy.db');
    expect(sidestage(place, 'backup', copy).code).toBe(0);
    for (const path of [copy, place.file]) expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
