// Everybody in a stage, page by page, as tab-separated lines: paginate fetches a page only when the loop comes to it.
// SIDESTAGE_URL=http://127.0.0.1:8787 SIDESTAGE_KEY=sst_key_… node page-through-a-stage.ts lead
import { createClient, paginate } from '@sidestage/sdk';

const client = createClient({
  baseUrl: process.env.SIDESTAGE_URL ?? 'http://127.0.0.1:8787',
  token: process.env.SIDESTAGE_KEY ?? '',
});
const stage = process.argv[2] ?? 'lead';

let count = 0;
for await (const contact of paginate(client, '/v1/contacts', { query: { stage: [stage], limit: 20 } })) {
  const since = contact.stages.find((position) => position.stage === stage)?.entered_at ?? '';
  console.log([contact.display_name, since, contact.identities[0]?.handle ?? ''].join('\t'));
  count += 1;
}
console.error(`${count} in ${stage}.`);
