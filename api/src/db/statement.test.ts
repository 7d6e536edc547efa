import { expect, it } from 'vitest';
import { decoded, steadyList } from './statement.ts';

it('a steady list is decoded anew exactly when its text is another, and nobody’s change of an answer reaches the next', () => {
  let times = 0;
  const tags = steadyList(['key', 'labels'], 'from tags order by key', (r) => {
    times += 1;
    return { key: String(r[0]), labels: JSON.parse(String(r[1])) };
  });
  expect(tags.sql).toBe(
    'select json_group_array(json_array(v0,v1)) from (select key as v0, labels as v1 from tags order by key)',
  );
  const first = decoded(tags, [['[["a","{}"],["b","{}"]]']]);
  expect(first.map((one) => one.key)).toEqual(['a', 'b']);
  first.reverse();
  expect(decoded(tags, [['[["a","{}"],["b","{}"]]']]).map((one) => one.key)).toEqual(['a', 'b']);
  expect(times).toBe(2);
  expect(decoded(tags, [['[["c","{}"]]']]).map((one) => one.key)).toEqual(['c']);
  expect(times).toBe(3);
  expect(decoded(tags, [['[]']])).toEqual([]);
});
