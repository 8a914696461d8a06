/** One source of truth: whatever a patient reads of a result, a clinician reads of it too (rules 13, 34 and 55). */
import { originalText } from '../../src/charts/format/valueText.ts';
import type { Row } from '../../src/clinical/observation/resultRow.ts';
import type { TwoViews, ViewFacts } from '../../src/testing/twoViewsFixture.tsx';

/** A patient reads a unit that is a word written out, of one number of them as well as of several. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  score: 'points',
  wk: 'weeks',
  lb: 'pounds',
  oz: 'ounces',
  in: 'inches',
  'br/min': 'breaths/min',
  '/min': 'per minute',
  bpm: 'per minute',
};
/** One of them is written without its last letters. */
const inPlural = (unit: string): string =>
  unit.replace(/^(pound|ounce|week|point)$/, '$1s').replace(/^inch$/, 'inches');
const writtenOut = (text: string): string =>
  text.replace(
    /^(\S+ )?(score|wk|lb|oz|in|br\/min|\/min|bpm)(?=,|$)/,
    (_, number: string = '', unit: string) => [number, WRITTEN_OUT[unit]].join(''),
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

/** Returns what a number of the patient's view is in the unit of the clinician's, by factors that stand here alone. */
const IN_UNIT_OF_CLINICIAN: Readonly<Record<string, (value: number) => number>> = {
  'lb kg': (value) => value * 0.45359237,
  'oz kg': (value) => value * 0.028349523125,
  'kg g': (value) => value * 1000,
  '°F °C': (value) => ((value - 32) * 5) / 9,
  'in cm': (value) => value * 2.54,
  'g/L g/dL': (value) => value / 10,
  'gm/L g/dL': (value) => value / 10,
};

const NUMBER = /-?\d[\d,]*(?:\.\d+)?/g;
const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
const halfStep = (text: string): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0);

/** Tells whether two texts say the same numbers in two units, as exactly as each of them is written. */
function areSameNumbers(view: TwoViews, ours: string, theirs: string, isSent: boolean): boolean {
  const convert = IN_UNIT_OF_CLINICIAN[`${view.card.series.unitText} ${view.clinicianCard.series.unitText}`];
  const [ofPatient, ofClinician] = [ours.match(NUMBER) ?? [], theirs.match(NUMBER) ?? []];
  if (convert === undefined || ofPatient.length !== ofClinician.length) return false;
  return ofPatient.every((text, i) => {
    const [value, other] = [numberOf(text), ofClinician[i]!];
    // A number that stands as it was sent was not rounded.
    const own = isSent ? 0 : Math.abs(convert(value + halfStep(text)) - convert(value));
    return Math.abs(convert(value) - numberOf(other)) <= halfStep(other) + own + 1e-9;
  });
}

const withoutNumbers = (text: string): string =>
  text.replaceAll(NUMBER, '#').replace('<', '≤').replace('>', '≥');
const numberBefore = (before: string): string => before.replace(/^(\S+).*$/, '$1');
const dateBefore = (before: string): string => before.replace(/^.*?, /, '');

/** A side that converted a value says what was sent, and the other side shows just that. */
function isSaidAsSent({ patientText, clinicianText }: TwoViews, row: Row | undefined): boolean {
  if (row === undefined) return true;
  const sent = originalText(row);
  return row.kind.isConverted
    ? patientText.includes(`sent as ${sent.split(' ')[0]} `)
    : clinicianText.includes(sent);
}

type SameInTwoUnits = (view: TwoViews, ours: string, theirs: string) => boolean;

const isSameValue: SameInTwoUnits = (view, ours, theirs) => {
  const { row } = view.card.result;
  return areSameNumbers(view, ours, theirs, !row.kind.isConverted) && isSaidAsSent(view, row);
};

/** A patient reads what was sent, and a clinician what it is in the unit of the catalog (decision 57). Every other fact is the same text. */
const IN_TWO_UNITS: Readonly<Partial<Record<keyof ViewFacts, SameInTwoUnits>>> = {
  latest: (view, ours, theirs) => (ours === '' ? theirs === '' : isSameValue(view, ours, theirs)),
  value: isSameValue,
  latestUnit: ({ card }, ours, theirs) =>
    ours === '' ? theirs === '' : [card.result.row.kind.unit, card.series.unitText].includes(ours),
  unit: ({ card, clinicianCard }, ours, theirs) =>
    inPlural(ours) === writtenOut(card.series.unitText) && theirs === clinicianCard.series.unitText,
  // Limits that were sent in a unit of their own, and words, stand in both views as they were sent. A clinician reads the unit behind words
  // that could not be converted.
  range: (view, ours, theirs) =>
    [ours, `${ours} ${view.card.series.unitText}`].includes(theirs) ||
    (withoutNumbers(ours) === withoutNumbers(theirs) && areSameNumbers(view, ours, theirs, false)),
  before(view, ours, theirs) {
    if (ours === '') return true;
    const row = view.card.before?.row;
    const isConverted = row?.kind.isConverted === true;
    return (
      areSameNumbers(view, numberBefore(ours), numberBefore(theirs), !isConverted) &&
      dateBefore(ours) === dateBefore(withoutCaution(theirs)) &&
      isSaidAsSent(view, isConverted ? row : undefined)
    );
  },
};

function isSameInTwoUnits(view: TwoViews, fact: keyof ViewFacts): boolean {
  const [ours, theirs] = [view.patient[fact], view.clinician?.[fact] ?? ''];
  return IN_TWO_UNITS[fact]?.(view, ours, theirs) ?? ours === theirs;
}

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
        if (view.card.series.unit !== view.clinicianCard.series.unit) return !isSameInTwoUnits(view, fact);
        if (fact === 'before')
          return patient.before !== '' && !isSameBefore(patient.before, clinician.before);
        if (fact === 'unit') return patient.unit !== writtenOut(clinician.unit);
        return fact === 'range' ? !isSameRange(view) : patient[fact] !== clinician[fact];
      })
      .map((fact) => `${patient.seriesId}, ${fact}: ${patient[fact]} | ${clinician[fact]}`);
  });
}
