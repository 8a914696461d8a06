/**
 * This file finds the results that may be newer than the latest one on a curve and have no place on it (rules 13, 17
 * and 34). Without them an old value would stand as the latest. Every screen, export and spoken text asks here.
 */
import { flagSeverity } from '../../observation/flag/flag.ts';
import type { Reason, Row, RowKind } from '../../observation/resultRow.ts';
import { DAY_MS } from '../../time/durations.ts';
import { indicesNotBefore, isCertainlyBefore } from './certainOrder.ts';
import { isUndated, orderAfter, type NewerOrder } from './newerOrder.ts';
import { latest, tiedWithLatest } from './latest.ts';
import { relatedSeries } from './relatedSeries.ts';
import { isFinal } from '../comparability.ts';
import { memoizeBySeries } from '../memoizeBySeries.ts';
import { pressurePairKeyIn } from '../pairs/pressurePairs.ts';
import { newestFirst } from '../rowOrder.ts';
import type { Series } from '../series.ts';

/**
 * A `listed` result has no point, and a `preliminary` one is drawn and not final. A result in `other-unit` is drawn in
 * a series of its own. One that was `cancelled` is no result, and is named only when there is no other.
 */
type NewerManner = 'listed' | 'preliminary' | 'other-unit' | 'cancelled';

export type NewerPart = {
  readonly row: Row;
  readonly series: Series;
  /** It has a series of its own in the unit that is shown, because its code does not say the same as its unit, says two measures, or is one of the laboratory. */
  readonly isInShownUnit?: boolean;
};

/** This is a newer result, or both sides of a newer blood pressure. */
export type NewerResult = {
  readonly manner: NewerManner;
  readonly order: NewerOrder;
  /** This is the result, or the side with the more severe flag. */
  readonly lead: NewerPart;
  /** This is the one result, or the systolic and the diastolic side; a side that was not sent is undefined. */
  readonly parts: readonly (NewerPart | undefined)[];
};

export type Candidate = NewerPart & Pick<NewerResult, 'manner' | 'order'>;

// These are about somebody else, or no result, or no longer one.
export const NEVER_NEWER: ReadonlySet<Reason | ''> = new Set([
  'another-subject',
  'quality-control',
  'panel',
  'replaced',
] as const);

/** Returns whether a test was cancelled: its row is listed and is no result (rule 36). */
export const isCancelled = ({ reason, status }: RowKind): boolean =>
  reason === 'status' && /^cancell?ed$/.test(status);

/** Returns whether a registered or preliminary result came without a value, so that it is still to come. */
export const isAwaited = ({ kind: { reason, status, flag }, valueText }: Row): boolean =>
  (reason === 'status' || (status === 'preliminary' && reason !== 'preliminary-hidden')) &&
  valueText === '' &&
  flagSeverity(flag) === 0;

/** Returns how an undrawn or preliminary row counts; undefined for a final drawn one and for what is no result yet. */
function mannerOf(row: Row): NewerManner | undefined {
  const { kind } = row;
  const { reason, status, drawing } = kind;
  if (NEVER_NEWER.has(reason)) return undefined;
  if (isCancelled(kind)) return 'cancelled';
  if (isAwaited(row)) return undefined;
  if (drawing === 'listed') return 'listed';
  return status === 'preliminary' ? 'preliminary' : undefined;
}

const bySeverity = (a: Row, b: Row): number => flagSeverity(b.kind.flag) - flagSeverity(a.kind.flag);

const newestListed = memoizeBySeries(({ listed }): Row | undefined => {
  const all = listed.filter((row) => !row.kind.hasImpossibleTime && isResult(mannerOf(row)));
  const finals = all.filter((row) => isFinal(row) && row.kind.reason !== 'status' && row.valueText !== '');
  const results = finals.length > 0 ? finals : all;
  const [newest] = results;
  if (newest === undefined) return listed.at(0);
  const isAsNew = (row: Row): boolean =>
    Object.is(row.timeMs, newest.timeMs) || orderAfter(row, newest) !== undefined;
  return results.filter(isAsNew).toSorted(bySeverity)[0];
});

const isResult = (manner: NewerManner | undefined): boolean => manner !== undefined && manner !== 'cancelled';

/**
 * Returns the result that stands for a series: the latest, else the newest that is drawn, else the newest that is
 * listed, those that are final and have a value before all others (rules 34 and 36). Of several listed results that may be equally new it is
 * the one with the most severe flag.
 */
export const newestResult = (series: Series): Row | undefined =>
  latest(series) ?? series.rows.at(-1) ?? newestListed(series);

/** Returns the result that stands for a series, and the others on its curve that may be as new. */
export function newestResults(series: Series): readonly Row[] {
  const newest = newestResult(series);
  return newest ? [newest, ...tiedWithLatest(series)] : [];
}

/** No date is wider than a year, so nothing listed this long before the shown result can be newer. */
const WIDEST_DATE_MS = 367 * DAY_MS;

/** Returns the undrawn and the preliminary rows of one series that may be newer than the shown row. */
function candidatesIn(series: Series, shownRow: Row | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (row: Row): void => {
    const order = orderAfter(row, shownRow);
    // The replacement may have no place on the curve either where nothing on it is as new.
    const manner = row.kind.reason === 'replaced' && order === 'after' ? 'listed' : mannerOf(row);
    if (manner && order) candidates.push({ row, series, manner, order });
  };
  const { rows, listed } = series;
  if (shownRow) for (const i of indicesNotBefore(series, shownRow)) add(rows.at(i)!);
  else rows.forEach(add);
  const oldestMs = (shownRow?.timeMs ?? Number.NEGATIVE_INFINITY) - WIDEST_DATE_MS;
  for (const row of listed) if (!(row.timeMs < oldestMs) || row.kind.hasImpossibleTime) add(row);
  return candidates;
}

/** Returns the latest of a series in another unit, and what may be newer still in it. */
function candidatesInOtherUnit(
  series: Series,
  shownRow: Row | undefined,
  isInShownUnit: boolean,
): Candidate[] {
  const row = latest(series);
  const order = row && orderAfter(row, shownRow);
  const isStale = ({ row: candidate }: Candidate): boolean =>
    row !== undefined && !isUndated(candidate) && isCertainlyBefore(candidate, row);
  const further = candidatesIn(series, shownRow).filter((candidate) => !isStale(candidate));
  return row && order ? [{ row, series, manner: 'other-unit', order, isInShownUnit }, ...further] : further;
}

/**
 * Returns the newest of the results that stand for the sides of an entry. A side that has none but preliminary or undrawn ones
 * stands for nothing beside a final result of the other side: it may itself be newer.
 */
export function shownRowOf(own: readonly Series[]): Row | undefined {
  const finals = own.flatMap((side) => latest(side) ?? []);
  const all = finals.length > 0 ? finals : own.flatMap((side) => newestResult(side) ?? []);
  return all.toSorted(newestFirst)[0];
}

type Found = { readonly inputs: readonly Series[]; readonly results: readonly NewerResult[] };
const found = new WeakMap<Series, Found>();

/**
 * Returns the results that may be newer than the one that stands for a series, and have no place on its curve: those
 * that are listed, preliminary, or drawn in a series of another unit. The one with the most severe flag comes first,
 * then the newest. `sides` are one series, or the systolic and the diastolic side of a blood pressure; `all` are the
 * series of the record. The list is the same object as long as none of these series has changed.
 */
export function newerUncharted(
  sides: readonly [Series, (Series | undefined)?],
  all: readonly Series[],
): readonly NewerResult[] {
  const own = sides.filter((side) => side !== undefined);
  const related = relatedSeries(own, all);
  const inputs = [...own, ...related];
  const known = found.get(sides[0]);
  if (known?.inputs.length === inputs.length && known.inputs.every((one, i) => one === inputs[i]))
    return known.results;
  const shownRow = shownRowOf(own);
  const candidates = [
    ...own.flatMap((side) => candidatesIn(side, shownRow)),
    ...related.flatMap((one) => candidatesInOtherUnit(one, shownRow, one.unit === sides[0].unit)),
  ];
  const results = sortedResults(resultsOf(candidates, own));
  found.set(sides[0], { inputs, results });
  return results;
}

/** A cancelled result is named only where it is all that came after the shown one. */
function sortedResults(all: readonly NewerResult[]): readonly NewerResult[] {
  const sorted = all.toSorted(
    (a, b) => bySeverity(a.lead.row, b.lead.row) || newestFirst(a.lead.row, b.lead.row),
  );
  const results = sorted.filter(({ manner }) => isResult(manner));
  return results.length > 0 ? results : sorted.slice(0, 1);
}

/** Joins both sides of one blood pressure, and leaves out what was sent twice (rules 7 and 23). */
export function resultsOf(
  candidates: readonly Candidate[],
  [systolic, diastolic]: readonly Series[],
): NewerResult[] {
  const distinct = withoutIdentical(candidates);
  if (systolic === undefined || diastolic === undefined)
    return distinct.map((one) => ({ manner: one.manner, order: one.order, lead: one, parts: [one] }));
  const isDiastolic = ({ series }: Candidate): boolean =>
    series === diastolic || (series !== systolic && series.baseId === diastolic.baseId);
  const keyOf = pressurePairKeyIn(systolic, diastolic);
  const pairs: (readonly [Candidate | undefined, Candidate | undefined])[] = [];
  const others = new Map<string, Candidate[]>();
  // The last of each list is the first to be taken.
  for (const one of distinct.toReversed()) {
    if (!isDiastolic(one)) continue;
    const key = keyOf(one.row);
    others.set(key, others.get(key) ?? []);
    others.get(key)?.push(one);
  }
  for (const one of distinct) {
    if (isDiastolic(one)) continue;
    pairs.push([one, others.get(keyOf(one.row))?.pop()]);
  }
  for (const one of [...others.values()].flatMap((left) => left.toReversed())) pairs.push([undefined, one]);
  return pairs.flatMap(([upper, lower]) => {
    const parts = [upper ?? otherSideOf(lower, systolic), lower ?? otherSideOf(upper, diastolic)];
    return pairResult(parts) ?? [];
  });
}

/** Returns the side of the same Observation that is not newer by itself, such as one without the critical flag of the other. */
function otherSideOf(side: Candidate | undefined, series: Series): Candidate | undefined {
  if (side?.order !== 'same-time') return undefined;
  const isOther = ({ id }: Row): boolean => id === side.row.id;
  const row = series.rows.findLast(isOther) ?? series.listed.findLast(isOther);
  return row && { ...side, row, series };
}

function pairResult(parts: readonly (Candidate | undefined)[]): NewerResult | undefined {
  const [lead, other] = parts
    .filter((part) => part !== undefined)
    .toSorted((a, b) => bySeverity(a.row, b.row));
  if (lead === undefined) return undefined;
  const manner = other?.manner === 'listed' ? 'listed' : lead.manner;
  return { manner, order: lead.order, lead, parts };
}

function withoutIdentical(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Map<Series, Map<RowKind, Set<string>>>();
  return candidates
    .toSorted((a, b) => newestFirst(a.row, b.row))
    .filter(({ series, row }) => {
      const ofSeries = seen.get(series) ?? new Map<RowKind, Set<string>>();
      const ofKind = ofSeries.get(row.kind) ?? new Set<string>();
      seen.set(series, ofSeries.set(row.kind, ofKind));
      const key = `${row.timeMs} ${row.valueText}`;
      return !ofKind.has(key) && ofKind.add(key);
    });
}
