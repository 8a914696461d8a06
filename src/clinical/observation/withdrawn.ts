import { readCode } from './code.ts';
import { readEffective } from './effective.ts';
import { elementsOf, resourceId, type FhirElement } from '../fhirElements/fhirElement.ts';

/** A withdrawn result: enough to leave a gap where it stood, and nothing of its value (display rules 6 and 33). */
export type Withdrawn = {
  readonly outcome: 'withdrawn';
  readonly id: string;
  /** Series id of what was measured, without a suffix for a unit; '' when it is not said to be this patient's. */
  readonly baseId: string;
  /** Those of all its components, where it has any; else `base` alone. */
  readonly baseIds: readonly string[];
  /** What was measured, in the words of the server; may be ''. */
  readonly text: string;
  /** As in a row: NaN when there is none. */
  readonly timeMs: number;
  readonly effective: string;
};

/** What may be kept of it. Of a result that does not say whose it was, its id alone. */
export function withdrawnOf(observation: FhirElement, isOwn: boolean, nowMs: number): Withdrawn {
  const id = resourceId(observation);
  if (!isOwn)
    return { outcome: 'withdrawn', id, baseId: '', baseIds: [], text: '', timeMs: Number.NaN, effective: '' };
  const { baseId, text } = readCode(observation['code']);
  const components = elementsOf(observation['component']).map(({ code }) => readCode(code).baseId);
  const { timeMs, text: effective } = readEffective(observation, nowMs);
  const baseIds = components.length === 0 ? [baseId] : components;
  return { outcome: 'withdrawn', id, baseId, baseIds, text, timeMs, effective };
}
