import { describe, expect, it } from 'vitest';
import { isolateBidi } from './bidi.ts';

describe('names on display', () => {
  it('are left alone where nothing in them turns the writing direction', () => {
    expect(isolateBidi('Ana López')).toBe('Ana López');
    expect(isolateBidi('王小明 😀')).toBe('王小明 😀');
  });

  it('keep every character and are closed off where something does', () => {
    expect(isolateBidi('שלום')).toBe('\u2068שלום\u2069');
    expect(isolateBidi('a\u202egpj.exe')).toBe('\u2068a\u202egpj.exe\u2069');
  });

  it('cannot break out: an unmatched close is dropped, an unclosed isolate is closed', () => {
    expect(isolateBidi('a\u2069\u202eb')).toBe('\u2068a\u202eb\u2069');
    expect(isolateBidi('a\u2067b')).toBe('\u2068a\u2067b\u2069\u2069');
    expect(isolateBidi('a\u2067b\u2069c')).toBe('\u2068a\u2067b\u2069c\u2069');
  });
});
