/** This file compares the latest result of a series with its baseline, and ranks what changed. It sets no flag. */
import { isComparableNumber, isFinal } from '../series/comparability.ts';
import { decimalsOf } from '../series/decimals.ts';
import { indicesNotBefore } from '../series/newest/certainOrder.ts';
import { latest, tiedWithLatest } from '../series/newest/latest.ts';
import { representativeRowAt } from '../series/pairs/repeatedResults.ts';
import { compareText } from '../series/rowOrder.ts';
import { isCriticalFlag } from '../observation/flag/flag.ts';
import { isOpenFromZero, rangePosition } from '../observation/rangePosition/rangePosition.ts';
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { HOUR_MS } from '../time/durations.ts';
import { acuteStayOf } from './baselineEnds.ts';
import {
  baselineOf,
  type Baseline,
  type ChangeContext,
  type LeftOutReason,
  type ExcludedResult,
} from './changeBaseline.ts';
import { changeDistance, LISTED_DISTANCE, type ChangeDistance } from './changeDistance.ts';
import { isKnownFasting } from './comparableConditions.ts';
import type { KnownSpanOf } from './comparableRows.ts';
import {
  growthComparisonOf,
  isChildsGrowth,
  isListedGrowth,
  type GrowthComparison,
} from './growthComparison.ts';
import { medianOf } from './median.ts';
import { ruleMatchOf, type RuleMatch } from './changeRules.ts';
import { variationOfSeries, type PublishedVariation } from './variationTable.ts';

/**
 * A latest result has no distance for one of these reasons. With the first ones there are earlier results to show
 * beside it.
 */
export type NoDistanceReason =
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  | 'no variation'
  | 'limit'
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  | 'not positive'
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  | 'fasting not known'
  | 'monitor'
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  | 'too few'
  | LeftOutReason;

/** This is what is known of the change of one series since a moment. */
export type SeriesChange = {
  readonly series: Series;
  /** This is the latest result, which is new. Of several at one moment it is the one that is farthest. */
  readonly row: Row;
  /** These other results may be as new. */
  readonly concurrent: readonly Row[];
  readonly baseline: Baseline | undefined;
  readonly excluded: readonly ExcludedResult[];
  readonly published: PublishedVariation | undefined;
  /** The distance is undefined when the result was not compared. */
  readonly distance: ChangeDistance | undefined;
  /** The reason is '' when there is a distance. */
  readonly noDistanceReason: NoDistanceReason | '';
  readonly rule: RuleMatch | undefined;
  /** A child's growth is compared by z-score, and then has neither a baseline nor a distance. */
  readonly growth?: GrowthComparison | undefined;
  /** This is the newest of the new results that the laboratory flagged as critical. */
  readonly critical: Row | undefined;
  /** The latest lies outside of its range, and the newest result before the moment was inside of its own. */
  readonly isNewlyOutside: boolean;
  /** This is the newest result before the moment, whatever it can be compared with. */
  readonly before: Row | undefined;
  readonly isInStay: boolean;
  /** These are the decimals for the numbers that are computed from the results. */
  readonly decimals: number;
};

const isCritical = (row: Row): boolean => isFinal(row) && isCriticalFlag(row.kind.flag);

/**
 * Returns the latest result and those that may be as new, as far as they were certainly taken after the moment; a critical one
 * is new if it may be, and is not hidden by a date that holds the moment (rule 44). A preliminary one never is (rule 34).
 */
export function newestSince(series: Series, sinceMs: number, spanOf: KnownSpanOf): readonly Row[] {
  const row = latest(series);
  return row === undefined
    ? []
    : [row, ...tiedWithLatest(series)].filter((one) => spanOf(one)[isCritical(one) ? 1 : 0] > sinceMs);
}

/** Returns the change of a series; undefined when nothing is newer than the moment. */
export function seriesChangeOf(series: Series, context: ChangeContext): SeriesChange | undefined {
  const { sinceMs, spanOf, facts } = context;
  const tied = newestSince(series, sinceMs, spanOf);
  if (tied.length === 0) return undefined;
  const isBefore = (one: Row): boolean => isFinal(one) && spanOf(one)[1] <= sinceMs;
  const before = representativeRowAt(series, series.rows.findLastIndex(isBefore));
  const shared = { series, critical: newestCritical(series, sinceMs, spanOf), before };
  const changes = tied.map((one): SeriesChange => ({
    ...shared,
    row: one,
    concurrent: tied.filter((other) => other !== one),
    ...comparisonOf(series, one, context),
    isNewlyOutside: isOutside(one) && before !== undefined && isKnownInside(before),
    isInStay: acuteStayOf(one, facts) !== undefined,
  }));
  // Only the order of ids tells results of one moment apart, so the one that is farthest leads.
  return changes.toSorted(byRank)[0];
}

type Comparison = Pick<
  SeriesChange,
  'baseline' | 'excluded' | 'published' | 'distance' | 'noDistanceReason' | 'rule' | 'decimals' | 'growth'
>;

function comparisonOf(series: Series, row: Row, context: ChangeContext): Comparison {
  const published = variationOfSeries(series);
  if (isMonitorStream(series, row)) {
    const nothing = { baseline: undefined, excluded: [], distance: undefined, rule: undefined };
    return { ...nothing, published, noDistanceReason: 'monitor', decimals: decimalsFor([row], series) };
  }
  if (isChildsGrowth(series, row, context.facts)) {
    const { growth, reason: noDistanceReason, excluded } = growthComparisonOf(series, row, context);
    const nothing = { baseline: undefined, distance: undefined, rule: undefined };
    return {
      ...nothing,
      published,
      growth,
      excluded,
      noDistanceReason,
      decimals: decimalsFor([row], series),
    };
  }
  const { baseline, excluded } = baselineOf(series, row, context);
  const decimals = decimalsFor([row, ...(baseline?.rows ?? [])], series);
  const reason = whyNoDistance(row, baseline, excluded, published);
  const distance =
    reason === '' && published && baseline
      ? distanceIn(published, row.value, baseline.values, 10 ** -decimals)
      : undefined;
  const median = medianOf((baseline?.values ?? []).toSorted((a, b) => a - b));
  return {
    baseline,
    excluded,
    published,
    decimals,
    distance,
    // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
    noDistanceReason: reason === '' && distance === undefined ? 'not positive' : reason,
    rule: ruleMatchOf(series, row, median, context),
  };
}

/** A percent of a value in mmol/mol is not that of the same value in %, so both are compared in the unit of the publication. */
function distanceIn(
  { variation, inUnit }: PublishedVariation,
  value: number,
  earlier: readonly number[],
  step: number,
): ChangeDistance | undefined {
  if (inUnit === undefined) return changeDistance(value, earlier, variation, step);
  const { factor, offset } = inUnit;
  const converted = (one: number): number => one * factor + offset;
  const back = (one: number): number => (one - offset) / factor;
  const found = changeDistance(converted(value), earlier.map(converted), variation, step * factor);
  return (
    found && { ...found, median: back(found.median), limits: [back(found.limits[0]), back(found.limits[1])] }
  );
}

function whyNoDistance(
  row: Row,
  baseline: Baseline | undefined,
  excluded: readonly ExcludedResult[],
  published: PublishedVariation | undefined,
): NoDistanceReason | '' {
  if (!isComparableNumber(row)) return 'limit';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  if (baseline === undefined) return excluded[0]?.reason ?? 'too few';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  if (published === undefined) return 'no variation';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  return published.fasting === 'only' && !isKnownFasting(row.kind) ? 'fasting not known' : '';
}

/** A fraction sent with ten digits says no more than this many decimals beyond the usual ones. */
const MAX_EXTRA_DECIMALS = 2;

const decimalsFor = (rows: readonly Row[], series: Series): number =>
  Math.min(series.decimals + MAX_EXTRA_DECIMALS, Math.max(...rows.map((row) => decimalsOf(row, series))));

const STREAM_MS = 3 * HOUR_MS;
const STREAM_READINGS = 12;

/** A monitor writes every quarter of an hour or more often. Its readings are a pattern, and are left out. */
function isMonitorStream({ timesMs }: Series, newest: Row): boolean {
  let readings = 0;
  for (let i = timesMs.length - 1; i >= 0 && timesMs[i]! >= newest.timeMs - STREAM_MS; i--)
    if (timesMs[i]! <= newest.timeMs && timesMs[i] !== timesMs[i + 1]) readings++;
  return readings >= STREAM_READINGS;
}

/** A date that holds the moment may stand behind newer exact times, or before older ones. */
function newestCritical(series: Series, sinceMs: number, spanOf: KnownSpanOf): Row | undefined {
  const moment = { timeMs: sinceMs, kind: { precision: 'instant' } } as const;
  return indicesNotBefore(series, moment)
    .map((i) => series.rows.at(i)!)
    .find((row) => spanOf(row)[1] > sinceMs && isCritical(row));
}

const isOutside = ({ kind: { flag, outsideRange } }: Row): boolean =>
  outsideRange !== '' || ['H', 'L', 'A', 'HH', 'LL', 'AA'].includes(flag);

/** Without a flag or a range nobody knows whether a result was inside. */
function isKnownInside(row: Row): boolean {
  const { flag, band, comparator, reported, checkKind } = row.kind;
  if (isOutside(row)) return false;
  if (flag === 'N') return true;
  if (flag !== '' || band === undefined || isOpenFromZero(band)) return false;
  // The limits in a chosen unit are rounded. What lies outside was found in the unit that was sent.
  if (reported !== undefined && comparator === '') return checkKind !== 'unit';
  return rangePosition(row).byRange === 'inside';
}

/**
 * The order of what is listed: what the laboratory called critical, what is newly outside of its range, what a published
 * rule lists, and what is beyond the usual variation.
 */
export type ChangeRank = 0 | 1 | 2 | 3;

/** Red-cell indices are so tight that the age of the tube decides: alone they are listed from this distance on. */
const INDEX_DISTANCE = 4;
const INDICES: ReadonlySet<string> = new Set(['mcv', 'mch', 'mchc']);

/** Returns the rank of a change; undefined when it is not listed. */
export function rankOfChange(change: SeriesChange): ChangeRank | undefined {
  if (change.critical) return 0;
  if (change.isNewlyOutside) return 1;
  if (change.rule) return 2;
  return isBeyond(change) || (change.growth && isListedGrowth(change.growth)) ? 3 : undefined;
}

/** Returns how many standard deviations from the baseline a result of this series is beyond the usual variation. */
export const listedDistanceOf = ({ analyteId }: Series): number =>
  INDICES.has(analyteId) ? INDEX_DISTANCE : LISTED_DISTANCE;

/** Returns whether a change is beyond the usual variation. */
export const isBeyond = ({ distance, series }: SeriesChange): boolean =>
  Math.abs(distance?.d ?? 0) > listedDistanceOf(series);

/** Returns how far a change goes: its distance, or for a child's growth the difference of the z-scores. */
export const relativeDistance = ({ distance, growth }: SeriesChange): number =>
  Math.abs(growth?.difference ?? distance?.d ?? 0);

/** Sorts by rank, then the farthest first, then in clinical order: the order of arrival decides nothing. */
export const byRank = (a: SeriesChange, b: SeriesChange): number =>
  (rankOfChange(a) ?? 4) - (rankOfChange(b) ?? 4) ||
  relativeDistance(b) - relativeDistance(a) ||
  a.series.order - b.series.order ||
  compareText(a.series.id, b.series.id);

// oxlint-disable-next-line longview/texts-in-catalogs -- ids
const CAUSES = ['hgb hct rbc mcv mch mchc', 'creat egfr', 'bp-sys bp-dia', 'weight bmi'].map(
  (ids) => new Set(ids.split(' ')),
);

/** Returns a key that measures of one cause share: they take one line. Any other series has its own. */
export function causeOf({ id, analyteId }: Series): string {
  const cause = CAUSES.findIndex((ids) => ids.has(analyteId));
  return cause < 0 ? id : `cause ${cause}`;
}

/** A measure with one of these has earlier values to stand beside, and is listed without a distance. */
const SHOWN_WITHOUT_DISTANCE: ReadonlySet<NoDistanceReason | ''> = new Set([
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'no variation',
  'limit',
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'not positive',
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'fasting not known',
]);

/** Returns whether a change stands in the group without a distance: both values are known, and nothing judges them. */
export const isShownWithoutDistance = ({ noDistanceReason, before, baseline }: SeriesChange): boolean =>
  SHOWN_WITHOUT_DISTANCE.has(noDistanceReason) && (before !== undefined || baseline !== undefined);
