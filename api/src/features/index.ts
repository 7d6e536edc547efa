// Every operation of the API, in the order the document shows them.
import type { Operation } from '../http/operation.ts';
import { auditOperations } from './audit/audit.routes.ts';
import { batchOperations } from './batch/batch.routes.ts';
import { cardOperations } from './card/card.routes.ts';
import { classificationOperations } from './classification/classification.routes.ts';
import { contactOperations } from './contacts/contacts.routes.ts';
import { conversationLinkOperations } from './conversation-links/conversation-links.routes.ts';
import { duplicateOperations } from './duplicates/duplicates.routes.ts';
import { eventOperations } from './events/events.routes.ts';
import { exportOperations } from './exports/exports.routes.ts';
import { followUpOperations } from './follow-ups/follow-ups.routes.ts';
import { handoverOperations } from './handovers/handovers.routes.ts';
import { identityOperations } from './identities/identities.routes.ts';
import { importOperations } from './imports/imports.routes.ts';
import { interactionOperations } from './interactions/interactions.routes.ts';
import { keyOperations } from './keys/keys.routes.ts';
import { lifecycleOperations } from './lifecycles/lifecycles.routes.ts';
import { mergeOperations } from './merges/merges.routes.ts';
import { reportOperations } from './reports/reports.routes.ts';
import { scriptOperations } from './scripts/scripts.routes.ts';
import { searchOperations } from './search/search.routes.ts';
import { settingsOperations } from './settings/settings.routes.ts';
import { staffOperations } from './staff/staff.routes.ts';
import { systemOperations } from './system/system.routes.ts';
import { tagOperations } from './tags/tags.routes.ts';
import { timelineOperations } from './timeline/timeline.routes.ts';
import { transitionOperations } from './transitions/transitions.routes.ts';
import { webhookOperations } from './webhooks/webhooks.routes.ts';

export const operations: readonly Operation[] = [
  ...contactOperations,
  ...searchOperations,
  ...batchOperations,
  ...cardOperations,
  ...timelineOperations,
  ...identityOperations,
  ...duplicateOperations,
  ...mergeOperations,
  ...conversationLinkOperations,
  ...lifecycleOperations,
  ...scriptOperations,
  ...transitionOperations,
  ...tagOperations,
  ...classificationOperations,
  ...interactionOperations,
  ...followUpOperations,
  ...handoverOperations,
  ...staffOperations,
  ...keyOperations,
  ...settingsOperations,
  ...eventOperations,
  ...auditOperations,
  ...importOperations,
  ...webhookOperations,
  ...reportOperations,
  ...exportOperations,
  ...systemOperations,
];
