// The back door the command line uses through a running server: same operations, called as the system, behind the lock file's secret.
import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { House } from '../server.ts';
import { ADMIN_COMMANDS } from './commands.ts';

/** The public app with the admin door mounted on it. */
export function adminApp(house: House, secret: string): Hono {
  const app = new Hono();
  app.post('/admin/:command', async (c) => {
    if (!same(c.req.header('sidestage-admin') ?? '', secret)) return house.app.fetch(c.req.raw, c.env);
    const command = ADMIN_COMMANDS[c.req.param('command')];
    if (!command) return house.app.fetch(c.req.raw, c.env);
    try {
      return c.json({ ok: true, result: await command(house, await c.req.json()) });
    } catch (error) {
      return c.json({ ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  });
  // Everything else as the public app answers it, an address that is not there included; `route` would lose that.
  app.all('*', (c) => house.app.fetch(c.req.raw, c.env));
  return app;
}

function same(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}
