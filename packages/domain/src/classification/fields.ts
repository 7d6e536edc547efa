// The company's own fields on a contact: each has a type, and a value of another type is refused (product.md C1).
import type { Localized } from '../lifecycles.ts';

export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'choice';
export type FieldValue = string | number | boolean;
/** A field the company has declared. */
export type FieldDefinition = {
  readonly key: string;
  readonly type: FieldType;
  readonly labels: Localized;
  /** Of a choice: what may be chosen. */
  readonly choices: readonly { readonly key: string; readonly labels: Localized }[];
};
/** What is wrong with the value of one field; `detail` is a sentence for people. */
export type FieldFault = {
  readonly field: string;
  readonly code: 'field-invalid' | 'field-unknown';
  readonly detail: string;
};

const isRealDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().slice(0, 10) === text;
};

/** What is wrong with this value for a field of this type, as a sentence; undefined where nothing is. */
export function fieldFault({ type, choices }: FieldDefinition, value: unknown): string | undefined {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? undefined : 'A text.';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'A number.';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false.';
    case 'date':
      return typeof value === 'string' && isRealDate(value) ? undefined : 'A date such as 2026-11-27.';
    case 'choice':
      return choices.some((one) => one.key === value)
        ? undefined
        : `One of ${choices.map((one) => one.key).join(', ')}.`;
  }
}

const WORDS = new Map<string, boolean>(
  [
    ['true', 'yes', 'y', '1', '是', '有'].map((word) => [word, true] as const),
    ['false', 'no', 'n', '0', '否', '无'].map((word) => [word, false] as const),
  ].flat(),
);

/** A cell of a file as a value of the field's type; as it stands where it cannot be read so, which `fieldFault` then says. */
export function readFieldText({ type }: FieldDefinition, text: string): FieldValue {
  const said = text.trim();
  if (type === 'number' && /^[+-]?\d+(\.\d+)?$/.test(said)) return Number(said);
  if (type === 'boolean') return WORDS.get(said.toLowerCase()) ?? text;
  return type === 'choice' || type === 'date' ? said : text;
}

/**
 * Every fault of the values written, by field. A field nobody declared takes any value where `undeclared` is kept: companies
 * that declare none still have fields. Taking a value away is always fine.
 */
export function checkFields(
  definitions: readonly FieldDefinition[],
  written: Readonly<Record<string, unknown>>,
  undeclared: 'keep' | 'refuse',
): FieldFault[] {
  return Object.entries(written).flatMap(([field, value]): FieldFault[] => {
    if (value === null) return [];
    const definition = definitions.find((one) => one.key === field);
    if (definition) {
      const asked = fieldFault(definition, value);
      return asked === undefined ? [] : [{ field, code: 'field-invalid', detail: asked }];
    }
    if (undeclared === 'keep') return [];
    const known = definitions.map((one) => one.key).join(', ');
    return [
      { field, code: 'field-unknown', detail: `There is no field "${field}".${known ? ` Known: ${known}.` : ''}` },
    ];
  });
}
