// Writes what is made from the code for others to read: the OpenAPI document, the pages of events and problems.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPage, problemsPage } from './catalogue-pages.ts';
import { DOCUMENT_PATH } from './http/docs.ts';
import { openApiDocument } from './http/document.ts';
import { VERSION } from './server.ts';

const docs = join(import.meta.dirname, '../../docs');
writeFileSync(DOCUMENT_PATH, `${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`);
writeFileSync(join(docs, 'events.md'), eventsPage());
writeFileSync(join(docs, 'problems.md'), problemsPage());
