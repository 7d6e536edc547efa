// What a listener lives through in days: lines that end in silence, tokens that run out, servers that are away.
import { describe, expect, it } from 'vitest';
import { type EventStreamOptions, followEvents } from './event-stream.ts';
import { SidestageProblem } from './problem.ts';

type Turn = 'refused' | 'quiet' | 'away' | number;

/** Follows a server that answers each connection by the next turn; gives what was heard and the waits in between. */
async function follow(turns: readonly Turn[], more: Partial<EventStreamOptions> = {}) {
  const stop = new AbortController();
  const left = [...turns];
  const waits: number[] = [];
  const heard: number[] = [];
  const stream = followEvents({
    baseUrl: 'http://127.0.0.1:1',
    getToken: () => 'sst_key_1',
    signal: stop.signal,
    random: () => 1,
    sleep: async (ms) => void waits.push(ms),
    fetch: async () => {
      const turn = left.shift();
      if (turn === undefined) stop.abort();
      if (turn === undefined || turn === 'away') throw new TypeError('fetch failed');
      if (turn === 'refused') return Response.json({ code: 'token-expired' }, { status: 401 });
      return new Response(turn === 'quiet' ? ': still here\n\n' : `id: ${turn}\ndata: {"seq":${turn}}\n\n`);
    },
    ...more,
  });
  for await (const event of stream) heard.push(event.seq);
  return { heard, waits };
}

describe('following events', () => {
  it('goes on past each token that runs out, also where nothing happened in between', async () => {
    const hours: Turn[] = ['refused', 'quiet', 'refused', 'quiet', 'refused', 7];
    expect((await follow(hours)).heard).toEqual([7]);
  });

  it('ends with the problem where the server refuses twice in a row, or there is no other token to be had', async () => {
    await expect(follow(['refused', 'refused', 7])).rejects.toBeInstanceOf(SidestageProblem);
    const fixed = { token: 'sst_key_1', getToken: undefined } as unknown as Partial<EventStreamOptions>;
    await expect(follow(['refused', 7], fixed)).rejects.toMatchObject({ code: 'token-expired' });
  });

  it('waits longer each time the server is away, and shortly again after a line that was open', async () => {
    const { waits } = await follow(['away', 'away', 'away', 'quiet', 'quiet', 'away']);
    expect(waits).toEqual([500, 1000, 2000, 500, 500, 1000]);
  });
});
