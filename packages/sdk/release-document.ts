// `npm run release:document`: what openapi.json promises today is what callers may rely on from now on. Refuses to take a promise
// back unless told `--break`, as a new major version would.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { breakingChanges } from './compatibility/documents.ts';

const CURRENT = join(import.meta.dirname, 'openapi.json');
const RELEASED = join(import.meta.dirname, 'released/openapi.json');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const faults = existsSync(RELEASED) ? breakingChanges(read(RELEASED), read(CURRENT)) : [];
if (faults.length > 0 && !process.argv.includes('--break')) {
  console.error(`This would break callers of the released document:\n- ${faults.join('\n- ')}`);
  console.error('Take it back, or say `npm run release:document -- --break`.');
  process.exitCode = 1;
} else {
  mkdirSync(dirname(RELEASED), { recursive: true });
  copyFileSync(CURRENT, RELEASED);
  console.log(`Released: version ${read(CURRENT).info.version}.`);
}
