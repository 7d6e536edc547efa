// The lifecycles that ship with the product. A new preset is one more file here and one line below.
import type { Lifecycle } from '../lifecycles.ts';
import { sevenStage } from './seven-stage.ts';

export const PRESETS: readonly Lifecycle[] = [sevenStage];

/** The lifecycle a new contact enters and the one meant where none is named, until settings say otherwise. */
export const DEFAULT_LIFECYCLE_KEY = sevenStage.key;

/** The preset with this key, or undefined. */
export function findPreset(key: string): Lifecycle | undefined {
  return PRESETS.find((preset) => preset.key === key);
}
