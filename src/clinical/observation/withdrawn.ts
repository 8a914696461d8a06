import { elementsOf, resourceId, type FhirElement } from '../fhirElements/fhirElement.ts';
import { replacesOf } from './replaces.ts';
import { componentCodeOf, observationContextOf, type ReadingContext } from './observationContext.ts';

/** A withdrawn result keeps enough to leave a gap where it stood, and nothing of its value (rules 6 and 33). */
export type Withdrawn = {
  readonly outcome: 'withdrawn';
  readonly id: string;
  /**
   * This is the series id of what was measured, without a suffix for a unit; it is '' when the subject is not known
   * to be this patient.
   */
  readonly baseId: string;
  /** These are the base ids of all components when there are any; else `baseId` alone. */
  readonly baseIds: readonly string[];
  /** The text says what was measured, in the words of the server; it may be ''. */
  readonly text: string;
  /** The time is in epoch ms, as in a row. It is NaN when there is no time. */
  readonly timeMs: number;
  readonly effective: string;
  /** These ids were replaced by it before. Where it was itself replaced in turn, they stay so. */
  readonly replaces?: readonly string[];
};

/** Returns what may be kept of a withdrawn result: its id alone when the subject is not known to be this patient. */
export function withdrawnOf(
  observation: FhirElement,
  isOfThisPatient: boolean,
  context: ReadingContext,
): Withdrawn {
  const id = resourceId(observation);
  if (!isOfThisPatient)
    return { outcome: 'withdrawn', id, baseId: '', baseIds: [], text: '', timeMs: Number.NaN, effective: '' };
  const read = observationContextOf(observation, '', context);
  const { baseId, text } = read.shared.ownCode;
  const components = elementsOf(observation['component']).map(
    (source) => componentCodeOf(source, read).baseId,
  );
  const { timeMs, text: effective } = read.effective;
  const baseIds = components.length === 0 ? [baseId] : components;
  const replaces = replacesOf(observation, context);
  const replacing = replaces.length > 0 && { replaces };
  return { outcome: 'withdrawn', id, baseId, baseIds, text, timeMs, effective, ...replacing };
}
