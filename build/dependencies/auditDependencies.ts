import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { readNoArguments, runCommand } from '../commands/arguments.ts';
import { advisoryPart } from './advisories.ts';
import { auditLockFile, productionPaths, type AuditPart } from './dependencyAudit.ts';
import { EXCEPTIONS, PERMISSIVE, SEVERAL_MAJORS } from './dependencyRules.ts';
import { readLockFile } from './lockFile.ts';

const versions = v.optional(v.record(v.string(), v.string()), {});
const packageSchema = v.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  allowScripts: v.optional(v.record(v.string(), v.boolean()), {}),
});

/** Returns what the audit finds in this repository, without the network. */
export async function auditRepository(): Promise<{
  readonly parts: readonly AuditPart[];
  readonly shippedNames: ReadonlySet<string>;
}> {
  const lock = readLockFile(await readFile('package-lock.json', 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = v.parse(
    packageSchema,
    JSON.parse(await readFile('package.json', 'utf8')),
  );
  const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const shipped = productionPaths(lock);
  return {
    parts: auditLockFile(lock, {
      wanted,
      allowScripts,
      permissive: PERMISSIVE,
      exceptions: EXCEPTIONS,
      severalMajors: SEVERAL_MAJORS,
    }),
    shippedNames: new Set(lock.packages.filter(({ path }) => shipped.has(path)).map(({ name }) => name)),
  };
}

/** `npm run audit:deps` prints what a reviewer asks about the packages, and fails where something is wrong. */
export const auditDependencies = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    readNoArguments('npm run audit:deps', args);
    await printAudit();
  });

async function printAudit(): Promise<void> {
  const { parts, shippedNames } = await auditRepository();
  const all = [...parts, advisoryPart(await npmAudit(), shippedNames)];
  for (const { title, problems, notes } of all) {
    console.log(`${title}: ${problems.length === 0 ? 'nothing wrong' : `${problems.length} wrong`}`);
    for (const problem of problems) console.log(`  WRONG  ${problem}`);
    for (const note of notes) console.log(`  ${note}`);
  }
  if (all.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

const LONGEST_WAIT_MS = 60_000;

/** Returns what npm prints; it ends with an error where it finds an advisory, and also where it cannot ask. */
const npmAudit = (): Promise<string> =>
  new Promise((resolve) => {
    const options = { timeout: LONGEST_WAIT_MS, maxBuffer: 64_000_000, shell: process.platform === 'win32' };
    execFile('npm', ['audit', '--json', '--package-lock-only'], options, (_error, output) => resolve(output));
  });
