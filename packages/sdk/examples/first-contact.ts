// A person writes for the first time: create them, move them a stage on, read how they got there.
// SIDESTAGE_URL=http://127.0.0.1:8787 SIDESTAGE_KEY=sst_key_… node first-contact.ts ana@example.com
import { createClient, unwrap } from '@sidestage/sdk';

const client = createClient({
  baseUrl: process.env.SIDESTAGE_URL ?? 'http://127.0.0.1:8787',
  token: process.env.SIDESTAGE_KEY ?? '',
});
const handle = process.argv[2] ?? 'ana@example.com';

const contact = await unwrap(
  client.POST('/v1/contacts', {
    body: { display_name: handle, identities: [{ channel: 'email', handle }], source: 'web form' },
  }),
);

// `expect` makes sure that nobody moved them meanwhile.
const moved = await unwrap(
  client.POST('/v1/contacts/{id}/transitions', {
    params: { path: { id: contact.id } },
    body: { to: 'lead', expect: { from: 'subscriber' }, reason: { code: 'other', note: 'Left a phone number' } },
  }),
);
if ('transition' in moved) console.log(`Now in ${moved.transition?.to}.`);

const history = await unwrap(client.GET('/v1/contacts/{id}/transitions', { params: { path: { id: contact.id } } }));
for (const row of history.data) console.log(`${row.from ?? 'nowhere'} → ${row.to} (${row.direction})`);
