// Whether one schema may stand where another stood. What callers send may only be taken more widely than before; what they are
// answered may only become more definite. Fields may be added to answers, and enums may grow, as the document says.

export type Schema = Readonly<Record<string, unknown>>;
export type Direction = 'sent' | 'answered';

export interface Side {
  readonly schema: Schema | undefined;
  readonly components: Readonly<Record<string, Schema>>;
}

const REF = '#/components/schemas/';
const LIMITS = [
  ['minimum', 1],
  ['exclusiveMinimum', 1],
  ['minLength', 1],
  ['minItems', 1],
  ['minProperties', 1],
  ['maximum', -1],
  ['exclusiveMaximum', -1],
  ['maxLength', -1],
  ['maxItems', -1],
  ['maxProperties', -1],
] as const;

/** What broke between two schemas, each as one line that starts with where. */
export function compareSchemas(before: Side, after: Side, direction: Direction, at: string): string[] {
  return compare(before, after, { direction, seen: new Set() }, at);
}

interface Walk {
  readonly direction: Direction;
  readonly seen: Set<string>;
}

function compare(before: Side, after: Side, walk: Walk, at: string): string[] {
  const pair = `${refOf(before)} ${refOf(after)}`;
  if (refOf(before) && refOf(after)) {
    if (walk.seen.has(pair)) return [];
    walk.seen.add(pair);
  }
  const [old, now] = [variantsOf(before), variantsOf(after)];
  if (old.length === 1 && now.length === 1) return compareOne(old[0] as Side, now[0] as Side, walk, at);
  // Of alternatives, each that was sent must still be taken, and each that is answered must have been told before.
  const [each, among] = walk.direction === 'sent' ? [old, now] : [now, old];
  return each.flatMap((one) => {
    const fits = among.some((other) => {
      const [was, is] = walk.direction === 'sent' ? [one, other] : [other, one];
      return compareOne(was, is, { ...walk, seen: new Set(walk.seen) }, at).length === 0;
    });
    const name = refOf(one) ?? typesOf(plain(one)).join(' or ');
    if (fits) return [];
    return [walk.direction === 'sent' ? `${at}: ${name} is taken no more` : `${at}: may now be ${name}`];
  });
}

function compareOne(before: Side, after: Side, walk: Walk, at: string): string[] {
  const [old, now] = [plain(before), plain(after)];
  const faults = compareTypes(old, now, walk.direction, at);
  if (faults.length > 0) return faults;
  if (walk.direction === 'sent')
    faults.push(...compareLimits(old, now, at), ...compareLimits(namesIn(old), namesIn(now), `${at} names`));
  faults.push(...compareProperties(before, after, walk, at));
  for (const [keyword, where] of [
    ['items', '[]'],
    ['additionalProperties', '.*'],
  ] as const) {
    const [was, is] = [old[keyword], now[keyword]];
    if (isSchema(was) && isSchema(is))
      faults.push(...compare({ ...before, schema: was }, { ...after, schema: is }, walk, at + where));
  }
  const closedNow = old.additionalProperties !== false && now.additionalProperties === false;
  if (walk.direction === 'sent' && closedNow && old.type === 'object')
    faults.push(`${at}: takes no further fields any more`);
  return faults;
}

function compareTypes(old: Schema, now: Schema, direction: Direction, at: string): string[] {
  const [were, are] = [typesOf(old), typesOf(now)];
  const [each, among] = direction === 'sent' ? [were, are] : [are, were];
  const strange = each.filter((type) => !among.includes(type) && !(type === 'integer' && among.includes('number')));
  if (among.length === 0 || strange.length === 0) return [];
  return [
    direction === 'sent' ? `${at}: ${strange.join(', ')} is taken no more` : `${at}: may now be ${strange.join(', ')}`,
  ];
}

function compareLimits(old: Schema, now: Schema, at: string): string[] {
  const faults: string[] = [];
  const [were, are] = [valuesOf(old), valuesOf(now)];
  if (are && !were) faults.push(`${at}: takes only ${[...are].join(', ')} now`);
  for (const value of were ?? []) if (are && !are.has(value)) faults.push(`${at}: ${value} is taken no more`);
  for (const [name, sign] of LIMITS) {
    const [was, is] = [old[name] as number | undefined, now[name] as number | undefined];
    if (is !== undefined && (was === undefined || is * sign > was * sign) && !(name === 'minLength' && is === 0))
      faults.push(`${at}: ${name} is ${is} now, was ${was ?? 'not set'}`);
  }
  for (const name of ['pattern', 'format'])
    if (now[name] !== undefined && now[name] !== old[name])
      faults.push(`${at}: ${name} is ${now[name]} now, was ${old[name] ?? 'not set'}`);
  return faults;
}

function compareProperties(before: Side, after: Side, walk: Walk, at: string): string[] {
  const [old, now] = [plain(before), plain(after)];
  const [had, has] = [propertiesOf(old), propertiesOf(now)];
  const [needed, needs] = [requiredOf(old), requiredOf(now)];
  const faults: string[] = [];
  for (const [name, schema] of Object.entries(had)) {
    const where = `${at}.${name}`;
    const is = Object.hasOwn(has, name) ? has[name] : undefined;
    if (!is) faults.push(`${where}: is gone`);
    else faults.push(...compare({ ...before, schema }, { ...after, schema: is }, walk, where));
    if (is && walk.direction === 'answered' && needed.has(name) && !needs.has(name))
      faults.push(`${where}: may now be missing`);
  }
  if (walk.direction === 'sent')
    for (const name of needs) if (!needed.has(name)) faults.push(`${at}.${name}: is needed now`);
  return faults;
}

const namesIn = (schema: Schema) => (schema.propertyNames ?? {}) as Schema;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const propertiesOf = (schema: Schema) => (schema.properties ?? {}) as Record<string, Schema>;
const requiredOf = (schema: Schema) => new Set((schema.required ?? []) as string[]);
const typesOf = (schema: Schema) => [schema.type ?? []].flat() as string[];
const refOf = ({ schema }: Side) => (typeof schema?.$ref === 'string' ? schema.$ref.slice(REF.length) : undefined);

function valuesOf(schema: Schema): Set<unknown> | undefined {
  if (schema.const !== undefined) return new Set([schema.const]);
  return Array.isArray(schema.enum) ? new Set(schema.enum) : undefined;
}

/** The alternatives a schema stands for; itself where it names none. */
function variantsOf(side: Side): Side[] {
  const schema = plain(side);
  const several = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  return several ? several.flatMap((one) => variantsOf({ ...side, schema: one })) : [side];
}

/** Without references and allOf. */
function plain({ schema = {}, components }: Side): Schema {
  const name = refOf({ schema, components });
  const found = name === undefined ? schema : (components[name] ?? {});
  if (!Array.isArray(found.allOf)) return found;
  const parts = (found.allOf as Schema[]).map((part) => plain({ schema: part, components }));
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(propertiesOf)),
    required: parts.flatMap((part) => [...requiredOf(part)]),
  };
}
