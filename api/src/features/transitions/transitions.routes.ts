// Moves: what is possible, making one, taking it back, and the ledger.
import { z } from '@hono/zod-openapi';
import { operation } from '../../http/operation.ts';
import { idParam, key, pageOf } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { contactById } from '../contacts/contacts.store.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import { visibleContact } from '../contacts/on-contact.ts';
import { closeContact, reopenContact } from './close.service.ts';
import { getTransition, listContactTransitions, listTransitions } from './ledger.service.ts';
import { moveContact } from './move.service.ts';
import { listPositions } from './positions.service.ts';
import { lifecycleNamed, moveLoad, movesView, situation } from './situation.ts';
import { correctTransition, undoMove } from './take-back.service.ts';
import {
  closedOut,
  closeIn,
  correctIn,
  ledgerQuery,
  movedOut,
  moveIn,
  moveOut,
  moveQuery,
  positionsOut,
  positionsQuery,
  reopenIn,
  transitionOut,
  unchangedOrDry,
  unchangedOut,
  undoneOut,
} from './transitions.schemas.ts';

const transitionPage = pageOf(transitionOut).openapi('TransitionPage');

export const transitionOperations = [
  operation(
    {
      id: 'listContactMoves',
      method: 'get',
      path: '/v1/contacts/{id}/moves',
      area: 'stages',
      scope: 'contacts:read',
      summary: 'Every stage, and whether this contact may move there now',
      params: idParam,
      query: z.strictObject({ lifecycle: key.optional() }),
      replies: {
        200: {
          description: 'One entry per stage, the current one not allowed',
          schema: z.object({ data: z.array(moveOut) }).openapi('Moves'),
        },
      },
      problems: ['lifecycle-unknown'],
    },
    async (call) => {
      const lifecycle = lifecycleNamed(call, call.query.lifecycle, '?lifecycle');
      const rows = await call.deps.db.read({
        contact: contactById(call.params.id),
        ...moveLoad(call.params.id, lifecycle.key),
      });
      const contact = visibleContact(call, rows.contact[0]);
      return { status: 200, body: { data: movesView(situation(contact, lifecycle, rows, call.now)) } };
    },
  ),
  operation(
    {
      id: 'moveContactStage',
      method: 'post',
      path: '/v1/contacts/{id}/transitions',
      area: 'stages',
      scope: 'stages:write',
      summary: 'Move a contact to a stage',
      description:
        'A move to the stage the contact is in answers `changed: false`. With `dry_run=true` nothing is stored.',
      params: idParam,
      query: moveQuery,
      body: moveIn,
      faults: bodyHandleFaults,
      replies: {
        201: { description: 'Moved', schema: movedOut },
        200: { description: 'Already there, or a dry run', schema: unchangedOrDry },
      },
      problems: [
        'stage-changed',
        'context-mismatch',
        'contact-archived',
        'stage-unknown',
        'move-not-allowed',
        'reason-required',
        'reason-unknown',
        'reason-unfit',
        'reason-note-required',
        'effective-in-future',
        'criteria-unmet',
        'lifecycle-unknown',
      ],
    },
    async (call) => moveContact(call, call.params.id, call.body, call.query.dry_run ?? false),
  ),
  operation(
    {
      id: 'closeContact',
      method: 'post',
      path: '/v1/contacts/{id}/close',
      area: 'stages',
      scope: 'stages:write',
      summary: 'Close a contact where they stand: lost, disqualified or churned',
      description:
        'A ledger row that keeps the stage. A closed contact is in no list meant for outreach. Closing again with the same outcome answers `changed: false`; any move opens the contact. Where the lifecycle has a stage that means this end, move there instead.',
      params: idParam,
      body: closeIn,
      faults: bodyHandleFaults,
      replies: {
        201: { description: 'Closed', schema: closedOut },
        200: { description: 'Closed so already', schema: unchangedOut },
      },
      problems: [
        'close-not-allowed',
        'stage-changed',
        'context-mismatch',
        'contact-archived',
        'reason-unknown',
        'reason-unfit',
        'reason-note-required',
        'effective-in-future',
        'effective-too-early',
        'lifecycle-unknown',
      ],
    },
    async (call) => closeContact(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'reopenContact',
      method: 'post',
      path: '/v1/contacts/{id}/reopen',
      area: 'stages',
      scope: 'stages:write',
      summary: 'Open a closed contact again, in the stage they had kept',
      params: idParam,
      body: reopenIn,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: {
        201: { description: 'Open again', schema: closedOut },
        200: { description: 'Not closed', schema: unchangedOut },
      },
      problems: [
        'close-not-allowed',
        'context-mismatch',
        'contact-archived',
        'reason-unknown',
        'reason-note-required',
        'effective-in-future',
        'effective-too-early',
        'lifecycle-unknown',
      ],
    },
    async (call) => reopenContact(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'listContactTransitions',
      method: 'get',
      path: '/v1/contacts/{id}/transitions',
      area: 'stages',
      scope: 'contacts:read',
      summary: 'The ledger of one contact, by seq',
      params: idParam,
      query: ledgerQuery,
      replies: { 200: { description: 'Rows, oldest first', schema: transitionPage } },
      problems: ['cursor-invalid', 'lifecycle-unknown'],
    },
    listContactTransitions,
  ),
  operation(
    {
      id: 'listTransitions',
      method: 'get',
      path: '/v1/transitions',
      area: 'stages',
      scope: 'events:read',
      summary: 'The whole ledger, by seq',
      query: ledgerQuery,
      replies: { 200: { description: 'Rows, oldest first', schema: transitionPage } },
      problems: ['cursor-invalid', 'lifecycle-unknown'],
    },
    listTransitions,
  ),
  operation(
    {
      id: 'getTransition',
      method: 'get',
      path: '/v1/transitions/{id}',
      area: 'stages',
      scope: 'contacts:read',
      summary: 'One ledger row',
      params: idParam,
      replies: { 200: { description: 'The row', schema: transitionOut } },
    },
    getTransition,
  ),
  operation(
    {
      id: 'undoTransition',
      method: 'post',
      path: '/v1/transitions/{id}/undo',
      area: 'stages',
      scope: 'stages:write',
      summary: 'Take back your own last move within 10 minutes',
      params: idParam,
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 201: { description: 'A new row that voids the move', schema: undoneOut } },
      problems: [
        'undo-not-yours',
        'undo-too-late',
        'undo-not-last',
        'undo-already',
        'undo-first-row',
        'stage-retired',
        'contact-merged',
        'context-mismatch',
        'contact-archived',
        'contact-erased',
      ],
    },
    async (call) => undoMove(call, call.params.id, call.body?.context),
  ),
  operation(
    {
      id: 'correctTransition',
      method: 'post',
      path: '/v1/transitions/{id}/correct',
      area: 'stages',
      scope: 'stages:correct',
      summary: 'Take back any row of the ledger, with a reason',
      description:
        'Adds a row that voids the one named: it counts in no visit and no report from then on. Correcting a row that took another back brings that one back. Say where the contact was instead by a move with `effective_at`.',
      params: idParam,
      body: correctIn,
      faults: bodyHandleFaults,
      replies: { 201: { description: 'A new row that voids the one named', schema: undoneOut } },
      problems: [
        'undo-already',
        'undo-first-row',
        'stage-retired',
        'contact-merged',
        'reason-unknown',
        'reason-note-required',
        'context-mismatch',
        'contact-archived',
        'contact-erased',
      ],
    },
    async (call) => correctTransition(call, call.params.id, call.body),
  ),
  operation(
    {
      id: 'listContactPositions',
      method: 'get',
      path: '/v1/contacts/{id}/positions',
      area: 'stages',
      scope: 'contacts:read',
      summary: 'Where a contact was at one time, by what was known at another',
      params: idParam,
      query: positionsQuery,
      replies: {
        200: { description: 'One entry per lifecycle the contact was in, the default first', schema: positionsOut },
      },
    },
    async (call) => listPositions(call, call.params.id),
  ),
];
