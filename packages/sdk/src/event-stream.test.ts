// The stream's client, where no server is needed; with one: test/contract/event-stream.test.ts.
import { expect, it } from 'vitest';
import { createClient } from './client.ts';
import { followEvents } from './event-stream.ts';

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
