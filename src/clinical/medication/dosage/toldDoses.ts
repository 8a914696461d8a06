/** Says the doses of a change of medication in a short form, and in whole words where one of them is told in two ways. */
import type { CourseChange, DoseStep } from '../../events/careEvent.ts';
import { timesDose } from '../pumpChanges.ts';
import { besideEachOther } from '../stepTimes.ts';

const MAX_DOSES_SHOWN = 4;

type Steps = readonly DoseStep[];

const joined = (doses: readonly string[]): string =>
  [...doses.slice(0, MAX_DOSES_SHOWN), ...(doses.length > MAX_DOSES_SHOWN ? ['…'] : [])].join(' + ');

/** Returns "10 mg/day + 5 mg/day", or "2 × 0.1 ug/kg/min" of two pumps; '' when one of the doses has no short form. */
function shortDosesOf(steps: Steps): string {
  const distinct = [...new Set(steps.map(({ shortDose }) => shortDose))];
  if (distinct.includes('')) return '';
  return joined(
    distinct.map((dose) =>
      timesDose(besideEachOther(steps.filter(({ shortDose }) => shortDose === dose)).length, dose),
    ),
  );
}

/** Returns all doses in words where one of them is told in two ways; '' where none is. */
const unclearDosesOf = (steps: Steps): string =>
  steps.some(({ isDoseUnclear }) => isDoseUnclear)
    ? joined([...new Set(steps.map(({ shortDose, doseText }) => shortDose || doseText))].filter(Boolean))
    : '';

/** Returns the doses that follow a change and those before it, each '' without any. */
export function toldDoses(
  after: Steps,
  before: Steps,
): Pick<CourseChange, 'dose' | 'previousDose' | 'unclearDose' | 'unclearPreviousDose'> {
  const [unclearDose, unclearPreviousDose] = [unclearDosesOf(after), unclearDosesOf(before)];
  return {
    dose: shortDosesOf(after),
    previousDose: shortDosesOf(before),
    ...(unclearDose !== '' && { unclearDose }),
    ...(unclearPreviousDose !== '' && { unclearPreviousDose }),
  };
}
