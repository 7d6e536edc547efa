import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillScript, parseScript, SCRIPT_VARIABLE_NAMES, variablesOf } from './scripts.ts';

describe('a script', () => {
  it('is filled for one person', () => {
    expect(fillScript('Hi {name}, {me} here. {name}?', { name: 'Ana', me: 'Lin' })).toMatchObject({
      text: 'Hi Ana, Lin here. Ana?',
      missing: [],
    });
  });

  it.each([[undefined], [null], [''], ['  ']])('is not given away with a gap where a value is %j', (company) => {
    const filled = fillScript('{name} of {company}', { name: 'Ana', ...(company === undefined ? {} : { company }) });
    expect(filled).toEqual({
      text: null,
      missing: ['company'],
      parts: [{ variable: 'name', value: 'Ana' }, { text: ' of ' }, { variable: 'company', value: null }],
    });
  });

  it('puts values in as they are, braces and variables inside them too', () => {
    expect(fillScript('{name}/{company}', { name: '{company}', company: '}} {me}' }).text).toBe('{company}/}} {me}');
  });

  it('writes a brace where it is doubled', () => {
    expect(fillScript('{{name}} is {name}', { name: 'Ana' }).text).toBe('{name} is Ana');
  });

  it('has one kind of line end', () => {
    expect(fillScript('a\r\nb\rc\n', {}).text).toBe('a\nb\nc\n');
  });

  it('names every fault: unknown variables once each, and braces that stand alone', () => {
    expect(parseScript('{nmae} {nmae} {} { {name} }').faults).toEqual([
      { code: 'variable-unknown', name: 'nmae' },
      { code: 'variable-unknown', name: '' },
      { code: 'brace-unbalanced', at: 17 },
      { code: 'brace-unbalanced', at: 26 },
    ]);
    // What every object has is no variable.
    expect(parseScript('{constructor}').faults).toHaveLength(1);
  });

  it('lists its variables once each', () => {
    expect(variablesOf('{me} {name} {me} {{owner}}')).toEqual(['me', 'name']);
  });

  it('never says undefined, null or a variable’s name, whatever the text and the values', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SCRIPT_VARIABLE_NAMES.map((name) => `{${name}}`)),
      fc.constantFrom('{{', '}}', 'x ', '\n', '你好'),
    );
    const value = fc.option(fc.constantFrom('Ana', ' ', '', '李雷'), { nil: null });
    const values = fc.record(Object.fromEntries(SCRIPT_VARIABLE_NAMES.map((name) => [name, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), values, (pieces, given) => {
        const { text, missing } = fillScript(pieces.join(''), given);
        expect(text === null).toBe(missing.length > 0);
        if (text !== null) expect(text).not.toMatch(/undefined|null|\{(?:name|me|owner|stage|company|today)\}/);
      }),
    );
  });
});
