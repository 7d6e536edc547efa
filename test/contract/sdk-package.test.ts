// The SDK as others get it: packed, installed away from this workspace without a network, type-checked, and run against a real server.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackedSdk, type Workshop } from '../support/packed-sdk/install.ts';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

const PROGRAM = fileURLToPath(new URL('../support/packed-sdk/program.ts', import.meta.url));

let shop: Workshop;
beforeAll(() => {
  shop = installPackedSdk();
});
afterAll(() => shop?.remove());

/** The Node that runs this, and the one the machine has besides it, which may be older. */
function nodes(): [version: string, path: string][] {
  const found = new Map([[process.version, process.execPath]]);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'node');
    if (folder.includes('node_modules') || !existsSync(path)) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
    if (Number(version.slice(1).split('.')[0]) >= 20 && !found.has(version)) found.set(version, path);
  }
  return [...found];
}

describe('the packed SDK', () => {
  it('depends on nothing, and is compiled modules with types, both for ESM', () => {
    const at = join(shop.folder, 'node_modules/@sidestage/sdk');
    const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    expect([manifest.type, manifest.dependencies, manifest.exports['.']]).toEqual([
      'module',
      undefined,
      { types: './index.d.ts', default: './index.js' },
    ]);
    for (const file of ['index.js', 'index.d.ts', 'openapi.json', 'README.md', 'vendor/openapi-fetch/LICENSE'])
      expect([file, existsSync(join(at, file))]).toEqual([file, true]);
    // Nothing of Node's: the same files run in a browser.
    for (const file of ['client', 'event-stream', 'webhook', 'retry', 'paginate', 'problem', 'server-sent-events'])
      expect(readFileSync(join(at, `${file}.js`), 'utf8')).not.toMatch(/['"]node:|\bprocess\.|\bBuffer\b/);
  });

  describe('in a program of somebody else’s', () => {
    let program: string;
    let place: Place;
    beforeAll(() => {
      program = shop.compile(readFileSync(PROGRAM, 'utf8'));
    });

    it.each(nodes())(
      'writes once, pages, is refused by code, follows a breaking line and takes a webhook, on Node %s',
      async (_, node) => {
        place = newPlace();
        let server: RunningServer | undefined;
        try {
          const key = newKey(place);
          server = await startServer(place, key, { env: { WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } });
          const { code, out, err } = await shop.run(program, { url: server.url, key, node });
          expect([code, err]).toEqual([0, '']);
          const { lines, ...rest } = JSON.parse(out);
          expect(rest).toEqual({
            same: true,
            names: [0, 1, 2, 3, 4].map((i) => `Packed ${i}`),
            refusal: { code: 'move-not-allowed', status: 422, allowed: expect.arrayContaining(['mql', 'sql']) },
            missed: [],
            whole: true,
            webhook: ['contact.stage_moved', true],
            forged: 'signature-wrong',
          });
          // It asked again, from where it was: each time further on.
          expect(lines.length).toBeGreaterThanOrEqual(3);
          const from = lines.map(Number);
          expect(from).toEqual([...from].sort((a, b) => a - b));
          expect(from.at(-1)).toBeGreaterThan(from[0]);
        } finally {
          await server?.stop();
          place.remove();
        }
      },
    );

    it('is refused by its types where it asks for what the API does not have', () => {
      const mistaken = [
        "import { createClient } from '@sidestage/sdk';",
        "const client = createClient({ baseUrl: '' });",
        "await client.GET('/v1/me');",
        "await client.GET('/v1/nowhere');",
        "await client.POST('/v1/contacts', { body: { display_name: 1 } });",
      ];
      let said = '';
      try {
        shop.compile(mistaken.join('\n'));
      } catch (error) {
        said = String(error);
      }
      expect([...said.matchAll(/program\.ts\((\d+),/g)].map(([, line]) => line)).toEqual(['4', '5']);
    });
  });
});
