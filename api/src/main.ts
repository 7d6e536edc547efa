// The one entry of the API's process: which command, then run it.
import { run } from './cli/run.ts';

process.exitCode = await run(process.argv.slice(2));
