// Reads a JSON request body: size, type and syntax are refused here, before any schema sees it.
import { Problem } from './problem.ts';

const BODY_LIMIT = 1_048_576;

// Assigned to an object, this name is silently lost, and nothing a caller sends may be. The test is cheap and finds escaped letters.
const MENTIONS_PROTO = /__proto__|\\u00/i;
function refuseProto(name: string, value: unknown) {
  if (name !== '__proto__') return value;
  const detail = 'No field can be called "__proto__".';
  throw new Problem('validation-failed', detail, { errors: [{ pointer: '', code: 'field-unknown', detail }] });
}

// No schema has nearly as many fields, and each unknown one would be reported as a fault of its own.
const MOST_MEMBERS = 5_000;
// A shorter text cannot hold so many members, so it need not be walked.
const ROOM_FOR_THEM = MOST_MEMBERS * 5;
function refuseCrowd(value: unknown) {
  const waiting = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const members = Object.values(one);
    if (members.length > MOST_MEMBERS && !Array.isArray(one)) {
      const detail = `An object has at most ${MOST_MEMBERS} members.`;
      throw new Problem('validation-failed', detail, { errors: [{ pointer: '', code: 'limit-out-of-range', detail }] });
    }
    for (const member of members) if (typeof member === 'object' && member !== null) waiting.push(member);
  }
}

/** Without its parameters, in lower case; empty where none was sent. */
export const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export async function readJson(request: Request, optional: boolean): Promise<{ text: string; value: unknown }> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > BODY_LIMIT) throw tooLarge();
  const text = declared > 0 ? await readWhole(request) : await readText(request);
  if (text === '' && optional) return { text, value: undefined };
  const type = mediaType(request);
  if (type !== 'application/json' && type !== 'application/merge-patch+json') {
    throw new Problem('unsupported-media-type', `Send application/json${type ? `, not ${type}` : ''}.`);
  }
  try {
    const value: unknown = JSON.parse(text, MENTIONS_PROTO.test(text) ? refuseProto : undefined);
    if (text.length > ROOM_FOR_THEM) refuseCrowd(value);
    return { text, value };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('bad-json', `The body is not valid JSON: ${(error as Error).message}.`);
  }
}

// The HTTP parser holds the body to its declared length, so it is read whole, which costs less than a stream.
async function readWhole(request: Request): Promise<string> {
  try {
    const bytes = await request.arrayBuffer();
    if (bytes.byteLength > BODY_LIMIT) throw tooLarge();
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof Problem ? error : brokenText();
  }
}

// A body without a declared length is counted while it arrives and refused at the limit, before it fills the memory.
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += (chunk as Uint8Array).byteLength;
      if (size > BODY_LIMIT) throw tooLarge();
      text += decoder.decode(chunk as Uint8Array, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof Problem ? error : brokenText();
  }
}

const brokenText = () => new Problem('bad-json', 'The body is not valid UTF-8, or it broke off.');
const tooLarge = () => new Problem('body-too-large', `The body is over ${BODY_LIMIT} bytes.`);
