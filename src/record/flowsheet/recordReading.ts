import type { FhirReader } from '../../fhir/reader.ts';
import type { Session } from '../../smart/session/session.ts';
import { changesBetween } from './recordChanges.ts';
import { recordPass, type RecordPass } from './recordPass.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

export type RecordReading = {
  /** Runs every search that has not ended well yet; gives a snapshot after each page and resolves with the last. */
  readonly run: (signal: AbortSignal, arrived: (snapshot: RecordSnapshot) => void) => Promise<RecordSnapshot>;
  /** The next run reads the whole record anew. What was read before stays on the screen until that has ended well. */
  readonly startOver: () => void;
};

type Said = Pick<RecordSnapshot, 'refresh' | 'waitUntilMs' | 'waitCause'>;

/** Reads one patient's Observations, and reads them again on demand. */
export function recordReading(session: Session, reader: FhirReader): RecordReading {
  let shown = recordPass(session, reader);
  let again: RecordPass | undefined;
  let said: Said = {};

  const snapshot = (): RecordSnapshot => ({ ...shown.snapshot(), ...said });
  const told = (pass: RecordPass): void => {
    if (pass === again) said = { ...said, refresh: { state: 'reading', received: receivedBy(pass) } };
  };

  /** Less than before is never put in the place of more. */
  function settle(pass: RecordPass): void {
    again = undefined;
    const [before, after] = [shown.snapshot(), pass.snapshot()];
    const isAsGood =
      after.complete || (!before.complete && after.account.received >= before.account.received);
    if (!isAsGood) {
      said = { refresh: { state: 'failed' } };
      return;
    }
    said = { refresh: { state: 'done', ...changesBetween(shown.observations, pass.observations) } };
    shown = pass;
  }

  return {
    startOver() {
      again ??= recordPass(session, reader);
    },
    async run(signal, arrived) {
      const pass = again ?? shown;
      const tell = (): void => {
        if (signal.aborted) return;
        told(pass);
        arrived(snapshot());
      };
      said = again === undefined ? {} : { refresh: { state: 'reading', received: 0 } };
      reader.onWait((waitUntilMs, waitCause) => {
        said = { ...said, waitUntilMs, waitCause };
        tell();
      });
      if (again !== undefined) tell();
      await pass.run(signal, tell);
      if (pass === again && !signal.aborted) settle(pass);
      return snapshot();
    },
  };
}

const receivedBy = (pass: RecordPass): number => pass.snapshot().account.received;
