// Which way imports go, and what only one place may do: the rules of the house as functions from sources to complaints.
// An exception is a line here with its reason, or it is a violation.
import { code, type Import, importsOf, type Sources } from './source-tree.ts';

type Rule = (sources: Sources, imports: readonly Import[]) => string[];

const ROOM = /^(?:packages\/(\w+)|(api|extension))\//;
const roomOf = (path: string) => ROOM.exec(path)?.slice(1).find(Boolean) ?? '';

/** Room → packages of the house it may import. */
const HOUSE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  sdk: [],
  channels: ['domain'],
  panel: ['domain', 'sdk'],
  extension: ['domain', 'sdk', 'panel', 'channels'],
  api: ['domain'],
};

const packages: Rule = (_, imports) =>
  imports.flatMap((one) => {
    const room = roomOf(one.from);
    const target = one.own ? roomOf(one.to) : (/^@sidestage\/(\w+)$/.exec(one.to)?.[1] ?? '');
    if (room === 'domain' && !one.own) return [`${one.from} imports ${one.to}: domain imports nothing`];
    if (target === '' || target === room) return [];
    if (one.own) return [`${one.from} reaches into ${one.to} past the package's entry`];
    return HOUSE[room]?.includes(target) ? [] : [`${one.from} imports ${one.to}: ${room} may not`];
  });

const LAYERS = ['table', 'store', 'service', 'routes'];
/** Files without a suffix in a feature are parts of its service. */
function layerOf(path: string): number {
  const suffix = /\.(\w+)\.ts$/.exec(path)?.[1] ?? 'service';
  return LAYERS.indexOf(suffix);
}
const featureOf = (path: string) => /^api\/src\/features\/([\w-]+)\//.exec(path)?.[1];

// Type imports are erased when the code runs, so they may go any way.
const inTheApi: Rule = (_, imports) =>
  imports.flatMap((one) => {
    if (!one.own || one.typeOnly || !one.from.startsWith('api/src/')) return [];
    const [from, to] = [one.from.slice('api/src/'.length), one.to.slice('api/src/'.length)];
    const wrong = `${one.from} imports ${one.to}`;
    // The document is made from the operations themselves.
    if (from === 'http/document.ts' && to === 'features/index.ts') return [];
    const room = from.split('/')[0] ?? '';
    const target = to.split('/')[0] ?? '';
    if (room === 'db' && target !== 'db') return [`${wrong}: db knows nobody`];
    if (room === 'http' && !['http', 'db'].includes(target)) return [`${wrong}: http knows no feature`];
    if (room === 'events' && !['events', 'http', 'db'].includes(target)) return [`${wrong}: events know no feature`];
    if (room !== 'features') return [];
    if (!['features', 'http', 'db', 'events'].includes(target)) return [`${wrong}: a feature knows only its tools`];
    if (from === 'features/index.ts' || target !== 'features') return [];
    const [own, other] = [featureOf(one.from), featureOf(one.to)];
    if (own !== other && layerOf(one.to) === 3) return [`${wrong}: features do not meet through routes`];
    const [lower, upper] = [layerOf(one.from), layerOf(one.to)];
    if (/\.(view|schemas)\.ts$/.test(from) && upper >= 2) return [`${wrong}: a shape calls no service`];
    return lower >= 0 && upper > lower ? [`${wrong}: imports go routes → service → store → table`] : [];
  });

const matches = (path: string, allowed: readonly RegExp[]) => allowed.some((one) => one.test(path));

/** Package → who may import it, in the API. */
const TOOLS: readonly (readonly [string, readonly RegExp[]])[] = [
  // server.ts names the app's type; cli/admin.ts is a second app, for the command line, mounted by `serve` alone.
  ['hono', [/\.routes\.ts$/, /^api\/src\/http\//, /^api\/src\/(app|server)\.ts$/, /^api\/src\/cli\/admin\.ts$/]],
  ['@hono/node-server', [/^api\/src\/cli\/serve\.ts$/]],
  ['libsql', [/^api\/src\/db\/file-connection\.ts$/]],
  ['@libsql/client', [/^api\/src\/db\/remote-database\.ts$/]],
];
const tools: Rule = (_, imports) =>
  imports.flatMap((one) => {
    const allowed = TOOLS.find(([name]) => name === one.to)?.[1];
    return allowed && !matches(one.from, allowed) ? [`${one.from} imports ${one.to}`] : [];
  });

/** What may be written → only here. */
const ONLY: readonly (readonly [what: string, pattern: RegExp, rooms: RegExp, allowed: readonly RegExp[]])[] = [
  ['reads the environment', /\bprocess\.env\b/, /^(packages|api)\//, [/^api\/src\/config\.ts$/]],
  [
    'tells the time',
    /\bDate\.now\(\)|\bnew Date\(\)/,
    /./,
    [
      /^packages\/domain\/src\/clock\.ts$/,
      // The SDK imports no package of the house, so it has a clock of its own, which can be given.
      /^packages\/sdk\/src\/client\.ts$/,
    ],
  ],
  [
    'makes ids',
    /\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\bMath\.random\b/,
    /./,
    [
      /^packages\/domain\/src\/ids\.ts$/,
      // Secrets, which are no ids, and the nonce of a cipher.
      /^api\/src\/server\.ts$/,
      /^api\/src\/features\/staff\/sessions\.service\.ts$/,
      // Idempotency keys and jitter belong to the sender.
      /^packages\/sdk\/src\/client\.ts$/,
      /^packages\/panel\/src\/model\/outbox\.ts$/,
    ],
  ],
];
const only: Rule = (sources) =>
  [...sources].flatMap(([path, text]) =>
    ONLY.flatMap(([what, pattern, rooms, allowed]) =>
      rooms.test(path) && !matches(path, allowed) && pattern.test(code(text)) ? [`${path} ${what}`] : [],
    ),
  );

const cycles: Rule = (_, imports) => {
  const next = new Map<string, string[]>();
  for (const { from, to, own, typeOnly } of imports)
    if (own && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`a cycle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
};

const ENTRY = [
  /^(packages\/\w+|api)\/src\/index\.ts$/,
  // Gives one type the extension's own name for it.
  /^extension\/src\/reading\.ts$/,
];
const barrels: Rule = (sources, imports) =>
  [...sources].flatMap(([path, text]) => {
    const passedOn = imports.some((one) => one.from === path && one.reexport);
    const said = code(text)
      .replaceAll(/^[ \t]*(?:import|export)\b[^;]*?from\s+['"][^'"]+['"];?/gm, '')
      .trim();
    return passedOn && said === '' && !matches(path, ENTRY) ? [`${path} is a barrel: it only passes on`] : [];
  });

export const RULES: Readonly<Record<string, Rule>> = {
  'packages import only those before them: domain and sdk ← panel ← extension, domain ← channels ← extension, domain ← api':
    packages,
  'inside the API imports go routes → service → store → table, and tools know no feature': inTheApi,
  'only routes, http and app import hono, and only the file that opens a database its driver': tools,
  'only config reads the environment, only domain’s clock tells time, only one module makes ids': only,
  'no file imports itself by a way round': cycles,
  'no file only passes on but a package’s entry': barrels,
};

export function complaints(rule: Rule | undefined, sources: Sources): string[] {
  return rule?.(sources, importsOf(sources)) ?? ['there is no such rule'];
}
