/** Says which results of a record are measures of growth, and what they measured. */
import type { Precision } from '../time/date.ts';
import { targetOfId } from '../catalog/catalog.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { applyConversion, fitUnit } from '../units/units.ts';
import type { GrowthMeasure } from './growthTables.ts';

/** Says how a child was measured; `unsaid` where neither the code nor the words of the result say it. */
type BodyPosition = 'lying' | 'standing' | 'unsaid';

/** The reason says why a result has no percentile, although it is a measure of growth. */
export type UnusableReason =
  /** The result stands in tables only: withdrawn, implausible, another unit, without a number … */
  | 'notCharted'
  /** The value is a limit ("< 3 kg"). */
  | 'limit'
  /** The number or its unit must be checked first (rule 17). */
  | 'inDoubt'
  /** The unit is missing, or is none of the measure. */
  | 'unit';

/** This is one result as a measure of growth. */
export type GrowthMeasurement = {
  readonly measure: GrowthMeasure;
  /** The value is in kg, cm or kg/m²; it is NaN where `unusable` says why. */
  readonly value: number;
  readonly position: BodyPosition;
  /** The value was stated by somebody and not measured. */
  readonly isStated: boolean;
  /** The code says that it was measured at birth. */
  readonly isAtBirth: boolean;
  /** The time is in epoch ms, as in the row: a day has its offset added, and NaN means that no time is known. */
  readonly timeMs: number;
  readonly precision: Precision;
  readonly unusable: UnusableReason | undefined;
};

/** This is a value and what is known of how it was taken, wherever it comes from. */
export type GrowthFacts = Pick<GrowthMeasurement, 'measure' | 'timeMs' | 'precision'> &
  Partial<Pick<GrowthMeasurement, 'position' | 'isStated' | 'isAtBirth' | 'unusable'>> & {
    readonly value: number;
    /** The unit is in UCUM or in any spelling that the catalog reads: kg, g, lb, [lb_av], oz, cm, in, m, kg/m2. */
    readonly unit: string;
  };

type Kind = {
  readonly measure: GrowthMeasure;
  readonly position?: BodyPosition;
  readonly isStated?: true;
  readonly isAtBirth?: true;
};

/**
 * These are the LOINC codes of measured and stated growth. "Body height" (8302-2) says no position, and vendors send it for infants too.
 * They leave out what was estimated, planned or calculated without a scale (8335-2, 8341-0, 50064-5), and the unborn.
 *
 * @see https://loinc.org and https://hl7.org/fhir/R4/observation-vitalsigns.html
 */
const BY_LOINC = new Map<string, Kind>([
  ['29463-7', { measure: 'weight' }],
  ['3141-9', { measure: 'weight' }],
  ['3142-7', { measure: 'weight', isStated: true }],
  ['8339-4', { measure: 'weight', isAtBirth: true }],
  ['8302-2', { measure: 'height' }],
  ['3137-7', { measure: 'height' }],
  ['3138-5', { measure: 'height', isStated: true }],
  ['8306-3', { measure: 'height', position: 'lying' }],
  ['8308-9', { measure: 'height', position: 'standing' }],
  ['89269-5', { measure: 'height', position: 'lying', isAtBirth: true }],
  ['9843-4', { measure: 'headCircumference' }],
  ['8287-5', { measure: 'headCircumference' }],
  ['8290-9', { measure: 'headCircumference', isAtBirth: true }],
  ['39156-5', { measure: 'bmi' }],
]);

/** The series of these ids of the catalog hold the same measures, whatever code named them. */
const BY_ANALYTE = new Map<string, Kind>([
  ['weight', { measure: 'weight' }],
  ['weight-stated', { measure: 'weight', isStated: true }],
  ['birth-weight', { measure: 'weight', isAtBirth: true }],
  ['height', { measure: 'height' }],
  ['birth-length', { measure: 'height', position: 'lying', isAtBirth: true }],
  ['hc', { measure: 'headCircumference' }],
  ['bmi', { measure: 'bmi' }],
]);

/** This is the body mass index that Longview calculates from weight and height. */
const CALCULATED_BMI = 'bmi~calculated';

const TARGET_IDS: Readonly<Record<GrowthMeasure, string>> = {
  weight: 'weight',
  height: 'height',
  bmi: 'bmi',
  headCircumference: 'hc',
};

const LOINC = 'http://loinc.org';
const LOINC_ID = /^http:\/\/loinc\.org\|(\d{1,7}-\d)$/;

/** Returns what a series measures; undefined when it is no measure of growth. Percentiles are none: see `sentPercentiles.ts`. */
export const growthMeasureOf = (series: MeasuredSeries): GrowthMeasure | undefined =>
  kindOfSeries(series)?.measure;

type MeasuredSeries = Pick<Series, 'id' | 'analyteId' | 'unit'>;

/**
 * A code, a missing unit and the time of a dialysis leave a measure that of the child. "Newborn weight" stands in the chart of the newborn:
 * an adult's has no growth.
 */
const OWN_PART = /^(?:\d{1,7}-\d|no unit|after dialysis|newborn|stated)$/;

/**
 * The parts of an id behind the analyte say what tells the series from the usual one: a code or a unit. Other words mean a target, a
 * guess, or somebody else, such as a parent.
 */
function kindOfSeries({ id, analyteId, unit }: MeasuredSeries): Kind | undefined {
  if (id === CALCULATED_BMI) return { measure: 'bmi' };
  const known = BY_ANALYTE.get(analyteId);
  if (known === undefined) return BY_LOINC.get(LOINC_ID.exec(id)?.[1] ?? '');
  const [, ...parts] = id.split('~');
  if (!parts.every((part) => part === unit || OWN_PART.test(part))) return undefined;
  const kind = parts.flatMap((part) => BY_LOINC.get(part) ?? [])[0] ?? known;
  return parts.includes('stated') ? { ...kind, isStated: true } : kind;
}

/**
 * Reads a row of a series as a measure of growth, its value in kg, cm or kg/m². It is undefined when the series is none.
 * The row may stand in a unit that the reader chose: `series.unit` says which.
 */
export function growthMeasurementOf(series: MeasuredSeries, row: Row): GrowthMeasurement | undefined {
  const ofSeries = kindOfSeries(series);
  const words = `${row.kind.codeText}\n${row.kind.context}`;
  if (ofSeries === undefined || ESTIMATED.test(words)) return undefined;
  const ofCode = row.kind.codeSystem === LOINC ? BY_LOINC.get(row.kind.code) : undefined;
  const kind = ofCode?.measure === ofSeries.measure ? ofCode : ofSeries;
  return growthMeasurement({
    measure: kind.measure,
    value: row.value,
    unit: series.unit,
    position: positionOf(kind, words),
    isStated: kind.isStated === true || ofSeries.isStated === true || STATED.test(words),
    isAtBirth: kind.isAtBirth === true || ofSeries.isAtBirth === true,
    timeMs: row.timeMs,
    precision: row.kind.precision,
    unusable: unusableReason(row),
  });
}

/** Makes a measure of growth of a value in any unit of the catalog. A unit that does not fit leaves it unusable. */
export function growthMeasurement(facts: GrowthFacts): GrowthMeasurement {
  const { measure, timeMs, precision } = facts;
  const { position = 'unsaid', isStated = false, isAtBirth = false } = facts;
  const value = valueInOwnUnit(facts);
  const unusable = facts.unusable ?? (Number.isNaN(value) ? 'unit' : undefined);
  return {
    measure,
    value: unusable === undefined ? value : Number.NaN,
    position,
    isStated,
    isAtBirth,
    timeMs,
    precision,
    unusable,
  };
}

/** Returns a value in kg, cm or kg/m²; NaN where the unit is none of the measure. */
function valueInOwnUnit({ measure, value, unit }: GrowthFacts): number {
  const target = targetOfId(TARGET_IDS[measure]);
  if (target === undefined) return Number.NaN;
  const { fit, conversion } = fitUnit(target, { unit, unitCode: '', unitSystem: '' });
  return fit === 'same' || fit === 'converted' ? applyConversion(value, conversion) : Number.NaN;
}

function unusableReason({ kind, value }: Row): UnusableReason | undefined {
  if (kind.drawing === 'listed' || Number.isNaN(value)) return 'notCharted';
  if (kind.comparator !== '') return 'limit';
  // Words beside a size or a weight say that nobody measured it, or not this child.
  return kind.check !== '' || kind.condition !== '' ? 'inDoubt' : undefined;
}

/** Codes that have a series of their own keep it, whatever their words say of how it was measured. */
const ESTIMATED = /(?<!not )\bestim/i;
const STATED = /(?<!not )\b(?:stated|reported)\b/i;
const LYING = /\b(?:lying|supine|recumbent|length board)\b/i;
const STANDING = /\b(?:standing|upright|stadiometer)\b/i;

/** The words of the sender count where they contradict nothing; two that contradict each other say nothing. */
function positionOf({ measure, position }: Kind, words: string): BodyPosition {
  if (measure !== 'height') return 'unsaid';
  if (position !== undefined) return position;
  const [isLying, isStanding] = [LYING.test(words), STANDING.test(words)];
  if (isLying === isStanding) return 'unsaid';
  return isLying ? 'lying' : 'standing';
}
