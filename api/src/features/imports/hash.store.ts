// Hashes stored in place of text from a file that must be recognised again but not kept.
import { hash } from 'node:crypto';

export const hexOf = (text: string) => hash('sha256', text, 'hex');
export const hashOf = (text: string) => hash('sha256', text, 'base64url').slice(0, 22);

/** A contact, or one name of theirs, that a rejected row holds; those of one contact follow each other in the index. */
export const contactClaim = (contactId: string, name?: string) =>
  `c:${contactId}${name === undefined ? '' : ` ${hashOf(name)}`}`;
