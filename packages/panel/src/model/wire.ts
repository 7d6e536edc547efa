// The shapes of the API the panel speaks of, by short names.
import type { components } from '@sidestage/sdk';

type Schemas = components['schemas'];

export type Card = Schemas['Card'];
export type CardLifecycle = Card['lifecycles'][number];
export type CardStage = CardLifecycle['stages'][number];
export type Contact = Schemas['Contact'];
export type Move = Schemas['Move'];
export type MoveEffect = Schemas['MoveEffect'];
export type Reason = Schemas['Reason'];
export type FollowUp = Schemas['FollowUp'];
export type Handover = Schemas['Handover'];
export type TimelineItem = Schemas['TimelineItem'];
export type TagGroup = Schemas['TagGroup'];
export type Context = Schemas['Context'];
export type Lifecycle = Schemas['Lifecycle'];
export type Script = Schemas['Script'];
export type Staff = Schemas['Staff'];
export type Me = Schemas['Me'];
export type Resolution = Schemas['Resolution'];
export type Field = Schemas['Field'];
export type Classification = Schemas['Classification'];
export type Proposal = Schemas['MoveProposal'];
export type Merge = Schemas['Merge'];
export type DuplicateCandidate = Schemas['DuplicateCandidate'];
/** A row of the stage history, as far as taking it back needs it. */
export type LedgerRow = Pick<Schemas['Transition'], 'id' | 'lifecycle' | 'from'>;
export type Labels = Schemas['Localized'];
