// Who is this? Exact by handle or by a remembered conversation; by name only ever candidates (product rules 7 and 11).
import type { z } from '@hono/zod-openapi';
import { noRows, type Statement, statement, textOrNull } from '../../db/statement.ts';
import type { Call, Reply } from '../../http/operation.ts';
import type { resolveIn } from './contacts.schemas.ts';
import { type ContactState, contactsByIds } from './contacts.store.ts';
import { contactView } from './contacts.view.ts';
import { type Holder, holdersOf, normalise } from './handles.ts';
import { canSee, seesOnlyOwn } from './on-contact.ts';

const NAME_CANDIDATES = 8;

/** Namesakes the caller may see. Others are left out by the query itself, so that they use up none of its few rows. */
const byName = (name: string, ownerId: string | null) =>
  statement(
    'select c.id from contacts c where c.erased_at is null and c.merged_into is null and lower(c.display_name) = lower(?1) and (?2 is null or c.owner_id is null or c.owner_id = ?2) order by c.updated_at desc limit ?3',
    [name, ownerId, NAME_CANDIDATES],
    (r) => String(r[0]),
  );

const linksOf = (given: { channel: string; scope?: string | undefined; conversation_key: string } | undefined) =>
  given
    ? statement(
        'select contact_id, verdict from conversation_links where channel = ? and scope = ? and conversation_key = ?',
        [given.channel, given.scope ?? '', given.conversation_key],
        (r) => ({ contactId: textOrNull(r[0]), verdict: String(r[1]) }),
      )
    : noRows;

type Load = Record<`holder${number}`, Statement<Holder>> & {
  readonly links: ReturnType<typeof linksOf>;
  readonly names: Statement<string>;
};

interface Found {
  score: number;
  reasons: Set<string>;
}

export async function resolve(call: Call<unknown, unknown, z.output<typeof resolveIn>>): Promise<Reply> {
  const { body, deps } = call;
  const handles = (body.handles ?? []).map((one, i) => normalise(deps, one, `/handles/${i}/handle`));
  const name = body.hints?.display_name;
  const seenBy = seesOnlyOwn(call) ? call.actor.id : null;
  const load: Load = {
    ...Object.fromEntries(handles.map((handle, i) => [`holder${i}`, holdersOf(handle, seenBy)])),
    links: linksOf(body.conversation),
    names: name ? byName(name, seenBy) : noRows,
  };
  const loaded = await deps.db.read(load);
  const { links } = loaded;
  const denied = new Set(links.filter((link) => link.verdict === 'not_this_person').map((link) => link.contactId));
  const holders = handles
    .flatMap((_, i) => loaded[`holder${i}`] ?? [])
    .filter((holder) => !denied.has(holder.contactId));
  const linked = links.find((link) => link.verdict === 'linked')?.contactId;

  const owners = new Set([
    ...holders.filter((holder) => !holder.shared).map((holder) => holder.contactId),
    ...(linked ? [linked] : []),
  ]);
  const found = new Map<string, Found>();
  const add = (id: string, score: number, reason: string) => {
    const entry = found.get(id) ?? { score: 0, reasons: new Set<string>() };
    entry.score = Math.max(entry.score, score);
    entry.reasons.add(reason);
    found.set(id, entry);
  };
  for (const id of owners) add(id, 1, id === linked ? 'conversation-linked' : 'handle');
  for (const holder of holders) if (holder.shared) add(holder.contactId, 0.6, 'shared-handle');
  for (const id of loaded.names) if (!denied.has(id)) add(id, 0.4, 'same-name');

  const contacts = (await deps.db.read({ rows: contactsByIds([...found.keys()]) })).rows.filter(
    (contact) => contact.erasedAt === null,
  );
  const hidden = contacts.find((contact) => owners.has(contact.id) && !canSee(call, contact.ownerId));
  if (owners.size === 1 && hidden)
    return {
      status: 200,
      body: { match: 'restricted', contact: null, candidates: [], owner_name: await ownerName(call, hidden.ownerId) },
    };
  const visible = contacts.filter((contact) => canSee(call, contact.ownerId));
  const exact = owners.size === 1 ? visible.find((contact) => owners.has(contact.id)) : undefined;
  const candidates = exact
    ? []
    : visible.map((contact) => candidate(call, contact, found.get(contact.id))).sort((a, b) => b.score - a.score);
  return {
    status: 200,
    body: {
      match: exact ? 'exact' : candidates.length > 0 ? 'candidates' : 'none',
      contact: exact ? contactView(exact, deps.lifecycles) : null,
      candidates,
      owner_name: null,
    },
  };
}

const candidate = (call: Call, contact: ContactState, found: Found | undefined) => ({
  contact: contactView(contact, call.deps.lifecycles),
  score: found?.score ?? 0,
  reasons: [...(found?.reasons ?? [])],
});

async function ownerName(call: Call, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (
    (await call.deps.db.read({ row: statement('select name from staff where id = ?', [id], (r) => String(r[0])) }))
      .row[0] ?? null
  );
}
