// ETag and If-Match: a strong tag is the quoted version.
import type { Call } from './operation.ts';
import { Problem } from './problem.ts';

export const etag = (version: number) => `"${version}"`;

/** Throws 412 with the current representation, or 428 where a precondition is required and missing. */
export function checkIfMatch(call: Pick<Call, 'header'>, version: number, current: () => unknown, required = false) {
  const header = call.header('if-match');
  if (header === undefined) {
    if (required) throw new Problem('precondition-required', 'Send If-Match with the ETag you last saw.');
    return;
  }
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etag(version))) return;
  const alike = tags.some((tag) => tag.replace(/^W\//, '').replaceAll('"', '') === String(version));
  // The right version in the wrong form (weak, or without quotes): saying that somebody changed it would mislead.
  const detail = alike
    ? `If-Match takes the ETag as it came, in quotes and without W/: ${etag(version)}.`
    : `Somebody changed this since you read it. It is at version ${version} now.`;
  throw new Problem('version-mismatch', detail, {
    extra: { current: current() },
    headers: { etag: etag(version) },
  });
}
