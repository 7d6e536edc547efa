// A program written against the document as it was released, with nothing of the house but the packed SDK. It reads what it knows
// and passes over what it does not. Says what it saw as one line of JSON.
import { type components, createClient, followEvents, paginate, SidestageProblem, unwrap } from '@sidestage/sdk';

const server = { baseUrl: process.env.SIDESTAGE_URL ?? '', token: process.env.SIDESTAGE_KEY ?? '' };
const client = createClient(server);

const ids: string[] = [];
for (let i = 0; i < 3; i++) {
  const identities = [{ channel: 'email', handle: `y${i}@yesterday.example` }];
  const made: components['schemas']['Contact'] = await unwrap(
    client.POST('/v1/contacts', { body: { display_name: `Yesterday ${i}`, identities } }),
  );
  ids.push(made.id);
}
const names: string[] = [];
for await (const contact of paginate(client, '/v1/contacts', { query: { limit: 1, q: 'Yesterday' } }))
  names.push(contact.display_name);

const path = { id: ids[0] ?? '' };
const moved = await unwrap(
  client.POST('/v1/contacts/{id}/transitions', {
    params: { path },
    body: { to: 'lead', expect: { from: 'subscriber' } },
  }),
);
const ledger = await unwrap(client.GET('/v1/contacts/{id}/transitions', { params: { path } }));
const read = (row: components['schemas']['Transition']): string => {
  switch (row.direction) {
    case 'enter':
      return `came to ${row.to}`;
    case 'forward':
      return `went on to ${row.to}`;
    default:
      return `went to ${row.to} in a way not known yesterday`;
  }
};

let refusal: string | undefined;
try {
  await unwrap(client.POST('/v1/contacts/{id}/transitions', { params: { path }, body: { to: 'evangelist' } }));
} catch (error) {
  if (!(error instanceof SidestageProblem)) throw error;
  refusal = `${error.status} ${error.code}`;
}

const types = new Map<string, number>();
let seen = 0;
for await (const event of followEvents({ ...server, after: 0 })) {
  types.set(event.type, (types.get(event.type) ?? 0) + 1);
  seen = event.seq;
  if (event.type === 'contact.created' && event.contact_id === ids[2]) break;
}

console.log(
  JSON.stringify({
    names: names.sort(),
    changed: 'changed' in moved && moved.changed,
    ledger: ledger.data.map(read),
    refusal,
    whole: [...types.values()].reduce((sum, count) => sum + count, 0) === seen,
    unknown: [...types.keys()].filter((type) => type.endsWith('.tomorrow')).length > 0,
  }),
);
