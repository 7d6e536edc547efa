// /v1/reports: each report as JSON, or as CSV where the caller asks for it by Accept or by the address.
import { type Operation, operation } from '../../http/operation.ts';
import { queries, type ReportName, reportOut } from './reports.schemas.ts';
import { report } from './reports.service.ts';

const SUMMARIES: Readonly<Record<ReportName, string>> = {
  funnel: 'How many came in and how far each got',
  'time-in-stage': 'How long people stay in each stage, those still there included',
  pools: 'Who is in each pool, and what flows in and out',
  reasons: 'Why people were closed, and how many came back',
  validity: 'How many leads are worth the name, by source and week',
  conversion: 'Who gets from one stage to another, by owner, source, channel or week',
  cohorts: 'Conversion by week or month of entry and age',
  coverage: 'Who is really worked with: seven shares, and next steps by owner',
};

const CSV = { type: 'text/csv' };
const AREA = 'insight';
const DESCRIPTION =
  'Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.';

function prefersCsv(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  return types.includes('text/csv') && !types.includes('application/json');
}

export const reportOperations: readonly Operation[] = (Object.keys(SUMMARIES) as ReportName[]).flatMap((name) => {
  const title = `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Report`;
  const about = { method: 'get', area: AREA, scope: 'reports:read', query: queries[name] } as const;
  return [
    operation(
      {
        ...about,
        id: `get${title}`,
        path: `/v1/reports/${name}`,
        summary: SUMMARIES[name],
        description: DESCRIPTION,
        replies: { 200: { description: 'The report', schema: reportOut(name, title), stream: CSV } },
        problems: ['lifecycle-unknown'],
      },
      async (call) => report(call, name, prefersCsv(call.header('accept'))),
    ),
    operation(
      {
        ...about,
        id: `get${title}Csv`,
        path: `/v1/reports/${name}.csv`,
        summary: `${SUMMARIES[name]}, as CSV`,
        replies: { 200: { description: 'One line of names, one per row', stream: CSV } },
        problems: ['lifecycle-unknown'],
      },
      async (call) => report(call, name, true),
    ),
  ];
});
