// What a listener lives through in days: lines that end in silence, tokens that run out, servers that are away. With a server:
// test/contract/event-stream.test.ts.
import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
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

  it('ends with what getToken throws, at once and also in the middle, and not with silence', async () => {
    const getToken = (tokens: string[]) => async () => {
      const token = tokens.shift();
      if (token === undefined) throw new Error('signed out');
      return token;
    };
    await expect(follow([1, 2], { getToken: getToken([]) })).rejects.toThrow('signed out');
    await expect(follow(['refused', 2], { getToken: getToken(['sst_1']) })).rejects.toThrow('signed out');
  });

  it('waits longer each time the server is away, and shortly again after a line that was open', async () => {
    const { waits } = await follow(['away', 'away', 'away', 'quiet', 'quiet', 'away']);
    expect(waits).toEqual([500, 1000, 2000, 500, 500, 1000]);
  });
});

const message = (seq: number) => `id: ${seq}\ndata: ${JSON.stringify({ seq, type: 'contact.created' })}\n\n`;

it('gives nothing more to somebody who has hung up, though more came in the same breath', async () => {
  const gone = new AbortController();
  const seen: number[] = [];
  const fetch = async () => new Response([1, 2, 3].map(message).join(''));
  for await (const event of followEvents({ baseUrl: 'http://sidestage.example', signal: gone.signal, fetch })) {
    seen.push(event.seq);
    gone.abort();
  }
  expect(seen).toEqual([1]);
});

it.each([undefined, null, 'localhost:8787', 'sidestage.example'])(
  'refuses %j as an address at once, where trying again would never help',
  async (address) => {
    const baseUrl = address as string;
    const fetch = () => Promise.reject(new Error('asked all the same'));
    expect(() => createClient({ baseUrl, fetch })).toThrow(/^baseUrl is the server's address, such as http/);
    await expect(followEvents({ baseUrl, fetch }).next()).rejects.toThrow(TypeError);
  },
);

it('takes an address with a path before it, and in a browser a path alone', () => {
  for (const baseUrl of ['https://crm.example/sidestage', 'HTTP://127.0.0.1:8787/', '/sidestage', ''])
    expect(() => createClient({ baseUrl })).not.toThrow();
});
