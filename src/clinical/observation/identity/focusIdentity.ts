/** Keeps results that are about something beside the patient in series of their own (rule 18). */
import type { ObservationCode } from '../code.ts';
import { observationTexts } from '../observation.messages.ts';
import type { Focus } from './focus.ts';

/** These words are a part of the id of a series whose results are each about a condition or a part of the body of their own. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
const ONE_FOCUS = '~one focus';

/**
 * The result of a fetus, a device or a specimen has a series of its own and never stands among the patient's. A condition is why
 * a test of the catalog was done; what else is measured of it, such as its size, is not known to be of one and the same condition.
 */
export function ofFocus(code: ObservationCode, focus: Focus): ObservationCode {
  const { target } = code;
  if (focus === '' || (focus === 'condition' && target !== undefined)) return code;
  const isOther = focus === 'another';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  const baseId = code.baseId + (isOther ? '~another subject' : ONE_FOCUS);
  const variant = observationTexts(isOther ? 'aboutAnotherSubject' : 'aboutOneFocus');
  return { ...code, baseId, variant, target: target && { ...target, id: baseId, variant } };
}

/** Returns whether a code stands for several things of the patient, so that no line joins its results. */
export const isOfOneFocus = ({ baseId }: ObservationCode): boolean => baseId.endsWith(ONE_FOCUS);
