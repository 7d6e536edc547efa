// Reads a JSON request body: size, type and syntax are refused here, before any schema sees it.
import { Problem } from './problem.ts';

export const BODY_LIMIT = 1_048_576;

export async function readJson(request: Request, optional: boolean): Promise<{ text: string; value: unknown }> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > BODY_LIMIT) throw tooLarge();
  const text = await readText(request);
  if (text === '' && optional) return { text, value: undefined };
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && type !== 'application/merge-patch+json') {
    throw new Problem('unsupported-media-type', `Send application/json${type ? `, not ${type}` : ''}.`);
  }
  try {
    return { text, value: JSON.parse(text) };
  } catch (error) {
    throw new Problem('bad-json', `The body is not valid JSON: ${(error as Error).message}`);
  }
}

async function readText(request: Request): Promise<string> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > BODY_LIMIT) throw tooLarge();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('bad-json', 'The body is not valid UTF-8.');
  }
}

const tooLarge = () => new Problem('body-too-large', `The body is over ${BODY_LIMIT} bytes.`);
