// Computes one report: people, one by one, into the domain's pure function. Runs in the report thread.
import {
  cohorts,
  conversion,
  coverage,
  funnel,
  pools,
  type Report,
  reasonsReport,
  timeInStage,
  validity,
} from '@sidestage/domain';
import type { OwnReader } from '../../db/database.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import { type Ask, type Computed, onLedgerAlone } from './report-ask.ts';
import { coveredPages, coveredStaff, seqs } from './reports.store.ts';

/** Nobody waits for the answer any more. */
export class Cancelled extends Error {}

/** Reads the ledger as far as it is now. */
export async function followLedger(reader: OwnReader, columns: LedgerColumns, check: () => void): Promise<void> {
  const now = (await reader.read({ seqs })).seqs[0];
  if (now) await columns.follow(reader, now.ledgerSeq, check);
}

/** Reads one state of the database, up to the seqs it answers with. Throws `Cancelled` when nobody waits. */
export async function runReport(
  reader: OwnReader,
  columns: LedgerColumns,
  ask: Ask,
  cancelled: () => boolean,
): Promise<Computed> {
  const check = () => {
    if (cancelled()) throw new Cancelled();
  };
  // What takes long is read before the snapshot, which would keep the write-ahead log from being emptied.
  if (ask.report !== 'coverage') await followLedger(reader, columns, check);
  reader.snapshot();
  try {
    const at = (await reader.read({ seqs })).seqs[0] ?? { ledgerSeq: 0, eventSeq: 0 };
    if (ask.report === 'coverage') {
      const report = coverage();
      for await (const page of coveredPages(reader, ask.parameters, ask.filter)) {
        check();
        for (const one of page) report.addContact(one);
      }
      const { staff } = await reader.read({ staff: coveredStaff(ask.parameters.since, ask.filter.seenBy) });
      for (const one of staff) report.addStaff(one);
      return { ...at, figures: report.figures() };
    }
    await columns.follow(reader, at.ledgerSeq, check);
    const report = reportOf(ask);
    const { key } = ask.parameters.lifecycle;
    // The ledger alone needs nobody's owner or source, and is counted without a pause.
    if (onLedgerAlone(ask)) for (const person of columns.people(key, check)) report.add(person);
    else {
      const channel = ask.report === 'conversion' && ask.parameters.by === 'channel';
      for await (const person of columns.groupedPeople(reader, key, { filter: ask.filter, channel }, check))
        report.add(person);
    }
    return { ...at, figures: report.figures() };
  } finally {
    reader.release();
  }
}

function reportOf(ask: Exclude<Ask, { report: 'coverage' }>): Report {
  switch (ask.report) {
    case 'funnel':
      return funnel(ask.parameters);
    case 'time-in-stage':
      return timeInStage(ask.parameters);
    case 'pools':
      return pools(ask.parameters);
    case 'reasons':
      return reasonsReport(ask.parameters);
    case 'validity':
      return validity(ask.parameters);
    case 'conversion':
      return conversion(ask.parameters);
    case 'cohorts':
      return cohorts(ask.parameters);
  }
}
