// `npm run sidestage -- <command>`: the command line.
import { become, install, node } from './lib/setup.mjs';

install();
become(node(), ['api/src/main.ts', ...process.argv.slice(2)]);
