// The table of the contract: every operation and status the document declares, and whether the run was answered it.
import type { OpenApiDocument } from '../validator.ts';

export interface Coverage {
  readonly operations: number;
  readonly declared: number;
  readonly provoked: number;
  /** `moveContactStage 409`: declared, and never answered. */
  readonly missing: readonly string[];
  /** By operation and status, the problem codes that came with it. */
  readonly table: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>;
}

/** `heard` maps an operation and status, such as `getContact 200`, to the problem codes that came with it. */
export function coverageOf(
  document: Pick<OpenApiDocument, 'paths'>,
  heard: ReadonlyMap<string, ReadonlySet<string>>,
): Coverage {
  const table: Record<string, Record<string, readonly string[] | null>> = {};
  const missing: string[] = [];
  let declared = 0;
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    const row: Record<string, readonly string[] | null> = {};
    for (const status of Object.keys(operation.responses)) {
      const at = `${operation.operationId} ${status}`;
      const codes = heard.get(at);
      declared += 1;
      row[status] = codes ? [...codes].sort() : null;
      if (!codes) missing.push(at);
    }
    table[operation.operationId] = row;
  }
  return { operations: Object.keys(table).length, declared, provoked: declared - missing.length, missing, table };
}

export const summaryOf = ({ operations, declared, provoked }: Coverage): string =>
  `${provoked} of ${declared} declared answers (${operations} operations × their statuses) were provoked over HTTP`;

/** For people: one row an operation, one column a status; what was never provoked is named above. */
export function asMarkdown(coverage: Coverage): string {
  const statuses = [...new Set(Object.values(coverage.table).flatMap((row) => Object.keys(row)))].sort();
  const cell = (codes: readonly string[] | null | undefined) =>
    codes === undefined ? '' : codes === null ? '**never**' : '✓';
  const rows = Object.entries(coverage.table).map(
    ([name, row]) => `| ${name} | ${statuses.map((status) => cell(row[status])).join(' | ')} |`,
  );
  return [
    '# What the contract tests were answered',
    '',
    `${summaryOf(coverage)}. An empty cell is a status the operation does not declare.`,
    ...(coverage.missing.length > 0 ? ['', 'Never provoked:', '', ...coverage.missing.map((at) => `- ${at}`)] : []),
    '',
    `| operation | ${statuses.join(' | ')} |`,
    `|---|${statuses.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ].join('\n');
}
