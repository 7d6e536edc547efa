// The guides are run as they stand: each block against a real server, from an empty folder, its answer compared with the one printed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followGuide, hasCurl, stepsOf } from '../support/guide.ts';
import { packSdk } from '../support/packed-sdk/install.ts';
import { newKey, newPlace, type RunningServer, startServer } from '../support/server.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const GUIDES = readdirSync(join(DOCS, 'guides')).filter((name) => name.endsWith('.md'));

async function withServer(follow: (env: Record<string, string>) => void): Promise<void> {
  const place = newPlace();
  let server: RunningServer | undefined;
  try {
    const key = newKey(place);
    // One guide receives its webhooks on the same machine.
    server = await startServer(place, key, { env: { WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } });
    follow({ SIDESTAGE: server.url, KEY: key });
  } finally {
    await server?.stop();
    place.remove();
  }
}

describe.skipIf(!hasCurl)('word for word, with curl and nothing else', () => {
  it('docs/rest.md does what it says', () => withServer((env) => followGuide(join(DOCS, 'rest.md'), env)));
});

describe.skipIf(!hasCurl)('word for word, with curl and the packed SDK', () => {
  let sdk: ReturnType<typeof packSdk>;
  beforeAll(() => {
    sdk = packSdk();
  });
  afterAll(() => sdk?.remove());

  it.each(GUIDES)('docs/guides/%s does what it says', (name) =>
    withServer((env) => followGuide(join(DOCS, 'guides', name), { ...env, SDK: sdk.archive })),
  );
});

it('there is a guide for each job people come with', () => {
  expect(GUIDES.sort()).toEqual([
    'bulk-tag.md',
    'export-to-bi.md',
    'hand-over-a-leaver.md',
    'sync-from-a-crm.md',
    'webhook-receiver.md',
  ]);
});

it('a guide is read as a reader reads it: files written, blocks run, what is printed beneath compared', () => {
  const steps = stepsOf(
    '```js a.mjs\nlet a;\n```\n\n```sh\nnode a.mjs\n```\n\n```text\n1 …\n```\n\n```\nnot run\n```\n',
  );
  expect(steps).toEqual([
    { command: "cat > a.mjs <<'END OF FILE'\nlet a;\nEND OF FILE\n" },
    { command: 'node a.mjs\n', answer: { kind: 'text', text: '1 …\n' } },
  ]);
});
