// How a contact is classified by its fields, grade and warmth, each with its reasons; and the matrix over everybody.
import type { z } from '@hono/zod-openapi';
import { type MatrixSetting, QUADRANTS, quadrantOfFields, toIso } from '@sidestage/domain';
import { statement } from '../../db/statement.ts';
import { actorView } from '../../http/actor.ts';
import { etag } from '../../http/conditional.ts';
import { csvRow } from '../../http/csv.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type Fault, notFound, Problem } from '../../http/problem.ts';
import type { ContextIn } from '../../http/schemas.ts';
import { type ContactState, contactById } from '../contacts/contacts.store.ts';
import { onContact, seesOnlyOwn, visibleContact } from '../contacts/on-contact.ts';
import { warmthOf } from '../interactions/interactions.store.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { interactionKinds, situation, ticked } from '../transitions/situation.ts';
import { decodeTransition, reasonsStatement, TRANSITION_COLUMNS } from '../transitions/transitions.store.ts';
import { classificationOut, type matrixReportOut } from './classification.schemas.ts';
import {
  deleteOverride,
  disownTags,
  liveFields,
  livePeople,
  quadrantCounts,
  sweepState,
} from './classification.store.ts';
import { type ClassificationFacts, classificationLoad, classify, isByHand, tagsOfRule } from './classify.ts';
import { standingOf } from './standing.ts';

const LABELS: Readonly<Record<(typeof QUADRANTS)[number], { en: string; 'zh-CN': string }>> = {
  base: { en: 'Base', 'zh-CN': '根据地' },
  attack: { en: 'Attack', 'zh-CN': '进攻' },
  maintain: { en: 'Maintain', 'zh-CN': '维持' },
  harass: { en: 'Harass', 'zh-CN': '侵扰' },
};

const factsOf = (contactId: string) => ({
  ...classificationLoad(contactId),
  ...tagCatalogue(),
  // Index transitions_contact.
  ledger: statement(
    `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id = ? order by t.seq`,
    [contactId],
    decodeTransition,
  ),
  reasons: reasonsStatement,
  kinds: interactionKinds(contactId),
  ticked: ticked(contactId),
  warmth: warmthOf(contactId),
});
type Facts = { [K in keyof ReturnType<typeof factsOf>]: ReturnType<ReturnType<typeof factsOf>[K]['decode']>[] };

export async function getClassification(call: Call<{ id: string }>): Promise<Reply> {
  const loaded = await call.deps.db.read({ contact: contactById(call.params.id), ...factsOf(call.params.id) });
  const contact = visibleContact(call, loaded.contact[0]);
  return { status: 200, body: explained(call, contact, loaded) };
}

function explained(call: Call, contact: ContactState, loaded: Facts): z.input<typeof classificationOut> {
  const { verdicts } = classify(call, contact, loaded);
  const place = quadrantOfFields(contact.fields, call.deps.settings.get().matrix);
  const situations = contact.positions.flatMap((position) => {
    const lifecycle = call.deps.lifecycles.byKey(position.lifecycle);
    const ledger = loaded.ledger.filter((row) => row.lifecycle === position.lifecycle);
    return lifecycle ? [situation(contact, lifecycle, { ...loaded, ledger }, call.now)] : [];
  });
  return {
    rules: loaded.rules.flatMap((rule) => {
      const verdict = verdicts.find((one) => one.rule === rule.key);
      if (!verdict) return [];
      const { value, fits, ruled, tag } = verdict;
      const override = verdict.overridden ? overrideView(rule, loaded) : null;
      return [{ rule: rule.key, labels: rule.labels, field: rule.field, value, case: fits, ruled, tag, override }];
    }),
    matrix: place && {
      ...place,
      since: loaded.quadrants[0]?.quadrant === place.quadrant ? toIso(loaded.quadrants[0].since) : null,
    },
    ...standingOf(call, contact, loaded.warmth, situations),
  };
}

/** A recorded decision against a rule, or a tag set by hand before the rule existed. */
function overrideView(rule: ClassificationFacts['rules'][number], loaded: Facts) {
  const said = loaded.overrides.find((one) => one.rule === rule.key);
  if (said) return { tag: said.tag, reason: said.note, actor: actorView(said.actor), at: toIso(said.at) };
  const own = tagsOfRule(rule, loaded);
  const found = loaded.origins.find((one) => own.has(one.tag) && isByHand(one.by));
  return found ? { tag: found.tag, reason: null, actor: actorView(found.by), at: null } : null;
}

/** Forgets what was decided by hand, so that the rule applies again, and classifies the contact. */
export async function removeOverride(
  call: Call<{ id: string; rule: string }>,
  context: ContextIn | undefined,
): Promise<Reply> {
  const { id, rule: key } = call.params;
  return onContact(call, {
    contactId: id,
    operation: 'removeRuleOverride',
    context,
    load: factsOf(id),
    plan: (contact, loaded) => {
      const rule = loaded.rules.find((one) => one.key === key);
      if (!rule) throw notFound('rule');
      if (!overrideView(rule, loaded)) throw notFound('override');
      const own = tagsOfRule(rule, loaded);
      const by = `rule:${key}`;
      const freed: Facts = {
        ...loaded,
        overrides: loaded.overrides.filter((one) => one.rule !== key),
        origins: loaded.origins.map((one) => (own.has(one.tag) ? { ...one, by } : one)),
      };
      const judged = classify(call, contact, freed);
      const after: ContactState = { ...contact, tags: judged.tags };
      const origins = judged.tags.map(
        (tag) => freed.origins.find((one) => one.tag === tag) ?? { contactId: id, tag, by },
      );
      return {
        changed: true,
        status: 200,
        statements: [deleteOverride(id, key), disownTags(id, [...own], by), ...judged.statements],
        events: judged.events,
        after: () => after,
        body: () => explained(call, after, { ...freed, origins }),
        schema: classificationOut,
        headers: (contactAfter) => ({ etag: etag(contactAfter.version) }),
      };
    },
  });
}

/** 422 unless both fields are declared as numbers. */
export async function refuseMatrix(call: Pick<Call, 'deps'>, matrix: MatrixSetting): Promise<void> {
  const { fields } = await call.deps.db.read({ fields: liveFields });
  const errors = (['x_field', 'y_field'] as const).flatMap((name): Fault[] => {
    const field = fields.find((one) => one.key === matrix[name]);
    if (field?.type === 'number') return [];
    const detail = field ? `"${field.key}" is not a field of type number.` : `There is no field "${matrix[name]}".`;
    return [{ pointer: `/matrix/${name}`, code: 'value-unfit', detail }];
  });
  if (errors[0]) throw new Problem('validation-failed', errors[0].detail, { errors });
}

export const matrixReport = async (call: Call): Promise<Reply> => ({ status: 200, body: await matrixFigures(call) });

/** The same as CSV, with method and parameters on each line as in the other reports. */
export async function matrixCsv(call: Call): Promise<Reply> {
  const { quadrants, method, n, matrix, without_figures } = await matrixFigures(call);
  const rows = quadrants.map(({ quadrant, contacts }) => [quadrant, contacts, method, JSON.stringify(matrix), n]);
  const text = [
    ['quadrant', 'contacts', 'method', 'parameters', 'n', 'without_figures'],
    ...rows.map((row) => [...row, without_figures]),
  ];
  return {
    status: 200,
    stream: new Blob([text.map(csvRow).join('')]).stream(),
    headers: { 'content-disposition': 'attachment; filename="matrix.csv"' },
  };
}

async function matrixFigures(call: Call): Promise<z.input<typeof matrixReportOut>> {
  const owner = seesOnlyOwn(call) ? call.actor.id : null;
  const rows = await call.deps.db.read({ counts: quadrantCounts(owner), people: livePeople(owner), sweep: sweepState });
  const quadrants = QUADRANTS.map((quadrant) => ({
    quadrant,
    labels: LABELS[quadrant],
    contacts: rows.counts.find((one) => one.quadrant === quadrant)?.contacts ?? 0,
  }));
  const n = quadrants.reduce((sum, one) => sum + one.contacts, 0);
  return {
    method: 'A figure on a cut line is over it. Archived and erased people are left out.',
    matrix: call.deps.settings.get().matrix,
    n,
    without_figures: (rows.people[0] ?? 0) - n,
    quadrants,
    sweeping: rows.sweep.length > 0,
  };
}
