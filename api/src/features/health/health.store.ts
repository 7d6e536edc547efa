// Rows of health: what it is judged by, what was found, how far the event log was read, and nudges waiting for working hours.
import type { HealthState } from '@sidestage/domain';
import { numberOrNull, type Statement, statement, textOrNull } from '../../db/statement.ts';

export const progress = statement('select event_seq, sweep_after from health_progress where id = 1', [], (r) => ({
  eventSeq: Number(r[0]),
  sweepAfter: textOrNull(r[1]),
}));
export const saveProgress = (eventSeq: number, sweepAfter: string | null): Statement =>
  statement('update health_progress set event_seq = ?, sweep_after = ? where id = 1', [eventSeq, sweepAfter]);

export const eventsAfter = (seq: number, limit: number) =>
  statement('select seq, type, contact_id from events where seq > ? order by seq limit ?', [seq, limit], (r) => ({
    seq: Number(r[0]),
    type: String(r[1]),
    contactId: textOrNull(r[2]),
  }));
/** Those whom time alone may have changed; index contact_health_due. */
export const dueContacts = (now: number, limit: number) =>
  statement('select contact_id from contact_health where check_at <= ? order by check_at limit ?', [now, limit], (r) =>
    String(r[0]),
  );
export const contactsAfter = (id: string, limit: number) =>
  statement('select id from contacts where id > ? order by id limit ?', [id, limit], (r) => String(r[0]));

export interface JudgedRow {
  readonly id: string;
  readonly ownerId: string | null;
  readonly ownerZone: string | null;
  readonly createdAt: number;
  readonly lastTouchAt: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Archived or erased: nobody to look after. */
  readonly gone: boolean;
  readonly stage: string | null;
  readonly enteredAt: number | null;
  readonly closed: boolean;
  readonly signals: readonly (readonly [kind: string, at: number])[];
  readonly was: HealthState | null;
  readonly since: number | null;
}

/** All that people are judged by, in one statement; index interactions_contact. */
export const judgedRows = (ids: readonly string[], lifecycle: string, signalsFrom: number) =>
  statement(
    `select c.id, c.owner_id, s.zone, c.created_at, c.last_touch_at, c.fields, c.archived_at is not null or c.erased_at is not null or c.merged_into is not null,
      p.stage, p.entered_at, p.closed_at is not null,
      (select json_group_array(json_array(n.kind, n.occurred_at)) from interactions n
        where n.contact_id = c.id and n.occurred_at > ? and n.kind in ('purchase', 'complaint')),
      h.state, h.since
    from contacts c left join positions p on p.contact_id = c.id and p.lifecycle = ?
      left join contact_health h on h.contact_id = c.id left join staff s on s.id = c.owner_id and s.active = 1
    where c.id in (select value from json_each(?))`,
    [signalsFrom, lifecycle, JSON.stringify(ids)],
    (r): JudgedRow => ({
      id: String(r[0]),
      ownerId: textOrNull(r[1]),
      ownerZone: textOrNull(r[2]),
      createdAt: Number(r[3]),
      lastTouchAt: numberOrNull(r[4]),
      fields: JSON.parse(String(r[5])),
      gone: r[6] === 1,
      stage: textOrNull(r[7]),
      enteredAt: numberOrNull(r[8]),
      closed: r[9] === 1,
      signals: JSON.parse(String(r[10])),
      was: r[11] as HealthState | null,
      since: numberOrNull(r[12]),
    }),
  );

export const saveHealth = (
  contactId: string,
  state: HealthState,
  fired: string,
  since: number,
  checkAt: number | null,
): Statement =>
  statement(
    'insert into contact_health (contact_id, state, fired, since, check_at) values (?, ?, ?, ?, ?) on conflict (contact_id) do update set state = excluded.state, fired = excluded.fired, since = excluded.since, check_at = excluded.check_at',
    [contactId, state, fired, since, checkAt],
  );
export const dropHealth = (contactId: string): Statement[] => [
  statement('delete from contact_health where contact_id = ?', [contactId]),
  dropNudge(contactId),
];

export const saveNudge = (contactId: string, state: HealthState, dueAt: number): Statement =>
  statement(
    'insert into nudges (contact_id, state, due_at) values (?, ?, ?) on conflict (contact_id) do update set state = excluded.state, due_at = excluded.due_at',
    [contactId, state, dueAt],
  );
export const dropNudge = (contactId: string): Statement =>
  statement('delete from nudges where contact_id = ?', [contactId]);

export interface NudgeRow {
  readonly contactId: string;
  readonly state: HealthState | null;
  readonly rules: readonly string[];
  readonly ownerId: string | null;
  readonly ownerZone: string | null;
}
/** Nudges that are due, with whoever owns the contact now; index nudges_due. */
export const dueNudges = (now: number, limit: number) =>
  statement(
    `select n.contact_id, h.state, coalesce(h.fired, '[]'), s.id, s.zone from nudges n join contacts c on c.id = n.contact_id
      left join contact_health h on h.contact_id = n.contact_id left join staff s on s.id = c.owner_id and s.active = 1
      where n.due_at <= ? order by n.due_at limit ?`,
    [now, limit],
    (r): NudgeRow => ({
      contactId: String(r[0]),
      state: r[1] as HealthState | null,
      rules: (JSON.parse(String(r[2])) as { rule: string }[]).map((one) => one.rule),
      ownerId: textOrNull(r[3]),
      ownerZone: textOrNull(r[4]),
    }),
  );
