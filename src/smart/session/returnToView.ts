import * as v from 'valibot';
import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { deleteWindowRecord, writeWindowRecord, readWindowRecord } from './windowRecord.ts';

const KEY = 'view'; // main.tsx looks whether there is one before it loads this file
/** A working day: a view from last week would surprise. */
const KEPT_MS = 12 * 3_600_000;

const viewSchema = v.object({
  digest: v.string(),
  /** A fragment; none of ours is nearly as long. */
  view: v.pipe(v.string(), v.startsWith('#'), v.maxLength(10_000)),
  atMs: v.number(),
});

/**
 * Remembers the view when the session runs out, for the next session of the same patient in this window. Gives a way to
 * do it earlier, before a person signs in again by choice.
 */
export async function rememberView(session: Session): Promise<() => void> {
  const digest = await patientDigest(session); // now, since at the end there is no time for it
  const remember = (): void => {
    const view = location.hash;
    if (view === '') return;
    try {
      writeWindowRecord(KEY, { digest, view, atMs: Date.now() } satisfies v.InferInput<typeof viewSchema>);
    } catch {
      return; // blocked storage: the next session opens on the overview
    }
  };
  session.onEnd(({ code }) => {
    if (code === 'E13') remember();
  });
  return remember;
}

/** Puts that view back, once; nothing happens for another patient, or where the address already names a view. */
export async function restoreView(session: Session): Promise<void> {
  const found = readWindowRecord(KEY);
  deleteWindowRecord(KEY);
  if (!v.is(viewSchema, found) || location.hash !== '' || Date.now() - found.atMs >= KEPT_MS) return;
  if (found.digest !== (await patientDigest(session))) return;
  history.replaceState(history.state, '', found.view);
}
