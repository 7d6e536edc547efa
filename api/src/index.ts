// What tests and tools outside the API may use of it.
export { eventsPage, problemsPage } from './catalogue-pages.ts';
export { asSystem } from './cli/as-system.ts';
export { checkHouse } from './cli/check-house.ts';
export { statement } from './db/statement.ts';
export { checkHealth, tellNudges } from './features/health/health.service.ts';
export { forgetFiles } from './features/imports/forget-files.ts';
export { operations } from './features/index.ts';
export { createKey } from './features/keys/keys.routes.ts';
export { MOVED, STAYS } from './features/merges/merges.store.ts';
export { invite } from './features/staff/staff.service.ts';
export { openApiDocument } from './http/document.ts';
export { type House, openHouse, VERSION } from './server.ts';
export { classifyWaiting } from './workers/classification.ts';
export { compareWaiting } from './workers/duplicates.ts';
export { startImports } from './workers/imports.ts';
export { startPublications } from './workers/publications.ts';
export { createSender, type Sender } from './workers/webhook-send.ts';
export { type Pusher, startPusher } from './workers/webhooks.ts';
