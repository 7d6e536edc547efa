// `npm run faults`: the panel's promises at full count. Two hundred kills at each step of a write, shared by the worker, the panel
// and the browser, and as many lost answers as kills of one of them; then a thousand fast switches between conversations with
// answers late and out of order. `-- --kills=20 --switches=100` for fewer, `--only=`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KILLS } from '../support/mortal-panel.ts';
import { seededRandom } from '../support/random.ts';
import { runTrials, STEPS, type Step, type Trial, type Verdict } from './exactly-once.ts';

const option = (name: string, fallback: string) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const kills = Number(option('kills', '200'));
const switches = Number(option('switches', '1000'));
const only = option('only', '');
const RESULTS = join(import.meta.dirname, '../results');
const say = (line: string) => process.stdout.write(`${line}\n`);
const steps = Object.keys(STEPS) as Step[];

// What can be killed; a lost answer kills nothing.
const MORTAL = KILLS.length - 1;

/** So many kills at every step, in a random order. */
function manyTrials(): Trial[] {
  const random = seededRandom();
  const each = Math.ceil(kills / MORTAL);
  return steps
    .flatMap((step) => KILLS.flatMap((kill) => Array.from({ length: each }, () => ({ step, kill }))))
    .map((trial) => ({ trial, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ trial }) => trial);
}

const DIED = { answer: 'nothing, the answer lost', worker: 'worker', page: 'panel', browser: 'browser' } as const;

function table({ counts, lost, twice }: Verdict): string {
  const bad = (list: Verdict['lost'], step: Step, kill: string) =>
    list.filter((tap) => tap.step === step && tap.kill === kill).length;
  const rows = steps.flatMap((step) =>
    KILLS.map(
      (kill) =>
        `| ${STEPS[step]} | ${DIED[kill]} | ${counts[`${step}/${kill}`] ?? 0} | ${bad(lost, step, kill)} | ${bad(twice, step, kill)} |`,
    ),
  );
  return ['| the write was | what died | times | lost | twice |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The end-to-end test of the wrong person, with more switches. */
function wrongPerson(): { ok: boolean; facts: unknown } {
  const vitest = join(import.meta.dirname, '../../node_modules/.bin/vitest');
  const done = spawnSync(vitest, ['run', '--project', 'e2e', 'test/e2e/wrong-person.test.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, SWITCHES: String(switches) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { ok: done.status === 0, facts: JSON.parse(readFileSync(join(RESULTS, 'wrong-person.json'), 'utf8')) };
}

let failed = false;
const result: Record<string, unknown> = { kills, switches };
if (only === '' || only === 'kills') {
  const verdict = await runTrials(manyTrials(), say);
  say(table(verdict));
  say(`${verdict.taps} writes, ${verdict.lost.length} lost, ${verdict.twice.length} twice, ${verdict.unsent} unsent`);
  failed ||= verdict.lost.length + verdict.twice.length + verdict.unsent > 0;
  result.exactlyOnce = verdict;
}
if (only === '' || only === 'switches') {
  const run = wrongPerson();
  failed ||= !run.ok;
  result.wrongPerson = run.facts;
  say(`wrong person: ${run.ok ? 'never' : 'FAILED'} in ${JSON.stringify(run.facts)}`);
}
mkdirSync(RESULTS, { recursive: true });
writeFileSync(join(RESULTS, 'faults.json'), `${JSON.stringify(result, null, 2)}\n`);
process.exit(failed ? 1 : 0);
