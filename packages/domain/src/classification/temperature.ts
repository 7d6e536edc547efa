// Warming 常温→沸点 (product.md L8): what happens with a contact warms it, time cools it. Over the boiling point a move to SQL is
// proposed and never made.
import { isExit, type Lifecycle } from '../lifecycles.ts';
import type { AvailableMove } from '../plan-move.ts';

/** How contacts warm and cool, from the settings; temperatures in degrees. */
export type WarmingSetting = {
  readonly boiling_point: number;
  /** Days after which half the warmth is left. */
  readonly half_life_days: number;
  /** Degrees by kind of interaction that came from the contact; what we did counts a quarter, the rest a half. */
  readonly points: Readonly<Record<string, number>>;
};

/** The setting a company begins with. */
export const DEFAULT_WARMING: WarmingSetting = {
  boiling_point: 100,
  half_life_days: 14,
  points: { message: 10, email: 10, call: 20, meeting: 40, form: 30, purchase: 60, note: 0, complaint: 0, other: 5 },
};

/** An interaction as it warms: kind, direction (`inbound`, `outbound` or `none`), and when, in epoch milliseconds. */
export type Warmth = { readonly kind: string; readonly direction: string; readonly occurredAt: number };

const DAY_MS = 86_400_000;
const SHARE: Readonly<Record<string, number>> = { inbound: 1, none: 0.5, outbound: 0.25 };

/** Degrees at `now`, to a tenth: the sum of what each interaction gave, halved for every half-life since. */
export function temperatureAt(interactions: readonly Warmth[], now: number, setting: WarmingSetting): number {
  let sum = 0;
  for (const one of interactions) {
    if (one.occurredAt > now) continue;
    const points = Object.hasOwn(setting.points, one.kind) ? (setting.points[one.kind] ?? 0) : 0;
    const share = Object.hasOwn(SHARE, one.direction) ? (SHARE[one.direction] ?? 0) : 0;
    sum += points * share * 0.5 ** ((now - one.occurredAt) / (setting.half_life_days * DAY_MS));
  }
  return Math.round(sum * 10) / 10;
}

/** The stage a boiling contact is ready for. */
const BOILING_STAGE = 'sql';

/** Whether to propose the move to SQL: it lies ahead, the gate lets it through, and the contact boils. */
export function proposedStage(
  lifecycle: Lifecycle,
  current: string,
  moves: readonly AvailableMove[],
  temperature: number,
  setting: WarmingSetting,
): string | null {
  if (temperature < setting.boiling_point) return null;
  const at = (key: string) => lifecycle.stages.findIndex((stage) => stage.key === key);
  const target = at(BOILING_STAGE);
  if (target < 0 || at(current) < 0 || at(current) >= target || isExit(lifecycle.stages[at(current)])) return null;
  return moves.some((move) => move.stage === BOILING_STAGE && move.allowed) ? BOILING_STAGE : null;
}
