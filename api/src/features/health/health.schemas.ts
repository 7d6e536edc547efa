// Health on the wire: on the card, and the rules in the settings.
import { z } from '@hono/zod-openapi';
import { HEALTH_STATES, type Health, type HealthRules } from '@sidestage/domain';

export const healthOut = z
  .object({
    state: z.string().openapi({ description: 'well, at_risk, dormant or negative_value; more values may come.' }),
    fired: z.array(
      z
        .object({ rule: z.string(), state: z.string(), figures: z.record(z.string(), z.number()) })
        .openapi('HealthFired'),
    ),
  })
  .openapi('ContactHealth', { description: 'Told by rules, each with the figures it fired on; the worst first.' });

export const healthView = (health: Health | null): z.input<typeof healthOut> | null =>
  health && {
    state: health.state,
    fired: health.fired.map(({ rule, state, figures }) => ({ rule, state, figures: { ...figures } })),
  };

export const healthState = z.enum(HEALTH_STATES as [string, ...string[]]);

const days = z.number().int().min(1).max(3650);
const rules = {
  dormant_days: days,
  silence_days: days,
  window_days: days,
  purchases_fall_to: z.number().min(0).max(1),
  complaints: z.number().int().min(1).max(1000),
  value_field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/, 'The name of a field.')
    .nullable(),
  value_below: z.number(),
};
export const healthRulesIn = z.strictObject(rules).partial();
export const healthRulesOut = z.object(rules);
export type HealthSettings = z.output<typeof healthRulesOut>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:00.');
export const civilHoursIn = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { message: 'to must come after from.', path: ['to'] });
export const civilHoursOut = z.object({ from: z.string(), to: z.string() });

export const rulesOf = (settings: HealthSettings): HealthRules => ({
  dormantDays: settings.dormant_days,
  silenceDays: settings.silence_days,
  windowDays: settings.window_days,
  purchasesFallTo: settings.purchases_fall_to,
  complaints: settings.complaints,
  valueField: settings.value_field,
  valueBelow: settings.value_below,
});

export const rulesView = (given: HealthRules): HealthSettings => ({
  dormant_days: given.dormantDays,
  silence_days: given.silenceDays,
  window_days: given.windowDays,
  purchases_fall_to: given.purchasesFallTo,
  complaints: given.complaints,
  value_field: given.valueField,
  value_below: given.valueBelow,
});
