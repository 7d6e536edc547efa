// /v1/fields, /v1/rules, how they classify a contact, and the matrix.
import { z } from '@hono/zod-openapi';
import { operation } from '../../http/operation.ts';
import { idParam, key } from '../../http/schemas.ts';
import { contextBody } from '../contacts/contacts.schemas.ts';
import { bodyHandleFaults } from '../contacts/handles.ts';
import {
  classificationOut,
  fieldIn,
  fieldKey,
  fieldOut,
  fieldPatch,
  matrixReportOut,
  ruleIn,
  ruleOut,
  rulePatch,
  rulesOut,
} from './classification.schemas.ts';
import { getClassification, matrixCsv, matrixReport, removeOverride } from './classification.service.ts';
import { allFields, liveRules, sweepState } from './classification.store.ts';
import { changeField, changeRule, createField, createRule, fieldView, ruleView } from './definitions.service.ts';

const area = 'tags';

export const classificationOperations = [
  operation(
    {
      id: 'listFields',
      method: 'get',
      path: '/v1/fields',
      area,
      scope: 'lifecycles:read',
      summary: 'Declared fields, the archived ones too',
      replies: { 200: { description: 'Fields', schema: z.object({ data: z.array(fieldOut) }).openapi('Fields') } },
    },
    async (call) => ({
      status: 200,
      body: { data: (await call.deps.db.read({ rows: allFields })).rows.map(fieldView) },
    }),
  ),
  operation(
    {
      id: 'createField',
      method: 'post',
      path: '/v1/fields',
      area,
      scope: 'classification:write',
      summary: 'Declare a field of contacts and its type',
      description:
        'From then on a value of another type is refused. Values written before stay until they are written anew.',
      body: fieldIn,
      replies: { 201: { description: 'Declared', schema: fieldOut } },
      problems: ['already-exists'],
    },
    createField,
  ),
  operation(
    {
      id: 'updateField',
      method: 'patch',
      path: '/v1/fields/{key}',
      area,
      scope: 'classification:write',
      summary: 'Rename a field, change its choices, archive it',
      params: z.strictObject({ key: fieldKey }),
      body: fieldPatch,
      replies: { 200: { description: 'As it is now', schema: fieldOut } },
      problems: ['conflict'],
    },
    changeField,
  ),
  operation(
    {
      id: 'listRules',
      method: 'get',
      path: '/v1/rules',
      area,
      scope: 'lifecycles:read',
      summary: 'Rules that tag by a field',
      replies: { 200: { description: 'Rules in force', schema: rulesOut } },
    },
    async (call) => {
      const { rows, sweep } = await call.deps.db.read({ rows: liveRules, sweep: sweepState });
      return { status: 200, body: { data: rows.map(ruleView), sweeping: sweep.length > 0 } };
    },
  ),
  operation(
    {
      id: 'createRule',
      method: 'post',
      path: '/v1/rules',
      area,
      scope: 'classification:write',
      summary: 'Tag by a field: the first case that fits gives the tag',
      description:
        'Everybody is judged by it, a few at a time; from then on with every change of the field. A tag that a person set stays, with the reason they gave.',
      body: ruleIn,
      replies: { 201: { description: 'Made', schema: ruleOut } },
      problems: ['already-exists'],
    },
    createRule,
  ),
  operation(
    {
      id: 'updateRule',
      method: 'patch',
      path: '/v1/rules/{key}',
      area,
      scope: 'classification:write',
      summary: 'Change a rule or archive it',
      params: z.strictObject({ key }),
      body: rulePatch,
      replies: { 200: { description: 'As it is now', schema: ruleOut } },
      problems: ['already-exists'],
    },
    changeRule,
  ),
  operation(
    {
      id: 'getContactClassification',
      method: 'get',
      path: '/v1/contacts/{id}/classification',
      area,
      scope: 'contacts:read',
      summary: 'What a contact is by rules, matrix, grade and warmth, and why',
      params: idParam,
      replies: { 200: { description: 'Each with the figures that made it so', schema: classificationOut } },
    },
    getClassification,
  ),
  operation(
    {
      id: 'removeRuleOverride',
      method: 'delete',
      path: '/v1/contacts/{id}/overrides/{rule}',
      area,
      scope: 'tags:write',
      summary: 'Let a rule speak again where a person had decided otherwise',
      params: z.strictObject({ id: z.string().min(1).max(64), rule: key }),
      body: contextBody,
      bodyOptional: true,
      faults: bodyHandleFaults,
      replies: { 200: { description: 'As it is now', schema: classificationOut } },
      problems: ['context-mismatch', 'contact-archived'],
    },
    async (call) => removeOverride(call, call.body?.context),
  ),
  operation(
    {
      id: 'getMatrixReport',
      method: 'get',
      path: '/v1/reports/matrix',
      area: 'insight',
      scope: 'reports:read',
      summary: 'How many people are in each quadrant of the attack/defence matrix',
      description: 'Who they are: `/v1/contacts?quadrant=`.',
      replies: { 200: { description: 'Counts', schema: matrixReportOut } },
    },
    matrixReport,
  ),
  operation(
    {
      id: 'getMatrixReportCsv',
      method: 'get',
      path: '/v1/reports/matrix.csv',
      area: 'insight',
      scope: 'reports:read',
      summary: 'How many people are in each quadrant, as CSV',
      replies: { 200: { description: 'One line of names, one per quadrant', stream: { type: 'text/csv' } } },
    },
    matrixCsv,
  ),
];
