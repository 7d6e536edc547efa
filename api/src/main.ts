// The one entry of the API's process: which command, then run it.
import { run } from './cli/run.ts';

// The database, its copies and its log hold customers: whoever runs this reads them, and nobody else on the machine.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));
