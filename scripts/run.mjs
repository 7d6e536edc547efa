// `npm run check | format | generate | bench | faults | package | store:screens`: the house's own chores, with what they need installed first.
import { become, install, must, node } from './lib/setup.mjs';

const CHORES = {
  check: [
    ['tsc', '-p', 'tsconfig.json'],
    ['biome', 'check', '--diagnostic-level=error'],
  ],
  format: [['biome', 'check', '--write']],
  generate: [
    ['node', 'api/src/generate-document.ts'],
    ['node', 'packages/sdk/generate.ts'],
  ],
  'pack:sdk': [['node', 'packages/sdk/build.ts', '--pack']],
  'release:document': [['node', 'packages/sdk/release-document.ts']],
  'check:clients': [['node', 'test/clients/main.ts']],
  'check:schemathesis': [['node', 'test/schemathesis/main.ts']],
  bench: [['node', 'test/bench/main.ts']],
  faults: [['node', 'test/faults/main.ts']],
  package: [['node', 'extension/scripts/package.ts']],
  'store:screens': [['node', 'test/store-screens/main.ts']],
};

const [name = '', ...rest] = process.argv.slice(2);
const steps = CHORES[name];
if (!steps) {
  process.stderr.write(`Known: ${Object.keys(CHORES).join(', ')}.\n`);
  process.exit(2);
}
install();
const command = (step) => [step[0] === 'node' ? node() : `node_modules/.bin/${step[0]}`, step.slice(1)];
for (const step of steps.slice(0, -1)) must(...command(step));
const [last, args] = command(steps.at(-1));
become(last, [...args, ...rest]);
