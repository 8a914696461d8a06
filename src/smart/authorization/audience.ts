import type { Session } from '../session/session.ts';
import { viewerOf } from './patientUser.ts';

/** These are the two kinds of screens: "My results" for patients and their proxies, and the overview for clinicians. */
export type Audience = 'patient' | 'clinician';

/** Returns whether a text names one of the two kinds of screens. */
export const isAudience = (text: string | undefined): text is Audience =>
  text === 'patient' || text === 'clinician';

/**
 * Returns for whom a session shows its record. What the person in front of the window chose comes first, then the site file,
 * then who signed in. An EHR launch is a clinician's, unless the token says that a patient signed in: a portal may launch apps as an EHR does. At a
 * site for patients nobody knows which of the two launched it, so the person is asked where nobody said who signed in (decision 70).
 * Where nobody said who signed in on their own, it is a patient, as on the start page. It is `ask` where the site wants the person to be asked.
 */
export function audienceOf(session: Session): Audience | 'ask' {
  const chosen = session.stored().audience;
  if (isAudience(chosen)) return chosen;
  const viewer = viewerOf(session);
  const byUser = viewer === 'unknown' ? undefined : viewer === 'clinician' ? 'clinician' : 'patient';
  const { audience } = session.site;
  if (session.kind === 'ehr') return byUser ?? (audience === 'patient' ? 'ask' : 'clinician');
  if (isAudience(audience)) return audience;
  return byUser ?? audience ?? 'patient';
}
