/** This file collects what one tile shows of a series, or of both sides of a blood pressure. */
import {
  tiedWithLatest,
  latestChange,
  latest,
  previous,
  type LatestChange,
} from '../../clinical/series/newest/latest.ts';
import { changeBetween, isComparableNumber } from '../../clinical/series/comparability.ts';
import {
  pressurePairKeyIn,
  pressurePairsOf,
  type PressureRowPair,
} from '../../clinical/series/pairs/pressurePairs.ts';
import { distinctPairs } from '../../clinical/series/pairs/repeatedPressures.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import { isCertainlyBefore } from '../../clinical/series/newest/certainOrder.ts';
import { missingSideOf } from '../../charts/reading/missingSide.ts';
import { tileTexts } from './tile.messages.ts';
import { flagLetters } from '../../charts/format/flagText.ts';
import { numberText } from '../../charts/format/numberText.ts';
import { originalText, valueText } from '../../charts/format/valueText.ts';
import { recordedSides, sideWithWorstFlag } from '../../charts/marks/pairBar.ts';
export type TileFacts = {
  /** The tile shows the number of this result: the latest, or else the newest that is drawn. */
  readonly row: Row;
  /** This is the one result, or the systolic and the diastolic side. A side that was not recorded is undefined. */
  readonly sides: readonly (Row | undefined)[];
  /** The flag of this row stands beside the number. */
  readonly flaggedRow: Row;
  /** This is "5.8", or "134" and "72" for a blood pressure. */
  readonly values: readonly string[];
  /** This is the result before. */
  readonly previous: ({ readonly row: Row } & ConcurrentResult) | undefined;
  /**
   * The change from the result before reads "↑0.4", "=" or "↓2/–". It is '' without two numbers to compare.
   */
  readonly change: string;
  /** This is ", diastolic not recorded", or '' when nothing is missing. */
  readonly missingSideText: string;
  /** Reads like "also 6.9 at that time", about drawn results that may be as new. Without any it is ''. */
  readonly concurrentText: string;
  /** These are the results of that text, in its order; of a blood pressure a side that was not recorded is undefined. */
  readonly concurrent: readonly ConcurrentResult[];
};

/** A tile shows the one value of a result, or both of a blood pressure, with the rows that they come from. */
export type ConcurrentResult = {
  readonly sides: readonly (Row | undefined)[];
  readonly values: readonly string[];
};

export const arrowText = (delta: number, size: string) =>
  delta === 0 ? '=' : `${delta > 0 ? '↑' : '↓'}${numberText(size.replace(/^[−+]/, ''))}`;

/**
 * Returns the change between two results shown beside each other. A limit is not a number to compare: an
 * arrow over "was <5" that was counted from the result before it would be read as counted from the limit
 * (rules 20 and 24).
 */
export function latestChangeBetween(series: Series, row: Row, before: Row): LatestChange | undefined {
  const step = latestChange(series);
  return step && isSameRow(step.to, row) && isSameRow(step.from, before) ? step : undefined;
}

/** Returns "from 150 lb" for a value that was sent in another unit than it is shown in; '' for any other. */
export const conversionText = (row: Row): string =>
  row.kind.isConverted ? tileTexts('convertedFrom', { original: originalText(row) }) : '';

/** Returns "6.9 HH", "150/72" or "68.0 from 150 lb". */
function withFlag({ sides: [systolic, diastolic], values }: ConcurrentResult): string {
  const flagged = sideWithWorstFlag({ systolic, diastolic });
  return [values.join('/'), flagged && flagLetters(flagged.kind), systolic && conversionText(systolic)]
    .filter(Boolean)
    .join(' ');
}

/**
 * Names the other results, each with its flag, if nobody knows their order and one has to come first (rules 13, 23 and 44).
 */
export const concurrentText = (row: Row, others: readonly ConcurrentResult[]): string => {
  if (others.length === 0) return '';
  const isMoment = [row, ...others.flatMap(({ sides }) => sides)].every(
    (side) => side === undefined || side.kind.precision === 'instant',
  );
  return tileTexts(isMoment ? 'alsoAtThatTime' : 'alsoAtAboutThatTime', {
    values: others.map(withFlag).join(', '),
  });
};

/** Returns the results of one series as a tile shows them. */
export const concurrentResults = (rows: readonly Row[], series: Series): readonly ConcurrentResult[] =>
  rows.map((row) => ({ sides: [row], values: [valueText(row, series)] }));

export function seriesFacts(series: Series): TileFacts | undefined {
  const row = latest(series) ?? series.rows.at(-1);
  if (!row) return undefined;
  const before = previous(series);
  const step = before && latestChangeBetween(series, row, before);
  const concurrent = concurrentResults(tiedWithLatest(series), series);
  return {
    row,
    sides: [row],
    flaggedRow: row,
    values: [valueText(row, series)],
    previous: before && { row: before, sides: [before], values: [valueText(before, series)] },
    change: step ? arrowText(step.delta, step.deltaText) : '',
    missingSideText: '',
    concurrentText: concurrentText(row, concurrent),
    concurrent,
  };
}

/** A preliminary pair is drawn but is never the latest (rule 34). */
const isFinal = (pair: PressureRowPair) =>
  recordedSides(pair).every(({ kind }) => kind.status !== 'preliminary');

const SIDES = ['systolic', 'diastolic'] as const;

/**
 * Returns the change of both sides. A side that is missing in one of the two, or is a limit, has nothing to compare. There is
 * no change where the line of either side breaks (rules 18, 20 and 24).
 */
export function pairChange(now: PressureRowPair, before: PressureRowPair | undefined): string {
  const isBroken = SIDES.some((key) => {
    const [from, to] = [before?.[key], now[key]];
    return from && to && changeBetween(from.kind, to.kind) !== '';
  });
  if (isBroken) return '';
  const [systolic, diastolic] = SIDES.map((key) => {
    const [from, to] = [before?.[key], now[key]];
    // A side that is only listed stands beside the other one in a table, and on no line.
    if (!from || !to || ![from, to].every((row) => isComparableNumber(row) && row.kind.drawing !== 'listed'))
      return '–';
    const delta = to.value - from.value;
    return Number.isNaN(delta) ? '–' : arrowText(delta, String(Number(Math.abs(delta).toFixed(1))));
  });
  const step = `${systolic}/${diastolic}`;
  return step === '–/–' ? '' : step;
}

/** Names the side without a point (rule 7). A value that was sent but cannot be drawn was still recorded. */
export function missingSideText(pair: PressureRowPair, systolic: Series, diastolic: Series): string {
  const [side, { listed }] = pair.systolic
    ? (['diastolic', diastolic] as const)
    : (['systolic', systolic] as const);
  const [row] = recordedSides(pair);
  if (!row || pair[side]) return '';
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const isListed = listed.some((one) => one.kind.reason !== 'no-value' && keyOf(one) === keyOf(row));
  return `, ${isListed ? tileTexts('sideNotCharted', { side: tileTexts(side) }) : missingSideOf(pair)}`;
}

export function pairFacts(systolic: Series, diastolic: Series): TileFacts | undefined {
  const all = distinctPairs(pressurePairsOf(systolic, diastolic)).map(([pair]) => pair);
  const finals = all.filter(isFinal);
  const known = finals.length > 0 ? finals : all;
  const now = known.at(-1);
  const row = now && recordedSides(now)[0];
  if (!row) return undefined;
  const isEarlier = (pair: PressureRowPair): boolean =>
    recordedSides(pair).some((side) => isCertainlyBefore(side, row));
  const before = finals.findLast(isEarlier);
  const beforeRow = before && recordedSides(before)[0];
  const valuesOf = (pair: PressureRowPair): readonly string[] => [
    pair.systolic ? valueText(pair.systolic, systolic) : '–',
    pair.diastolic ? valueText(pair.diastolic, diastolic) : '–',
  ];
  const concurrent = known
    .filter((pair) => pair !== now && !isEarlier(pair))
    .map((pair): ConcurrentResult => ({ sides: [pair.systolic, pair.diastolic], values: valuesOf(pair) }));
  return {
    row,
    sides: [now.systolic, now.diastolic],
    flaggedRow: sideWithWorstFlag(now) ?? row,
    values: valuesOf(now),
    previous: beforeRow && {
      row: beforeRow,
      sides: [before.systolic, before.diastolic],
      values: valuesOf(before),
    },
    change: concurrent.length > 0 ? '' : pairChange(now, before),
    missingSideText: missingSideText(now, systolic, diastolic),
    concurrentText: concurrentText(row, concurrent),
    concurrent,
  };
}
