import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';
import { deleteWindowRecord, writeWindowRecord, readWindowRecord } from './windowRecord.ts';

const KEY = 'view'; // main.tsx looks whether there is one before it loads this file
/** A working day: a view from last week would surprise. */
const KEPT_MS = 12 * 3_600_000;

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
      writeWindowRecord(KEY, { digest, view, atMs: Date.now() });
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
  const view = textField(found, 'view');
  const age = Date.now() - Number(fieldOf(found, 'atMs'));
  if (location.hash !== '' || !view.startsWith('#') || !(age < KEPT_MS)) return;
  if (textField(found, 'digest') !== (await patientDigest(session))) return;
  history.replaceState(history.state, '', view);
}
