// Writes src/openapi.gen.ts from openapi.json. `--check` writes nothing and fails where the two have drifted apart.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const SOURCE = new URL('./openapi.json', import.meta.url);
const TARGET = new URL('./src/openapi.gen.ts', import.meta.url);
const HEAD = '// Generated from openapi.json by generate.ts. Do not edit.\n';

/** The types of an OpenAPI document, as the text of a TypeScript module. */
export async function typesOf(documentText: string): Promise<string> {
  const ast = await openapiTS(documentText, { silent: true });
  return HEAD + astToString(ast) + codesOf(documentText);
}

/** The problems the document names, as a union that an editor completes; an older document names none. */
function codesOf(documentText: string): string {
  const { components } = JSON.parse(documentText) as {
    components?: { schemas?: { Problem?: { properties: { code: { examples?: string[] } } } } };
  };
  const codes = components?.schemas?.Problem?.properties.code.examples ?? [];
  const union = codes.map((code) => `\n    | ${JSON.stringify(code)}`).join('');
  return `export type KnownProblemCode =${union || ' never'};\n`;
}

async function main(args: string[]): Promise<number> {
  const types = await typesOf(await readFile(SOURCE, 'utf8'));
  if (!args.includes('--check')) {
    await writeFile(TARGET, types);
    return 0;
  }
  if ((await readFile(TARGET, 'utf8')) === types) return 0;
  console.error('src/openapi.gen.ts does not match openapi.json: run `npm run generate` and commit the result.');
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
