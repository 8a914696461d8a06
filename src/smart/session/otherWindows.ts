import { patientDigest } from './patientDigest.ts';
import type { Session } from './session.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';
import { randomKey } from './windowRecord.ts';

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
    const window = textField(data, 'window');
    const patient = textField(data, 'patient');
    if (window === '' || patient === '') return;
    if (fieldOf(data, 'isGone') === true) others.delete(window);
    else others.set(window, patient);
    if (fieldOf(data, 'isNew') === true) say();
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
