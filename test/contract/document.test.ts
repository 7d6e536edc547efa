// openapi.json is the contract: it is what the routes say, and an answer beside it turns a test red.

import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { eventsPage, openApiDocument, problemsPage, VERSION } from '@sidestage/api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startHouse, type TestHouse } from '../support/house.ts';
import { DOCUMENT_FILE, document, type Schema } from '../support/validator.ts';
import { bodyOf, everyOperation } from './every-operation.ts';
import { createPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

describe('openapi.json', () => {
  it('is what the routes say: `npm run generate` was not forgotten', () => {
    expect(readFileSync(DOCUMENT_FILE, 'utf8')).toBe(`${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`);
  });

  it('has its catalogues of events and problems beside it in docs/', () => {
    const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
    expect([page('events'), page('problems')]).toEqual([eventsPage(), problemsPage()]);
  });

  it('is served byte for byte', async () => {
    const served = await t.call('GET', '/openapi.json');
    expect(served.text).toBe(readFileSync(DOCUMENT_FILE, 'utf8'));
    expect(served.headers.get('content-type')).toBe('application/json');
  });

  it('is sent once and compressed as the caller takes it, as are the scripts of its page', async () => {
    const get = (path: string, headers: Record<string, string> = {}) => t.house.app.request(path, { headers });
    for (const path of ['/openapi.json', '/docs', '/docs/theme.js', '/docs/reference.js']) {
      const plain = new Uint8Array(await (await get(path)).arrayBuffer());
      const tags = new Set<string>();
      for (const [asked, given] of [
        ['gzip, deflate, br', 'br'],
        ['gzip;q=1.0, br;q=0', 'gzip'],
        ['identity', null],
      ] as const) {
        const sent = await get(path, { 'accept-encoding': asked });
        const bytes = new Uint8Array(await sent.arrayBuffer());
        const coded = plain.length > 1_000 ? given : null;
        expect([path, sent.headers.get('content-encoding')]).toEqual([path, coded]);
        expect(sent.headers.get('vary')).toBe('accept-encoding');
        const read = coded === 'br' ? brotliDecompressSync : coded === 'gzip' ? gunzipSync : (same: Uint8Array) => same;
        expect(Buffer.compare(Buffer.from(read(bytes)), Buffer.from(plain))).toBe(0);
        if (coded) expect(bytes.length).toBeLessThan(plain.length / 1.5);
        const tag = sent.headers.get('etag') ?? '';
        tags.add(tag);
        for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
          const again = await get(path, { 'accept-encoding': asked, 'if-none-match': known });
          expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
        }
        expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
      }
      expect(tags.size).toBe(plain.length > 1_000 ? 3 : 1);
    }
  });

  it('is shown as light or dark as the system of the reader is, by scripts of our own alone', async () => {
    const page = (await t.call('GET', '/docs')).text;
    const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src);
    expect(scripts).toEqual(['/docs/theme.js', '/docs/reference.js']);
    const theme = await t.call('GET', '/docs/theme.js');
    expect(theme.headers.get('content-type')).toMatch(/^text\/javascript/);
    const shown = new Map([...page.matchAll(/ ([a-z-]+-color)="([^"]+)"/g)].map(([, name, value]) => [name, value]));
    const light = shown.get('bg-color');
    const element = { getAttribute: (name: string) => shown.get(name), setAttribute: shown.set.bind(shown) };
    const told: (() => void)[] = [];
    const media = { matches: true, addEventListener: (_: string, listener: () => void) => told.push(listener) };
    new Function('document', 'matchMedia', theme.text)({ querySelector: () => element }, () => media);
    expect([shown.get('theme'), shown.get('bg-color')]).toEqual(['dark', '#16181c']);
    media.matches = false;
    told[0]?.();
    expect([shown.get('theme'), shown.get('bg-color')]).toEqual(['light', light]);
  });

  it('begins with what a stranger needs: how to get a key, how refusals read, and where the catalogues are', async () => {
    const { description } = (document as unknown as { info: { description: string } }).info;
    for (const needed of ['key create', 'Authorization: Bearer', '/problems', '/events', 'Idempotency-Key', 'cursor'])
      expect(description).toContain(needed);
    for (const [, path = ''] of description.matchAll(/\]\((\/[a-z]+)\)/g))
      expect((await t.call('GET', path)).status).toBe(200);
  });

  it('gives each operation a name of its own, a summary, a security and paths that include the version', () => {
    const names = everyOperation.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, template, operation } of everyOperation) {
      expect(name).toMatch(/^[a-z]+[A-Za-z]+$/);
      expect(Array.isArray(operation.security), name).toBe(true);
      expect(template, name).toMatch(/^\/(v1\/|health$)/);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        name,
      ).toBe(true);
    }
  });

  it('asks for nothing that nobody could send: a request made from each schema meets it', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addFormat('double', true);
    ajv.addFormat('date-time', true);
    ajv.addSchema({ $id: 'all', components: document.components });
    for (const one of everyOperation) {
      const schema = one.operation.requestBody?.content['application/json']?.schema as Schema | undefined;
      if (!schema) continue;
      const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"all#/')));
      expect([one.name, check(bodyOf(one)), check.errors]).toEqual([one.name, true, null]);
    }
  });
});

describe('an answer beside the document', () => {
  /** The app with one answer changed on its way out. */
  function tampered(change: (response: Response) => Promise<Response>) {
    const app = new Hono();
    app.all('*', async (c) => change(await t.house.app.fetch(c.req.raw)));
    return { app };
  }
  const withBody = (edit: (body: Record<string, unknown>) => unknown, status?: number) =>
    tampered(async (response) => {
      const body = edit((await response.json()) as Record<string, unknown>);
      return new Response(JSON.stringify(body), { status: status ?? response.status, headers: response.headers });
    });

  it.each([
    ['a field nobody declared', withBody((body) => ({ ...body, rank: 1 })), /undeclared field "rank"/],
    ['a field gone missing', withBody(({ version: _, ...rest }) => rest), /version/],
    ['a value of another type', withBody((body) => ({ ...body, tags: 'none' })), /\/tags/],
    ['null where none is declared', withBody((body) => ({ ...body, display_name: null })), /\/display_name/],
    [
      'an undeclared field deep inside',
      withBody((body) => ({ ...body, identities: [{ ...(body.identities as object[])[0], secret: 1 }] })),
      /\/identities\/0 has the undeclared field "secret"/,
    ],
    [
      'a time without milliseconds',
      withBody((body) => ({ ...body, created_at: '2026-11-21T08:00:00Z' })),
      /created_at/,
    ],
    ['a status nobody declared', withBody((body) => body, 202), /declares/],
    ['a status of 500', withBody((body) => body, 500), /broke/],
    [
      'another content type',
      tampered(async (response) => new Response(await response.text(), { headers: { 'content-type': 'text/html' } })),
      /content type text\/html/,
    ],
  ])('turns the run red: %s', async (_, app, fault) => {
    const { id } = await createPerson(t);
    await expect(send(app, t.key, 'GET', `/v1/contacts/${id}`)).rejects.toThrow(fault);
  });

  it('turns the run red where a problem is not among those declared, or not in the catalogue', async () => {
    const swap = (code: string) => withBody((body) => ({ ...body, code, type: `/problems/${code}` }));
    await expect(send(swap('contact-archived'), t.key, 'GET', '/v1/contacts/nobody')).rejects.toThrow(/409/);
    await expect(send(swap('made-up'), t.key, 'GET', '/v1/contacts/nobody')).rejects.toThrow(/no problem it knows/);
    const erased = swap('contact-erased');
    await expect(send(erased, t.key, 'GET', '/v1/keys/x')).rejects.toThrow();
    await expect(send(erased, t.key, 'DELETE', '/v1/keys/nobody')).rejects.toThrow(/not among its problems/);
  });

  it('turns the run red where an undeclared request is taken', async () => {
    const blind = tampered(async () =>
      t.call('GET', '/v1/contacts').then((a) => new Response(a.text, { headers: a.headers })),
    );
    await expect(send(blind, t.key, 'GET', '/v1/contacts?everything=true')).rejects.toThrow(/undeclared query/);
  });

  it('lets the true answer pass', async () => {
    const { id } = await createPerson(t);
    expect(
      (
        await send(
          withBody((body) => body),
          t.key,
          'GET',
          `/v1/contacts/${id}`,
        )
      ).status,
    ).toBe(200);
  });
});
