// `npm test`: set up what is missing, run every check and test, close with one line that says how many passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildExtension, environment, hasFile, install, ROOT } from './lib/setup.mjs';

install();
buildExtension();

const only = process.argv.slice(2);
const run = (command, args) =>
  spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: environment() }).status === 0;
const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const results = join(ROOT, 'test/results');
mkdirSync(results, { recursive: true });

const failures = [];
const firstLine = (text = '') => text.split('\n')[0];
let passed = 0;
let failed = 0;
const notRun = [];

if (only.length === 0) {
  for (const [name, command, args] of [
    ['types', bin('tsc'), ['-p', 'tsconfig.json']],
    ['lint and format', bin('biome'), ['check', '--diagnostic-level=error']],
  ]) {
    process.stdout.write(`— ${name}\n`);
    if (run(command, args)) passed++;
    else {
      failed++;
      failures.push(name);
    }
  }
}

let tools = true;
if (hasFile('scripts/install-test-tools.sh') && (only.length === 0 || only.includes('e2e'))) {
  process.stdout.write('— tools for the end-to-end tests\n');
  tools = run('bash', ['scripts/install-test-tools.sh']);
}

// What listens to the clock or has a browser of its own runs alone; vitest by itself leaves one core idle.
const ALONE = ['fault', 'e2e'];
const projects = only.length > 0 ? only : ['unit', 'contract', 'property', 'fault', 'e2e'];
for (const project of projects) {
  if (!readFileSync(join(ROOT, 'vitest.config.ts'), 'utf8').includes(`name: '${project}'`)) continue;
  if (project === 'e2e' && !tools) {
    notRun.push('e2e: a browser or a live tool could not be installed without rights (see above)');
    continue;
  }
  process.stdout.write(`— ${project}\n`);
  const report = join(results, `${project}.json`);
  const fine = run(bin('vitest'), [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    ...(ALONE.includes(project) ? [] : [`--maxWorkers=${availableParallelism()}`]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    passed += counts.numPassedTests;
    failed += counts.numFailedTests;
    if (counts.numPendingTests > 0) notRun.push(`${project}: ${counts.numPendingTests} tests`);
    if (!fine && counts.numFailedTests === 0) failed++;
    for (const file of counts.testResults)
      for (const test of file.assertionResults)
        if (test.status === 'failed') failures.push(`  ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  } catch {
    if (!fine) failed++;
  }
  if (!fine) failures.push(project);
}

for (const line of notRun) process.stdout.write(`not run: ${line}\n`);
if (failures.length > 0) process.stdout.write(`failed:\n${failures.join('\n')}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failures.length > 0 ? 1 : 0);
