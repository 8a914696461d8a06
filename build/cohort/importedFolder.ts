import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { jsonObjectOf } from './exchange.ts';

/** These facts of a finished import stand in `import.json` of its folder. */
const importedPopulation = v.object({
  server: v.string(),
  group: v.optional(v.string()),
  types: v.array(v.string()),
  /** The next import asks for what changed since then. */
  transactionTime: v.string(),
  people: v.number(),
  resources: v.record(v.string(), v.number()),
  /** These files have the resources; the index names them by their place. */
  files: v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]+-\d{5}\.ndjson$/))),
});

export type ImportedPopulation = v.InferOutput<typeof importedPopulation>;

const POINTER = 'current.json';
const FOLDER = /^import-[\dTZ-]+$/;

export type ImportedFolder = { readonly folder: string; readonly population: ImportedPopulation };

/** Returns the population that stands in a folder now, if there is one. */
export async function currentImport(out: string): Promise<ImportedFolder | undefined> {
  const pointer = await readFile(join(out, POINTER), 'utf8').catch(() => '');
  const name = jsonObjectOf(pointer)?.['folder'];
  if (typeof name !== 'string' || !FOLDER.test(name)) return undefined;
  const folder = join(out, name);
  const text = await readFile(join(folder, 'import.json'), 'utf8').catch(() => '');
  const result = v.safeParse(importedPopulation, jsonObjectOf(text));
  return result.success ? { folder, population: result.output } : undefined;
}

/**
 * Puts a finished import in place of the one before, in one step: until the pointer has its new name, everybody finds the old one
 * whole, and from then on the new one.
 */
export async function putInPlace(
  out: string,
  finished: string,
  population: ImportedPopulation,
  nowMs: number,
): Promise<void> {
  const before = await currentImport(out);
  await writeFile(join(finished, 'import.json'), `${JSON.stringify(population, undefined, 2)}\n`, {
    mode: 0o600,
  });
  const name = `import-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(finished, join(out, name));
  try {
    const pointer = join(out, POINTER);
    await writeFile(`${pointer}.new`, `${JSON.stringify({ folder: name })}\n`, { mode: 0o600 });
    await rename(`${pointer}.new`, pointer);
  } catch (error) {
    // A folder that nothing points to would keep people's results, and nobody would know of it.
    await rename(join(out, name), finished);
    throw error;
  }
  if (before !== undefined && before.folder !== join(out, name))
    await rm(before.folder, { recursive: true, force: true });
}
