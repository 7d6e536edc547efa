// A reading connection of one's own to wherever the database is; the address passes between threads.
import type { OwnReader } from './database.ts';
import { openFileReader } from './file-database.ts';
import { openRemoteReader } from './remote-database.ts';

export type DatabaseAddress =
  | { readonly file: string }
  | { readonly url: string; readonly authToken?: string | undefined };

export const openReader = (at: DatabaseAddress): OwnReader =>
  'file' in at ? openFileReader(at.file) : openRemoteReader(at.url, at.authToken);
