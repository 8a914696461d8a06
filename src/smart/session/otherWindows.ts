import * as v from 'valibot';
import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { randomKey } from './windowRecord.ts';

const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const messageSchema = v.object({
  /** A random name for as long as the window watches. */
  window: shortText,
  /** The digest of issuer and id. */
  patient: shortText,
  isNew: v.optional(v.boolean()),
  isGone: v.optional(v.boolean()),
});

/**
 * Tells when another window of Longview has another patient open, as far as the browser lets the two meet: windows in
 * different storage partitions (a chart's frame and a tab) do not hear each other. Messages carry a digest, no identity.
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
  const say = (more: object = {}): void => channel.postMessage({ ...own, ...more });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!v.is(messageSchema, data)) return;
    const { window, patient, isGone, isNew } = data;
    if (isGone) others.delete(window);
    else others.set(window, patient);
    if (isNew) say();
    tell([...others.values()].some((other) => other !== own.patient));
  });
  const gone = (): void => say({ isGone: true });
  const back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) say({ isNew: true });
  };
  addEventListener('pagehide', gone, { signal: until });
  addEventListener('pageshow', back, { signal: until });
  // The end of the session takes the screen away, and with it whoever listens.
  until.addEventListener('abort', () => {
    gone();
    channel.close();
  });
  say({ isNew: true });
}
