import { BackendToken, discoverBackend } from '../cohort/backendToken.ts';
import { COHORT_FOLDER } from '../cohort/cohortFolder.ts';
import { CohortError } from '../cohort/cohortError.ts';
import { checkedAddress } from '../cohort/exchange.ts';
import { importCohort, type ImportResult } from '../cohort/importCohort.ts';
import type { ImportOptions } from '../cohort/importOptions.ts';
import { currentImport } from '../cohort/importedFolder.ts';
import { keyFileWarning, readClientKey, writeNewKey } from '../cohort/privateKey.ts';
import { ProgressLine, type Screen } from '../cohort/progressLine.ts';
import { REAL_CLOCK, type Clock } from '../cohort/waiting.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';

const COMMAND = 'npm run cohort';
const EXAMPLE = `${COMMAND} -- --server https://ehr.example/fhir --client-id ID --key key.json`;
const OPTIONS = {
  server: { type: 'string', help: 'the FHIR base of the server' },
  'client-id': { type: 'string', help: 'the id under which the public key is registered there' },
  key: { type: 'string', help: 'the file of the private key: PEM, JWK or a set of JWK' },
  kid: { type: 'string', help: 'the name of the key, where the file does not say it' },
  group: { type: 'string', help: 'the Group to import; without it all patients' },
  types: { type: 'string', help: 'such as Patient,Observation, which is what comes without it' },
  since: { type: 'string', help: 'last, or a time with its zone: imports what has changed since' },
  out: { type: 'string', help: 'the folder of the people' },
  open: { type: 'boolean', help: 'a server without a sign-in' },
  fresh: { type: 'boolean', help: 'drop an import that was not finished' },
  'file-origin': { type: 'string', multiple: true, help: 'another origin to which the token may go' },
  'max-wait': { type: 'string', help: 'minutes to wait for an answer at most' },
  'new-key': { type: 'string', help: 'write a new key into this file, and nothing else' },
} as const;

const DEFAULT_TYPES = ['Patient', 'Observation'];
const DEFAULT_WAIT_MINUTES = 240;
/** The import stands, and the server reported errors in files of its own. */
const EXIT_WITH_PROBLEMS = 3;
const EXIT_CANCELLED = 130;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

export type CohortParts = {
  readonly screen: Screen;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
};

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>;

/**
 * Imports the population that the arguments name, or makes a key.
 * @throws {UsageError | CohortError} which says what is wrong and what to do
 */
export async function importByArguments(args: readonly string[], parts: CohortParts): Promise<ImportResult> {
  const { screen, clock, signal } = parts;
  const values = readArguments(COMMAND, args, OPTIONS);
  const progress = new ProgressLine(screen, clock.now);
  if (values['new-key'] !== undefined) {
    const publicFile = await writeNewKey(values['new-key']);
    progress.say(
      `The private key is in ${values['new-key']}; show it to nobody. Register the public one at the server: ${publicFile}`,
    );
    return 'whole';
  }
  const wish = await wishOf(values);
  const options: Omit<ImportOptions, 'token'> = {
    wish,
    out: values.out ?? COHORT_FOLDER,
    fileOrigins: (values['file-origin'] ?? []).map((one) => checkedAddress(one, '--file-origin').origin),
    isFresh: values.fresh === true,
    longestWaitMs: waitMinutes(values['max-wait']) * 60_000,
    progress,
    clock,
    signal,
  };
  return importCohort({ ...options, token: await tokenOf(values, wish, parts, progress) });
}

/** Runs `npm run cohort`. Ctrl+C ends the export at the server too. */
export const cohort = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    const cancel = new AbortController();
    process.once('SIGINT', () => cancel.abort(new CohortError('Cancelled. Nothing was imported.')));
    process.once('SIGTERM', () => cancel.abort(new CohortError('Cancelled. Nothing was imported.')));
    const { stdout } = process;
    const screen = { isTerminal: stdout.isTTY, write: (text: string) => void stdout.write(text) };
    try {
      const result = await importByArguments(args, { screen, clock: REAL_CLOCK, signal: cancel.signal });
      process.exitCode = result === 'whole' ? 0 : EXIT_WITH_PROBLEMS;
    } catch (error) {
      if (!cancel.signal.aborted) throw resumable(error);
      console.error(`\n${Object(cancel.signal.reason).message}`);
      process.exitCode = EXIT_CANCELLED;
    }
  });

const resumable = (error: unknown): unknown =>
  error instanceof CohortError && error.canResume
    ? new Error(
        `${error.message}\nWhat came so far is kept. Run the same command again to go on from there.`,
        {
          cause: error,
        },
      )
    : error;

async function wishOf(values: Values): Promise<ImportOptions['wish']> {
  if (values.server === undefined) throw new UsageError(`--server is missing; write ${EXAMPLE}.`);
  const url = checkedAddress(values.server, '--server');
  if (url.search !== '' || url.hash !== '')
    throw new UsageError('--server is the base of the FHIR server, without a query or a fragment.');
  const server = url.href.replace(/\/+$/, '');
  const { group, types: listed } = values;
  if (group !== undefined && !/^[A-Za-z0-9.-]{1,64}$/.test(group))
    throw new UsageError(`--group ${group} is no id of a Group.`);
  const asked = listed?.split(',').map((type) => type.trim()) ?? DEFAULT_TYPES;
  const strange = asked.find((type) => !/^[A-Z][A-Za-z]+$/.test(type));
  if (strange !== undefined) throw new UsageError(`--types has "${strange}", which is no type of resource.`);
  // Nobody can be opened without their Patient.
  const types = [...new Set(['Patient', ...asked])];
  return { server, group, types, since: await sinceOf(values) };
}

async function sinceOf({ since, out = COHORT_FOLDER }: Values): Promise<string | undefined> {
  if (since === undefined || INSTANT.test(since)) return since;
  if (since !== 'last')
    throw new UsageError('--since is "last", or a time with its zone such as 2026-11-28T12:00:00Z.');
  const before = await currentImport(out);
  if (before === undefined)
    throw new UsageError(`--since last needs an import in ${out}, and there is none. Leave --since out.`);
  return before.population.transactionTime;
}

function waitMinutes(text: string | undefined): number {
  if (text === undefined) return DEFAULT_WAIT_MINUTES;
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new UsageError('--max-wait is a number of minutes, from 1 to 99999.');
  return Number(text);
}

async function tokenOf(
  values: Values,
  { server, types }: ImportOptions['wish'],
  { clock, signal }: CohortParts,
  progress: ProgressLine,
): Promise<BackendToken | undefined> {
  const { open, key, kid, 'client-id': clientId } = values;
  if (open === true) {
    if (key !== undefined || clientId !== undefined)
      throw new UsageError(
        '--open is for a server without a sign-in, which knows no --client-id and no --key.',
      );
    return undefined;
  }
  if (clientId === undefined || key === undefined)
    throw new UsageError(`--client-id and --key are both needed; write ${EXAMPLE}.`);
  const clientKey = await readClientKey(key, kid);
  const settings = await discoverBackend(server, clientKey.algorithm, signal);
  const warnings = [await keyFileWarning(key), ...settings.warnings];
  for (const warning of warnings) if (warning !== undefined) progress.say(`Warning: ${warning}`);
  return new BackendToken({ settings, clientId, clientKey, types, now: clock.now });
}
