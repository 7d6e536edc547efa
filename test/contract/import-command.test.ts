// `sidestage import FILE`: through the running server and without one, with the rejected rows in a file of their own.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

let place: Place;
let key: string;
beforeAll(() => {
  place = newPlace();
  key = newKey(place);
});
afterAll(() => place.remove());

const write = (name: string, ...rows: string[]) => {
  const path = join(place.folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
const count = async (server: RunningServer) => (await server.call('GET', '/v1/contacts')).body.data.length;

describe('sidestage import', () => {
  it('without a server: rehearses, imports, writes the rejected rows with their reasons, and adds nobody twice', () => {
    const file = write('a.csv', 'Who,Email,Colour', 'Ana,a@x.example,red', '"Bo, Jr",a@x.example,blue', 'Cy,c@,');
    const dry = sidestage(place, 'import', file, '--map', 'Who=display_name', '--dry-run');
    expect([dry.code, dry.err]).toEqual([
      3,
      expect.stringContaining('It would be: 1 added, 0 changed, 0 as they were, 2 rejected'),
    ]);
    const rejects = join(place.folder, 'rejects.csv');
    const real = sidestage(place, 'import', file, '--map', 'Who=display_name', '--rejects', rejects);
    expect([real.code, real.err.trimEnd().split('\n').at(-1)]).toEqual([
      3,
      '2 rows were rejected, so this exits with 3.',
    ]);
    expect(real.err).toContain('Email → identity:email');
    expect(real.err).toContain('left out: Colour');
    expect(real.out).toMatch(/^imp_\w+\n$/);
    expect(readFileSync(rejects, 'utf8').split('\r\n')).toEqual([
      'Who,Email,Colour,rejected_because,rejected_row',
      '"Bo, Jr",a@x.example,blue,duplicate-in-file Email row 1,2',
      'Cy,c@,,handle-malformed Email,3',
      '',
    ]);
    const again = sidestage(place, 'import', file, '--map', 'Who=display_name');
    expect(again.err).toContain('0 added, 0 changed, 1 as they were, 2 rejected');
    expect(again.err).toContain('  row 2: duplicate-in-file Email row 1\n  row 3: handle-malformed Email\n');
    expect(existsSync(join(place.folder, 'imports')) && existsSync(join(place.folder, 'sidestage.lock'))).toBe(false);
  });

  it('imports nobody where the rejected rows could not be kept', () => {
    const file = write('kept.csv', 'name,email', 'Kim,kim@x.example', 'Kit,kit@');
    const { code, out, err } = sidestage(place, 'import', file, '--rejects', '/nowhere/at/all.csv');
    expect([code, out, err]).toEqual([1, '', 'Nothing can be written into /nowhere/at. Nothing was imported.\n']);
    expect(sidestage(place, 'import', file, '--dry-run').err).toContain('It would be: 1 added,');
  });

  it('names the tags nobody made where they reject rows, are left out or are created', () => {
    const file = write('tags.csv', 'name,email,labels', 'Tia,tia@x.example,vip', 'Tom,tom@x.example,"vip, new"');
    const rejected = sidestage(place, 'import', file);
    expect(rejected.err).toContain('  row 1: tag-unknown labels vip\n');
    expect(rejected.err).toContain('on_unknown_tag');
    const left = sidestage(place, 'import', file, '--on-unknown-tag', 'leave-out', '--dry-run');
    expect(left.err).toContain('  tag left out, when it is real: new (1 row)\n');
    expect(left.err).toContain('  tag left out, when it is real: vip (2 rows)\n');
    const made = sidestage(place, 'import', file, '--on-unknown-tag', 'create', '--tag-group', 'interests');
    expect([made.code, made.err]).toEqual([0, expect.stringContaining('  tag created: new\n  tag created: vip\n')]);
    const wrong = sidestage(place, 'import', file, '--on-unknown-tag', 'drop');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('--on-unknown-tag')]);
  });

  it('through the running server, which never sees the file opened beside it', async () => {
    const server = await startServer(place, key);
    try {
      const before = await count(server);
      const file = write('b.ndjson', '{"display_name":"Di","identities":[{"channel":"email","handle":"d@x.example"}]}');
      const done = sidestage(place, 'import', file);
      expect([done.code, done.err]).toEqual([0, expect.stringContaining('1 added')]);
      expect(await count(server)).toBe(before + 1);
    } finally {
      await server.stop();
    }
  });

  it('says in one line why it cannot, and exits non-zero', () => {
    const cases: [string[], string][] = [
      [['nowhere.csv'], 'There is no file nowhere.csv.'],
      [[write('d.csv', 'Name,Became a Lead Date', 'Ana,03/04/2024')], 'can be read in two ways'],
      [[write('e.csv', 'Name', 'Ana'), '--map', 'Nmae=company'], 'Did you mean "Name"?'],
    ];
    for (const [args, line] of cases) {
      const { code, out, err } = sidestage(place, 'import', ...args);
      expect([code, out]).toEqual([1, '']);
      expect(err.trimEnd().split('\n').at(-1)).toContain(line);
    }
  });
});
