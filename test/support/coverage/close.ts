// The contract project's last word: every status an operation declares was provoked over HTTP at least once, or the run fails.
// Counted only where every file of the project ran.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { document } from '../validator.ts';
import { CONTRACT_TESTS, PARTS, RESULTS } from './places.ts';
import { asMarkdown, coverageOf, summaryOf } from './table.ts';

export default function open(project: TestProject) {
  rmSync(PARTS, { recursive: true, force: true });
  return () => {
    const { testNamePattern } = project.globalConfig;
    if (testNamePattern === undefined && isWhole()) close();
  };
}

function isWhole(): boolean {
  const ran = new Set(list(PARTS));
  return list(CONTRACT_TESTS)
    .filter((name) => name.endsWith('.test.ts'))
    .every((name) => ran.has(`${name}.json`));
}

function close(): void {
  const heard = new Map<string, Set<string>>();
  for (const name of list(PARTS))
    for (const [at, codes] of Object.entries(JSON.parse(readFileSync(join(PARTS, name), 'utf8')) as object))
      heard.set(at, new Set([...(heard.get(at) ?? []), ...codes]));
  const coverage = coverageOf(document, heard);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'coverage.json'), `${JSON.stringify(coverage, null, 2)}\n`);
  writeFileSync(join(RESULTS, 'coverage.md'), asMarkdown(coverage));
  process.stdout.write(`\ncoverage of the contract: ${summaryOf(coverage)}\n`);
  if (coverage.missing.length === 0) return;
  process.exitCode = 1;
  process.stderr.write(
    `Declared in openapi.json and never provoked by a contract test:\n- ${coverage.missing.join('\n- ')}\nProvoke it in a test, or take it out of the operation's replies or problems where it cannot happen.\n`,
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
