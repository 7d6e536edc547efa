// Pages of the shape two recipes know, with a real editor as the composer, under a policy that allows next to nothing.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const EDITOR_KINDS = ['field', 'own-field', 'plain', 'lexical', 'prosemirror', 'quill'] as const;
export type EditorKind = (typeof EDITOR_KINDS)[number];

const isChat = (kind: EditorKind) => kind.endsWith('field');
/** Where each page stands: one recipe knows its pages by their address, the other by what is in them. */
export const EDITOR_ORIGINS = { mail: 'https://mail.google.com', chat: 'https://chat.example' } as const;
export const editorUrl = (kind: EditorKind) =>
  isChat(kind)
    ? `${EDITOR_ORIGINS.chat}/?editor=${kind}`
    : `${EDITOR_ORIGINS.mail}/mail/u/0/?editor=${kind}#inbox/KtbxLxgXqWvTkRjHsPdNfMcBbZyGwQaVeU`;
/** With whom the conversation of each page is, so that a text filled for another page's person would be seen. */
export const personOf = (kind: EditorKind) => ({
  name: `Ana ${kind}`,
  channel: isChat(kind) ? 'xmpp' : 'email',
  handle: `ana.${kind}@buyer.example`,
});

export interface ServedPage {
  headers: Record<string, string>;
  body: string;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-editors'",
  "style-src 'unsafe-inline'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

let bundled: Promise<string> | undefined;

/** Answers any address of the site. */
export async function serveEditor(url: string): Promise<ServedPage> {
  const { pathname, searchParams } = new URL(url);
  if (pathname === '/editors.js') {
    bundled ??= bundle();
    return { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: await bundled };
  }
  const kind = (searchParams.get('editor') ?? 'plain') as EditorKind;
  const { name, handle } = personOf(kind);
  const open = isChat(kind) ? chat(name, handle) : thread(name, handle);
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${kind}</title><body>${open}
    <script nonce="editors" src="/editors.js"></script>`;
  return { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }, body };
}

const thread = (name: string, handle: string) => `<div role="main">
  <h2 data-legacy-thread-id="18c0ffee18c0ffee">Price list</h2>
  <div data-message-id="1"><table><tr><td class="gF"><span email="${handle}" name="${name}">${name}</span></td></tr></table>
    <div class="hb"><span email="rep@shop.example" name="me">me</span></div></div>
  <form id="composer"></form></div>
  <a href="https://accounts.google.com/x" aria-label="Google Account: Rep (rep@shop.example)">Rep</a>`;

const chat = (name: string, handle: string) => `<converse-root><converse-chat jid="${handle}">
  <span class="chatbox-title__text" title="${handle}">${name}</span>
  <form id="composer"></form></converse-chat></converse-root>`;

async function bundle(): Promise<string> {
  const answer = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./editors.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [built] = Array.isArray(answer) ? answer : [answer];
  if (built === undefined || !('output' in built)) throw new Error('The editors were not built.');
  return built.output.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('\n');
}
