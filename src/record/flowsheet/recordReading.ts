import type { Moment } from '../../clinical/time/date.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { throttle } from './throttle.ts';
import { hasFirstView, recordPass, type RecordPass } from './recordPass.ts';
import type { ReadingWait, RecordSnapshot } from './recordSnapshot.ts';
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
  /** Judges all results by the date of birth, and returns the record as it is then. */
  readonly setBirth: (birth: Moment | undefined) => RecordSnapshot;
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
};

/** A snapshot says this of the reading, besides the record itself. */
type Progress = Pick<RecordSnapshot, 'refresh'> & ReadingWait;

/**
 * Creates the reading of one patient's Observations, which can be repeated on demand (rule 35). After the first curve, or
 * the newest results where these are awaited, there is one snapshot in `snapshotEveryMs` at most.
 */
export function recordReading(
  session: Session,
  reader: FhirReader,
  { snapshotEveryMs = SNAPSHOT_EVERY_MS, areNewestAwaited = false }: ReadingOptions = {},
): RecordReading {
  let shown = recordPass(session, reader);
  let again: RecordPass | undefined;
  let birth: Moment | undefined;
  let progress: Progress = {};

  const snapshot = (): RecordSnapshot => ({ ...shown.snapshot(), ...progress });
  const noteProgress = (pass: RecordPass): void => {
    if (pass === again) progress = { ...progress, refresh: { state: 'reading', received: receivedBy(pass) } };
  };

  /** Shows the repeated reading, unless it holds less than the one before. */
  async function settle(pass: RecordPass): Promise<void> {
    const refresh = await refreshOf(shown, pass);
    // It may have been run twice meanwhile.
    if (again !== pass) return;
    again = undefined;
    progress = { refresh };
    if (refresh.state === 'done') shown = pass;
  }

  return {
    startOver() {
      if (again !== undefined) return;
      // A screen that is refreshed each minute for a shift would otherwise hold a mark for each page it ever read.
      performance.clearMarks(PAGE_MARK);
      again = recordPass(session, reader);
      again.setBirth(birth);
    },
    setBirth(next) {
      birth = next;
      for (const pass of [shown, again]) pass?.setBirth(birth);
      return snapshot();
    },
    async run(signal, arrived) {
      const pass = again ?? shown;
      let isAwaited = true;
      const told = throttle(snapshotEveryMs, () => {
        if (signal.aborted) return;
        noteProgress(pass);
        const next = snapshot();
        isAwaited &&= !hasFirstView(next, areNewestAwaited);
        arrived(next);
      });
      // Nobody is kept waiting for what is drawn first, and a wait is said when it begins.
      const tell = (): void => (isAwaited ? told.now() : told.soon());
      const wasSilent = progress.silence !== undefined;
      progress = again === undefined ? {} : { refresh: { state: 'reading', received: 0 } };
      reader.onWait((waitUntilMs, waitCause, waitStatus) => {
        progress = { ...progress, waitUntilMs, waitCause, waitStatus };
        told.now();
      });
      reader.onSilence((silence) => {
        progress = { ...progress, silence };
        told.now();
      });
      // A person who tries again sees at once that the waiting time begins anew.
      if (again !== undefined || wasSilent) told.now();
      await pass.run(signal, { tell, tellNow: told.now }).finally(() => told.stop());
      if (pass === again && !signal.aborted) await settle(pass);
      return snapshot();
    },
  };
}

/** Compares a repeated reading with the one before. It has failed as well where the code that does so cannot be loaded. */
async function refreshOf(before: RecordPass, after: RecordPass): Promise<NonNullable<Progress['refresh']>> {
  const comparison = await import('./recordChanges.ts').catch(() => undefined);
  if (!comparison?.isAsGood(before, after)) return { state: 'failed' };
  return { state: 'done', ...comparison.changesBetween(before.observations, after.observations) };
}

const receivedBy = (pass: RecordPass): number => pass.snapshot().account.received;
