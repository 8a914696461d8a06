import * as v from 'valibot';
import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { randomKey } from './windowStorage.ts';

const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const messageSchema = v.object({
  /** A window has a random name for as long as it watches. */
  window: shortText,
  /** This is the digest of issuer and patient id. */
  patient: shortText,
  isNew: v.optional(v.boolean()),
  isGone: v.optional(v.boolean()),
});

/**
 * Calls `tell` with whether another window of Longview shows another patient, until the signal is aborted (rule 48).
 * Windows in different storage partitions, such as a frame in a chart and a tab, cannot hear each other. Messages carry a
 * digest of the patient, not an identity.
 */
export async function watchOtherWindows(
  session: Session,
  tell: (isOtherPatient: boolean) => void,
  until: AbortSignal,
): Promise<void> {
  const own = { window: randomKey(), patient: await patientDigest(session) };
  if (until.aborted) return;
  const channel = new BroadcastChannel('longview.windows');
  const others = new Map<string, string>();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  const post = (more: object = {}): void => channel.postMessage({ ...own, ...more });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!v.is(messageSchema, data)) return;
    const { window, patient, isGone, isNew } = data;
    if (isGone) others.delete(window);
    else others.set(window, patient);
    if (isNew) post();
    tell([...others.values()].some((other) => other !== own.patient));
  });
  const leave = (): void => post({ isGone: true });
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    // Windows may have gone unheard meanwhile. Those that are there answer.
    others.clear();
    tell(false);
    post({ isNew: true });
  };
  addEventListener('pagehide', leave, { signal: until });
  addEventListener('pageshow', comeBack, { signal: until });
  until.addEventListener('abort', () => {
    leave();
    channel.close();
  });
  post({ isNew: true });
}
