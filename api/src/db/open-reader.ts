// Opens a separate reading connection, by an address that can be passed to another thread.
import type { OwnReader } from './database.ts';
import { openFileReader } from './file-database.ts';
import { openRemoteReader } from './remote-database.ts';

export type DatabaseAddress =
  | { readonly file: string }
  | { readonly url: string; readonly authToken?: string | undefined };

export const openReader = (at: DatabaseAddress): OwnReader =>
  'file' in at ? openFileReader(at.file) : openRemoteReader(at.url, at.authToken);
