// The lifecycles that ship with the product. A new preset is one more file here and one line below.
import type { Lifecycle } from '../lifecycles.ts';
import { fourPhase } from './four-phase.ts';
import { leadChain } from './lead-chain.ts';
import { sevenStage } from './seven-stage.ts';
import { wholeLife } from './whole-life.ts';

/** Every preset, in the order a company's first start makes them. */
export const PRESETS: readonly Lifecycle[] = [sevenStage, leadChain, wholeLife, fourPhase];

/** The lifecycle a new contact enters and the one meant where none is named, until settings say otherwise. */
export const DEFAULT_LIFECYCLE_KEY = sevenStage.key;

/** The preset with this key, or undefined. */
export function findPreset(key: string): Lifecycle | undefined {
  return PRESETS.find((preset) => preset.key === key);
}
