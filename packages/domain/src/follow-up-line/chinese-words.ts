// What the Chinese rules for days, times and repetition have in common.

const DIGITS = '零一二三四五六七八九';
export const N = '(\\d{1,3}|[零〇一二两三四五六七八九十]{1,3})';

/** 两 2, 十五 15, 二十七 27, 12 12. */
export function number(word: string | undefined): number {
  const text = (word ?? '').replace('两', '二').replace('〇', '零');
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? DIGITS.indexOf(text) : Number.NaN;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text[ten - 1] ?? '');
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text[ten + 1] ?? '');
  return tens * 10 + ones;
}

export const WEEK = '(?:周|星期|礼拜)';
