// The one entry of the API's process: which command, then run it.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiling the sources is half of what a short command takes: they are kept compiled beside the installed packages.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/sidestage/compiled', import.meta.url)));
// Whoever reads no further (`| head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { run } = await import('./cli/run.ts');

process.exitCode = await run(process.argv.slice(2));
