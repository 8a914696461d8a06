import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CohortError } from './cohortError.ts';
import { diskErrorOf } from './diskError.ts';
import { ExportJob, type Manifest } from './exportJob.ts';
import { loadFiles, type LoadedFiles } from './loadFiles.ts';
import { finishImport } from './finishImport.ts';
import { currentImport, putInPlace, type ImportedFolder } from './importedFolder.ts';
import type { ImportOptions } from './importOptions.ts';
import { PartialImport } from './partialImport.ts';
import { counted } from './progressLine.ts';

/** A population is imported whole, or with problems that the server reported in its own files. */
export type ImportResult = 'whole' | 'withProblems';

/**
 * Imports a population. Until its last step everybody finds the population of before. A break can be resumed; any other failure
 * ends the export at the server and leaves nothing behind.
 * @throws {CohortError} that says what happened and what to do
 */
export async function importCohort(options: ImportOptions): Promise<ImportResult> {
  const { out, wish } = options;
  await mkdir(out, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    throw new CohortError(`--out ${out} cannot be a folder (${cause.code}); name another one.`, { cause });
  });
  const unlock = await lock(out);
  try {
    const before = await requireBefore(options);
    const job = jobOf(options);
    const { partial, manifest } = await begin(options, job);
    try {
      return await complete(options, job, partial, manifest, wish.since === undefined ? undefined : before);
    } catch (error) {
      throw await resumableOrGivenUp(error, options, job, partial);
    }
  } finally {
    await unlock();
  }
}

const jobOf = ({ wish, token, clock, longestWaitMs, signal, progress }: ImportOptions): ExportJob =>
  new ExportJob({
    wish,
    token,
    clock,
    longestWaitMs,
    signal,
    progress: (text) => progress.step(`  The server: ${text}`),
  });

/** An import of changes needs the one that they changed. */
async function requireBefore({ out, wish }: ImportOptions): Promise<ImportedFolder | undefined> {
  const before = await currentImport(out);
  if (wish.since === undefined) return before;
  const { server, group, types } = before?.population ?? {};
  const isSame =
    server === wish.server &&
    group === wish.group &&
    types?.toSorted().join(' ') === [...wish.types].toSorted().join(' ');
  if (!isSame)
    throw new CohortError(
      `--since brings changes alone, and ${out} holds no import of the same server, group and types. Import it once without --since.`,
    );
  return before;
}

type Begun = { readonly partial: PartialImport; readonly manifest: Manifest };

/** Goes on with the import that was begun, or begins one. */
async function begin(options: ImportOptions, job: ExportJob): Promise<Begun> {
  const { out, wish, isFresh, progress } = options;
  const found = await PartialImport.find(out).catch((error: unknown) => {
    if (!isFresh) throw error;
    return undefined;
  });
  if (found !== undefined && isFresh) await giveUp(options, job, found);
  else if (found !== undefined) {
    if (!found.isFor(wish))
      throw new CohortError(
        `${found.folder} holds an unfinished import with other options. Finish it with those, or add --fresh to drop it.`,
      );
    progress.say('Going on with the import that was begun.');
    const manifest = await withGivingUp(options, job, found, () =>
      job.manifest(job.checkedStatus(found.state.status)),
    );
    if (manifest !== undefined) return { partial: found, manifest };
    progress.say('The server no longer has that export. A new one is started.');
  }
  const partial = await PartialImport.begin(out, wish, await job.kickOff());
  progress.say('The server prepares the export.');
  const manifest = await withGivingUp(options, job, partial, () => job.manifest(partial.state.status));
  if (manifest !== undefined) return { partial, manifest };
  await partial.remove();
  throw new CohortError('The server started an export and knows nothing of it any more. Try again.');
}

async function withGivingUp<T>(
  options: ImportOptions,
  job: ExportJob,
  partial: PartialImport,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw await resumableOrGivenUp(error, options, job, partial);
  }
}

/** Returns the error to throw. One that cannot be resumed ends the export and removes what was loaded. */
async function resumableOrGivenUp(
  error: unknown,
  options: ImportOptions,
  job: ExportJob,
  partial: PartialImport,
): Promise<unknown> {
  const found = diskErrorOf(error) ?? error;
  if (!(found instanceof CohortError && found.canResume)) await giveUp(options, job, partial);
  return found;
}

/** Ends the export at the server and removes what was loaded. Its own failure is said and is not the one to report. */
async function giveUp({ progress }: ImportOptions, job: ExportJob, partial: PartialImport): Promise<void> {
  const isEnded = await job.end(partial.state.status).catch(() => false);
  if (!isEnded) progress.say('The server did not confirm the end of the export.');
  await partial.remove();
}

async function complete(
  options: ImportOptions,
  job: ExportJob,
  partial: PartialImport,
  manifest: Manifest,
  before: ImportedFolder | undefined,
): Promise<ImportResult> {
  const { out, wish, progress, clock, signal } = options;
  const loaded = await loadFiles(options, job, partial, manifest);
  progress.step('  Sorting the resources by person');
  const folder = join(partial.folder, 'finished');
  const { server, group, types } = wish;
  const finished = await finishImport({
    folder,
    server,
    loaded: loaded.output,
    deleted: loaded.deleted,
    before,
    signal,
  });
  const { people, resources, files } = finished;
  const population = {
    server,
    ...(group !== undefined && { group }),
    types: [...types],
    transactionTime: manifest.transactionTime,
    people,
    resources: { ...resources },
    files: [...files],
  };
  const problems = await keepOutcomes(loaded, folder);
  await putInPlace(out, folder, population, clock.now());
  const isEnded = await job.end(partial.state.status).catch(() => false);
  await partial.remove();
  sayResult(options, finished, population.transactionTime);
  if (!isEnded) progress.say('The server did not confirm that it removed its files (DELETE).');
  if (problems > 0)
    progress.say(
      `The server reported ${problems === 1 ? '1 problem' : `${problems} problems`}: ${loaded.severities}. They stand in outcomes.ndjson in the folder of the import, and may name people.`,
    );
  return loaded.hasErrors ? 'withProblems' : 'whole';
}

function sayResult(
  { progress, wish, out }: ImportOptions,
  { people, resources, repeated, ofNobody, removed }: Awaited<ReturnType<typeof finishImport>>,
  transactionTime: string,
): void {
  const byType = Object.entries(resources).map(([type, count]) => `${counted(count)} ${type}`);
  progress.say(`Imported ${counted(people)} people into ${out}: ${byType.join(', ') || 'no resources'}.`);
  if (wish.since !== undefined)
    progress.say(`${counted(removed)} resources of before are gone at the server and were removed.`);
  if (repeated > 0) progress.say(`${counted(repeated)} resources came twice, word for word, and stand once.`);
  if (ofNobody > 0)
    progress.say(`${counted(ofNobody)} resources are about no person, so no record shows them.`);
  progress.say(`The data is as of ${transactionTime}. Later: --since last brings the changes.`);
}

/** Keeps what the server said about the export, beside what it sent. Returns how many problems there are. */
async function keepOutcomes({ outcomes, problems }: LoadedFiles, folder: string): Promise<number> {
  if (problems === 0) return 0;
  const texts: string[] = [];
  // oxlint-disable-next-line no-await-in-loop -- a file after the other
  for (const path of outcomes) texts.push(await readFile(path, 'utf8'));
  await writeFile(join(folder, 'outcomes.ndjson'), texts.join(''), { mode: 0o600 });
  return problems;
}

/** Two imports into one folder would write into each other. A process that is gone holds nothing. */
async function lock(out: string): Promise<() => Promise<void>> {
  const path = join(out, 'lock');
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isRunning(holder))
    throw new CohortError(`Another import into ${out} is running (process ${holder}). One export at a time.`);
  await writeFile(path, String(process.pid), { mode: 0o600 });
  return () => rm(path, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return Object(error).code === 'EPERM';
  }
}
