// Starts the real Prosody chat server and serves the real Converse.js page, both on loopback; a second party can write.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { findProgram, freePort, LiveToolMissing, needProgram, Stage } from './process.ts';
import { startParty, type XmppParty } from './xmpp-party.ts';

const run = promisify(execFile);
const DOMAIN = 'localhost';

export interface XmppLogin {
  jid: string;
  password: string;
}

export interface LiveConverse {
  /** The full-page chat; `overlay` is the same chat laid over a website. Both open logged out. */
  url: string;
  overlayUrl: string;
  logins: { rep: XmppLogin; ana: XmppLogin; bo: XmppLogin };
  /** Where rooms live: `offers@<this>`. */
  roomDomain: string;
  /** Logs the rep in on the full page and waits for the contacts. The overlay then knows the session. */
  logIn(page: Page): Promise<void>;
  /** Logs a second party in; it stays until stop. */
  join(login: XmppLogin): Promise<XmppParty>;
  versions: { converse: string; prosody: string };
  stop(): Promise<void>;
}

/** What is not installed for startConverse, one line each; empty when it can start. */
function missingForConverse(): string[] {
  const missing = ['prosody', 'prosodyctl'].filter((name) => findProgram(name) === undefined);
  return missing.map((name) => `${name} is not installed: run scripts/install-test-tools.sh`);
}

/** `others`: more people in the rep's contact list, by the part of their address before the @; they never log in. */
export async function startConverse(others: readonly string[] = []): Promise<LiveConverse> {
  const missing = missingForConverse();
  if (missing.length > 0) throw new LiveToolMissing(missing.join('\n'));
  const stage = new Stage('converse');
  try {
    return await start(stage, others);
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

async function start(stage: Stage, others: readonly string[]): Promise<LiveConverse> {
  const prosody = needProgram('prosody');
  const prosodyctl = needProgram('prosodyctl');
  const password = randomBytes(12).toString('hex');
  const login = (name: string): XmppLogin => ({ jid: `${name}@${DOMAIN}`, password });
  const logins = { rep: login('rep'), ana: login('ana'), bo: login('bo') };
  const [clientPort, httpPort] = [await freePort(), await freePort()];

  mkdirSync(stage.path('data'));
  const config = stage.path('prosody.cfg.lua');
  writeFileSync(config, prosodyConfig(stage, clientPort, httpPort));
  // The server puts the people of a group into each other's contact lists, under these names.
  const { rep, ana, bo } = logins;
  const listed = others.map((name) => `${name}@${DOMAIN}=${name}\n`).join('');
  writeFileSync(
    stage.path('groups.txt'),
    `[Customers]\n${rep.jid}=Rep One\n${ana.jid}=Ana Ruiz\n${bo.jid}=Bo 波\n${listed}`,
  );
  for (const { jid } of Object.values(logins)) {
    await run(prosodyctl, ['--config', config, 'register', jid.slice(0, jid.indexOf('@')), DOMAIN, password], {
      timeout: 20_000,
    });
  }
  const server = stage.spawn('prosody', prosody, ['-F', '--config', config]);
  await Promise.all([stage.listening(server, clientPort), stage.listening(server, httpPort)]);

  const converse = converseFolder();
  const web = await serveFolder(join(converse, 'dist'), (mode) => page(mode, httpPort));
  stage.onStop(() => closeServer(web.server));
  return {
    url: `${web.origin}/`,
    overlayUrl: `${web.origin}/overlay`,
    logins,
    roomDomain: `conference.${DOMAIN}`,
    async logIn(page) {
      await page.goto(`${web.origin}/`);
      await page.fill('[name=jid]', rep.jid);
      await page.fill('[name=password]', rep.password);
      await page.press('[name=password]', 'Enter');
      await page.waitForSelector(`.open-chat[data-jid="${ana.jid}"]`);
    },
    async join(who) {
      const party = await startParty({ ...who, service: `xmpp://127.0.0.1:${clientPort}`, domain: DOMAIN });
      stage.onStop(() => party.leave());
      return party;
    },
    versions: {
      converse: JSON.parse(readFileSync(join(converse, 'package.json'), 'utf8')).version,
      prosody: /Prosody ([\d.]+)/.exec((await run(prosodyctl, ['--config', config, 'about'])).stdout)?.[1] ?? 'unknown',
    },
    stop: () => stage.stop(),
  };
}

/**
 * The ports are loopback ones, so passwords may travel without TLS, which would need certificates. Stream management is
 * left out: the second party library counts stanzas otherwise than Prosody, which then ends the stream.
 */
function prosodyConfig(stage: Stage, clientPort: number, httpPort: number): string {
  return `
run_as_root = true
daemonize = false
pidfile = "${stage.path('prosody.pid')}"
data_path = "${stage.path('data')}"
log = { info = "${stage.path('prosody-info.log')}" }
modules_enabled = { "roster", "saslauth", "disco", "carbons", "pep", "private", "mam", "bosh", "websocket", "ping", "groups" }
groups_file = "${stage.path('groups.txt')}"
modules_disabled = { "s2s", "tls", "admin_socket", "admin_shell" }
interfaces = { "127.0.0.1" }
c2s_ports = { ${clientPort} }
http_ports = { ${httpPort} }
http_interfaces = { "127.0.0.1" }
https_ports = { }
http_default_host = "${DOMAIN}"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
consider_bosh_secure = true
cross_domain_websocket = true
authentication = "internal_hashed"
storage = "internal"
VirtualHost "${DOMAIN}"
Component "conference.${DOMAIN}" "muc"
  restrict_room_creation = false
  muc_room_default_public_jids = false
  muc_room_locking = false
`;
}

function page(mode: 'fullscreen' | 'overlayed', httpPort: number): string {
  const settings = {
    view_mode: mode,
    websocket_url: `ws://127.0.0.1:${httpPort}/xmpp-websocket`,
    discover_connection_methods: false,
    authentication: 'login',
    auto_reconnect: false,
    i18n: 'en',
    assets_path: '/',
    allow_registration: false,
    show_background: false,
    muc_nickname_from_jid: true,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${mode === 'fullscreen' ? 'Chat' : 'A shop with a chat'}</title>
<link rel="stylesheet" href="/converse.min.css">
</head>
<body>
<h1>${mode === 'fullscreen' ? '' : 'Products'}</h1>
<script type="module">
import '/converse.min.js';
window.converse.initialize(${JSON.stringify(settings)});
</script>
</body>
</html>`;
}

function converseFolder(): string {
  let folder = dirname(createRequire(import.meta.url).resolve('converse.js/dist/converse.min.js'));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the files of one folder, and the page itself at `/` and `/overlay`. */
async function serveFolder(
  folder: string,
  pageFor: (mode: 'fullscreen' | 'overlayed') => string,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/' || pathname === '/overlay') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageFor(pathname === '/' ? 'fullscreen' : 'overlayed'));
      return;
    }
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    try {
      if (!path.startsWith(folder + sep)) throw new Error('outside');
      const body = readFileSync(path);
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
