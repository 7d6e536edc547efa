// Handovers (product.md L7): a move into a stage that another function owns offers the contact to it. What a ledger row makes of
// them is decided here, for moves, closings, rows taken back and merges alike.
import { effectiveRows, type LedgerRow, type Position } from './ledger.ts';
import { type Lifecycle, type OwnerFunction, stageEver } from './lifecycles.ts';

/** Only `open` can change; the other three are final. */
export type HandoverStatus = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** A handover that nobody has answered yet. */
export type OpenHandover = {
  readonly id: string;
  readonly lifecycle: string;
  /** The ledger row that opened it. */
  readonly transitionId: string;
  readonly from: OwnerFunction;
  readonly to: OwnerFunction;
};

/** What a move does to handovers: withdraw the open one, open a new one, both or neither. */
export type HandoverStep = {
  /** The open handover no longer fits where the contact stands. */
  readonly withdraws: boolean;
  readonly opens: { readonly from: OwnerFunction; readonly to: OwnerFunction } | null;
};

/** Nothing happens to a handover. */
export const NO_HANDOVER: HandoverStep = { withdraws: false, opens: null };

/** Whether the contact still stands, unclosed, in a stage of the function it was handed to. */
export const handoverStands = (
  lifecycle: Lifecycle,
  { to }: Pick<OpenHandover, 'to'>,
  position: Position | null | undefined,
): boolean => !!position && !position.closed && stageEver(lifecycle, position.stage)?.owner === to;

/** What a move does that brings a contact from one position to another. */
export function handoverOnMove(
  lifecycle: Lifecycle,
  open: OpenHandover | undefined,
  before: Position | null,
  after: Position,
): HandoverStep {
  const [from, to] = [before, after].map((at) => at && stageEver(lifecycle, at.stage)?.owner);
  const withdraws = open !== undefined && !handoverStands(lifecycle, open, after);
  // Back in a stage of the function that had not handed over yet: nothing changes hands.
  const returns = withdraws && open.from === to;
  return { withdraws, opens: from && to && from !== to && !returns ? { from, to } : null };
}

/** Whether the row that opened it was taken back. After a merge that row may be in the ledger of another contact: then it was not. */
const openingTakenBack = ({ transitionId }: Pick<OpenHandover, 'transitionId'>, rows: readonly LedgerRow[]) =>
  rows.some((row) => row.id === transitionId) && !effectiveRows(rows).some((row) => row.id === transitionId);

/**
 * What a row that takes another back does. `withdrawn` are those the row taken back had withdrawn: of them the one that stands
 * again is open again. `rows` are the ledger with the new row.
 */
export function handoverOnTakeBack<H extends OpenHandover>(input: {
  readonly lifecycle: Lifecycle;
  readonly rows: readonly LedgerRow[];
  readonly position: Position | null;
  readonly open: H | undefined;
  readonly withdrawn: readonly H[];
}): { readonly withdraws: boolean; readonly reopens: H | undefined } {
  const { lifecycle, rows, position, open, withdrawn } = input;
  const stands = (one: H) => handoverStands(lifecycle, one, position) && !openingTakenBack(one, rows);
  const withdraws = open !== undefined && !stands(open);
  return { withdraws, reopens: open === undefined || withdraws ? withdrawn.find(stands) : undefined };
}
