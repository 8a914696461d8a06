/** These are percentiles that the server sent. Nobody says by which reference they were read, so they never mix with ours. */
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import type { GrowthMeasurement } from './growthMeasurement.ts';
import type { GrowthMeasure } from './growthTables.ts';

/** This is one percentile as it was sent. */
export type SentPercentile = {
  /** This is the measure whose percentile it is. */
  readonly measure: GrowthMeasure | 'weightForLength';
  /** It lies between 0 and 100. */
  readonly percentile: number;
  /** This is what the code says the percentile is by: age and sex, age, or nothing. */
  readonly by: 'ageAndSex' | 'age' | 'notSaid';
  readonly row: Row;
};

type Kind = Pick<SentPercentile, 'measure' | 'by'>;

/** @see https://hl7.org/fhir/us/core/StructureDefinition-pediatric-bmi-for-age.html and its siblings for weight and head */
const BY_LOINC = new Map<string, Kind>([
  ['8289-1', { measure: 'headCircumference', by: 'notSaid' }],
  ['8303-0', { measure: 'height', by: 'notSaid' }],
  ['8336-0', { measure: 'weight', by: 'age' }],
  ['59574-4', { measure: 'bmi', by: 'notSaid' }],
  ['59575-6', { measure: 'bmi', by: 'age' }],
  ['59576-9', { measure: 'bmi', by: 'ageAndSex' }],
  ['77606-2', { measure: 'weightForLength', by: 'ageAndSex' }],
]);

const LOINC = 'http://loinc.org';
const PERCENT = '%';

/** Returns the percentiles of all series that are drawn as numbers in percent, oldest first in each series. */
export const sentPercentilesOf = (all: readonly Series[]): readonly SentPercentile[] =>
  all.flatMap(({ unit, rows }) => (unit === PERCENT ? rows.flatMap((row) => sentPercentile(row) ?? []) : []));

function sentPercentile(row: Row): SentPercentile | undefined {
  const kind = row.kind.codeSystem === LOINC ? BY_LOINC.get(row.kind.code) : undefined;
  const isPlain = row.kind.drawing !== 'listed' && row.kind.comparator === '';
  if (kind === undefined || !isPlain || !(row.value >= 0 && row.value <= 100)) return undefined;
  return { ...kind, percentile: row.value, row };
}

/**
 * Returns the percentiles that were sent for a measure at exactly its time. There may be several, by different codes or
 * references; they are all shown. A percentile of another moment of the day is not taken for this measure.
 */
export const sentPercentilesFor = (
  { measure, timeMs, precision }: Pick<GrowthMeasurement, 'measure' | 'timeMs' | 'precision'>,
  sent: readonly SentPercentile[],
): readonly SentPercentile[] =>
  sent.filter(
    ({ measure: other, row }) =>
      other === measure && row.timeMs === timeMs && row.kind.precision === precision,
  );
