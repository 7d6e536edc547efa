// Rewrites parts of the document that the schema generator says in a way that client generators do not understand: tried with
// openapi-python-client and oapi-codegen (`npm run check:clients`).

type Document = { readonly components?: { readonly schemas?: Record<string, unknown> } };

export const plainly = <D extends Document>(document: D): D =>
  withDoubles(namedWithoutNull(withNull(document) as D)) as D;

/** Some generators make a number without a format 32 bits wide, which would round counts and amounts. */
function withDoubles(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withDoubles);
  if (typeof node !== 'object' || node === null) return node;
  // Inside an example, `type: number` is data and no schema.
  const inner = Object.entries(node).map(([name, value]) => [name, name === 'examples' ? value : withDoubles(value)]);
  const out = Object.fromEntries(inner) as Record<string, unknown>;
  const types = [out.type].flat().filter((type) => type !== 'null');
  const isNumber = types.length === 1 && types[0] === 'number';
  return isNumber && out.format === undefined ? { ...out, format: 'double' } : out;
}

/**
 * The generator writes a nullable reference as `allOf: [reference, {type: [object, null]}]`, which null never meets.
 * Here it becomes what was meant: the reference, or null.
 */
function withNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNull);
  if (typeof node !== 'object' || node === null) return node;
  const { allOf, ...rest } = node as { allOf?: { $ref?: string; type?: unknown }[] };
  const [first, second, ...more] = allOf ?? [];
  if (first?.$ref && Array.isArray(second?.type) && second.type.includes('null') && more.length === 0)
    return { ...rest, anyOf: [first, { type: 'null' }] };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withNull(value)]));
}

/** A schema with a name is never null itself: whoever refers to it says so. */
function namedWithoutNull<D extends Document>(document: D): D {
  const nullable = new Set<string>();
  const schemas = (document.components?.schemas ?? {}) as Record<string, { type?: unknown }>;
  for (const [name, schema] of Object.entries(schemas)) {
    if (!Array.isArray(schema.type) || !schema.type.includes('null')) continue;
    const types = schema.type.filter((type) => type !== 'null');
    schema.type = types.length === 1 ? types[0] : types;
    nullable.add(`#/components/schemas/${name}`);
  }
  const refer = (node: unknown, inUnion = false): unknown => {
    if (Array.isArray(node)) return node.map((one) => refer(one, inUnion));
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node as { $ref?: string };
    if (!inUnion && $ref && nullable.has($ref)) return { ...rest, anyOf: [{ $ref }, { type: 'null' }] };
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, refer(value, name === 'anyOf')]));
  };
  return refer(document) as D;
}
