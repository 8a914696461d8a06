/**
 * This file says which medications are given to move which measure, so that a lane can stand beside the curve that it is read
 * with. actingDrugs.json has the table and its source. It orders what is shown, hides nothing and claims no cause (rule 25).
 */
import actingDrugs from './actingDrugs.json';
import type { MedicationCourse } from '../events/careEvent.ts';
import type { Series } from '../series/series.ts';

/** Returns whether the words of `part` stand in `text` as whole words, so that epinephrine is not found in norepinephrine. */
function hasWords(text: string, part: string): boolean {
  const at = text.indexOf(part);
  if (at < 0) return false;
  const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
  if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + part.length))) return true;
  return hasWords(text.slice(at + 1), part);
}

const firstWordOf = (name: string): string => /^\p{L}{5,}/u.exec(name)?.[0] ?? '';

type Measure = Pick<Series, 'id' | 'analyteId' | 'name'>;

/**
 * Returns whether a medication is given to move this measure, or whether the measure is its level in the blood. It reads the
 * name of the medication, because every server sends one and many send no code.
 */
export function actsOn(
  { name }: Pick<MedicationCourse, 'name'>,
  { id, analyteId, name: measure }: Measure,
): boolean {
  const drug = name.toLowerCase();
  const ids = [analyteId, id];
  const isListed = actingDrugs.rows.some(
    ({ measures, drugs }) =>
      measures.some((one) => ids.includes(one)) && drugs.some((one) => hasWords(drug, one)),
  );
  const substance = firstWordOf(drug);
  return isListed || (substance !== '' && hasWords(measure.toLowerCase(), substance));
}

/** A rate per minute or per hour is what a pump gives. */
const PUMP_RATE = /\/\s?(?:min|minute|h|hr|hour)\b/i;

/** Returns whether any step of a medication is an infusion, given by a rate per minute or per hour. */
export const isInfusion = ({ steps }: Pick<MedicationCourse, 'steps'>): boolean =>
  steps.some(({ unit, shortDose, doseText }) => PUMP_RATE.test(unit || shortDose || doseText));
