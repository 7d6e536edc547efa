// What stands in our rows for text of a file that must be known again but not kept.
import { hash } from 'node:crypto';

export const hashOf = (text: string) => hash('sha256', text, 'base64url').slice(0, 22);
