import { describe, expect, it, vi } from 'vitest';
import { createLive } from './live.ts';
import type { Session } from './session.ts';

const SIGNED_IN = { server: 'https://crm.example', staff: { id: 'stf_1' } };

/** A server with a log that ends somewhere, and lines to it that the test cuts. */
function serverAt(newest: number) {
  const asked: (number | null)[] = [];
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  const write = (text: string) => line?.enqueue(new TextEncoder().encode(text));
  const server = {
    newest,
    asked,
    happens(contact_id: string) {
      server.newest += 1;
      const event = { seq: server.newest, type: 'contact.updated', contact_id, data: {}, actor: { client_id: null } };
      write(`id: ${server.newest}\ndata: ${JSON.stringify(event)}\n\n`);
    },
    cut: () => line?.close(),
    async send(request: Request): Promise<Response> {
      const said = request.headers.get('Last-Event-ID');
      asked.push(said === null ? null : Number(said));
      if (Number(said) > server.newest)
        return Response.json({ code: 'validation-failed', status: 422, title: '', detail: '' }, { status: 422 });
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          line = controller;
          request.signal.addEventListener('abort', () => controller.error(request.signal.reason));
        },
      });
      write(`id: ${said ?? server.newest}\n\n`);
      return new Response(body);
    },
  };
  return server;
}

function listen(server: ReturnType<typeof serverAt>) {
  const told: string[] = [];
  const live = createLive({ send: server.send } as unknown as Session, {
    happening: ({ seq, ids }) => told.push(`${seq} ${ids.join()}`),
    opened: () => told.push('opened'),
    restored: () => told.push('restored'),
  });
  live.start(SIGNED_IN);
  const tells = (...all: string[]) => vi.waitFor(() => expect(told).toEqual(all), { timeout: 10_000, interval: 5 });
  return { live, tells };
}

describe('the live line', () => {
  it('after a backup was restored drops its place, says so once, and goes on from the newest event there is', async () => {
    const server = serverAt(40);
    const { live, tells } = listen(server);
    await tells('opened');
    server.happens('con_1');
    await tells('opened', '41 con_1');
    server.newest = 12;
    server.cut();
    await tells('opened', '41 con_1', 'restored', 'opened');
    // Numbers that were used before are news again.
    server.happens('con_2');
    await tells('opened', '41 con_1', 'restored', 'opened', '13 con_2');
    expect(server.asked).toEqual([null, 41, null]);
    live.stop();
  });

  it('knows it too where nothing had happened while it was open', async () => {
    const server = serverAt(40);
    const { live, tells } = listen(server);
    await tells('opened');
    server.newest = 12;
    server.cut();
    await tells('opened', 'restored', 'opened');
    live.stop();
  });

  it('that breaks otherwise goes on where it was, and nothing is called restored', async () => {
    const server = serverAt(40);
    const { live, tells } = listen(server);
    await tells('opened');
    server.happens('con_1');
    await tells('opened', '41 con_1');
    server.cut();
    await vi.waitFor(() => expect(server.asked).toEqual([null, 41]), { timeout: 10_000, interval: 5 });
    server.happens('con_2');
    await tells('opened', '41 con_1', '42 con_2');
    live.stop();
  });
});
