/** Says the doses of a change of medication in a short form, and in words where one of them has none or is told in two ways. */
import type { CourseChange, DoseStep } from '../../events/careEvent.ts';
import { timesDose } from '../pumpChanges.ts';
import { besideEachOther } from '../stepTimes.ts';
import { wordedDose as wordedDoseOf } from './wordedDose.ts';

const MAX_DOSES_SHOWN = 4;

type Steps = readonly DoseStep[];

const joined = (doses: readonly string[]): string =>
  [...doses.slice(0, MAX_DOSES_SHOWN), ...(doses.length > MAX_DOSES_SHOWN ? ['…'] : [])].join(' + ');

/** Returns each dose once as a text tells it, with the number of pumps that give it at the same time. */
const distinctDoses = (steps: Steps, tell: (step: DoseStep) => string): readonly string[] =>
  [...new Set(steps.map(tell))].map((dose) =>
    timesDose(besideEachOther(steps.filter((step) => tell(step) === dose)).length, dose),
  );

/** Returns "10 mg/day + 5 mg/day", or "2 × 0.1 ug/kg/min" of two pumps; '' when one of the doses has no short form. */
const shortDosesOf = (steps: Steps): string =>
  steps.some(({ shortDose }) => shortDose === '')
    ? ''
    : joined(distinctDoses(steps, (step) => step.shortDose));

/** Returns all doses in words where one of them is told in two ways; '' where none is. */
const unclearDosesOf = (steps: Steps): string =>
  steps.some(({ isDoseUnclear }) => isDoseUnclear)
    ? joined([...new Set(steps.map(({ shortDose, doseText }) => shortDose || doseText))].filter(Boolean))
    : '';

/** Returns all doses where one of them has no short form and words tell of it; '' where each has one, or nothing was sent of any. */
const wordedDosesOf = (steps: Steps): string =>
  steps.some(({ shortDose, doseText }) => shortDose === '' && doseText !== '') ||
  (steps.some(({ shortDose }) => shortDose === '') && steps.some(({ shortDose }) => shortDose !== ''))
    ? joined(distinctDoses(steps, wordedDoseOf))
    : '';

/** Returns the doses that follow a change and those before it, each '' without any. */
export function toldDoses(
  after: Steps,
  before: Steps,
): Pick<CourseChange, 'dose' | 'previousDose'> & Partial<CourseChange> {
  const [unclearDose, unclearPreviousDose] = [unclearDosesOf(after), unclearDosesOf(before)];
  const [wordedDose, wordedPreviousDose] = [wordedDosesOf(after), wordedDosesOf(before)];
  return {
    dose: shortDosesOf(after),
    previousDose: shortDosesOf(before),
    ...(wordedDose !== '' && { wordedDose }),
    ...(wordedPreviousDose !== '' && { wordedPreviousDose }),
    ...(unclearDose !== '' && { unclearDose }),
    ...(unclearPreviousDose !== '' && { unclearPreviousDose }),
  };
}
