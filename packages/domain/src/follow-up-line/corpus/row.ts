// A phrase as a rep writes it into the follow-up line, and what it must be read as. Now is Tuesday 24 November 2026, 10:30 in Shanghai.

/** `due`: the local time; several: it can be read in several ways and must be asked, in this order; null: the line says no time. */
export type CorpusRow = readonly [
  line: string,
  due: string | readonly [string, string, ...string[]] | null,
  title: string,
  repeat?: { readonly unit: 'day' | 'week' | 'month'; readonly interval: number; readonly until?: string },
];
