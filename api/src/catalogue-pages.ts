// Makes docs/events.md and docs/problems.md from the catalogues of the domain, so that the pages cannot differ from the code.
import {
  EVENT_DATA,
  EVENTS,
  type EventType,
  IMPORT_FILE_FAULTS,
  IMPORT_ROW_NOTICES,
  IMPORT_ROW_REASONS,
  mayBeMissing,
  PROBLEMS,
  type ProblemCode,
} from '@sidestage/domain';

const code = (text: string) => `\`${text}\``;

export function eventsPage(): string {
  const types = Object.keys(EVENTS) as EventType[];
  const areas = Map.groupBy(types, (type) => type.slice(0, type.indexOf('.')));
  const entry = (type: EventType) => {
    const optional = Object.keys(EVENT_DATA[type]).filter((member) => mayBeMissing(type, member));
    const note = optional.length > 0 ? ` Left out where it has nothing to say: ${optional.map(code).join(', ')}.` : '';
    return `### ${type}\n\n${EVENTS[type].meaning}${note}\n\n\`\`\`json\n${JSON.stringify(EVENT_DATA[type], null, 2)}\n\`\`\`\n`;
  };
  return `# Events

Every change is one event, written in the same commit, numbered without gaps. Read them from \`GET /v1/events?after=\`, follow them live
at \`/v1/events/stream\`, or have them sent by a webhook (\`contact.*\` stands for all of an area). Each has the same frame:

\`\`\`json
${JSON.stringify(
  {
    seq: 42,
    id: 'evt_01m7yhx300hebh2ybet1rpw6cs',
    type: 'contact.stage_moved',
    contact_id: 'con_01m7yhx300hebh2ybet1rpw6cq',
    actor: { kind: 'staff', id: 'stf_01m7yhx300k84am828cbfrjtw3', client_id: 'panel-7' },
    data: '…',
    previous: { stage: 'subscriber' },
    batch_id: null,
    at: '2026-11-21T08:00:00.000Z',
  },
  null,
  2,
)}
\`\`\`

Below is an example of each type's \`data\`, which has exactly these members: ids, keys, codes and times, no personal text. \`previous\` holds
what was there before, until the person is erased. Types and members may be added: ignore what you do not know. Every event that any test
writes is checked against this page, which \`npm run generate\` makes from \`packages/domain\`.

${[...areas].map(([area, those]) => `## ${area}\n\n${those.map(entry).join('\n')}`).join('\n')}`;
}

const meanings = (codes: Readonly<Record<string, string>>) =>
  `| code | when |\n|---|---|\n${Object.entries(codes)
    .map(([one, meaning]) => `| ${code(one)} | ${meaning} |\n`)
    .join('')}`;

export function problemsPage(): string {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const byStatus = [...Map.groupBy(codes, (one) => PROBLEMS[one].status)].sort(([a], [b]) => a - b);
  const row = (one: ProblemCode) => {
    const { title, meaning, fix } = PROBLEMS[one];
    return `| ${code(one)} | ${title} | ${meaning} | ${fix} |`;
  };
  const table = (status: number, those: readonly ProblemCode[]) =>
    `## ${status}\n\n| code | title | when | what to do next |\n|---|---|---|---|\n${those.map(row).join('\n')}\n`;
  return `# Problems

Every refusal is an \`application/problem+json\` (RFC 9457). \`code\` is the contract; titles and details are for people and may change.
\`type\` is an address at which the server shows this same text (\`/problems/{code}\`). \`errors\` names all faults of the request at once, each
with a \`pointer\`, a \`detail\` and a \`code\` of its own, often one of those below. Codes may be added: if you do not know one, go by the
status. \`npm run generate\` makes this page from \`packages/domain\`.

${byStatus.map(([status, those]) => table(status, those)).join('\n')}
## Imports

What is wrong with a whole file, in \`errors\` of \`import-refused\` and in \`problem\` of the import. Nothing is written.

${meanings(IMPORT_FILE_FAULTS)}
Why a row was not taken, in \`reasons\` of \`/v1/imports/{id}/rows\`; beside these the codes of a single write, above. The others go on.

${meanings(IMPORT_ROW_REASONS)}
What is told of a row that was taken, in its \`notices\`.

${meanings(IMPORT_ROW_NOTICES)}`;
}
