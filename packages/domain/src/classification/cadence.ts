// How often a contact of each grade is to be contacted (product.md C2): A most often.

/** Days between touches by grade tag. */
export type GradeCadence = Readonly<Record<string, number>>;
/** The cadence a company begins with. */
export const DEFAULT_CADENCE: GradeCadence = { 'grade-a': 7, 'grade-b': 14, 'grade-c': 30 };

const DAY_MS = 86_400_000;

/** The cadence of the contact's grade, and when the next touch is due by it; null without a grade that has one. */
export function cadenceOf(
  tags: readonly string[],
  lastTouchAt: number,
  cadence: GradeCadence,
): { readonly tag: string; readonly days: number; readonly dueAt: number } | null {
  for (const tag of tags) {
    const days = Object.hasOwn(cadence, tag) ? cadence[tag] : undefined;
    if (days !== undefined) return { tag, days, dueAt: lastTouchAt + days * DAY_MS };
  }
  return null;
}
