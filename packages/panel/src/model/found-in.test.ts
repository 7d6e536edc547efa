import { describe, expect, it } from 'vitest';
import { foundIn } from './found-in.ts';

const marked = (text: string, q: string) =>
  foundIn(text, q)
    .map((one) => (one.found ? `[${one.text}]` : one.text))
    .join('');

describe('what a search found', () => {
  it.each([
    ['Zhang Wei', 'wei zh', '[Zh]ang [Wei]'],
    ['Zhang Wei', 'hang', 'Zhang Wei'],
    ['zhang.wei@lumen.example', 'lumen', 'zhang.wei@[lumen].example'],
    ['zhang.wei@lumen.example', 'zhang.wei@lu', '[zhang.wei@lu]men.example'],
    ['Müller', 'mull', '[Müll]er'],
    ['明视眼镜连锁', '眼镜', '明视[眼镜]连锁'],
    ['+8613800138000', '+861', '[+861]3800138000'],
    ['a (b) [c]', '(b) [', 'a [(b)] [[]c]'],
    ['Ann', '', 'Ann'],
  ])('in %s for %s is %s', (text, q, told) => {
    expect(marked(text, q)).toBe(told);
  });

  it('is the same text in all', () => {
    const text = 'Ünïcode 王伟 👩‍👧 ok';
    expect(
      foundIn(text, '王 o')
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
  });
});
