// What is asked of the report thread and what it answers, in values that pass between threads.
import type {
  CohortsParameters,
  ConversionParameters,
  Figures,
  FunnelParameters,
  PoolsParameters,
  ReasonsParameters,
  TimeInStageParameters,
  ValidityParameters,
} from '@sidestage/domain';

/** Only these people are counted. */
export interface PeopleFilter {
  /** A staff id; null for people without an owner. */
  readonly owner?: string | null;
  readonly source?: string;
  readonly channel?: string;
  /** A rep who sees only their own people and the pool. */
  readonly seenBy?: string;
}

export interface CoverageParameters {
  readonly lifecycle: string;
  /** Stages that may be marketed to, and those that mean an end. */
  readonly marketable: readonly string[];
  readonly ended: readonly string[];
  readonly since: number;
}

/** The report's name with the parameters its pure function takes. */
export type Ask = { readonly filter: PeopleFilter } & (
  | { readonly report: 'funnel'; readonly parameters: FunnelParameters }
  | { readonly report: 'time-in-stage'; readonly parameters: TimeInStageParameters }
  | { readonly report: 'pools'; readonly parameters: PoolsParameters }
  | { readonly report: 'reasons'; readonly parameters: ReasonsParameters }
  | { readonly report: 'validity'; readonly parameters: ValidityParameters }
  | { readonly report: 'conversion'; readonly parameters: ConversionParameters }
  | { readonly report: 'cohorts'; readonly parameters: CohortsParameters }
  | { readonly report: 'coverage'; readonly parameters: CoverageParameters }
);

/** Up to where the database was read: the last row of the ledger and of the event log. */
export interface Seqs {
  readonly ledgerSeq: number;
  readonly eventSeq: number;
}

export interface Computed extends Seqs {
  readonly figures: Figures;
}

/** Whether an answer stands on the ledger alone, or also on owners, sources and other things that change beside it. */
export function onLedgerAlone({ report, parameters, filter }: Ask): boolean {
  if (Object.keys(filter).length > 0 || report === 'coverage' || report === 'validity') return false;
  return report !== 'conversion' || parameters.by === 'week';
}
