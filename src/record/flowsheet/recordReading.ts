import type { Lifetime } from '../../clinical/patient/patient.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { throttle } from './throttle.ts';
import type { RecordComparison } from './recordChanges.ts';
import { hasFirstView, recordPass, type RecordPass } from './recordPass.ts';
import type { ReadingWait, RecordSnapshot, Refresh } from './recordSnapshot.ts';
import { PAGE_MARK } from './searchRunner.ts';

/** A RecordReading reads one patient's Observations. */
export type RecordReading = {
  /**
   * Runs every search that is not finished. Calls `arrived` as pages come, with the first curve at once, and resolves with
   * the last snapshot. Rejects with E13.
   */
  readonly run: (signal: AbortSignal, arrived: (snapshot: RecordSnapshot) => void) => Promise<RecordSnapshot>;
  /** Makes the next run read the whole record again. The record on the screen stays until that has succeeded. */
  readonly startOver: () => void;
  /** Resolves when what is drawn first of the first run has been painted (`RecordPass`). */
  readonly firstShown: RecordPass['firstShown'];
  /** Judges all results by the dates of birth and death, and returns the record as it is then. */
  readonly setLifetime: (lifetime: Lifetime) => RecordSnapshot;
};

/**
 * The screen is drawn anew with each snapshot. A long record comes in a hundred pages, and drawing it as often would take
 * longer than reading it.
 */
const SNAPSHOT_EVERY_MS = 500;

type ReadingOptions = {
  readonly snapshotEveryMs?: number;
  /** Nothing is drawn until the newest results of each first search are there, so each page is told at once until then. */
  readonly areNewestAwaited?: boolean;
  /** The first curve waits for what the record names, so that no frame is drawn for what it lacks. */
  readonly areNamesAwaited?: boolean;
};

/** A snapshot says this of the reading, besides the record itself. */
type Progress = Pick<RecordSnapshot, 'refresh'> & ReadingWait;

/**
 * Creates the reading of one patient's Observations, which can be repeated on demand (rule 35). After the first curve, or
 * the newest results where these are awaited, there is one snapshot in `snapshotEveryMs` at most, and a
 * third of that while pages wait to be read.
 */
export function recordReading(
  session: Session,
  reader: FhirReader,
  options: ReadingOptions = {},
): RecordReading {
  const { snapshotEveryMs = SNAPSHOT_EVERY_MS, areNewestAwaited = false } = options;
  let shown = recordPass(session, reader, options);
  let again: Repetition | undefined;
  let lifetime: Lifetime = {};
  let progress: Progress = {};

  const snapshot = (): RecordSnapshot => ({ ...shown.snapshot(), ...progress });

  /** Shows the repeated reading, unless it holds less than the one before, or older results. */
  async function settle(repeated: Repetition): Promise<void> {
    const comparison = await repeated.comparison;
    // It may have been run twice meanwhile.
    if (again !== repeated) return;
    again = undefined;
    repeated.end();
    const refresh = comparison?.settle(repeated.pass) ?? { state: 'failed' };
    progress = { refresh };
    if (refresh.state === 'done') shown = repeated.pass;
  }

  return {
    firstShown: shown.firstShown,
    startOver() {
      if (again !== undefined) return;
      // A screen that is refreshed each minute for a shift would otherwise hold a mark for each page it ever read.
      performance.clearMarks(PAGE_MARK);
      again = repetition(session, reader, shown);
      again.pass.setLifetime(lifetime);
    },
    setLifetime(next) {
      lifetime = next;
      for (const pass of [shown, again?.pass]) pass?.setLifetime(lifetime);
      return snapshot();
    },
    async run(signal, arrived) {
      const [repeated, pass] = [again, again?.pass ?? shown];
      let isAwaited = true;
      const tellSnapshot = (): void => {
        if (signal.aborted) return;
        if (repeated && repeated === again) progress = { ...progress, refresh: refreshSoFar(pass) };
        const next = snapshot();
        isAwaited &&= !hasFirstView(next, areNewestAwaited);
        arrived(next);
      };
      // While pages wait to be read, drawing would hold up the end of the reading.
      const told = throttle(snapshotEveryMs, tellSnapshot, pass.isBehind);
      // Nobody is kept waiting for what is drawn first, and a wait is said when it begins.
      const tell = (): void => (isAwaited ? told.now() : told.soon());
      const wasSilent = progress.silence !== undefined;
      progress = firstProgress(again !== undefined, progress);
      const say = (wait: ReadingWait): void => {
        progress = { ...progress, ...wait };
        told.now();
      };
      reader.onWait((waitUntilMs, waitCause, waitStatus) => say({ waitUntilMs, waitCause, waitStatus }));
      reader.onSilence((silence) => say({ silence }));
      // A person who tries again sees at once that the waiting time begins anew.
      if (again !== undefined || wasSilent) told.now();
      await pass.run(signal, { tell, tellNow: told.now }).finally(() => told.stop());
      if (repeated !== undefined && !signal.aborted) await settle(repeated);
      return snapshot();
    },
  };
}

/** A repeated reading is compared with the one before. It has failed as well where the code that does so cannot be loaded. */
type Repetition = {
  readonly pass: RecordPass;
  readonly comparison: Promise<RecordComparison | undefined>;
  /** Lets go of the reading before: a screen that is refreshed each minute for a shift would otherwise hold each of them. */
  readonly end: () => void;
};

/** It is a function of its own, because what one function of a scope uses, all of them hold. */
const comparisonWith = (before: RecordPass): Promise<RecordComparison | undefined> =>
  import('./recordChanges.ts').then(
    ({ compareWith }) => compareWith(before),
    () => undefined,
  );

function repetition(session: Session, reader: FhirReader, before: RecordPass): Repetition {
  const comparison = comparisonWith(before);
  let noting: typeof comparison | undefined = comparison;
  const pass = recordPass(session, reader, {
    taken: (resources) => void noting?.then((one) => one?.note(resources, pass.observations)),
  });
  return { pass, comparison, end: () => (noting = undefined) };
}

/**
 * Returns what is said when a run begins. A run that only tries something again, as after a return from the back-forward cache, makes
 * nothing newer, so what the last refresh came to stays said.
 */
function firstProgress(isRefresh: boolean, { refresh }: Progress): Progress {
  if (isRefresh) return { refresh: { state: 'reading', received: 0 } };
  return refresh === undefined ? {} : { refresh };
}

const refreshSoFar = (pass: RecordPass): Refresh => ({
  state: 'reading',
  received: pass.snapshot().account.received,
});
