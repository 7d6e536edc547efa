// `import FILE`: people from a CSV or NDJSON file, with a bar on stderr and the rejected rows in a file of their own.

import { once } from 'node:events';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { IMPORT_ROW_REASONS, type ImportRowReason, isProblemCode, PROBLEMS } from '@sidestage/domain';
import { readConfig } from '../config.ts';
import { type FileShape, readRows } from '../features/imports/read-rows.ts';
import { csvRow } from '../http/csv.ts';
import { CommandError } from './command-error.ts';
import { type Ask, connected } from './commands.ts';
import type { ImportNews, ImportShown, NoticedTag } from './import-house.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

/** For scripts that must not take a part for the whole. */
const SOME_REJECTED = 3;

const OPTIONS = {
  map: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  rejects: { type: 'string' },
  mode: { type: 'string' },
  source: { type: 'string' },
  system: { type: 'string' },
  lifecycle: { type: 'string' },
  stage: { type: 'string' },
  reason: { type: 'string' },
  'on-unknown-tag': { type: 'string' },
  'tag-group': { type: 'string' },
  'date-format': { type: 'string' },
  zone: { type: 'string' },
  encoding: { type: 'string' },
  format: { type: 'string' },
} as const;

export const importCommand: Command = {
  name: 'import',
  summary: 'Import people from a CSV or NDJSON file',
  help: `
Usage: sidestage import FILE [options]

Reads the whole file before it writes the first row, then says row by row what became of it. Nobody is merged, and a
second run adds nobody. Works through the running server where there is one. Prints the id of the import. Exits with 3
where rows were rejected, 1 where nothing was imported, 0 otherwise.

  --map HEADER=TARGET   what a column becomes, beside the proposal; may be given often ("=ignore" leaves it out)
  --dry-run             everything but the writing
  --rejects FILE        the rejected rows as they were, each with its reason
  --mode MODE           upsert (default), create, update
  --source TEXT         the source of people whose row names none
  --system NAME         the system external ids belong to
  --lifecycle KEY, --stage KEY   the stage of people whose row names none
  --reason CODE         the reason of moves that need one
  --on-unknown-tag DO   a row with a tag that does not exist: reject (default), leave-out (the tag), create (the tag)
  --tag-group KEY       the multi-choice group of created tags; "imported" otherwise
  --date-format F       instant, ymd, dmy, mdy, chinese, epoch-s, epoch-ms; otherwise each column must prove its own
  --zone ZONE           the zone of dates without an offset
  --encoding E          utf-8, gb18030, big5, shift_jis, windows-1252, utf-16le; otherwise it must be plain
  --format F            csv or ndjson; told from the name otherwise`,
  async run(args) {
    const { values, positionals } = readOptions(args, OPTIONS, 1);
    const [name] = positionals;
    if (!name) throw new CommandError('Say what to import: sidestage import FILE.');
    const folder = readConfig().callerFolder;
    const file = resolve(folder, name);
    if (!existsSync(file) || !statSync(file).isFile()) throw new CommandError(`There is no file ${name}.`);
    const rejects = values.rejects === undefined ? undefined : resolve(folder, values.rejects);
    if (rejects && existsSync(rejects))
      throw new CommandError(`${values.rejects} exists already. Choose another name.`);
    if (rejects) checkFolder(dirname(rejects));
    const format = values.format ?? (/^\.(nd)?jsonl?$/i.test(extname(file)) ? 'ndjson' : 'csv');
    if (format !== 'csv' && format !== 'ndjson') throw new CommandError(`--format is csv or ndjson, not "${format}".`);
    return connected(async (ask, served) => {
      const opened = await ask<ImportShown>('import-open', { file, format });
      const options = optionsOf(values, opened);
      tellMapping(opened, options.mapping);
      try {
        await ask('import-start', { id: opened.id, options });
      } catch (error) {
        await ask('import-cancel', { id: opened.id });
        throw error;
      }
      const done = await follow(ask, opened.id, served);
      if (done.status !== 'done') {
        const faults = done.problem?.errors.map((one) => one.detail).join(' ');
        throw new CommandError(`The import is ${done.status}. ${faults ?? ''}`);
      }
      process.stdout.write(`${done.id}\n`);
      const { created, updated, unchanged, rejected } = done.progress;
      const told = `${created} added, ${updated} changed, ${unchanged} as they were, ${rejected} rejected`;
      process.stderr.write(`${values['dry-run'] ? 'It would be: ' : ''}${told}.\n`);
      await tellTags(ask, done.id, values['dry-run'] === true);
      if (rejects) await writeRejects(ask, done, file, rejects);
      if (rejected > 0 && !rejects) await tellRejects(ask, done.id, rejected);
      if (rejected === 0) return 0;
      process.stderr.write(
        `${rejected} ${rejected === 1 ? 'row was' : 'rows were'} rejected, so this exits with ${SOME_REJECTED}.\n`,
      );
      return SOME_REJECTED;
    });
  },
};

/** Before anything is imported: afterwards nobody could be told which rows were not. */
function checkFolder(folder: string) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CommandError(`Nothing can be written into ${folder}. Nothing was imported.`);
  }
}

type Values = ReturnType<typeof readOptions<typeof OPTIONS>>['values'];

function optionsOf(values: Values, opened: ImportShown) {
  const mapping: Record<string, string> = { ...opened.proposal.mapping };
  for (const one of values.map ?? []) {
    const cut = one.lastIndexOf('=');
    if (cut < 1) throw new CommandError(`--map wants HEADER=TARGET, not "${one}".`);
    mapping[one.slice(0, cut)] = one.slice(cut + 1);
  }
  const given = { mode: values.mode, source: values.source, system: values.system, lifecycle: values.lifecycle };
  const more = {
    stage: values.stage,
    on_unknown_tag: values['on-unknown-tag'],
    tag_group: values['tag-group'],
    date_format: values['date-format'],
    zone: values.zone,
    encoding: values.encoding,
  };
  const named = Object.entries({ ...given, ...more }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(named),
    // A file in an encoding that is stated only now shows its headers only then.
    ...(opened.headers.length > 0 || values.map ? { mapping } : {}),
    ...(values.reason === undefined ? {} : { reason: { code: values.reason } }),
    ...(values['dry-run'] ? { dry_run: true } : {}),
  } as { mapping?: Record<string, string> };
}

function tellMapping(opened: ImportShown, mapping: Readonly<Record<string, string>> | undefined) {
  for (const [header, target] of Object.entries(mapping ?? {})) process.stderr.write(`  ${header} → ${target}\n`);
  const left = opened.headers.filter((header) => !Object.hasOwn(mapping ?? {}, header));
  if (left.length > 0) process.stderr.write(`  left out: ${left.join(', ')}\n`);
}

const RUNNING = new Set(['created', 'checking', 'running']);
const WIDTH = 30;

async function follow(ask: Ask, id: string, served: boolean): Promise<ImportShown> {
  // Where no server is, this process does the work.
  const working = served ? Promise.resolve() : ask<void>('import-work', { id });
  working.catch(() => undefined);
  let cancelled = false;
  const cancel = () => {
    if (cancelled) process.exit(130);
    cancelled = true;
    ask('import-cancel', { id }).catch(() => undefined);
  };
  process.on('SIGINT', cancel);
  try {
    for (let news: ImportNews | undefined; ; ) {
      news = await ask<ImportNews>('import-news', { id, after: news?.version ?? -1 });
      drawBar(news.shown);
      if (RUNNING.has(news.shown.status)) continue;
      await working;
      return news.shown;
    }
  } finally {
    process.off('SIGINT', cancel);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

function drawBar({ status, progress: { total, read, rejected } }: ImportShown) {
  if (!process.stderr.isTTY) return;
  const part = total ? read / total : 0;
  const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
  const text = total === null ? `${status}…` : `${bar} ${read} of ${total} rows, ${rejected} rejected`;
  process.stderr.write(`\r\u001b[K${text}`);
}

interface RejectedRow {
  readonly row: number;
  readonly reasons: readonly {
    code: string;
    column: string | null;
    row: number | null;
    contact_id: string | null;
    tag: string | null;
  }[];
}

const because = ({ reasons }: RejectedRow) =>
  reasons
    .map((one) =>
      [one.code, one.column, one.tag, one.row && `row ${one.row}`, one.contact_id].filter(Boolean).join(' '),
    )
    .join('; ');

/** What a reason means; some are those of a single write. */
const meaningOf = (code: string): string =>
  IMPORT_ROW_REASONS[code as ImportRowReason] ?? (isProblemCode(code) ? PROBLEMS[code].fix : 'See the reference.');

const TOLD = 5;

/** The tags that were left out or created, so that nobody has to read the rows to know. */
async function tellTags(ask: Ask, id: string, rehearsed: boolean): Promise<void> {
  const tags = await ask<NoticedTag[]>('import-tags', { id });
  for (const { code, tag, rows } of tags) {
    const what = code === 'tag-created' ? 'tag created' : 'tag left out';
    const count = code === 'tag-created' ? '' : ` (${rows} row${rows === 1 ? '' : 's'})`;
    process.stderr.write(`  ${rehearsed ? `${what}, when it is real` : what}: ${tag}${count}\n`);
  }
}

async function tellRejects(ask: Ask, id: string, rejected: number): Promise<void> {
  const rows = (await ask<RejectedRow[]>('import-rejected', { id, after: 0 })).slice(0, TOLD);
  for (const one of rows) process.stderr.write(`  row ${one.row}: ${because(one)}\n`);
  for (const code of new Set(rows.flatMap((one) => one.reasons.map((reason) => reason.code))))
    process.stderr.write(`  ${code}: ${meaningOf(code)}
`);
  const more = rejected > rows.length ? `${rejected - rows.length} more. ` : '';
  process.stderr.write(`${more}--rejects FILE keeps them all, ready to be mended and imported again.\n`);
}

/** The rows of the file that were rejected, word for word, with why; ready to be mended and imported again. */
async function writeRejects(ask: Ask, done: ImportShown, file: string, target: string): Promise<void> {
  const out = createWriteStream(target, { flags: 'wx', mode: 0o600 });
  let failed: Error | undefined;
  out.on('error', (error) => {
    failed = error;
  });
  const check = () => {
    if (failed)
      throw new CommandError(`The import is done, but not all its rejected rows are in ${target}: ${failed.message}`);
  };
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain').catch(() => undefined);
    check();
  };
  const shape = {
    format: done.format,
    encoding: done.encoding,
    delimiter: done.delimiter,
    headers: done.headers,
  } as FileShape;
  if (done.format === 'csv') await write(csvRow([...done.headers, 'rejected_because', 'rejected_row']));
  let rejected = await ask<RejectedRow[]>('import-rejected', { id: done.id, after: 0 });
  for await (const raw of readRows(createReadStream(file), shape)) {
    const [next] = rejected;
    if (!next) break;
    if (raw.row !== next.row || raw.end !== null) continue;
    if (done.format === 'csv') {
      const cells = done.headers.map((_, i) => (raw.cells[i] ?? '') as string);
      await write(csvRow([...cells, because(next), next.row]));
    } else {
      const data = Object.fromEntries(done.headers.map((header, i) => [header, raw.cells[i] ?? null]));
      await write(`${JSON.stringify({ ...data, rejected_because: because(next), rejected_row: next.row })}\n`);
    }
    rejected = rejected.slice(1);
    if (rejected.length === 0) rejected = await ask('import-rejected', { id: done.id, after: next.row });
  }
  await new Promise((resolve) => out.once('close', resolve).end());
  check();
}
