// `npm run check:schemathesis`: an outside judge. Schemathesis makes requests of its own from openapi.json, right and wrong ones, and
// holds the real server to the document. Needs Python 3.10+ and the network for its first run. More of it: `-- -n 200 --seed 7`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newKey, newPlace, sidestage, startServer } from '../support/server.ts';

const HERE = import.meta.dirname;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESULTS = join(ROOT, 'test/results');
const TOOL = 'schemathesis==4.32.5';
const VENV = join(ROOT, 'node_modules/.cache/sidestage/schemathesis');
const PROGRAM = join(VENV, 'bin/schemathesis');

function must(command: string, args: string[]) {
  const done = spawnSync(command, args, { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

/** What it printed, and whether it found nothing. */
async function judge(url: string, key: string, args: string[]) {
  const child = spawn(
    PROGRAM,
    [
      ...['--config-file', join(HERE, 'schemathesis.toml'), 'run', join(ROOT, 'packages/sdk/openapi.json')],
      ...['--url', url, '--header', `Authorization: Bearer ${key}`, '--no-shrink', ...args],
    ],
    { cwd: VENV, env: { ...process.env, NO_COLOR: '1', PYTHONPATH: HERE, SCHEMATHESIS_HOOKS: 'hooks' } },
  );
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      out += chunk;
      process.stdout.write(chunk);
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { fine: code === 0, out };
}

const given = process.argv.slice(2);
const usual = ['-n', '20', '--seed', '1', '--phases', 'examples,coverage,fuzzing,stateful'];
const args = given.length > 0 ? given : usual;
if (!existsSync(PROGRAM)) {
  must('python3', ['-m', 'venv', VENV]);
  must(join(VENV, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', TOOL]);
}
const place = newPlace();
try {
  const key = newKey(place);
  sidestage(place, 'demo');
  const server = await startServer(place, key, {
    env: { RATE_LIMIT_BURST: '10000000', RATE_LIMIT_PER_SECOND: '1000000' },
  });
  try {
    // Apart, at the end: a key that is revoked takes the right to ask with it.
    const most = await judge(server.url, key, ['--exclude-path-regex', '^/v1/keys', ...args]);
    const keys = await judge(server.url, key, ['--include-path-regex', '^/v1/keys', ...args]);
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'schemathesis.txt'), `${TOOL} ${args.join(' ')}\n\n${most.out}\n${keys.out}`);
    process.exitCode = most.fine && keys.fine ? 0 : 1;
  } finally {
    await server.stop();
  }
} finally {
  place.remove();
}
