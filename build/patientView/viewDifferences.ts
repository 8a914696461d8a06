/** One source of truth: whatever a patient reads of a result, a clinician reads of it too (rules 13, 34 and 55). */
import type { TwoViews, ViewFacts } from '../../src/testing/twoViewsFixture.tsx';

/** A patient reads a unit that is a word written out. No other two units are one. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  score: 'points',
  wk: 'weeks',
  lb: 'pounds',
  'br/min': 'breaths/min',
  '/min': 'per minute',
  bpm: 'per minute',
};
const writtenOut = (text: string): string =>
  text.replace(/^(\S+ )?(score|wk|lb|br\/min|\/min|bpm)(?=,|$)/, (_, number: string = '', unit: string) =>
    [number, WRITTEN_OUT[unit]].join(''),
  );

/** A clinician reads on the same line what is to check of the result before; to a patient a sentence of its own says so. */
const withoutCaution = (before: string): string => before.replace(/^(.+?), .+, ([^,]+)$/, '$1, $2');

/** A clinician's line that is too long for its place leaves the unit of the result before out; it stands beside the number. */
function isSameBefore(patient: string, sent: string): boolean {
  const clinician = withoutCaution(sent);
  return writtenOut(clinician) === patient || clinician === patient.replace(/^(\S+) .*(, [^,]+)$/, '$1$2');
}

/** A clinician reads the ages of a range with signs. */
const withAgeInSigns = (range: string): string =>
  range.replace(/\(age up to (\d{1,3}) years\)/, '(age ≤$1 y)');

/** A clinician reads "upper limit" for a converted limit, whether the limit itself belongs to the range or not. */
const isSameRange = ({ card, patient, clinician }: TwoViews): boolean =>
  (card.result.row.kind.isConverted
    ? patient.range.replace(/^</, '≤').replace(/^>/, '≥')
    : withAgeInSigns(patient.range)) === clinician?.range;

const isPatientSilent = ({ patient }: TwoViews): boolean => patient.value === '';

/** Names each fact that the two views say differently. A card without a value says nothing of its range either. */
export function differences(views: readonly TwoViews[]): readonly string[] {
  return views.flatMap((view) => {
    const { patient, clinician } = view;
    if (clinician === undefined) return [];
    const compared: readonly (keyof ViewFacts)[] = isPatientSilent(view)
      ? ['seriesId', 'count', 'all', 'latest', 'latestUnit', 'latestTime', 'date']
      : (Object.keys(patient) as (keyof ViewFacts)[]);
    return compared
      .filter((fact) => {
        if (fact === 'before')
          return patient.before !== '' && !isSameBefore(patient.before, clinician.before);
        if (fact === 'unit') return patient.unit !== writtenOut(clinician.unit);
        return fact === 'range' ? !isSameRange(view) : patient[fact] !== clinician[fact];
      })
      .map((fact) => `${patient.seriesId}, ${fact}: ${patient[fact]} | ${clinician[fact]}`);
  });
}
