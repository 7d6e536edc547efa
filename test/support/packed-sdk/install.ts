// Packs the SDK as it would be published and installs it into a folder of its own, away from the workspace and from any network.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BUILD = join(ROOT, 'packages/sdk/build.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
export interface Workshop {
  readonly folder: string;
  readonly archive: string;
  /** Type-checks and compiles a TypeScript program against the installed package; gives the path of what runs. */
  compile(source: string): string;
  /** Runs what was compiled, with nothing around it but where the server is and a key. */
  run(program: string, server: { url: string; key: string; node?: string }): Promise<Ended>;
  remove(): void;
}

function execute(folder: string, command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

/** The archive alone, in a folder of its own. */
export function packSdk(): Pick<Workshop, 'folder' | 'archive' | 'remove'> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sidestage-sdk-')));
  execute(folder, process.execPath, BUILD, '--pack', folder);
  const archive = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  return { folder, archive, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function installPackedSdk(): Workshop {
  const packed = packSdk();
  const { folder, archive } = packed;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'outside', private: true, type: 'module' }));
  // Offline: what it needs is inside.
  execute(folder, 'npm', 'install', archive, '--offline', '--no-audit', '--no-fund', '--loglevel=error');
  return {
    ...packed,
    compile(source) {
      writeFileSync(join(folder, 'program.ts'), source);
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        target: 'ES2023',
        module: 'NodeNext',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
        typeRoots: [join(ROOT, 'node_modules/@types')],
        // Its own declarations are checked too.
        skipLibCheck: false,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
      execute(folder, join(ROOT, 'node_modules/.bin/tsc'), '-p', folder);
      return join(folder, 'program.js');
    },
    async run(program, { url, key, node = process.execPath }) {
      const child = spawn(node, [program], {
        cwd: folder,
        env: { SIDESTAGE_URL: url, SIDESTAGE_KEY: key },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk) => (said.out += chunk));
      child.stderr.on('data', (chunk) => (said.err += chunk));
      const [code] = await once(child, 'close');
      return { code, ...said };
    },
  };
}
