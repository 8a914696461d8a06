/**
 * Compares a child's weight, height, body mass index and head circumference by z-score with the child's own earlier one.
 * Growing is no change: a child that keeps its place among children of the same age has not changed, however much it grew.
 */
import type { ChildGrowth } from '../growth/childGrowth.ts';
import { growthMeasureOf } from '../growth/growthMeasurement.ts';
import type { GrowthResult, KnownGrowth, NoPercentileReason } from '../growth/growthZ.ts';
import type { Row } from '../observation/resultRow.ts';
import { isFinal } from '../series/comparability.ts';
import type { Series } from '../series/series.ts';
import { ADULT_YEARS, baselineEndsOf, GREATEST_AGE_MS, MAX_EXCLUDED } from './baselineEnds.ts';
import type { KnownSpanOf } from './comparableRows.ts';
import { mayBeYounger, type PatientFacts } from './patientFacts.ts';

/** Says why a child's measure has no z-score, or none to compare. Reasons that a reader need not tell apart are one. */
export type GrowthReason =
  | 'zValue'
  | 'zBirth'
  | 'zTime'
  | 'zSex'
  | 'zTable'
  | 'zBeforeTerm'
  | 'zGestation'
  | 'zPosition'
  | 'zScale'
  | 'zMistake';

/** Says how a child moved among children of the same age and sex. */
export type GrowthComparison = {
  readonly now: KnownGrowth;
  /** This is the newest earlier result that can be compared. */
  readonly was: { readonly row: Row; readonly growth: KnownGrowth };
  /** So many standard deviations lie between the two. */
  readonly difference: number;
};

/* oxlint-disable longview/texts-in-catalogs -- these are codes of reasons, and no words for a reader */
const TOO_OLD = 'too old';
const TOO_FEW = 'too few';
/* oxlint-enable longview/texts-in-catalogs */

type ExcludedRow = { readonly row: Row; readonly reason: GrowthReason | typeof TOO_OLD | 'pregnancy' };

export type GrowthChoice = {
  readonly growth: GrowthComparison | undefined;
  /** The reason is '' when there is a comparison. */
  readonly reason: 'growth' | typeof TOO_FEW | ExcludedRow['reason'] | '';
  /** These earlier results were left out, newest first. */
  readonly excluded: readonly ExcludedRow[];
};

type GrowthContext = {
  readonly sinceMs: number;
  readonly spanOf: KnownSpanOf;
  readonly facts: PatientFacts;
};

/** Returns whether a result is a child's growth, which is compared by z-score or not at all. */
export const isChildsGrowth = (series: Series, row: Row, { birth }: PatientFacts): boolean =>
  growthMeasureOf(series) !== undefined && mayBeYounger(birth, ADULT_YEARS, row.timeMs);

/** Compares a child's result with the newest earlier one that stands on the same scale, of the last two years. */
export function growthComparisonOf(series: Series, row: Row, context: GrowthContext): GrowthChoice {
  const { facts } = context;
  const now = facts.growth?.resultOf(series, row);
  if (facts.growth === undefined || now === undefined)
    return { growth: undefined, reason: 'growth', excluded: [] };
  const usable = usableGrowth(now);
  if (typeof usable === 'string') return { growth: undefined, reason: usable, excluded: [] };
  const earlier: EarlierContext = {
    growth: facts.growth,
    now: usable,
    newest: row,
    fromMs: pregnancyEndMs(series, row, facts),
  };
  const excluded: ExcludedRow[] = [];
  for (const one of earlierRows(series, row, context)) {
    const compared = earlierGrowth(series, one, earlier);
    if (typeof compared !== 'string') return { growth: compared, reason: '', excluded };
    excluded.push({ row: one, reason: compared });
    if (compared === TOO_OLD || excluded.length === MAX_EXCLUDED) break;
  }
  return { growth: undefined, reason: excluded[0]?.reason ?? TOO_FEW, excluded };
}

/** Returns the final results that were certainly taken before the moment, newest first. */
function* earlierRows({ rows }: Series, newest: Row, { sinceMs, spanOf }: GrowthContext): Iterable<Row> {
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows.at(i)!;
    if (isFinal(row) && spanOf(row)[1] <= sinceMs && row.timeMs <= newest.timeMs) yield row;
  }
}

/** Weight follows a pregnancy: nothing from before its end is compared. */
const pregnancyEndMs = (series: Series, row: Row, facts: PatientFacts): number =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...baselineEndsOf(series, row, facts).flatMap(({ reason, atMs }) =>
      reason === 'pregnancy' ? [atMs] : [],
    ),
  );

type EarlierContext = {
  readonly growth: ChildGrowth;
  readonly now: KnownGrowth;
  readonly newest: Row;
  /** Nothing from before this moment is compared. */
  readonly fromMs: number;
};

function earlierGrowth(
  series: Series,
  row: Row,
  { growth, now, newest, fromMs }: EarlierContext,
): GrowthComparison | ExcludedRow['reason'] {
  if (newest.timeMs - row.timeMs > GREATEST_AGE_MS) return TOO_OLD;
  if (row.timeMs < fromMs) return 'pregnancy';
  const was = usableGrowth(growth.resultOf(series, row));
  if (typeof was === 'string') return was;
  const difference = growth.changeBetween(was, now);
  return difference === undefined ? 'zScale' : { now, was: { row, growth: was }, difference };
}

const REASONS: Readonly<Record<NoPercentileReason, GrowthReason>> = {
  notCharted: 'zValue',
  limit: 'zValue',
  inDoubt: 'zValue',
  unit: 'zValue',
  noValue: 'zValue',
  birthUnknown: 'zBirth',
  birthInexact: 'zBirth',
  timeUnknown: 'zTime',
  timeInexact: 'zTime',
  beforeBirth: 'zTime',
  toldLongAfterBirth: 'zTime',
  sexUnknown: 'zSex',
  sexContradicted: 'zSex',
  tooOld: 'zTable',
  noTable: 'zTable',
  beforeTerm: 'zBeforeTerm',
  gestationContradictory: 'zGestation',
  standingUnderTwo: 'zPosition',
  lyingFromTwo: 'zPosition',
};

/** Returns a result that can be compared, or why it cannot. */
function usableGrowth(growth: GrowthResult | undefined): KnownGrowth | GrowthReason {
  if (growth === undefined) return 'zValue';
  if (!growth.isKnown) return REASONS[growth.reason];
  return growth.isLikelyError ? 'zMistake' : growth;
}

/**
 * So many standard deviations lie between the 50th percentile and the 75th or 25th, which are neighbours among the curves
 * of the charts. A child that moved farther is listed; all others are compared and stand in the basis.
 */
const LISTED_Z = 0.674;

/** Returns whether a child moved farther than from one quarter of the children to the median. */
export const isListedGrowth = ({ difference }: GrowthComparison): boolean => Math.abs(difference) > LISTED_Z;
