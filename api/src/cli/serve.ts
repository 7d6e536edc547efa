// `serve`: lock → migrate → listen → say where everything is → stop gracefully.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { readConfig } from '../config.ts';
import { statement } from '../db/statement.ts';
import { seqs } from '../features/reports/reports.store.ts';
import { type House, openHouse, secret } from '../server.ts';
import { startClassification } from '../workers/classification.ts';
import { startDuplicates } from '../workers/duplicates.ts';
import { startHealth } from '../workers/health.ts';
import { startImports } from '../workers/imports.ts';
import { startPublications } from '../workers/publications.ts';
import { startSweep } from '../workers/sweep.ts';
import { createSender } from '../workers/webhook-send.ts';
import { startPusher } from '../workers/webhooks.ts';
import { adminApp } from './admin.ts';
import { CommandError } from './command-error.ts';
import { houseOf } from './commands.ts';
import { ownerInvitation } from './invite.ts';
import { takeLock } from './lock.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

const EXTENSION = resolve(import.meta.dirname, '../../../extension/.output');

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Serve the API',
  help: `
Usage: sidestage serve

Serves the API on HOST (127.0.0.1) and PORT (8787) over DATABASE_URL (file:./data/sidestage.db,
or http(s):// or libsql:// with DATABASE_AUTH_TOKEN). Webhooks go to https addresses on the open
internet, and to networks in WEBHOOK_ALLOW_CIDRS (10.0.0.0/8,fd00::/8). A key, person or address may ask
RATE_LIMIT_BURST (20000) times at once and RATE_LIMIT_PER_SECOND (5000) times a second from then on; a file to
import has at most IMPORT_MAX_BYTES (2 GiB). Ctrl-C stops it after the writes under way.`,
  async run(args) {
    readOptions(args, {});
    const config = readConfig();
    mkdirSync(config.dataFolder, { recursive: true });
    const adminSecret = secret(40);
    const lock = config.databaseFile
      ? takeLock(config.dataFolder, { pid: process.pid, address: null, secret: adminSecret })
      : undefined;
    let house: House | undefined;
    try {
      house = await openHouse(houseOf(config));
      const { server, address } = await start(house, config.host, config.port, adminSecret);
      lock?.update({ pid: process.pid, address, secret: adminSecret });
      await greet(house, address);
      const { at } = await house.deps.db.read({ at: seqs });
      house.deps.reports.readAhead(at[0]?.ledgerSeq ?? 0);
      startPublications(house.deps);
      const stopClassification = startClassification(house.deps);
      const stopDuplicates = startDuplicates(house.deps);
      const stopSweep = startSweep(house.deps);
      const stopHealth = startHealth(house.deps);
      const stopImports = startImports(house.deps);
      const pusher = startPusher(house.deps, createSender(house.deps.webhookAddresses, house.deps.version));
      await untilSignal();
      stopSweep();
      stopClassification();
      await stopDuplicates();
      await stopHealth();
      await pusher.stop();
      await stopImports();
      house.deps.feed.close();
      house.deps.importNews.close();
      await stop(server);
      return 0;
    } finally {
      await house?.close();
      lock?.release();
    }
  },
};

function start(
  house: House,
  hostname: string,
  port: number,
  adminSecret: string,
): Promise<{ server: ServerType; address: string }> {
  const app = adminApp(house, adminSecret);
  return new Promise((done, fail) => {
    const server = listen({ fetch: app.fetch, hostname, port }, (info) =>
      done({ server, address: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${info.port}` }),
    );
    server.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} on ${hostname} is taken. Stop what uses it, or set PORT.`)
          : error,
      ),
    );
  });
}

async function greet(house: House, address: string) {
  const lines = [`Sidestage ${house.deps.version} is running.`, '', `  API    ${address}`, `  Docs   ${address}/docs`];
  const chrome = join(EXTENSION, 'chrome-mv3');
  if (existsSync(chrome))
    lines.push(
      '',
      `  Extension   ${chrome}`,
      '  In Chrome open chrome://extensions, switch on Developer mode, choose “Load unpacked”, pick that folder.',
    );
  const people =
    (await house.deps.db.read({ n: statement('select count(*) from staff', [], (r) => Number(r[0])) })).n[0] ?? 0;
  if (people === 0) {
    const { code } = await ownerInvitation(house, { name: 'Owner', role: 'owner' });
    lines.push(
      '',
      `  Sign in to the panel with   ${address}   and the code   ${code}`,
      '  It works once, for 24 hours. Another: npm run sidestage -- invite --name You --role owner',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

const PATIENCE_MS = 5_000;

/** Lets requests under way end; a client that holds its connection open is cut after a while. */
function stop(server: ServerType): Promise<void> {
  return new Promise((done) => {
    // A connection kept alive counts as open, and one that was answering when we closed turns idle only later.
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20);
    server.close(() => {
      clearInterval(idle);
      done();
    });
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE_MS).unref();
  });
}

function untilSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
