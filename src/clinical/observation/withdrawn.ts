import { readCode } from './code.ts';
import { readEffective } from './effective.ts';
import { elementsOf, type Element } from '../fhirElements/fhirElement.ts';

/** A withdrawn result: enough to leave a gap where it stood, and nothing of its value (display rules 6 and 33). */
export type Withdrawn = {
  readonly outcome: 'withdrawn';
  readonly id: string;
  /** Series id of what was measured, without a suffix for a unit; '' when it is not said to be this patient's. */
  readonly base: string;
  /** Those of all its components, where it has any; else `base` alone. */
  readonly bases: readonly string[];
  /** What was measured, in the words of the server; may be ''. */
  readonly text: string;
  /** As in a row: NaN when there is none. */
  readonly timeMs: number;
  readonly effective: string;
};

export const idOf = ({ id }: Element): string => (typeof id === 'string' ? id : '');

/** What may be kept of it. Of a result that does not say whose it was, its id alone. */
export function withdrawnOf(observation: Element, isOwn: boolean, nowMs: number): Withdrawn {
  const id = idOf(observation);
  if (!isOwn)
    return { outcome: 'withdrawn', id, base: '', bases: [], text: '', timeMs: Number.NaN, effective: '' };
  const { base, text } = readCode(observation['code']);
  const components = elementsOf(observation['component']).map(({ code }) => readCode(code).base);
  const { timeMs, text: effective } = readEffective(observation, nowMs);
  const bases = components.length === 0 ? [base] : components;
  return { outcome: 'withdrawn', id, base, bases, text, timeMs, effective };
}
