import { fileURLToPath } from 'node:url';
import { makeRelease } from '../release/makeRelease.ts';
import { releaseSteps } from '../release/releaseSteps.ts';
import { readArguments, runCommand, UsageError, written } from './arguments.ts';

const COMMAND = 'npm run release';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OPTIONS = {
  version: { type: 'string', help: 'the version, such as 0.2.0' },
  out: { type: 'string', help: 'the folder to write' },
  'dry-run': { type: 'boolean', help: 'check and test, and write nothing' },
  tag: { type: 'boolean', help: 'make the tag of the version too' },
} as const;

async function releaseVersion(args: readonly string[]): Promise<void> {
  const options = readArguments(COMMAND, args, OPTIONS);
  const { version } = options;
  if (version === undefined)
    throw new UsageError(`--version is needed; write ${written(COMMAND, '--version 0.2.0')}.`);
  const out = options.out ?? `dist-release/longview-${version}`;
  const [isDryRun, createsTag] = [options['dry-run'] === true, options.tag === true];
  await makeRelease({ root: ROOT, version, out, isDryRun, createsTag }, releaseSteps());
}

/** Runs `npm run release`. */
export const release = (args: readonly string[]): Promise<void> => runCommand(() => releaseVersion(args));
