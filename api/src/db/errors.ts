// Translates a database failure into what it means for the caller, whichever driver reported it.

export type FailureKind = 'busy' | 'full' | 'guard' | 'constraint' | 'readonly' | 'other';

/** Sorts an error thrown by either driver. A guard is `json('guard')` failing on purpose: see `guard` in database.ts. */
export function failureKind(error: unknown): FailureKind {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const message = String((error as { message?: unknown } | null)?.message ?? '');
  const both = `${code} ${message}`;
  if (/malformed JSON/i.test(message)) return 'guard';
  if (/SQLITE_BUSY|SQLITE_LOCKED|database is locked/i.test(both)) return 'busy';
  if (/SQLITE_FULL|SQLITE_IOERR|ENOSPC|disk is full|disk I\/O/i.test(both)) return 'full';
  if (/SQLITE_READONLY|readonly database/i.test(both)) return 'readonly';
  if (/SQLITE_CONSTRAINT|constraint failed/i.test(both)) return 'constraint';
  return 'other';
}

/** A write that the storage refused for now (busy) or for lack of room (full); the transport answers 503 or 507. */
export class StorageUnavailable extends Error {
  readonly kind: 'busy' | 'full';
  constructor(kind: 'busy' | 'full', cause: unknown) {
    super(kind === 'busy' ? 'The database is busy.' : 'The disk is full.', { cause });
    this.kind = kind;
  }
}
