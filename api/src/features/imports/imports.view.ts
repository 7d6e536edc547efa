// ImportRecord → Import.
import type { z } from '@hono/zod-openapi';
import { isoOrNull, toIso } from '@sidestage/domain';
import type { importOut, importRowOut } from './imports.schemas.ts';
import type { ImportRecord, ImportRowRecord } from './imports.store.ts';

export function importView(record: ImportRecord): z.input<typeof importOut> {
  const { shape, counts } = record;
  return {
    id: record.id,
    status: record.status,
    format: record.format,
    bytes: record.bytes,
    sha256: record.sha256,
    encoding: shape.encoding,
    delimiter: shape.delimiter,
    headers: [...shape.headers],
    proposal: {
      mapping: { ...shape.proposal.mapping },
      system: shape.proposal.system,
      unmapped: [...shape.proposal.unmapped],
    },
    options: record.options === null ? null : { ...record.options },
    dates: record.proof === null ? null : { ...record.proof },
    progress: {
      total: record.rowsTotal,
      read: counts.created + counts.updated + counts.unchanged + counts.rejected,
      ...counts,
    },
    problem: record.problem
      ? { ...record.problem, errors: record.problem.errors.map((one) => ({ ...one })) }
      : record.status === 'created' && shape.fault
        ? { ...shape.fault, errors: [] }
        : null,
    file_kept: record.fileKept,
    created_at: toIso(record.createdAt),
    started_at: isoOrNull(record.startedAt),
    finished_at: isoOrNull(record.finishedAt),
  };
}

export function importRowView(row: ImportRowRecord): z.input<typeof importRowOut> {
  return {
    row: row.row,
    outcome: row.outcome,
    contact_id: row.contactId,
    reasons: reasonsOf(row).map((one) => ({
      code: one.code,
      column: one.column,
      row: one.row ?? null,
      contact_id: one.contact_id ?? null,
      tag: one.tag ?? null,
    })),
    notices: noticesOf(row).map((one) => ({ code: one.code, column: one.column, tag: one.tag ?? null })),
  };
}

/** One column keeps both: a rejected row has reasons, one that was taken has notices. */
export const reasonsOf = (row: ImportRowRecord) => (row.outcome === 'rejected' ? row.reasons : []);
export const noticesOf = (row: ImportRowRecord) => (row.outcome === 'rejected' ? [] : row.reasons);
