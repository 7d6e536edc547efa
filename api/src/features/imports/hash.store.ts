// Hashes stored in place of text from a file that must be recognised again but not kept.
import { hash } from 'node:crypto';

export const hexOf = (text: string) => hash('sha256', text, 'hex');
export const hashOf = (text: string) => hash('sha256', text, 'base64url').slice(0, 22);

/** The claim a rejected row makes on a contact, or on one name of theirs; the claims on one contact are neighbours in the index. */
export const contactClaim = (contactId: string, name?: string) =>
  `c:${contactId}${name === undefined ? '' : ` ${hashOf(name)}`}`;
