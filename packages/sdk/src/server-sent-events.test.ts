// Messages survive any cutting of their bytes.
import { expect, it } from 'vitest';
import { serverSentEvents } from './server-sent-events.ts';

const TEXT =
  'retry: 1000\r\nid: 4\r\n\r\n: still here\n\nid: 5\nevent: contact.created\ndata: {"name":"王芳 😀"}\n\ndata: a\rdata:b\nid\n\nid: 6\ndata: cut off';

async function read(pieces: Uint8Array[]) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const out = [];
  for await (const message of serverSentEvents(body)) out.push(message);
  return out;
}

it('reads the same messages however the bytes are cut, and drops what was not ended', async () => {
  const bytes = new TextEncoder().encode(TEXT);
  for (let size = 1; size <= bytes.length; size++) {
    const pieces = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
    expect(await read(pieces)).toEqual([
      { id: '4', event: '', data: '' },
      { id: '4', event: '', data: '' },
      { id: '5', event: 'contact.created', data: '{"name":"王芳 😀"}' },
      { id: '', event: '', data: 'a\nb' },
    ]);
  }
});
