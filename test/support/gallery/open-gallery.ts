// Opens the panel in a real browser against a whole API in this process: what the panel sends never touches a network.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asSystem, invite } from '@sidestage/api';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { build } from 'vite';
import { START, type TestHouse } from '../house.ts';
import { validateExchange } from '../validator.ts';
import type { Gallery } from './gallery.ts';

// A secure context, as an extension's page is: locks and random ids exist in no other.
const PAGE = 'http://panel.localhost/';
const SERVER = 'http://127.0.0.1:8787';
export const SCREENS = fileURLToPath(new URL('../../results/screens/', import.meta.url));

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let bundled: Promise<{ js: string; css: string }> | undefined;

/** The gallery's one script and style, built once per run. */
function bundle(): Promise<{ js: string; css: string }> {
  bundled ??= (async () => {
    const answer = await build({
      configFile: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        write: false,
        minify: false,
        rolldownOptions: {
          input: fileURLToPath(new URL('./gallery.ts', import.meta.url)),
          output: { format: 'es' },
        },
      },
    });
    const [built] = Array.isArray(answer) ? answer : [answer];
    if (built === undefined || !('output' in built)) throw new Error('The gallery was not built.');
    const css = built.output.flatMap((one) =>
      one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
    );
    const js = built.output.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
    return { js: js.join('\n'), css: css.join('\n') };
  })();
  return bundled;
}

export interface OpenGallery {
  page: Page;
  /** What the panel complained of. */
  errors: string[];
  /** While true nothing the panel sends arrives. */
  offline: boolean;
  /** Runs between the server's answer and the panel: to delay it, or to lose it. */
  beforeAnswer: ((request: { method: string; path: string }) => Promise<'drop' | undefined>) | undefined;
  open(reading: Parameters<Gallery['open']>[0]): Promise<void>;
  site(state: Parameters<Gallery['site']>[0]): Promise<void>;
  signIn(code: string): Promise<void>;
  screenshot(name: string): Promise<void>;
  /** What axe finds wrong with the panel as it stands: rule, and the elements that break it. */
  accessibilityFaults(): Promise<string[]>;
  close(): Promise<void>;
}

export interface GalleryOptions {
  locale?: string;
  dark?: boolean;
  width?: number;
  height?: number;
}

export async function openGallery(
  browser: Browser,
  { house }: TestHouse,
  options: GalleryOptions = {},
): Promise<OpenGallery> {
  const { js, css } = await bundle();
  const context = await browser.newContext({
    viewport: { width: options.width ?? 380, height: options.height ?? 860 },
    deviceScaleFactor: 2,
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // The server's clock stands in tests; the page's is set beside it.
  await page.clock.setFixedTime(START);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sidestage</title><style>${css}</style><body><div id="panel"></div><script type="module" src="/gallery.js"></script>`;
  await page.route(`${PAGE}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: js })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  const opened: OpenGallery = {
    page,
    errors: [],
    offline: false,
    beforeAnswer: undefined,
    open: (reading) => page.evaluate((it) => globalThis.gallery.open(it), reading),
    site: (state) => page.evaluate((it) => globalThis.gallery.site(it), state),
    async signIn(code) {
      await page.fill('input[name=code]', code);
      await page.press('input[name=code]', 'Enter');
      await page.waitForSelector('[data-act=today]');
    },
    async screenshot(name) {
      const path = join(SCREENS, `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    async accessibilityFaults() {
      await page.evaluate(await axe);
      const found = await page.evaluate(async () => {
        type Axe = {
          run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html}\n${node.failureSummary}`),
        );
      });
      return found;
    },
    close: () => context.close(),
  };
  page.on('pageerror', (error) => opened.errors.push(String(error.stack ?? error)));
  await page.route(`${SERVER}/**`, (route) => answer(route, house.app, opened));
  await page.goto(PAGE);
  await page.waitForFunction(() => 'gallery' in globalThis);
  await page.evaluate((locale) => globalThis.gallery.mount(locale), options.locale ?? 'en');
  return opened;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
};

async function answer(route: Route, app: TestHouse['house']['app'], opened: OpenGallery): Promise<void> {
  const request = route.request();
  if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: CORS });
  if (opened.offline) return route.abort('connectionrefused');
  const { pathname, search } = new URL(request.url());
  // Open for as long as the page is, and silent: a route cannot answer piece by piece.
  if (pathname === '/v1/events/stream') return;
  const sent = request.postData() ?? undefined;
  const response = await app.request(pathname + search, {
    method: request.method(),
    headers: await request.allHeaders(),
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  validateExchange({
    method: request.method(),
    path: pathname + search,
    sent,
    status: response.status,
    headers: response.headers,
    text,
  });
  const verdict = await opened.beforeAnswer?.({ method: request.method(), path: pathname });
  if (verdict === 'drop') return route.abort('connectionreset');
  await route
    .fulfill({ status: response.status, headers: { ...Object.fromEntries(response.headers), ...CORS }, body: text })
    .catch(() => {});
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** A one-time code for a new member of staff. */
export async function codeFor(house: TestHouse, name: string, role = 'rep'): Promise<string> {
  const { code } = (await asSystem(house.house, invite, { name, role } as never)) as { code: string };
  return code;
}

declare global {
  // The page's side of it.
  var gallery: Gallery;
}
