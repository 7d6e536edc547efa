// Writes the OpenAPI document the SDK, the docs page and the drift check read.
import { writeFileSync } from 'node:fs';
import { DOCUMENT_PATH } from './http/docs.ts';
import { openApiDocument } from './http/document.ts';
import { VERSION } from './server.ts';

writeFileSync(DOCUMENT_PATH, `${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`);
