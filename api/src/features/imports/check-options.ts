// Checks the options of an import against the file's headers, and names everything that is wrong at once.
import { isDated, mayRepeat, parseTarget, type TagGroup } from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { type Fault, type FaultCode, Problem } from '../../http/problem.ts';
import { didYouMean, nearest } from '../../http/validate.ts';
import type { ImportOptions } from './imports.schemas.ts';
import type { StoredShape } from './imports.store.ts';
import { DEFAULT_TAG_GROUP, tagGroupOf } from './tags-made.store.ts';

const NAMING = new Set(['display_name', 'first_name', 'last_name', 'external_id', 'identities', 'identity']);

/** The mapping to use: the one given, else the one proposed. */
export const mappingOf = (shape: StoredShape, options: Pick<ImportOptions, 'mapping'>) =>
  options.mapping ?? shape.proposal.mapping;

export function checkOptions(
  deps: Deps,
  shape: StoredShape,
  options: ImportOptions,
  groups: readonly TagGroup[],
): void {
  const faults: Fault[] = [];
  const add = (pointer: string, code: FaultCode, detail: string) => faults.push({ pointer, code, detail });
  const at = (header: string) => `/mapping/${header.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (shape.fault) add('', shape.fault.code, shape.fault.detail);
  if (shape.repeated)
    add('', 'header-repeated', 'A second row of headers follows the first. Keep one of them in the file.');

  const seen = new Map<string, string>();
  let names = false;
  for (const [header, text] of Object.entries(mappingOf(shape, options))) {
    if (!shape.headers.includes(header)) {
      const near = nearest(header, shape.headers);
      add(at(header), 'column-missing', `The file has no column "${header}".${didYouMean(near)}`);
    }
    const target = parseTarget(text);
    if (!target) {
      add(at(header), 'target-unknown', `A column cannot become "${text}".`);
      continue;
    }
    if (NAMING.has(target.kind)) names = true;
    const before = seen.get(text);
    if (before !== undefined && !mayRepeat(target))
      add(at(header), 'target-repeated', `"${before}" becomes ${text} already.`);
    seen.set(text, header);
    if (target.kind === 'stage_at_of') checkStage(target.stage, at(header));
  }
  if (!names && !shape.fault)
    add(
      '/mapping',
      'nobody-named',
      'No column holds a name or a handle. Map one to display_name or identity:<channel>.',
    );

  const lifecycle = deps.lifecycles.byKey(options.lifecycle ?? deps.lifecycles.defaultKey());
  if (!lifecycle) add('/lifecycle', 'lifecycle-unknown', `There is no lifecycle "${options.lifecycle}".`);
  if (options.stage) checkStage(options.stage, '/stage');
  for (const [name, stage] of Object.entries(options.stage_values ?? {})) checkStage(stage, `/stage_values/${name}`);
  if (typeof options.date_format === 'object')
    for (const header of Object.keys(options.date_format)) {
      const text = mappingOf(shape, options)[header];
      const target = text === undefined ? undefined : parseTarget(text);
      if (!target || !isDated(target))
        add(`/date_format/${header}`, 'column-missing', `"${header}" is not mapped to a date.`);
    }
  checkTagGroup();
  if (faults.length === 0) return;
  throw new Problem('import-refused', `${faults[0]?.detail} Nothing was written.`, { errors: faults });

  function checkTagGroup() {
    const creates = options.on_unknown_tag === 'create';
    if (!creates && options.tag_group !== undefined)
      add('/tag_group', 'value-unfit', 'It is the group of created tags: use it with on_unknown_tag create.');
    if (!creates) return;
    const key = tagGroupOf(options);
    const group = groups.find((one) => one.key === key);
    const several = groups.flatMap((one) => (one.mode === 'multi' ? [one.key] : []));
    if (group?.mode === 'single')
      add('/tag_group', 'value-unfit', `"${key}" is single-choice. Multi-choice groups: ${several.join(', ')}.`);
    if (!group && key !== DEFAULT_TAG_GROUP.key)
      add('/tag_group', 'tag-group-unknown', `There is no tag group "${key}". Multi-choice: ${several.join(', ')}.`);
  }
  function checkStage(stage: string, pointer: string) {
    if (!lifecycleStages().includes(stage))
      add(pointer, 'stage-unknown', `There is no stage "${stage}". Known: ${lifecycleStages().join(', ')}.`);
  }
  function lifecycleStages(): string[] {
    const known = deps.lifecycles.byKey(options.lifecycle ?? deps.lifecycles.defaultKey());
    return known?.stages.map((stage) => stage.key) ?? [];
  }
}
