import * as v from 'valibot';
import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { deleteWindowItem, writeWindowItem, readWindowItem } from './windowStorage.ts';

/** The page looks for a record under this key before it loads this file. */
const KEY = 'view';
/** A view is restored within a working day; an older one would surprise. */
const MAX_AGE_MS = 12 * 3_600_000;

const viewSchema = v.object({
  digest: v.string(),
  /** The view is a fragment. No fragment of the app is nearly as long as this. */
  view: v.pipe(v.string(), v.startsWith('#'), v.maxLength(10_000)),
  atMs: v.number(),
});

/** Returns whether a stored value is a view that can still be restored. */
export const isViewInForce = (found: unknown): found is v.InferOutput<typeof viewSchema> =>
  v.is(viewSchema, found) && Math.abs(Date.now() - found.atMs) < MAX_AGE_MS;

/**
 * Remembers the view when the session expires, for the next session of the same patient in this window. Returns a function
 * that does so at once, for a person who signs in again by choice.
 */
export async function rememberView(session: Session): Promise<() => void> {
  const digest = await patientDigest(session); // at the end of the session it would come too late
  const remember = (): void => {
    const view = location.hash;
    if (view === '') return;
    try {
      writeWindowItem(KEY, { digest, view, atMs: Date.now() } satisfies v.InferInput<typeof viewSchema>);
    } catch {
      return; // storage is blocked, so the next session opens on the overview
    }
  };
  session.onEnd(({ code }) => {
    if (code === 'E13') remember();
  });
  return remember;
}

/** Forgets the view. Who ends a session on purpose leaves nothing of it behind. */
export const forgetView = (): void => deleteWindowItem(KEY);

/** Restores that view, once. Nothing happens for another patient, or when the address already names a view. */
export async function restoreView(session: Session): Promise<void> {
  const found = readWindowItem(KEY);
  deleteWindowItem(KEY);
  if (!isViewInForce(found) || location.hash !== '') return;
  if (found.digest !== (await patientDigest(session))) return;
  history.replaceState(history.state, '', found.view);
}
