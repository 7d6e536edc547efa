// `npm start`: set up what is missing, then serve.
import { become, buildExtension, install, node } from './lib/setup.mjs';

install();
buildExtension();
become(node(), ['api/src/main.ts', 'serve']);
