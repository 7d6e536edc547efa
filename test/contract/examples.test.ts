// The SDK's examples, each run as its own program against a real server, as a reader would run them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, newPlace, type RunningServer, startServer } from '../support/server.ts';

const EXAMPLES = fileURLToPath(new URL('../../packages/sdk/examples', import.meta.url));
const place = newPlace();
let key: string;
let server: RunningServer;
beforeAll(async () => {
  key = newKey(place);
  server = await startServer(place, key);
});
afterAll(async () => {
  await server?.kill();
  place.remove();
});

const ran = new Set<string>();
function start(name: string, ...args: string[]) {
  ran.add(name);
  const child = spawn(process.execPath, [join(EXAMPLES, name), ...args], {
    env: { ...process.env, SIDESTAGE_URL: server.url, SIDESTAGE_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said };
}
async function run(name: string, ...args: string[]) {
  const { child, said } = start(name, ...args);
  const [code] = await once(child, 'close');
  return { code, ...said };
}

const create = async (handle: string, stage = 'subscriber') =>
  (
    await server.call('POST', '/v1/contacts', {
      display_name: handle,
      identities: [{ channel: 'email', handle }],
      stages: { 'seven-stage': stage },
    })
  ).body.id as string;

describe('the example', () => {
  it('first-contact.ts creates a person, moves them and reads the history', async () => {
    const { code, out, err } = await run('first-contact.ts', 'first@example.com');
    expect([code, err, out]).toEqual([
      0,
      '',
      'Now in lead.\nnowhere → subscriber (enter)\nsubscriber → lead (forward)\n',
    ]);
  });

  it('page-through-a-stage.ts prints everybody in the stage, over more than one page', async () => {
    await Promise.all(Array.from({ length: 45 }, (_, i) => create(`page${i}@example.com`, 'sql')));
    const { code, out, err } = await run('page-through-a-stage.ts', 'sql');
    expect([code, err]).toEqual([0, '45 in sql.\n']);
    const names = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]);
    expect(new Set(names).size).toBe(45);
  });

  it('handle-a-conflict.ts finds the person who is there, and decides again when they were moved', async () => {
    expect((await run('handle-a-conflict.ts', 'new@example.com')).out).toBe('In mql.\n');
    const id = await create('there@example.com');
    await server.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead' });
    expect((await run('handle-a-conflict.ts', 'there@example.com')).out).toBe(
      'There already.\nMoved meanwhile, to lead.\nIn mql.\n',
    );
    await server.call('POST', `/v1/contacts/${id}/transitions`, { to: 'customer' });
    expect((await run('handle-a-conflict.ts', 'there@example.com')).out).toMatch(/to customer\.\nIn customer\.\n$/);
  });

  it('follow-events.ts prints events as they come, and says where to go on when it is stopped', async () => {
    const { child, said } = start('follow-events.ts', '0');
    const heard = async (text: string) => {
      while (!said.out.includes(text)) await once(child.stdout, 'data');
    };
    await heard('1 key.created\n');
    const id = await create('watched@example.com');
    await heard(`contact.stage_moved ${id}\n`);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    const seqs = said.out
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[0]));
    expect([code, seqs]).toEqual([0, seqs.map((_, i) => i + 1)]);
    expect(said.err).toBe(`Go on with ${seqs.length}.\n`);
  });

  it('is run here, whichever it is', () => {
    expect([...ran].sort()).toEqual(readdirSync(EXAMPLES).sort());
  });
});
