// docs/rest.md is run as it stands: each shell block against a real server, its answer compared with the one printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, newPlace, type Place, type RunningServer, startServer } from '../support/server.ts';

const GUIDE = join(import.meta.dirname, '../../docs/rest.md');

interface Step {
  command: string;
  answer: unknown;
}

/** Each `sh` block, with the `json` block after it where there is one before the next command. */
function stepsOf(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/^```(sh|json)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
    kind,
    text: text ?? '',
  }));
  return blocks.flatMap(({ kind, text }, i) => {
    const next = blocks[i + 1];
    return kind === 'sh' ? [{ command: text, answer: next?.kind === 'json' ? JSON.parse(next.text) : undefined }] : [];
  });
}

/** Where the guide prints `…` anything may stand; lists have the length printed. */
function asPrinted(printed: unknown): unknown {
  if (printed === '…') return expect.anything();
  if (Array.isArray(printed)) return printed.map(asPrinted);
  if (typeof printed === 'object' && printed !== null)
    return Object.fromEntries(Object.entries(printed).map(([key, value]) => [key, asPrinted(value)]));
  return printed;
}

let place: Place;
let server: RunningServer;
let folder: string;
let key: string;

beforeAll(async () => {
  place = newPlace();
  key = newKey(place);
  server = await startServer(place, key);
  folder = mkdtempSync(join(tmpdir(), 'sidestage-guide-'));
});

afterAll(async () => {
  await server?.stop();
  place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

// A machine without curl reports this one as not run.
const hasCurl = spawnSync('curl', ['--version']).status === 0;

it.skipIf(!hasCurl)('the guide to the API does, line for line, what it says', () => {
  const steps = stepsOf(readFileSync(GUIDE, 'utf8'));
  expect(steps.length).toBeGreaterThan(10);
  // One shell for all of it, as a reader has: what one block exports the next one uses.
  const mark = '\u0000end\u0000';
  const script = steps.map(({ command }) => `${command}\nprintf '${mark.replaceAll('\u0000', '\\0')}'`).join('\n');
  const env = { ...process.env, SIDESTAGE: server.url, KEY: key };
  const run = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 50_000,
  });
  expect(run.status, run.stderr).toBe(0);
  const answers = run.stdout.split(mark);
  for (const [i, { command, answer }] of steps.entries()) {
    if (answer === undefined) continue;
    expect(JSON.parse(answers[i] ?? ''), command).toMatchObject(asPrinted(answer) as object);
  }
});
