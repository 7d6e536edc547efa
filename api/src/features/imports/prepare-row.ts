// Makes a raw row ready to be decided, outside the write lane: checked by the schema of a created contact, handles in their one
// spelling. Nothing is looked up here.
import {
  checkFields,
  type FieldDefinition,
  type ImportColumn,
  type ImportedStep,
  type ImportRowRules,
  parseTarget,
  type RowFault,
  readFieldText,
  readImportRow,
} from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { faultsOf } from '../../http/validate.ts';
import { contactCreate } from '../contacts/contacts.schemas.ts';
import type { IdentityState } from '../contacts/contacts.store.ts';
import { normalise } from '../contacts/handles.ts';
import { mappingOf } from './check-options.ts';
import { hashOf } from './hash.store.ts';
import type { ImportOptions } from './imports.schemas.ts';
import type { ImportRecord } from './imports.store.ts';
import type { RawRow } from './read-rows.ts';

export interface PreparedIdentity extends Omit<IdentityState, 'id'> {
  readonly column: string | null;
  /** Channel, scope and handle as one text. */
  readonly claim: string;
}

export interface PreparedRow {
  readonly row: number;
  readonly faults: readonly RowFault[];
  /** The name the row gives; a handle stands in for it on creation. */
  readonly givenName: string | null;
  readonly name: string;
  readonly company: string | null;
  readonly source: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly identities: readonly PreparedIdentity[];
  readonly steps: readonly ImportedStep[];
  readonly since: number | null;
  /** What the row said, as a hash, where no handle of its own tells the person. */
  readonly print: string | null;
}

export interface RowPreparer {
  readonly prepare: (raw: RawRow) => PreparedRow;
  /** Whether any row can speak of stages. */
  readonly staged: boolean;
  readonly tagColumn: string | null;
  readonly ownerColumn: string | null;
  readonly fieldColumn: (name: string) => string | null;
  readonly textual: boolean;
  readonly dryRun: boolean;
  /** Whether rows may leave behind the tags they would have created. */
  readonly rehearsesTags: boolean;
  /** Rows may claim handles that they do not store: a later row learns of them by hashes. */
  readonly hashed: boolean;
}

export const claimOf = (one: { channel: string; scope: string; handle: string }) =>
  `${one.channel}\n${one.scope}\n${one.handle}`;

const schema = contactCreate.omit({ tags: true, owner_id: true, stages: true, context: true });

export function rowPreparer(deps: Deps, record: ImportRecord, definitions: readonly FieldDefinition[]): RowPreparer {
  const options = (record.options ?? {}) as ImportOptions;
  const mapping = mappingOf(record.shape, options);
  const columns: ImportColumn[] = record.shape.headers.map((header) => {
    const target = (Object.hasOwn(mapping, header) ? parseTarget(mapping[header] ?? '') : undefined) ?? {
      kind: 'ignore' as const,
    };
    return { header, target, format: (record.proof?.[header] ?? null) as ImportColumn['format'] & string };
  });
  const defaultKey = options.lifecycle ?? deps.lifecycles.defaultKey();
  const rules: ImportRowRules = {
    columns,
    zone: options.zone ?? deps.settings.get().zone,
    lifecycleOf: (key) => deps.lifecycles.byKey(key ?? defaultKey),
    stageValues: options.stage_values ?? {},
    guarded: record.format === 'csv',
    system: options.system ?? record.shape.proposal.system ?? options.source ?? '',
  };
  const columnOf = (kind: string) => columns.find((one) => one.target.kind === kind)?.header ?? null;
  const identityColumn = (channel: unknown) =>
    columns.find((one) => one.target.kind === 'identity' && one.target.channel === channel)?.header ??
    (channel === 'external' ? columnOf('external_id') : null) ??
    columnOf('identities');
  const fieldColumn = (name: unknown) =>
    columns.find((one) => one.target.kind === 'field' && one.target.name === name)?.header ?? columnOf('fields');

  const typed = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const definition = typeof value === 'string' && definitions.find((one) => one.key === name);
        return [name, definition ? readFieldText(definition, value as string) : value];
      }),
    );

  function prepare(raw: RawRow): PreparedRow {
    if (raw.fault) return rejected(raw.row, [{ code: raw.fault, column: raw.column }]);
    const { row, faults } = readImportRow(raw.cells, rules);
    const list = row.identities;
    const first = list.find((one) => one.channel !== 'external') ?? list[0];
    const name = row.displayName ?? (first ? String(first.handle).slice(0, 200) : null);
    if (name === null)
      return rejected(raw.row, [...faults, { code: 'name-or-handle-needed', column: columnOf('display_name') }]);
    const fields = typed(row.fields);
    const body = schema.safeParse(
      { display_name: name, company: row.company, source: row.source, fields, identities: list },
      { reportInput: true },
    );
    const all: RowFault[] = [...faults];
    for (const fault of checkFields(definitions, fields, deps.settings.get().undeclared_fields))
      all.push({ code: fault.code, column: fieldColumn(fault.field) });
    if (!body.success) {
      for (const issue of body.error.issues) {
        const [part, at] = issue.path;
        const column =
          part === 'identities'
            ? identityColumn(list[Number(at)]?.channel)
            : part === 'fields'
              ? fieldColumn(at)
              : columnOf(String(part));
        for (const fault of faultsOf([issue], schema, () => '')) all.push({ code: fault.code, column });
      }
      return rejected(raw.row, all);
    }
    const identities: PreparedRow['identities'][number][] = [];
    const seen = new Set<string>();
    for (const one of body.data.identities ?? []) {
      const column = identityColumn(one.channel);
      try {
        const handle = normalise(deps, one);
        const claim = claimOf(handle);
        if (seen.has(claim)) continue;
        seen.add(claim);
        const { channel, scope } = handle;
        const display = one.display ?? handle.display;
        identities.push({ channel, scope, handle: handle.handle, display, shared: one.shared ?? false, column, claim });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        all.push({ code: error.errors[0]?.code ?? error.code, column });
      }
    }
    if (all.length > 0) return rejected(raw.row, all);
    const own = identities.some((one) => !one.shared);
    return {
      row: raw.row,
      faults: [],
      givenName: row.displayName === null ? null : body.data.display_name,
      name: body.data.display_name,
      company: body.data.company ?? null,
      source: body.data.source ?? null,
      owner: row.owner,
      tags: row.tags,
      fields: body.data.fields ?? {},
      identities,
      steps: row.steps,
      since: row.since,
      print: own ? null : hashOf(JSON.stringify([rules.system, row])),
    };
  }

  const STAGED = new Set(['stage', 'stage_at', 'stage_at_of', 'stages', 'history']);
  return {
    prepare,
    staged: columns.some((one) => STAGED.has(one.target.kind)),
    tagColumn: columnOf('tags'),
    ownerColumn: columnOf('owner'),
    fieldColumn,
    textual: record.format === 'csv',
    dryRun: options.dry_run === true,
    rehearsesTags: options.dry_run === true && options.on_unknown_tag === 'create',
    hashed: options.dry_run === true || options.mode === 'create',
  };
}

function rejected(row: number, faults: readonly RowFault[]): PreparedRow {
  return { ...NOBODY, row, faults };
}
const NOBODY: Omit<PreparedRow, 'row' | 'faults'> = {
  givenName: null,
  name: '',
  company: null,
  source: null,
  owner: null,
  tags: [],
  fields: {},
  identities: [],
  steps: [],
  since: null,
  print: null,
};
