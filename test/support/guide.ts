// Runs a guide word for word: its shell blocks in one shell, in an empty folder, with the files it tells the reader to write; what it
// prints beneath a block is held to what came out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

interface Step {
  readonly command: string;
  /** What is printed beneath: JSON or plain text, `…` for what differs from run to run. */
  readonly answer?: { readonly kind: 'json' | 'text'; readonly text: string };
}

const FENCE = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** Each `sh` block with the `json` or `text` block after it; a block with a file's name is a file the reader writes. */
export function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  for (const [, kind, file, text = ''] of markdown.matchAll(FENCE)) {
    const last = steps.at(-1);
    if (file) steps.push({ command: `cat > ${file} <<'END OF FILE'\n${text}END OF FILE\n` });
    else if (kind === 'sh') steps.push({ command: text });
    else if ((kind === 'json' || kind === 'text') && last && !last.answer)
      steps.splice(-1, 1, { ...last, answer: { kind, text } });
  }
  return steps;
}

/** Where the guide prints `…` anything may stand; lists have the length printed. */
function asPrinted(printed: unknown): unknown {
  if (printed === '…') return expect.anything();
  if (Array.isArray(printed)) return printed.map(asPrinted);
  if (typeof printed === 'object' && printed !== null)
    return Object.fromEntries(Object.entries(printed).map(([key, value]) => [key, asPrinted(value)]));
  return printed;
}

const patternOf = (text: string) =>
  new RegExp(
    `^${text
      .trim()
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('…', '.*')}$`,
  );

/** Throws where the guide does not do what it says. */
export function followGuide(file: string, env: Readonly<Record<string, string>>): void {
  const steps = stepsOf(readFileSync(file, 'utf8'));
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.some(({ answer }) => answer)).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'sidestage-guide-'));
  try {
    // One shell for all of it, as a reader has: what one block exports the next one uses, and it goes with what it started.
    const mark = '\u0000end\u0000';
    const says = `printf '${mark.replaceAll('\u0000', '\\0')}'`;
    const script = [
      `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT`,
      ...steps.map(({ command }) => `${command}\n${says}`),
    ];
    const run = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script.join('\n')], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 50_000,
    });
    const answers = run.stdout.split(mark);
    const failed = steps[answers.length - 1]?.command ?? '';
    expect(run.status, `${failed}\n${answers.at(-1)}\n${run.stderr}`).toBe(0);
    for (const [i, { command, answer }] of steps.entries()) {
      if (!answer) continue;
      const said = answers[i] ?? '';
      if (answer.kind === 'json')
        expect(JSON.parse(said), command).toMatchObject(asPrinted(JSON.parse(answer.text)) as object);
      else expect(said.trim(), command).toMatch(patternOf(answer.text));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A machine without curl reports the guides as not run. */
export const hasCurl = spawnSync('curl', ['--version']).status === 0;
