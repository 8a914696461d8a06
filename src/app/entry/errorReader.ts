import type { Audience } from '../../smart/authorization/audience.ts';
import { isLaunchError } from '../../smart/errors/LaunchError.ts';

/**
 * Returns whether an error may be read by a patient, and so in another language than English. An EHR's launch stays English before
 * there is a session, unless its site is for patients, and so does a page in an EHR's frame. Whoever read the session before it ended also reads that it has ended.
 * @param reader The session showed the screens of this audience; undefined where there was no session.
 */
export const isReadByPatients = (error: unknown, reader: Audience | undefined): boolean =>
  reader === undefined
    ? window.parent === window &&
      !(isLaunchError(error) && error.kind === 'ehr' && error.site?.audience !== 'patient')
    : reader === 'patient';
