// What the browser stores are handed: archives anybody can build again, code that is all inside them, and a text for
// everything they ask about.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { RECIPES } from '@sidestage/channels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Package, packageExtension } from '../../extension/scripts/package.ts';
import { unzip } from '../support/unzip.ts';

const ROOT = join(import.meta.dirname, '../..');
const STORE = join(ROOT, 'extension/store');
const LANGUAGES = ['en', 'zh-CN'] as const;
const BROWSERS = ['chrome', 'firefox'] as const;

const textOf = (name: string, language: string) => readFileSync(join(STORE, `${name}.${language}.md`), 'utf8');
/** What a text has a row for: the code in the first cell of its tables. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, one]) => one),
  );

let out: string;
let packages: Package[];

const archive = (name: string, of = packages) => {
  const found = of.find(({ file }) => file.endsWith(`-${name}.zip`));
  if (found === undefined) throw new Error(`no archive for ${name}`);
  return found;
};
const filesOf = (name: string) => unzip(readFileSync(archive(name).file));

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'sidestage-package-'));
  packages = packageExtension(join(ROOT, 'extension'), out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the archives', () => {
  it('are the same byte for byte when built again elsewhere, from nothing but the archive of sources', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'sidestage-elsewhere-'));
    try {
      for (const [path, bytes] of filesOf('sources')) {
        mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
        writeFileSync(join(elsewhere, path), bytes);
      }
      linkDependencies(elsewhere);
      const again = packageExtension(join(elsewhere, 'extension'), join(elsewhere, 'out'));
      expect(again.map(({ file, sha256 }) => [basename(file), sha256])).toEqual(
        packages.map(({ file, sha256 }) => [basename(file), sha256]),
      );
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it.each(BROWSERS)('for %s say which version they are, in their name and inside', (browser) => {
    const { version, name } = JSON.parse(String(filesOf(browser).get('manifest.json')));
    expect(name).toBe('Sidestage');
    expect(basename(archive(browser).file)).toBe(`sidestage-${version}-${browser}.zip`);
  });

  it.each(BROWSERS)('for %s run no code but their own: none is fetched, none is made of text', (browser) => {
    const files = filesOf(browser);
    const policy = JSON.parse(String(files.get('manifest.json'))).content_security_policy.extension_pages as string;
    expect(policy).toContain("default-src 'none'; script-src 'self'; ");
    const texts = [...files].filter(([path]) => /\.(js|html)$/.test(path));
    expect(texts.length).toBeGreaterThan(3);
    for (const [path, bytes] of texts) {
      const text = String(bytes);
      expect(text.match(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bimportScripts\b/g), path).toBeNull();
      expect(text.match(/\bimport\s*\(\s*["'`]?(?!\.{0,2}\/)|\b(?:src|href)=["']?(?:https?:)?\/\//g), path).toBeNull();
    }
  });

  it.each(BROWSERS)(
    'for %s know no address of anybody: only examples, names of markup and this computer',
    (browser) => {
      const known = /^https?:\/\/(?:127\.0\.0\.1:8787|crm\.example\.com|www\.w3\.org\/(?:1998|1999|2000)\/)/;
      // A recipe's pattern for the pages it reads is matched against addresses, never asked for.
      const patterns = new Set(
        RECIPES.flatMap((one) => /^https?:\/\/[\w.-]+/.exec(one.page.url.replaceAll('\\', '')) ?? []),
      );
      const found = [...filesOf(browser)].flatMap(([path, bytes]) =>
        /\.(js|css|html)$/.test(path)
          ? [
              ...String(bytes)
                .replaceAll('\\', '')
                .matchAll(/https?:\/\/[a-z0-9][\w.:/-]*/gi),
            ]
          : [],
      );
      const others = found
        .map(String)
        .filter((one) => !known.test(one) && ![...patterns].some((page) => one.startsWith(page)));
      expect(found.length).toBeGreaterThan(0);
      expect(others).toEqual([]);
    },
  );
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('say why each permission is asked, and of none that is not', () => {
    const asked = BROWSERS.flatMap((browser) => {
      const manifest = JSON.parse(String(filesOf(browser).get('manifest.json')));
      expect(manifest.host_permissions ?? []).toEqual([]);
      return [manifest.permissions, manifest.optional_permissions ?? [], manifest.optional_host_permissions].flat();
    });
    const told = rowsOf(textOf('permissions', language)).filter((one) => !RECIPES.some(({ id }) => id === one));
    expect(told.sort()).toEqual([...new Set(asked as string[])].sort());
  });

  it('say what is read on each channel', () => {
    const told = rowsOf(textOf('permissions', language));
    for (const { id } of RECIPES) expect(told, id).toContain(id);
  });

  it('fit the fields of the stores, and the description in the archive is the listing’s', () => {
    const [, short = '', long = ''] = textOf('listing', language).split(/^## .*$/m);
    expect(short.trim().length).toBeGreaterThan(20);
    expect(short.trim().length).toBeLessThanOrEqual(132);
    expect(long.length).toBeLessThanOrEqual(16_000);
    const messages = JSON.parse(String(filesOf('chrome').get(`_locales/${language.replace('-', '_')}/messages.json`)));
    expect(messages.description.message).toBe(short.trim());
  });

  it('name everything the sources keep on the device', () => {
    const told = rowsOf(textOf('privacy', language));
    const keys = ['packages/panel/src', 'extension/src'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).flatMap((path) =>
        /\.tsx?$/.test(path) && !path.includes('.test.')
          ? [...readFileSync(join(ROOT, folder, path), 'utf8').matchAll(/_KEY = '([^']+)'/g)].map(([, key]) => key)
          : [],
      ),
    );
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys)
      expect(
        told.some((one) => one === key || one === `panel:${key}`),
        key,
      ).toBe(true);
  });

  it('come with screenshots of the size the stores take, the same ones as in the other language', () => {
    const folder = (of: string) => join(STORE, 'screens', of.slice(0, 2));
    const names = readdirSync(folder(language)).sort();
    expect(names).toEqual(readdirSync(folder('en')).sort());
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) {
      const png = readFileSync(join(folder(language), name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([1280, 800]);
    }
  });

  it('tell of the same things on the device as the other language', () => {
    const rows = rowsOf(textOf('privacy', language));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(rowsOf(textOf('privacy', 'en')));
  });
});

/** The packages the sources name, as an install would put them: links to what is installed here. */
function linkDependencies(root: string): void {
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const rooms = ['extension', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
  for (const room of rooms.filter((one) => existsSync(join(ROOT, one, 'node_modules')))) {
    const scopes = readdirSync(join(ROOT, room, 'node_modules'), { withFileTypes: true });
    for (const { name } of scopes.filter((one) => !one.name.startsWith('.'))) {
      const inside = name.startsWith('@') ? readdirSync(join(ROOT, room, 'node_modules', name)) : [''];
      for (const one of inside) {
        const path = join('node_modules', name, one);
        mkdirSync(dirname(join(root, room, path)), { recursive: true });
        const own = name === '@sidestage';
        symlinkSync(own ? join(root, 'packages', one) : join(ROOT, room, path), join(root, room, path));
      }
    }
  }
}
