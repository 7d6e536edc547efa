// Computes one report: people read page by page into the domain's pure function. Runs in the report thread.
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
import { type Ask, type Computed, onLedgerAlone } from './report-ask.ts';
import { coveredPages, coveredStaff, type PeopleAsked, peoplePages, seqs } from './reports.store.ts';

/** Nobody waits for the answer any more. */
export class Cancelled extends Error {}

/** Reads one state of the database, up to the seqs it answers with. Throws `Cancelled` between two pages. */
export async function runReport(reader: OwnReader, ask: Ask, cancelled: () => boolean): Promise<Computed> {
  reader.snapshot();
  try {
    const at = (await reader.read({ seqs })).seqs[0] ?? { ledgerSeq: 0, eventSeq: 0 };
    const check = () => {
      if (cancelled()) throw new Cancelled();
    };
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
    const report = reportOf(ask);
    const asked = {
      lifecycle: ask.parameters.lifecycle.key,
      upTo: at.ledgerSeq,
      filter: ask.filter,
      recorded: ask.parameters.knownAt !== undefined,
      groups: groupsOf(ask),
    };
    for await (const page of peoplePages(reader, asked)) {
      check();
      for (const person of page) report.add(person);
    }
    return { ...at, figures: report.figures() };
  } finally {
    reader.release();
  }
}

function groupsOf(ask: Ask): PeopleAsked['groups'] {
  if (onLedgerAlone(ask)) return 'none';
  return ask.report === 'conversion' && ask.parameters.by === 'channel' ? 'channel' : 'owner-and-source';
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
