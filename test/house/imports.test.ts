// Holds every source to the rules of the house, and each rule to a planted violation.

import { describe, expect, it } from 'vitest';
import { complaints, RULES } from './rules.ts';
import { readSources } from './source-tree.ts';

const sources = readSources();

describe('the house', () => {
  it('is read whole: every room has files, and every import of our own leads to one', () => {
    for (const room of ['packages/domain', 'packages/sdk', 'packages/channels', 'packages/panel', 'api', 'extension'])
      expect(
        [...sources.keys()].some((path) => path.startsWith(`${room}/`)),
        room,
      ).toBe(true);
    expect(sources.size).toBeGreaterThan(100);
  });

  it.each(Object.keys(RULES))('%s', (name) => {
    expect(complaints(RULES[name], sources)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  const [packages, inTheApi, tools, only, cycles, barrels] = Object.values(RULES);
  it.each([
    ['domain importing a library', packages, 'packages/domain/src/x.ts', "import fc from 'fast-check';"],
    ['domain importing node', packages, 'packages/domain/src/x.ts', "import { join } from 'node:path';"],
    ['the SDK importing the panel', packages, 'packages/sdk/src/x.ts', "import { mount } from '@sidestage/panel';"],
    ['the API importing the SDK', packages, 'api/src/x.ts', "import { createClient } from '@sidestage/sdk';"],
    ['a package reached by its files', packages, 'packages/panel/src/x.ts', "import '../../domain/src/clock.ts';"],
    ['channels importing the panel, late', packages, 'packages/channels/src/x.ts', "await import('@sidestage/panel');"],
    [
      'a store importing a service',
      inTheApi,
      'api/src/features/tags/x.store.ts',
      "import { changeTags } from './tags.service.ts';",
    ],
    [
      'a service importing routes',
      inTheApi,
      'api/src/features/tags/x.service.ts',
      "import { tagOperations } from './tags.routes.ts';",
    ],
    [
      'a feature meeting another through routes',
      inTheApi,
      'api/src/features/tags/x.routes.ts',
      "import {\n  keyOperations,\n} from '../keys/keys.routes.ts';",
    ],
    ['db importing http', inTheApi, 'api/src/db/x.ts', "import { Problem } from '../http/problem.ts';"],
    ['http importing a feature', inTheApi, 'api/src/http/x.ts', "export * from '../features/index.ts';"],
    [
      'a feature importing the server',
      inTheApi,
      'api/src/features/tags/x.ts',
      "import { secret } from '../../server.ts';",
    ],
    ['a store importing a driver', tools, 'api/src/features/tags/x.store.ts', "import Database from 'libsql';"],
    ['a service importing hono', tools, 'api/src/features/tags/x.service.ts', "import { Hono } from 'hono';"],
    ['a service reading the environment', only, 'api/src/features/tags/x.ts', 'const key = process.env.KEY;'],
    ['a worker telling the time', only, 'api/src/workers/x.ts', 'const now = Date.now();'],
    ['a view telling the time', only, 'packages/panel/src/views/x.tsx', 'const today = new Date();'],
    ['a service making ids', only, 'api/src/features/tags/x.ts', 'const id = crypto.randomUUID();'],
    ['a cycle', cycles, 'packages/domain/src/clock.ts', "import { newId } from './ids.ts';"],
    ['a barrel', barrels, 'api/src/features/tags/x.ts', "// Tags.\nexport * from './tags.store.ts';"],
  ])('%s', (_, rule, path, text) => {
    const planted = new Map(sources).set(
      path,
      `${path === 'packages/domain/src/clock.ts' ? sources.get(path) : ''}\n${text}`,
    );
    const before = complaints(rule, sources);
    expect(complaints(rule, planted).filter((one) => !before.includes(one))).toHaveLength(1);
  });

  it.each([
    ['prose about a rule', only, '// never process.env here, nor Date.now()'],
    ['a type from above', inTheApi, "import type { changeTags } from './tags.service.ts';"],
    ['types among braces', inTheApi, "import { type changeTags } from './tags.service.ts';"],
    ['a date made of a number', only, 'const at = new Date(0);'],
  ])('but %s is none', (_, rule, text) => {
    const planted = new Map(sources).set('api/src/features/tags/x.store.ts', text);
    expect(complaints(rule, planted)).toEqual(complaints(rule, sources));
  });
});
