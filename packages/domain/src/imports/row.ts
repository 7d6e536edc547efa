// One row of another system's file as what it says about one person. Pure: looks nothing up, decides nothing.
import { toInstant } from '../follow-up-time.ts';
import type { Lifecycle } from '../lifecycles.ts';
import { type DateFormat, readDate } from './dates.ts';
import type { ImportTarget } from './mapping.ts';
import type { ImportRowNotice, ImportRowReason } from './reasons.ts';
import { stageNamed } from './stage-values.ts';

/** A column of the file and what it means. */
export type ImportColumn = {
  readonly header: string;
  readonly target: ImportTarget;
  /** For columns of dates: how the column writes them. */
  readonly format?: DateFormat | null;
};

/** How the rows of a file are read. `zone` is the IANA zone of local times; `lifecycleOf(undefined)` is the default lifecycle. */
export type ImportRowRules = {
  readonly columns: readonly ImportColumn[];
  readonly zone: string;
  readonly lifecycleOf: (key: string | undefined) => Lifecycle | undefined;
  /** The caller's own names of stages. */
  readonly stageValues?: Readonly<Record<string, string>>;
  /** The system the file came from: the scope of external ids. */
  readonly system: string;
  /** Whether exports put an apostrophe before text a spreadsheet would run, as CSV does: then it is taken away. */
  readonly guarded: boolean;
};

/** A handle as the row gives it, not normalised yet. */
export type ImportedIdentity = {
  readonly channel: string;
  readonly scope?: string;
  readonly handle: string;
  readonly display?: string;
  readonly shared?: boolean;
};
/** A stage the person was or is in; `at` in epoch milliseconds. */
export type ImportedStep = {
  readonly lifecycle: string;
  readonly to: string;
  /** Null where the file does not say since when. */
  readonly at: number | null;
  readonly reason: string | null;
};
/** What a row says about a person; null where it says nothing. `since` in epoch milliseconds. */
export type ImportedRow = {
  readonly displayName: string | null;
  readonly company: string | null;
  readonly owner: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly identities: readonly ImportedIdentity[];
  /** In the order they took effect; those without a date last. */
  readonly steps: readonly ImportedStep[];
  /** Since when the person is in the first stage, where no stage is named. */
  readonly since: number | null;
};

/** A fault or a notice of a row. It never holds a value about the person, because results outlive an erasure. */
export type RowFault = {
  readonly code: ImportRowReason | ImportRowNotice | (string & {});
  readonly column: string | null;
  /** The row of this file that it collides with. */
  readonly row?: number;
  readonly contact_id?: string | null;
  /** The tag it is about, as the file writes it. */
  readonly tag?: string;
};

/** Characters; longer than any field may be. A longer cell is refused before anything is parsed. */
export const CELL_LIMIT = 100_000;

const FORMULA = /^'+[=+\-@＝＋－＠\t\r\n]/;
const HANDLE_SEPARATOR = /[;；,，、|\n]/;

/** A JSON value as text. An object is not asked for its own `toString`, which may be anything a file holds. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(written).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Text of a cell. Exports put one apostrophe before what a spreadsheet would run; it is taken away again. */
function textOf(cell: unknown, guarded: boolean): string {
  const text = written(cell).trim();
  return guarded && FORMULA.test(text) ? text.slice(1) : text;
}

/** What the row says, or everything that is wrong with its form. */
export function readImportRow(
  cells: readonly unknown[],
  rules: ImportRowRules,
): { readonly row: ImportedRow; readonly faults: readonly RowFault[] } {
  const { guarded } = rules;
  const faults: RowFault[] = [];
  const single: Partial<Record<string, string>> = {};
  const at: Partial<Record<string, string>> = {};
  const tags: string[] = [];
  const fields: Record<string, unknown> = {};
  const identities: ImportedIdentity[] = [];
  const dated: { stage: string | null; at: number; column: string }[] = [];
  const listed: { steps: unknown[]; column: string; kind: 'stages' | 'history' }[] = [];

  for (const [i, column] of rules.columns.entries()) {
    const cell = cells[i];
    const { target, header } = column;
    if (target.kind === 'ignore' || cell === null || cell === undefined || cell === '') continue;
    if (typeof cell === 'object' && !STRUCTURED.has(target.kind)) {
      faults.push({ code: 'field-invalid', column: header });
      continue;
    }
    if (target.kind === 'identities' || target.kind === 'stages' || target.kind === 'history') {
      const list = jsonOf(cell);
      if (!Array.isArray(list)) faults.push({ code: 'json-malformed', column: header });
      else if (target.kind === 'identities') identities.push(...(list as ImportedIdentity[]).map(identityOf));
      else listed.push({ steps: list, column: header, kind: target.kind });
      continue;
    }
    if (target.kind === 'fields') {
      const record = jsonOf(cell);
      if (typeof record !== 'object' || record === null || Array.isArray(record) || Object.hasOwn(record, '__proto__'))
        faults.push({ code: 'json-malformed', column: header });
      else Object.assign(fields, record);
      continue;
    }
    if (target.kind === 'tags') {
      const list = Array.isArray(cell)
        ? cell.map((one) => textOf(one, guarded))
        : textOf(cell, guarded).split(/[;；,，、|\n]/);
      tags.push(...list.map((tag) => tag.trim()).filter((tag) => tag !== ''));
      continue;
    }
    if (target.kind === 'field') {
      fields[target.name] = typeof cell === 'string' ? textOf(cell, guarded) : cell;
      continue;
    }
    const text = textOf(cell, guarded);
    if (text === '') continue;
    if (target.kind === 'identity') {
      const list = target.channel === 'email' || PHONES.has(target.channel) ? text.split(HANDLE_SEPARATOR) : [text];
      for (const handle of list)
        if (handle.trim() !== '') identities.push({ channel: target.channel, handle: handle.trim() });
    } else if (target.kind === 'stage_at' || target.kind === 'stage_at_of') {
      const read = column.format ? instantOf(text, column.format, rules.zone) : undefined;
      if (read === undefined) faults.push({ code: 'date-malformed', column: header });
      else dated.push({ stage: target.kind === 'stage_at_of' ? target.stage : null, at: read, column: header });
    } else if (target.kind === 'external_id') {
      identities.push({ channel: 'external', scope: rules.system, handle: text });
    } else {
      single[target.kind] = text;
      at[target.kind] = header;
    }
  }

  const steps = stepsOf({ single, at, dated, listed, rules, faults });
  const since = dated.find((one) => one.stage === null)?.at ?? null;
  return {
    row: {
      displayName: single.display_name ?? joinName(single.first_name, single.last_name),
      company: single.company ?? null,
      owner: single.owner ?? null,
      source: single.source ?? null,
      tags: [...new Set(tags)],
      fields,
      identities,
      steps,
      since: steps.length === 0 ? since : null,
    },
    faults,
  };
}

const STRUCTURED: ReadonlySet<string> = new Set(['identities', 'stages', 'history', 'fields', 'tags']);
const PHONES: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'sms']);

function jsonOf(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** The members of an identity that are read; others, such as the ids in our own exports, are ignored. */
function identityOf(given: unknown): ImportedIdentity {
  const { channel, scope, handle, display, shared } = (given ?? {}) as Record<string, unknown>;
  return {
    channel,
    handle,
    ...(scope ? { scope } : {}),
    ...(display ? { display } : {}),
    ...(shared ? { shared } : {}),
  } as ImportedIdentity;
}

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function joinName(first: string | undefined, last: string | undefined): string | null {
  if (first === undefined || last === undefined) return first ?? last ?? null;
  return CJK.test(first + last) ? `${last}${first}` : `${first} ${last}`;
}

type Steps = {
  readonly single: Partial<Record<string, string>>;
  readonly at: Partial<Record<string, string>>;
  readonly dated: readonly { stage: string | null; at: number; column: string }[];
  readonly listed: readonly { steps: unknown[]; column: string; kind: 'stages' | 'history' }[];
  readonly rules: ImportRowRules;
  readonly faults: RowFault[];
};

function stepsOf({ single, at, dated, listed, rules, faults }: Steps): ImportedStep[] {
  const steps: (ImportedStep & { order: number })[] = [];
  const fault = (code: RowFault['code'], column: string | null | undefined) =>
    faults.push({ code, column: column ?? null });
  const add = (key: string | undefined, stage: string, since: number | null, column: string, reason: string | null) => {
    const lifecycle = rules.lifecycleOf(key);
    if (!lifecycle) return fault('lifecycle-unknown', column);
    const to = stageNamed(lifecycle, stage, rules.stageValues);
    const order = lifecycle.stages.findIndex((one) => one.key === to);
    if (to === undefined || order < 0) return fault('stage-unknown', column);
    steps.push({ lifecycle: lifecycle.key, to, at: since, reason, order });
  };
  const reason = single.reason ?? null;
  for (const one of dated) if (one.stage !== null) add(single.lifecycle, one.stage, one.at, one.column, reason);
  if (single.stage !== undefined) {
    const since = dated.find((one) => one.stage === null)?.at ?? null;
    const lifecycle = rules.lifecycleOf(single.lifecycle);
    const to = lifecycle && stageNamed(lifecycle, single.stage, rules.stageValues);
    // The date of the stage itself may be given by its own column.
    if (to === undefined || since !== null || !steps.some((one) => one.to === to))
      add(single.lifecycle, single.stage, since, at.stage ?? '', reason);
  }
  for (const { steps: list, column, kind } of listed) {
    for (const item of list) {
      const one = (item ?? {}) as Record<string, unknown>;
      const stage = kind === 'stages' ? one.stage : (one.to ?? one.stage);
      const when = kind === 'stages' ? one.entered_at : (one.at ?? one.effective_at);
      const since = when === undefined || when === null ? null : instantOf(written(when), 'instant', rules.zone);
      if (since === undefined) fault('date-malformed', column);
      else if (typeof stage !== 'string') fault('stage-unknown', column);
      else
        add(
          typeof one.lifecycle === 'string' ? one.lifecycle : single.lifecycle,
          stage,
          since,
          column,
          typeof one.reason === 'string' ? one.reason : reason,
        );
    }
  }
  return steps
    .sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || a.order - b.order)
    .map(({ order: _, ...step }) => step);
}

function instantOf(text: string, format: DateFormat, zone: string): number | undefined {
  const read = readDate(text, format);
  if (read === undefined) return undefined;
  if ('at' in read) return read.at;
  const result = toInstant({ local: read.local, zone });
  return result.ok ? result.at : undefined;
}
