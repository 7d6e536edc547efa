// The floor: what the same stack costs with nothing of ours on it. Bare Hono, @hono/node-server and @libsql/client, no
// sign-in, no checks, no contract, on a copy of the same file; one statement or one commit per request. Two routes do more.
import { serve } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { Hono } from 'hono';

const [, , file = '', lifecycle = 'seven-stage'] = process.argv;
// One connection, so that the pragmas below hold for every request.
const db = createClient({ url: `file:${file}`, concurrency: 1 });
await db.execute('pragma journal_mode = wal');
await db.execute('pragma synchronous = full');
await db.execute('pragma cache_size = -65536');
await db.execute(
  'create table floor_moves (id integer primary key, contact_id text not null, to_stage text not null, at integer not null) strict',
);
const modes = [await db.execute('pragma journal_mode'), await db.execute('pragma synchronous')];
if (modes.map((mode) => mode.rows[0]?.[0]).join() !== 'wal,2') throw new Error('The floor is not durable.');

const ROW = 'select * from contacts where id = ?';
// The API's own filter and order, without what it adds to each row.
const LIST = `select c.* from contacts c where c.erased_at is null and c.archived_at is null
  and exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ? and p.stage in (select value from json_each(?)))
  order by c.created_at desc, c.id desc limit ?`;
/** As many statements as the API reads for a card, its look at the key included, each as plain as can be. */
const OF_A_CARD = [
  'select * from api_keys where id = ?',
  ROW,
  'select * from identities where contact_id = ?',
  'select * from positions where contact_id = ?',
  'select * from contact_tags where contact_id = ?',
  'select * from transitions where contact_id = ?',
  'select * from transition_notes where contact_id = ?',
  'select * from interactions where contact_id = ?',
  'select * from follow_ups where contact_id = ?',
  'select * from events where contact_id = ?',
];
const CATALOGUES = ['select * from tag_groups', 'select * from tags', 'select * from reasons'];

const app = new Hono();
app.get('/row/:id', async (c) => c.json((await db.execute({ sql: ROW, args: [c.req.param('id')] })).rows[0]));
app.get('/batch/:id', async (c) => {
  const args = [c.req.param('id')];
  const all = await db.batch([...OF_A_CARD.map((sql) => ({ sql, args })), ...CATALOGUES], 'read');
  return c.json(all.map((one) => one.rows));
});
app.get('/list', async (c) => {
  const args = [lifecycle, JSON.stringify([c.req.query('stage')]), Number(c.req.query('limit'))];
  return c.json((await db.execute({ sql: LIST, args })).rows);
});
app.post('/moves/:id', async (c) => {
  const { to } = await c.req.json();
  const done = await db.execute({
    sql: 'insert into floor_moves (contact_id, to_stage, at) values (?, ?, ?)',
    args: [c.req.param('id'), to, Date.now()],
  });
  return c.json({ id: Number(done.lastInsertRowid), contact_id: c.req.param('id'), to }, 201);
});

// What a move of the API writes, in tables with the same indexes, and committed by itself: shows what the shared commit gives.
let nth = 0;
app.post('/move-rows/:id', async (c) => {
  const id = c.req.param('id');
  const { to } = await c.req.json();
  const at = Date.now();
  const own = `floor-${++nth}`;
  const answer = JSON.stringify({ id: own, contact_id: id, to });
  await db.batch(
    [
      {
        sql: `insert into transitions (id, contact_id, lifecycle, lifecycle_version, to_stage, direction, effective_at, recorded_at, actor, source)
          values (?, ?, ?, 1, ?, 'forward', ?, ?, 'floor', 'api')`,
        args: [own, id, lifecycle, to, at, at],
      },
      {
        sql: 'update positions set stage = ?, entered_at = ? where contact_id = ? and lifecycle = ?',
        args: [to, at, id, lifecycle],
      },
      { sql: 'update contacts set version = version + 1, updated_at = ? where id = ?', args: [at, id] },
      {
        sql: "insert into events (id, type, contact_id, actor, data, at) values (?, 'contact.stage_moved', ?, 'floor', ?, ?)",
        args: [own, id, answer, at],
      },
      {
        sql: 'insert into event_previous (event_id, contact_id, previous) values (?, ?, ?)',
        args: [own, id, answer],
      },
      {
        sql: "insert into idempotency (actor, key, fingerprint, status, headers, body, created_at) values ('floor', ?, ?, 201, '{}', ?, ?)",
        args: [own, own, answer, at],
      },
    ],
    'write',
  );
  return c.json({ id: own, contact_id: id, to }, 201);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(`http://127.0.0.1:${port}`));
process.once('disconnect', () => process.exit(0));
