// Yesterday's client: a program and types made from the released document, against a server that has grown since.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakingChanges } from '../../packages/sdk/compatibility/documents.ts';
import { typesOf } from '../../packages/sdk/generate.ts';
import { installPackedSdk, type Workshop } from '../support/packed-sdk/install.ts';
import { newKey, newPlace, type RunningServer, startServer } from '../support/server.ts';
import { documentOfTomorrow, startTomorrow, type TomorrowServer } from '../support/tomorrow.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const PROGRAM = read('test/support/packed-sdk/yesterday.ts');
const tomorrow = documentOfTomorrow(read('packages/sdk/openapi.json'));

const place = newPlace();
let shop: Workshop;
let key: string;
let today: RunningServer;
let server: TomorrowServer;
beforeAll(async () => {
  shop = installPackedSdk();
  key = newKey(place);
  today = await startServer(place, key);
  server = await startTomorrow(today.url);
});
afterAll(async () => {
  await server?.close();
  await today?.stop();
  shop?.remove();
  place.remove();
});

/** The installed package with the types of another document. */
async function typedBy(documentText: string) {
  const types = await typesOf(documentText);
  writeFileSync(join(shop.folder, 'node_modules/@sidestage/sdk/openapi.gen.d.ts'), types);
}

describe('yesterday’s client', () => {
  it('parses, pages, moves, is refused and follows events where answers have more fields and values no enum had', async () => {
    await typedBy(read('packages/sdk/released/openapi.json'));
    const { code, out, err } = await shop.run(shop.compile(PROGRAM), { url: server.url, key });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      names: ['Yesterday 0', 'Yesterday 1', 'Yesterday 2'],
      changed: true,
      ledger: ['came to subscriber', 'went to lead in a way not known yesterday'],
      refusal: '422 not-before-tomorrow',
      whole: true,
      unknown: true,
    });
  });

  it('compiles as it stands with the types of a document that has grown', async () => {
    expect(breakingChanges(JSON.parse(read('packages/sdk/openapi.json')), tomorrow)).toEqual([]);
    await typedBy(JSON.stringify(tomorrow));
    shop.compile(PROGRAM);
    expect(() => shop.compile(PROGRAM.replace('contact.display_name', 'contact.gone_tomorrow'))).toThrow(
      /gone_tomorrow/,
    );
  });
});
