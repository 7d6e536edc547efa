// Follows the event feed until Ctrl-C. Events are numbered without gaps, so the last number is all there is to remember:
// start again with it and nothing is missed or seen twice.
// SIDESTAGE_URL=http://127.0.0.1:8787 SIDESTAGE_KEY=sst_key_… node follow-events.ts 0
import { setTimeout as after } from 'node:timers/promises';
import { createClient, unwrap } from '@sidestage/sdk';

const client = createClient({
  baseUrl: process.env.SIDESTAGE_URL ?? 'http://127.0.0.1:8787',
  token: process.env.SIDESTAGE_KEY ?? '',
});
let last = Number(process.argv[2] ?? '0');
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

while (!stopped.signal.aborted) {
  const page = await unwrap(client.GET('/v1/events', { params: { query: { after: last, limit: 200 } } }));
  for (const event of page.data) console.log(`${event.seq} ${event.type} ${event.contact_id ?? ''}`.trimEnd());
  last = page.next_after;
  // Caught up: look again in a while.
  if (page.data.length === 0) await after(500, undefined, { signal: stopped.signal }).catch(() => undefined);
}
console.error(`Go on with ${last}.`);
