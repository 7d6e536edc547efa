// A move that waited while somebody else moved the same person: what the rep needs to decide, kept with it on the device.
import type { SidestageProblem } from '@sidestage/sdk';
import type { Write } from './outbox.ts';
import type { Card, Labels, Reason } from './wire.ts';

export interface Overtaken {
  lifecycle: string;
  /** The stage they are in now; null where they left the lifecycle. */
  now: string | null;
  nowLabels: Labels | undefined;
  toLabels: Labels | undefined;
  by: string | null;
  at: string | null;
  /** Those a move from there asks for; empty where it asks for none, or one was given. */
  reasons: Pick<Reason, 'code' | 'labels' | 'needs_note'>[];
}

export function overtaken(write: Write, problem: SidestageProblem): Overtaken | undefined {
  const card = problem.body.card as Card | undefined;
  const body = write.body as { to?: string; lifecycle?: string; reason?: unknown } | undefined;
  if (problem.code !== 'stage-changed' || card === undefined || body?.to === undefined) return undefined;
  const lifecycle = card.lifecycles.find((one) => one.key === body.lifecycle) ?? card.lifecycles[0];
  if (lifecycle === undefined) return undefined;
  const stage = (key: string | null) => lifecycle.stages.find((one) => one.key === key);
  const now = card.contact.stages.find((one) => one.lifecycle === lifecycle.key)?.stage ?? null;
  const last = card.timeline.find((one) => one.transition?.lifecycle === lifecycle.key && one.voided !== true);
  const move = card.moves.find((one) => one.lifecycle === lifecycle.key)?.data.find((one) => one.stage === body.to);
  const kind = stage(body.to)?.terminal ?? 'backward';
  const asked = move?.needs_reason === true && body.reason === undefined;
  return {
    lifecycle: lifecycle.key,
    now,
    nowLabels: stage(now)?.labels,
    toLabels: stage(body.to)?.labels,
    by: last?.actor.name ?? null,
    at: last?.at ?? null,
    reasons: asked
      ? card.reasons
          .filter((one) => one.kinds.includes(kind) || one.kinds.includes('any'))
          .map(({ code, labels, needs_note }) => ({ code, labels, needs_note }))
      : [],
  };
}
