// People the panel is opened on, made over the API.
import { house } from './panel-suite.ts';
import { directMail } from './readings.ts';

const DAY_MS = 86_400_000;
export const ZHANG = directMail('Zhang Wei', 'zhang.wei@lumen.example');
export const LI = directMail('李娜', 'li.na@mingshi.example');

export async function made(display_name: string, email: string, more: Record<string, unknown> = {}) {
  const identities = [{ channel: 'email', handle: email }];
  const { body } = await house.call('POST', '/v1/contacts', { display_name, identities, ...more });
  return body as { id: string; version: number };
}

export const moved = (id: string, to: string, more: Record<string, unknown> = {}) =>
  house.call('POST', `/v1/contacts/${id}/transitions`, { to, ...more });

export const stageOf = async (id: string) =>
  (await house.call('GET', `/v1/contacts/${id}`)).body.stages[0].stage as string;

/** A person with a past, so that the card has something to tell. */
export async function withHistory(name: string, email: string, company: string): Promise<{ id: string }> {
  const contact = await made(name, email, { company, tags: ['grade-a'], source: 'form' });
  house.clock.advance(2 * DAY_MS);
  await moved(contact.id, 'lead');
  house.clock.advance(3 * DAY_MS);
  await house.call('POST', `/v1/contacts/${contact.id}/interactions`, {
    kind: 'call',
    direction: 'inbound',
    occurred_at: new Date(house.clock.now()).toISOString(),
    summary: '6 min: wants 40 pairs for staff',
  });
  house.clock.advance(DAY_MS);
  await moved(contact.id, 'mql', { evidence: { 'took-price-list': true } });
  house.clock.advance(6 * DAY_MS);
  return contact;
}
