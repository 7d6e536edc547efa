// Two conflicts every integration meets: the person is there already, and somebody moved them meanwhile. Neither is
// an error to swallow; each answer carries what is needed to decide again.
// SIDESTAGE_URL=http://127.0.0.1:8787 SIDESTAGE_KEY=sst_key_… node handle-a-conflict.ts ana@example.com
import { createClient, SidestageProblem, unwrap } from '@sidestage/sdk';

const client = createClient({
  baseUrl: process.env.SIDESTAGE_URL ?? 'http://127.0.0.1:8787',
  token: process.env.SIDESTAGE_KEY ?? '',
});
const handle = process.argv[2] ?? 'ana@example.com';

/** The one who has the handle, made now if nobody has. */
async function contactWith(address: string): Promise<string> {
  try {
    const identities = [{ channel: 'email', handle: address }];
    return (await unwrap(client.POST('/v1/contacts', { body: { display_name: address, identities } }))).id;
  } catch (error) {
    if (!(error instanceof SidestageProblem) || error.code !== 'handle-taken') throw error;
    console.log('There already.');
    return String(error.body.contact_id);
  }
}

async function qualify(id: string, seen: string): Promise<string> {
  try {
    const path = { id };
    await unwrap(
      client.POST('/v1/contacts/{id}/transitions', { params: { path }, body: { to: 'mql', expect: { from: seen } } }),
    );
    return 'mql';
  } catch (error) {
    if (!(error instanceof SidestageProblem) || error.code !== 'stage-changed') throw error;
    const now = String(error.body.from);
    console.log(`Moved meanwhile, to ${now}.`);
    // Whoever is further on stays there; whoever is not is asked for again, from where they are.
    return ['subscriber', 'lead'].includes(now) ? qualify(id, now) : now;
  }
}

console.log(`In ${await qualify(await contactWith(handle), 'subscriber')}.`);
