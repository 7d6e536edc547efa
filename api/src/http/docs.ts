// What people read: the OpenAPI file as committed, the reference page, the catalogues of problems and events. All from our own origin.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  EVENT_DATA,
  EVENTS,
  type EventType,
  IMPORT_FILE_FAULTS,
  IMPORT_ROW_NOTICES,
  IMPORT_ROW_REASONS,
  PROBLEMS,
} from '@sidestage/domain';
import type { Hono } from 'hono';
import { kept } from './kept.ts';

export const DOCUMENT_PATH = join(import.meta.dirname, '../../../packages/sdk/openapi.json');

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#2f5bea"/><path d="M4 12V9m4 3V6.5m4 5.5V4" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>';
const ICON_LINK = '<link rel="icon" type="image/svg+xml" href="/favicon.svg">';
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// Everything it loads is ours: no fonts, no CDN, no proxy.
const REFERENCE_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sidestage API</title>${ICON_LINK}
<style>body{margin:0}@media(prefers-color-scheme:dark){body{background:#16181c}}</style><script type="module" src="/docs/theme.js"></script><script type="module" src="/docs/reference.js"></script></head><body>
<rapi-doc spec-url="/openapi.json" load-fonts="false" render-style="focused" show-header="false" schema-style="table" primary-color="#2f5bea" nav-bg-color="#f6f7f8" nav-text-color="#15181c" bg-color="#ffffff" text-color="#15181c" font-size="default" use-path-in-nav-bar="false" show-method-in-nav-bar="as-colored-text" allow-server-selection="false" allow-spec-url-load="false" allow-spec-file-load="false" persist-auth="false" schema-description-expanded="true" regular-font="system-ui, sans-serif" mono-font="ui-monospace, monospace"></rapi-doc></body></html>`;

// Follows the reader's light or dark system setting. By script, because the element takes its colours as attributes.
const THEME = `const DARK = { theme: 'dark', 'bg-color': '#16181c', 'text-color': '#eceef1', 'nav-bg-color': '#1e2126', 'nav-text-color': '#eceef1', 'primary-color': '#8aa6ff' };
const page = document.querySelector('rapi-doc');
const LIGHT = { theme: 'light' };
for (const name of Object.keys(DARK)) LIGHT[name] ??= page.getAttribute(name);
const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => {
  for (const [name, value] of Object.entries(dark.matches ? DARK : LIGHT)) page.setAttribute(name, value);
};
dark.addEventListener('change', paint);
paint();
`;

const ASK_AGAIN = { 'cache-control': 'no-cache' };
const FOR_A_DAY = { 'cache-control': 'public, max-age=86400' };
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8', ...FOR_A_DAY };

function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>${ICON_LINK}
<style>body{font:15px/1.6 system-ui,sans-serif;max-width:46rem;margin:2.5rem auto;padding:0 1rem;color:#15181c}h1{font-size:1.4rem}h2{font:600 1rem ui-monospace,monospace;margin:1.6rem 0 .2rem}p{margin:.2rem 0}pre{font:13px/1.5 ui-monospace,monospace;overflow:auto}.s{color:#59616b}a{color:#2f5bea}@media(prefers-color-scheme:dark){body{background:#16181c;color:#eceef1}.s{color:#a7afb9}a{color:#8aa6ff}}</style></head><body>${body}</body></html>`;
}

export function mountDocs(app: Hono) {
  const pageHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
  };
  const html = (text: string) => new Response(text, { headers: pageHeaders });
  const files: Readonly<Record<string, ReturnType<typeof kept>>> = {
    '/openapi.json': kept(() => readFileSync(DOCUMENT_PATH), { 'content-type': 'application/json', ...ASK_AGAIN }),
    '/docs': kept(() => REFERENCE_PAGE, { ...pageHeaders, ...ASK_AGAIN }),
    '/docs/theme.js': kept(() => THEME, SCRIPT),
    '/docs/reference.js': kept(
      () => readFileSync(createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js')),
      SCRIPT,
    ),
    '/favicon.svg': kept(() => ICON, { 'content-type': 'image/svg+xml', ...FOR_A_DAY }),
  };
  for (const [path, answer] of Object.entries(files)) app.get(path, (c) => answer(c.req.raw));
  // Browsers ask for it even if no page mentions it.
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg'));
  app.get('/', (c) => c.redirect('/docs'));

  const problemText = (code: string) => {
    const problem = PROBLEMS[code as keyof typeof PROBLEMS];
    return `<h2 id="${code}">${code}</h2><p class="s">${problem.status} ${escapeHtml(problem.title)}</p><p>${escapeHtml(problem.meaning)}</p><p>${escapeHtml(problem.fix)}</p>`;
  };
  const meanings = (codes: Readonly<Record<string, string>>) =>
    Object.entries(codes)
      .map(([code, meaning]) => `<h2>${code}</h2><p>${escapeHtml(meaning)}</p>`)
      .join('');
  const importText = `<h1 id="imports">Imports</h1><p>What is wrong with a whole file: <code>errors</code> of <code>import-refused</code>.</p>${meanings(IMPORT_FILE_FAULTS)}<p>Why a row was not taken: <code>reasons</code> of its outcome.</p>${meanings(IMPORT_ROW_REASONS)}<p>What is told of a row that was taken: its <code>notices</code>.</p>${meanings(IMPORT_ROW_NOTICES)}`;
  app.get('/problems', () =>
    html(
      htmlPage(
        'Problems',
        `<h1>Problems</h1><p>Every way this API says no. <code>code</code> is the contract.</p>${Object.keys(PROBLEMS).map(problemText).join('')}${importText}`,
      ),
    ),
  );
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code');
    return Object.hasOwn(PROBLEMS, code)
      ? html(htmlPage(code, `${problemText(code)}<p><a href="/problems">All problems</a></p>`))
      : c.notFound();
  });
  app.get('/events', () =>
    html(
      htmlPage(
        'Events',
        `<h1>Events</h1><p>What the feed at <code>/v1/events</code> may carry, each with its <code>data</code> by an example.</p>${Object.entries(
          EVENTS,
        )
          .map(
            ([type, event]) =>
              `<h2 id="${type}">${type}</h2><p>${escapeHtml(event.meaning)}</p><pre>${escapeHtml(JSON.stringify(EVENT_DATA[type as EventType], null, 2))}</pre>`,
          )
          .join('')}`,
      ),
    ),
  );
}
