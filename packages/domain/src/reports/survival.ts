// How long things last where some have not ended yet: the product-limit estimate of Kaplan and Meier (1958).

/** One span watched: how long, and whether it ended or was still going on when the watch ended. */
export type Watched = { readonly lasted: number; readonly ended: boolean };

/**
 * The shortest time by which at least that share of spans has ended; null where too few were watched for long enough.
 * Of spans that last equally long, those that ended go first, as is usual.
 */
export function quantiles(spans: readonly Watched[], shares: readonly number[]): (number | null)[] {
  const order = [...spans].sort((a, b) => a.lasted - b.lasted);
  const found: (number | null)[] = shares.map(() => null);
  let going = 1;
  let atRisk = order.length;
  for (let i = 0; i < order.length; ) {
    const time = order[i]?.lasted ?? 0;
    let ended = 0;
    let watched = 0;
    for (; i < order.length && order[i]?.lasted === time; i++, watched++) if (order[i]?.ended) ended++;
    going *= 1 - ended / atRisk;
    atRisk -= watched;
    if (ended === 0) continue;
    for (const [k, share] of shares.entries()) if (found[k] === null && going <= 1 - share + 1e-12) found[k] = time;
  }
  return found;
}
