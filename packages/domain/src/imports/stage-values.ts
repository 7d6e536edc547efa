// How other systems write a stage: by our key, by a label in either language, or by the name it has at HubSpot.
import type { Lifecycle } from '../lifecycles.ts';

const ELSEWHERE: Readonly<Record<string, string>> = {
  marketingqualifiedlead: 'mql',
  salesqualifiedlead: 'sql',
  订阅者: 'subscriber',
  线索: 'lead',
  营销合格潜在客户: 'mql',
  营销合格线索: 'mql',
  销售合格潜在客户: 'sql',
  销售合格线索: 'sql',
  商机: 'opportunity',
  客户: 'customer',
  拥护者: 'evangelist',
};

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // A number in front is the label's, as in "02-潜客"; a number alone is all there is of it.
    .replace(/^\d+\s*[-.、:]?\s*(?=[^\d\s])/, '')
    .replace(/[\s_-]+/g, '');

const indexes = new WeakMap<Lifecycle, Map<string, string>>();

function indexOf(lifecycle: Lifecycle): Map<string, string> {
  let index = indexes.get(lifecycle);
  if (index) return index;
  index = new Map();
  for (const [name, key] of Object.entries(ELSEWHERE))
    if (lifecycle.stages.some((stage) => stage.key === key)) index.set(name, key);
  for (const stage of lifecycle.stages)
    for (const label of [...Object.values(stage.short), ...Object.values(stage.labels), stage.key])
      index.set(plain(label), stage.key);
  indexes.set(lifecycle, index);
  return index;
}

/** The key of the stage a text means, or undefined. `given` are the caller's own names, which win. */
export function stageNamed(
  lifecycle: Lifecycle,
  text: string,
  given: Readonly<Record<string, string>> = {},
): string | undefined {
  if (Object.hasOwn(given, text)) return given[text];
  if (lifecycle.stages.some((stage) => stage.key === text)) return text;
  return indexOf(lifecycle).get(plain(text));
}
