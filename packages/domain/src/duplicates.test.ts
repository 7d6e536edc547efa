import { describe, expect, it } from 'vitest';
import { type Comparable, duplicateKeys, levelOfReasons, mailboxOf } from './duplicates.ts';

const person = (displayName: string, company: string | null, ...handles: [string, string, string?][]): Comparable => ({
  displayName,
  company,
  identities: handles.map(([channel, handle, scope = '']) => ({ channel, handle, scope, shared: false })),
});
/** What two contacts have in common, by reason. */
const common = (a: Comparable, b: Comparable) => {
  const theirs = new Set(duplicateKeys(b).map((key) => `${key.reason} ${key.value}`));
  return duplicateKeys(a)
    .filter((key) => theirs.has(`${key.reason} ${key.value}`))
    .map((key) => key.reason);
};

describe('what two contacts have in common', () => {
  it('is the mailbox an address delivers to, not its spelling', () => {
    expect(mailboxOf('ana.b.lee+shop@googlemail.com')).toBe('anablee@gmail.com');
    expect(mailboxOf('ana.lee+x@lumen.cn')).toBe('ana.lee@lumen.cn');
    expect(mailboxOf('+x@lumen.cn')).toBe('+x@lumen.cn');
    expect(
      common(person('A', null, ['email', 'a.na@gmail.com']), person('B', null, ['email', 'ana+1@gmail.com'])),
    ).toEqual(['same-email']);
    expect(common(person('A', null, ['email', 'a.na@qq.com']), person('B', null, ['email', 'ana@qq.com']))).toEqual([]);
  });

  it('is the same name in a house with several domains, but not at a provider for everybody nor of an office', () => {
    const at = (a: string, b: string) => common(person('A', null, ['email', a]), person('B', null, ['email', b]));
    expect(at('zhang.wei@lumen.com.cn', 'zhang.wei@mail.lumen.com')).toEqual(['same-email-name']);
    expect(at('zhang.wei@qq.com', 'zhang.wei@qq.cn')).toEqual([]);
    expect(at('john@yahoo.com', 'john@yahoo.co.uk')).toEqual([]);
    expect(at('info@lumen.cn', 'info@lumen.com')).toEqual([]);
  });

  it('is a phone on whatever channel, and an id two hands wrote in two ways', () => {
    const a = person('A', null, ['phone', '+8613800138000'], ['external', 'AB-1', 'HubSpot'], ['wechat', 'LiNa']);
    const b = person('B', null, ['whatsapp', '+8613800138000'], ['external', 'ab-1', 'hubspot'], ['wechat', 'lina']);
    expect(common(a, b)).toEqual(['same-phone', 'same-external-id', 'same-handle']);
    expect(
      common(person('A', null, ['external', '1', 'hubspot']), person('B', null, ['external', '1', 'salesforce'])),
    ).toEqual([]);
    expect(common(person('A', null, ['whatsapp', '123@lid']), person('B', null, ['whatsapp', '123@lid']))).toEqual([
      'same-handle',
    ]);
  });

  it('is a name beside a company: without case, accents, legal form, in either order; Chinese by its characters', () => {
    const named = (a: [string, string | null], b: [string, string | null]) => common(person(...a), person(...b));
    expect(named(['Zhang Wei', 'Lumen Optics Co., Ltd.'], ['zhāng  wěi', 'LUMEN OPTICS'])).toEqual([
      'same-name-and-company',
      'transposed-name-and-company',
    ]);
    expect(named(['Wei Zhang', 'Lumen'], ['Zhang, Wei', 'Lumen Inc'])).toEqual(['transposed-name-and-company']);
    expect(named(['张 伟', '明视眼镜有限公司'], ['张伟', '明视眼镜'])).toContain('same-name-and-company');
    expect(named(['张伟', '明视'], ['伟 张', '明视'])).toEqual(['transposed-name-and-company']);
    expect(named(['张伟', '明视'], ['Zhang Wei', '明视'])).toEqual([]);
    expect(named(['张伟', null], ['张伟', null])).toEqual([]);
    expect(named(['Anna', 'Lumen'], ['Anna', 'Lumen'])).toEqual([]);
    expect(named(['张伟', '公司'], ['张伟', '集团'])).toEqual([]);
  });

  it('weighs two reasons more than one, unless the one follows from the other', () => {
    expect(levelOfReasons(['same-name-and-company', 'transposed-name-and-company'])).toBe(2);
    expect(levelOfReasons(['same-name-and-company', 'shared-handle'])).toBe(3);
    expect(levelOfReasons(['same-email', 'same-email-name'])).toBe(3);
    expect(levelOfReasons(['shared-handle'])).toBe(1);
  });
});
