// What between two versions of the document would break a caller of the earlier one. Empty where nothing would.
import { compareSchemas, type Direction, type Schema } from './schemas.ts';

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface Operation {
  readonly operationId?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
export interface ApiDocument {
  readonly paths?: Operations;
  readonly webhooks?: Operations;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export function breakingChanges(before: ApiDocument, after: ApiDocument): string[] {
  const compare = (was: Schema | undefined, is: Schema | undefined, direction: Direction, at: string) =>
    compareSchemas(
      { schema: was, components: before.components?.schemas ?? {} },
      { schema: is, components: after.components?.schemas ?? {} },
      direction,
      at,
    );
  const faults: string[] = [];
  for (const [path, methods] of Object.entries(before.paths ?? {}))
    for (const [method, old] of Object.entries(methods)) {
      const now = after.paths?.[path]?.[method];
      const at = `${method.toUpperCase()} ${path}`;
      if (now) faults.push(...compareOperations(old, now, compare, at));
      else faults.push(`${at}: is gone`);
    }
  // What we send to others is an answer in all but name.
  for (const [name, methods] of Object.entries(before.webhooks ?? {})) {
    const [old, now] = [methods.post?.requestBody?.content, after.webhooks?.[name]?.post?.requestBody?.content];
    faults.push(...compareContent(old, now, 'answered', compare, `webhook ${name}`));
  }
  return faults;
}

type Compare = (was: Schema | undefined, is: Schema | undefined, direction: Direction, at: string) => string[];

function compareOperations(old: Operation, now: Operation, compare: Compare, at: string): string[] {
  const faults: string[] = [];
  if (old.operationId !== now.operationId)
    faults.push(`${at}: is called ${now.operationId} now, was ${old.operationId}`);
  const [had, needs] = [scopesOf(old), scopesOf(now)];
  for (const scope of needs) if (!had.includes(scope)) faults.push(`${at}: asks for ${scope} now`);
  faults.push(...compareParameters(old.parameters ?? [], now.parameters ?? [], compare, at));
  const [body, bodyNow] = [old.requestBody, now.requestBody];
  if (bodyNow?.required && !body?.required) faults.push(`${at} body: is needed now`);
  faults.push(...compareContent(body?.content, bodyNow?.content, 'sent', compare, `${at} body`));
  for (const [status, reply] of Object.entries(old.responses)) {
    if (!status.startsWith('2')) continue;
    const where = `${at} ${status}`;
    if (!now.responses[status]) faults.push(`${where}: is answered no more`);
    else faults.push(...compareContent(reply.content, now.responses[status].content, 'answered', compare, where));
  }
  return faults;
}

/** `signed in` and each scope. */
const scopesOf = ({ security = [] }: Operation): string[] =>
  security.flatMap((one) => Object.values(one).flatMap((scopes) => ['a token', ...scopes]));

function compareParameters(old: readonly Parameter[], now: readonly Parameter[], compare: Compare, at: string) {
  const find = (among: readonly Parameter[], { in: place, name }: Parameter) =>
    among.find((one) => one.in === place && one.name === name);
  const faults: string[] = [];
  for (const was of old) {
    const is = find(now, was);
    const where = `${at} ${was.in} ${was.name}`;
    if (is) faults.push(...compare(was.schema, is.schema, 'sent', where));
    else faults.push(`${where}: is taken no more`);
  }
  for (const is of now)
    if (is.required && !find(old, is)?.required) faults.push(`${at} ${is.in} ${is.name}: is needed now`);
  return faults;
}

function compareContent(
  old: Content | undefined,
  now: Content | undefined,
  direction: Direction,
  compare: Compare,
  at: string,
): string[] {
  return Object.entries(old ?? {}).flatMap(([type, { schema }]) => {
    const is = now?.[type];
    return is ? compare(schema, is.schema, direction, at) : [`${at}: ${type} is gone`];
  });
}
