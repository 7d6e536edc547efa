// A filter as a tree of conditions, read in one pass: every fault with its pointer, or the SQL of it all.
import { CHANNELS, HEALTH_STATES, OUTCOMES, parseInstant } from '@sidestage/domain';
import type { Value } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import type { Fault, FaultCode } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import { type Condition, closedIn, fromSource, inHealth, inLifecycle, inStage, ownedBy, tagged } from './criteria.ts';
import { MAX_CONDITIONS, MAX_DEPTH, MAX_TEXT, MAX_VALUES, OPS } from './search.schemas.ts';
import { occursIn, spellings, wordsOf } from './spellings.ts';
import { namedSo, not, together } from './words.ts';

type Op = (typeof OPS)[number];

interface Leaf {
  readonly field: string;
  readonly op: Op;
  /** One value, or those of a list. */
  readonly values: readonly Value[];
  readonly lifecycle: string;
}
type Kind = 'text' | 'key' | 'time' | 'any';
interface Field {
  readonly kind: Kind;
  readonly ops: readonly Op[];
  /** The values there are, where any other would find nobody and read like an answer. */
  readonly known?: (context: FilterContext, lifecycle: string) => readonly string[] | undefined;
  readonly unknown?: FaultCode;
  readonly build: (leaf: Leaf, actorId: string) => Condition;
}

const COMPARE = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
// So many may be named in a sentence.
const FEW_VALUES = 12;
const SAME: readonly Op[] = ['eq', 'ne', 'in', 'not_in', 'exists'];

const sql = (text: string, ...args: Value[]): Condition => ({ sql: text, args });
const unless = (denied: boolean, condition: Condition): Condition => (denied ? not(condition) : condition);
const denies = (op: Op, values: readonly Value[]) =>
  op === 'ne' || op === 'not_in' || (op === 'exists' && values[0] === 0);

/** A set a person has members of: any of the values, or any at all. */
const member =
  (has: (leaf: Leaf, actorId: string) => Condition, some: (leaf: Leaf) => Condition): Field['build'] =>
  (leaf, actorId) =>
    unless(denies(leaf.op, leaf.values), leaf.op === 'exists' ? some(leaf) : has(leaf, actorId));

const inColumn = (expression: string, values: readonly Value[]) =>
  sql(`(${expression} is not null and ${expression} in (select value from json_each(?)))`, JSON.stringify(values));

/** Text that has what is wanted in it or begins so, written in any way a search for words would find. */
const holds = (stored: string, wanted: Value | undefined, op: Op): Condition =>
  together(
    spellings(String(wanted)).map((spelling) =>
      occursIn(`lower(${stored})`, spelling, op === 'contains' ? 'anywhere' : 'first'),
    ),
    'or',
  );

function text(expression: string, indexed?: (values: readonly string[]) => Condition): Field {
  return {
    kind: 'text',
    ops: [...SAME, 'contains', 'starts_with'],
    build: ({ op, values }) => {
      if (op === 'contains' || op === 'starts_with') return holds(`coalesce(${expression}, '')`, values[0], op);
      const fits =
        op === 'exists'
          ? sql(`(${expression} is not null)`)
          : (indexed?.(values as string[]) ?? inColumn(expression, values));
      return unless(denies(op, values), fits);
    },
  };
}

const time = (column: string): Field => ({
  kind: 'time',
  ops: ['lt', 'lte', 'gt', 'gte', 'exists'],
  build: ({ op, values }) =>
    op === 'exists'
      ? unless(denies(op, values), sql(`(${column} is not null)`))
      : sql(`(${column} is not null and ${column} ${COMPARE[op as keyof typeof COMPARE]} ?)`, values[0] as Value),
});

const identity = (fits: string, ...args: Value[]) =>
  sql(`exists (select 1 from identities i where i.contact_id = c.id and ${fits})`, ...args);
const listed = (values: readonly Value[]) => JSON.stringify(values);

const FIELDS: Readonly<Record<string, Field>> = {
  display_name: text('c.display_name'),
  company: text('c.company'),
  source: text('c.source', fromSource),
  domain: text('c.domain'),
  referrer: text('c.referrer_id'),
  text: {
    kind: 'text',
    ops: ['contains'],
    build: ({ values }) => namedSo(wordsOf(String(values[0]))),
  },
  owner: {
    kind: 'key',
    ops: SAME,
    known: ({ names }) => names && ['me', 'none', ...names.staff],
    unknown: 'staff-unknown',
    build: member(
      ({ values }, actorId) => ownedBy(values.map((id) => (id === 'none' ? null : id === 'me' ? actorId : String(id)))),
      () => sql('(c.owner_id is not null)'),
    ),
  },
  tag: {
    kind: 'key',
    ops: SAME,
    known: ({ names }) => names?.tags,
    unknown: 'tag-unknown',
    build: member(
      ({ values }) => tagged(values.map(String)),
      () => sql('exists (select 1 from contact_tags t where t.contact_id = c.id)'),
    ),
  },
  stage: {
    kind: 'key',
    ops: SAME,
    known: ({ deps }, lifecycle) => deps.lifecycles.byKey(lifecycle)?.stages.map((stage) => stage.key) ?? [],
    unknown: 'stage-unknown',
    build: member(
      ({ lifecycle, values }) => inStage(lifecycle, values.map(String)),
      ({ lifecycle }) => inLifecycle(lifecycle),
    ),
  },
  health: {
    kind: 'key',
    ops: SAME,
    known: () => HEALTH_STATES,
    build: member(
      ({ values }) => inHealth(values.map(String)),
      () => inHealth(HEALTH_STATES),
    ),
  },
  outcome: {
    kind: 'key',
    ops: SAME,
    known: () => OUTCOMES,
    build: member(
      ({ lifecycle, values }) => closedIn(lifecycle, values.map(String)),
      ({ lifecycle }) => closedIn(lifecycle),
    ),
  },
  channel: {
    kind: 'key',
    ops: SAME,
    known: () => CHANNELS.map((channel) => channel.key),
    build: member(
      ({ values }) => identity('i.channel in (select value from json_each(?))', listed(values)),
      () => identity('1'),
    ),
  },
  handle: {
    kind: 'text',
    ops: ['eq', 'in', 'contains', 'starts_with'],
    build: ({ op, values }) => {
      if (op === 'contains' || op === 'starts_with') {
        const has = holds('i.handle', values[0], op);
        return identity(has.sql, ...has.args);
      }
      const low = values.map((value) => String(value).normalize('NFKC').toLowerCase());
      const forms = listed([...new Set([...low, ...values])]);
      const fits = 'i.handle in (select value from json_each(?))';
      return {
        ...identity(fits, forms),
        source: { sql: `select i.contact_id from identities i where ${fits}`, args: [forms] },
      };
    },
  },
  created_at: time('c.created_at'),
  updated_at: time('c.updated_at'),
  last_touch_at: time('c.last_touch_at'),
  next_follow_up_at: time('c.next_follow_up_at'),
};

/** `fields.<name>`: a value of one type is never compared with one of another. */
function custom(name: string): Field {
  const value = `json_extract(c.fields, '$.${name}')`;
  const type = `json_type(c.fields, '$.${name}')`;
  const typed = (one: Value | boolean) =>
    typeof one === 'boolean' ? `= '${one}'` : typeof one === 'number' ? "in ('integer', 'real')" : "= 'text'";
  return {
    kind: 'any',
    ops: OPS,
    build: ({ op, values }) => {
      const first = values[0] as Value;
      if (op === 'exists') return unless(denies(op, values), sql(`(${type} is not null)`));
      if (op === 'contains' || op === 'starts_with') {
        const has = holds(value, first, op);
        return sql(`coalesce(${type} = 'text' and ${has.sql}, 0)`, ...has.args);
      }
      if (op in COMPARE)
        return sql(`coalesce(${type} ${typed(first)} and ${value} ${COMPARE[op as keyof typeof COMPARE]} ?, 0)`, first);
      // A list for each type, however many values: a row is held against a hundred of them as soon as against one.
      const kinds: Condition[] = [];
      for (const flag of [true, false])
        if ((values as unknown[]).includes(flag)) kinds.push(sql(`coalesce(${type} ${typed(flag)}, 0)`));
      for (const sample of [0, '']) {
        const same = values.filter((one) => typeof one === typeof sample);
        if (same.length > 0)
          kinds.push(
            sql(
              `coalesce(${type} ${typed(sample)} and ${value} in (select value from json_each(?)), 0)`,
              JSON.stringify(same),
            ),
          );
      }
      return unless(denies(op, values), together(kinds, 'or'));
    },
  };
}

export interface FilterContext {
  readonly deps: Pick<Deps, 'lifecycles'>;
  readonly actorId: string;
  /** Keys of all tags there ever were, and ids of all staff; left out where what was typed is known to be right. */
  readonly names?: { readonly tags: readonly string[]; readonly staff: readonly string[] };
}

/** The filter's conditions, all of which must hold; with faults there are none worth using. */
export function readFilter(filter: unknown, context: FilterContext): { conditions: Condition[]; faults: Fault[] } {
  const faults: Fault[] = [];
  let count = 0;
  let nodes = 0;
  const fault = (pointer: string, code: FaultCode, detail: string): Condition => {
    faults.push({ pointer, code, detail });
    return sql('0');
  };

  function node(given: unknown, at: string, depth: number): Condition[] {
    if (!isObject(given))
      return [fault(at, 'field-invalid', 'Expected an object: all, any, not, or field with op and value.')];
    const branch = (['all', 'any', 'not'] as const).find((name) => Object.hasOwn(given, name));
    if (!branch) return [leaf(given, at)];
    for (const name of Object.keys(given))
      if (name !== branch)
        fault(
          `${at}/${pointed(name)}`,
          'field-unknown',
          `"${branch}" stands alone; "${name.slice(0, 60)}" does not belong here.`,
        );
    const parts = given[branch];
    const here = `${at}/${branch}`;
    if (!Array.isArray(parts) || parts.length === 0)
      return [fault(here, 'field-invalid', 'Expected a list of one or more filters.')];
    if (depth >= MAX_DEPTH) return [fault(here, 'limit-out-of-range', `At most ${MAX_DEPTH} levels.`)];
    // What is no condition counts too, or a body of nothing else would be read to its end.
    nodes += parts.length;
    if (parts.length > 2 * MAX_CONDITIONS || nodes > MAX_DEPTH * MAX_CONDITIONS)
      return [fault(here, 'limit-out-of-range', `At most ${MAX_CONDITIONS} conditions in all.`)];
    const made = parts.map((part, i) => node(part, `${here}/${i}`, depth + 1));
    if (branch === 'all') return made.flat();
    const each = made.map((conditions) => together(conditions, 'and'));
    const any = together(each, 'or');
    return [branch === 'not' ? not(any) : any];
  }

  function leaf(given: Record<string, unknown>, at: string): Condition {
    count += 1;
    if (count === MAX_CONDITIONS + 1) fault(at, 'limit-out-of-range', `At most ${MAX_CONDITIONS} conditions in all.`);
    const before = faults.length;
    for (const name of Object.keys(given))
      if (!['field', 'op', 'value', 'lifecycle'].includes(name)) {
        const near = nearest(name, ['field', 'op', 'value', 'lifecycle', 'all', 'any', 'not']);
        fault(`${at}/${pointed(name)}`, 'field-unknown', `Unknown field "${name.slice(0, 60)}".${didYouMean(near)}`);
      }
    const { field: name, op, value } = given;
    const field = fieldNamed(name);
    if (name === undefined) fault(`${at}/field`, 'field-required', 'This is required.');
    else if (!field) {
      const near = typeof name === 'string' ? nearest(name, Object.keys(FIELDS)) : undefined;
      fault(
        `${at}/field`,
        'value-unfit',
        `${near ? `Did you mean "${near}"?` : 'No such field.'} Known: ${Object.keys(FIELDS).join(', ')}, fields.<name>.`,
      );
    }
    if (op === undefined) fault(`${at}/op`, 'field-required', 'This is required.');
    else if (!OPS.includes(op as Op)) fault(`${at}/op`, 'field-invalid', `Known: ${OPS.join(', ')}.`);
    else if (field && !field.ops.includes(op as Op))
      fault(`${at}/op`, 'value-unfit', `"${name}" takes ${field.ops.join(', ')}.`);
    const lifecycle = lifecycleOf(given, name, at);
    if (value === undefined) fault(`${at}/value`, 'field-required', 'This is required.');
    if (faults.length > before || !field || lifecycle === undefined) return sql('0');
    const values = valuesOf(field, op as Op, value, `${at}/value`, field.known?.(context, lifecycle));
    return values && faults.length === before
      ? field.build({ field: String(name), op: op as Op, values, lifecycle }, context.actorId)
      : sql('0');
  }

  function lifecycleOf(given: Record<string, unknown>, name: unknown, at: string): string | undefined {
    const { lifecycles } = context.deps;
    const key = given.lifecycle ?? lifecycles.defaultKey();
    if (given.lifecycle !== undefined && name !== 'stage' && name !== 'outcome')
      fault(`${at}/lifecycle`, 'value-unfit', 'Only a condition on stage or outcome names a lifecycle.');
    else if (typeof key === 'string' && lifecycles.byKey(key)) return key;
    else
      fault(
        `${at}/lifecycle`,
        'lifecycle-unknown',
        `Known: ${lifecycles
          .all()
          .map((one) => one.key)
          .join(', ')}.`,
      );
    return undefined;
  }

  function valuesOf(field: Field, op: Op, value: unknown, at: string, known?: readonly string[]): Value[] | undefined {
    if (op === 'exists') {
      if (typeof value === 'boolean') return [value ? 1 : 0];
      fault(at, 'value-unfit', 'Expected true or false.');
      return undefined;
    }
    if (op !== 'in' && op !== 'not_in') {
      const one = readOne(field, op, value, at, known);
      return one === undefined ? undefined : [one];
    }
    if (!Array.isArray(value) || value.length === 0 || value.length > MAX_VALUES) {
      fault(at, 'limit-out-of-range', `Expected a list of 1 to ${MAX_VALUES} values.`);
      return undefined;
    }
    const all = value.map((one, i) => readOne(field, op, one, `${at}/${i}`, known));
    return all.every((one) => one !== undefined) ? all : undefined;
  }

  function readOne(field: Field, op: Op, value: unknown, at: string, known?: readonly string[]): Value | undefined {
    const { kind } = field;
    if (kind === 'time') {
      const instant = typeof value === 'string' && value.length <= 40 ? parseInstant(value) : undefined;
      if (instant === undefined)
        fault(at, 'time-malformed', 'Give a time with its offset, such as 2026-11-27T10:00:00+08:00.');
      return instant;
    }
    if (kind === 'any' && op !== 'contains' && op !== 'starts_with') {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      // Kept as it is: SQL has no booleans, and `typed` tells them by this.
      if (typeof value === 'boolean' && !(op in COMPARE)) return value as unknown as Value;
    }
    if (typeof value !== 'string' || value.trim() === '')
      fault(at, 'value-unfit', 'Expected a text that is not empty.');
    else if (value.length > MAX_TEXT) fault(at, 'text-too-long', `At most ${MAX_TEXT} characters.`);
    else if (!value.isWellFormed() || value.includes('\u0000'))
      fault(at, 'text-malformed', 'Contains characters that cannot be stored.');
    else if (known && !known.includes(value)) {
      const near = nearest(value, known);
      const few = known.length <= FEW_VALUES ? `Known: ${known.join(', ')}.` : 'There is none of that name.';
      fault(at, field.unknown ?? 'value-unfit', near ? `Did you mean "${near}"?` : few);
    } else return kind === 'any' ? value : value.trim();
    return undefined;
  }

  return { conditions: filter === undefined ? [] : node(filter, '/filter', 1), faults };
}

function fieldNamed(name: unknown): Field | undefined {
  if (typeof name !== 'string') return undefined;
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const own = /^fields\.([a-z][a-z0-9_]{0,62})$/.exec(name)?.[1];
  return own === undefined ? undefined : custom(own);
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const pointed = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
