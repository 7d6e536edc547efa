// `npm run check:clients`: generates a Python and a Go client from openapi.json by the generators people use, compiles them, and runs
// the same small suite with each against the real server. Needs Python 3.10+ and Go 1.24+; what is missing is reported as not run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newKey, newPlace, startServer } from '../support/server.ts';

const HERE = import.meta.dirname;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = join(ROOT, 'packages/sdk/openapi.json');
const WORK = join(ROOT, 'node_modules/.cache/sidestage/clients');
const RESULTS = join(ROOT, 'test/results');
const PYTHON_GENERATOR = 'openapi-python-client==0.29.1';
const GO_GENERATOR = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';

interface Outcome {
  readonly client: string;
  readonly generator: string;
  /** What the generator had to say; a piece it left out is a fault of the document. */
  readonly warnings: readonly string[];
  readonly ok: readonly string[];
  readonly failed: readonly string[];
  readonly notRun?: string;
}

type Env = Readonly<Record<string, string>>;

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Runs to the end and gives what was said; throws with it where that is needed to go on. */
function run(command: string, args: string[], cwd: string, env: Env = {}, needed = true) {
  const done = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (needed && done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return { code: done.status, out: done.stdout ?? '', err: done.stderr ?? '' };
}

function outcomeOf(client: string, generator: string, warnings: string[], said: ReturnType<typeof run>): Outcome {
  const lines = said.out.split('\n');
  const failed = lines.filter((line) => line.startsWith('not ok '));
  if (said.code !== 0 && failed.length === 0) failed.push(`not ok: ${said.err.trim()}`);
  return { client, generator, warnings, ok: lines.filter((line) => line.startsWith('ok ')), failed };
}

function checkPython(env: Env): Outcome {
  const about = { client: 'Python', generator: PYTHON_GENERATOR };
  if (!has('python3', '-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'))
    return { ...about, warnings: [], ok: [], failed: [], notRun: 'needs Python 3.10 or newer with venv' };
  const folder = join(WORK, 'python');
  const venv = join(WORK, 'venv');
  const python = join(venv, 'bin/python');
  mkdirSync(WORK, { recursive: true });
  if (!has(python, '-c', 'import openapi_python_client')) run('python3', ['-m', 'venv', venv], WORK);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PYTHON_GENERATOR], WORK);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const generate = ['generate', '--path', DOCUMENT, '--output-path', join(folder, 'sidestage'), '--meta', 'none'];
  const config = ['--config', join(HERE, 'python/generate.yml')];
  const made = run(join(venv, 'bin/openapi-python-client'), [...generate, ...config], folder);
  const warnings = `${made.out}${made.err}`
    .split('\n')
    .filter((line) => /^(WARNING|ERROR|Unable|Unsupported)/.test(line));
  run(python, ['-m', 'compileall', '-q', 'sidestage'], folder);
  cpSync(join(HERE, 'python/suite.py'), join(folder, 'suite.py'));
  return outcomeOf(about.client, about.generator, warnings, run(python, ['suite.py'], folder, env, false));
}

function checkGo(env: Env): Outcome {
  const about = { client: 'Go', generator: GO_GENERATOR };
  if (!has('go', 'version')) return { ...about, warnings: [], ok: [], failed: [], notRun: 'needs Go 1.24 or newer' };
  const folder = join(WORK, 'go');
  const bin = join(WORK, 'bin');
  run('go', ['install', GO_GENERATOR], HERE, { GOBIN: bin });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'sidestage'), { recursive: true });
  for (const file of ['main.go', 'go.mod', 'go.sum']) cpSync(join(HERE, 'go', file), join(folder, file));
  const options = ['-generate', 'types,client,skip-prune', '-package', 'sidestage', '-o', 'sidestage/client.gen.go'];
  const made = run(join(bin, 'oapi-codegen'), [...options, DOCUMENT], folder);
  const warnings = made.err.split('\n').filter((line) => /warning/i.test(line));
  run('go', ['vet', './...'], folder);
  return outcomeOf(about.client, about.generator, warnings, run('go', ['run', '.'], folder, env, false));
}

const place = newPlace();
const key = newKey(place);
const server = await startServer(place, key);
const env = { SIDESTAGE_URL: server.url, SIDESTAGE_KEY: key };
try {
  const outcomes = [checkPython(env), checkGo(env)];
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'clients.json'), `${JSON.stringify(outcomes, null, 2)}\n`);
  for (const { client, generator, warnings, ok, failed, notRun } of outcomes) {
    console.log(`${client} (${generator}): ${notRun ? `not run: ${notRun}` : `${ok.length} ok, ${failed.length} not`}`);
    for (const line of [...warnings, ...failed]) console.log(`  ${line}`);
  }
  process.exitCode = outcomes.some(({ failed, warnings }) => failed.length + warnings.length > 0) ? 1 : 0;
} finally {
  await server.stop();
  place.remove();
}
