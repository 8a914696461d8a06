import { readFile } from 'node:fs/promises';
import { migrateSiteFile } from '../migration/migrateSiteFile.ts';
import { replaceFile } from '../migration/replaceFile.ts';
import { fileProblem, jsonOf } from '../sites/jsonFile.ts';
import { readArguments, runCommand, UsageError, written } from './arguments.ts';

const OPTIONS = {
  site: { type: 'string', help: 'the site file to bring up to date' },
  write: { type: 'boolean', help: 'change the file, and do not only say what would change' },
} as const;

/** Says what an older site file needs, and changes it where that is asked for. @throws {UsageError} where it cannot be read */
export async function migrateFile(args: readonly string[], command: string): Promise<void> {
  const { site, write } = readArguments(command, args, OPTIONS);
  if (site === undefined)
    throw new UsageError(
      `--site is needed; write ${written(command, '--site sites.json')}, and --write to change it.`,
    );
  const { text, changes } = migrateSiteFile(await textOf(site), site);
  if (changes.length === 0)
    return console.log(`${site} is as this version reads it. Nothing is to be changed.`);
  if (write === true) await replaceFile(site, text);
  const head = write === true ? 'These fields were changed' : 'These fields would be changed';
  console.log([`${head} in ${site}:`, ...changes].join('\n  '));
  if (write !== true) console.log('Nothing was written; add --write to write it.');
}

/** Returns the text of a file of JSON as it is written, with a byte order mark where it has one. */
async function textOf(site: string): Promise<string> {
  try {
    const bytes = await readFile(site);
    jsonOf(bytes); // it says best what is wrong with a file
    return bytes.toString('utf8');
  } catch (cause) {
    throw new UsageError(`${site}: ${fileProblem(cause)}`, { cause });
  }
}

/** Runs `npm run migrate`, and `migrate.mjs` of an archive: brings a site file to the names of this version. */
export const migrate = (args: readonly string[], command = 'npm run migrate'): Promise<void> =>
  runCommand(() => migrateFile(args, command));
