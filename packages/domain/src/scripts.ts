// The texts a rep sends again and again (product.md P11): words with variables, filled for one person before they are used.

/** What a script may name, and what each is filled with. */
export const SCRIPT_VARIABLES = {
  name: 'The name of the contact',
  company: 'The company of the contact',
  stage: 'The stage the contact is in, in the language of the script',
  owner: 'The name of the staff member who owns the contact',
  me: 'The name of the staff member who uses the script',
  today: 'The day it is used on, in the language of the script',
} as const;

export type ScriptVariable = keyof typeof SCRIPT_VARIABLES;
export const SCRIPT_VARIABLE_NAMES = Object.keys(SCRIPT_VARIABLES) as readonly ScriptVariable[];

/** A piece of a script: text as it stands, or the place of a variable. */
export type ScriptPart = { readonly text: string } | { readonly variable: ScriptVariable };

/** What is wrong with a script; `at` is the index of the brace in the text. */
export type ScriptFault =
  | { readonly code: 'variable-unknown'; readonly name: string }
  | { readonly code: 'brace-unbalanced'; readonly at: number };

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;

/**
 * The text in parts. `{name}` is a variable; `{{` and `}}` are the braces themselves. What is neither is a fault, each
 * unknown name once.
 */
export function parseScript(text: string): { parts: ScriptPart[]; faults: ScriptFault[] } {
  const parts: ScriptPart[] = [];
  const faults: ScriptFault[] = [];
  let words = '';
  let from = 0;
  for (const token of text.matchAll(TOKEN)) {
    words += text.slice(from, token.index);
    from = token.index + token[0].length;
    if (token[0] === '{{' || token[0] === '}}') words += token[0][0];
    else if (token[1] === undefined) faults.push({ code: 'brace-unbalanced', at: token.index });
    else if (isScriptVariable(token[1])) {
      if (words !== '') parts.push({ text: words });
      words = '';
      parts.push({ variable: token[1] });
    } else if (!faults.some((one) => one.code === 'variable-unknown' && one.name === token[1]))
      faults.push({ code: 'variable-unknown', name: token[1] });
  }
  words += text.slice(from);
  if (words !== '') parts.push({ text: words });
  return { parts, faults };
}

export function isScriptVariable(name: string): name is ScriptVariable {
  return Object.hasOwn(SCRIPT_VARIABLES, name);
}

/** The variables a text names, each once, in the order of the text. */
export function variablesOf(text: string): ScriptVariable[] {
  const { parts } = parseScript(text);
  return [...new Set(parts.flatMap((part) => ('variable' in part ? [part.variable] : [])))];
}

/** A value for each variable; missing, null and blank ones count as missing. */
export type ScriptValues = Readonly<Partial<Record<ScriptVariable, string | null>>>;

/** A script filled for one person. */
export interface FilledScript {
  /** Null while anything is missing: a text with a gap is never used. */
  readonly text: string | null;
  readonly missing: readonly ScriptVariable[];
  /** For showing: each variable with its value, or null where there is none. */
  readonly parts: readonly (
    | { readonly text: string }
    | { readonly variable: ScriptVariable; readonly value: string | null }
  )[];
}

/** Fills a script. A value is put in as it is: what looks like a variable inside a value is not one. */
export function fillScript(text: string, values: ScriptValues): FilledScript {
  const parts = parseScript(text.replaceAll(/\r\n?/g, '\n')).parts.map((part) =>
    'text' in part ? part : { variable: part.variable, value: values[part.variable]?.trim() || null },
  );
  const missing = [
    ...new Set(parts.flatMap((part) => ('variable' in part && part.value === null ? [part.variable] : []))),
  ];
  const whole = parts.map((part) => ('text' in part ? part.text : part.value)).join('');
  return { text: missing.length > 0 ? null : whole, missing, parts };
}
