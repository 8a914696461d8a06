/** This file puts one change into words: those that are seen, and one plain sentence. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { wordsToCheck } from '../../clinical/change/comparableRows.ts';
import { isBeyond, type SeriesChange } from '../../clinical/change/seriesChange.ts';
import { RARE_DISTANCE } from '../../clinical/change/changeDistance.ts';
import { agoText, dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { unitText, valueText } from '../../charts/format/valueText.ts';
import { spokenUnit } from '../../charts/format/spokenUnit.ts';
import { comparisonText } from './baselineText.ts';
import { changesTexts } from './changes.messages.ts';
import { differenceFrom, differenceFromValue, isNumber, medianDigits } from './changeNumbers.ts';
import { zDifferenceText } from './growth/growthChangeText.ts';
import { REASON_TEXT } from './noDistanceReasons.ts';
import { hasCorrectedStatus } from '../../charts/marks/symbols.tsx';
import type { ChangeItem } from './changesList.ts';
import { doubtsOfEarlier } from './doubts/doubtsOfEarlier.ts';
import { arrowText, conversionText, concurrentText, concurrentResults } from '../results/tileFacts.ts';
import { spokenNewer } from '../results/newer/newerText.ts';
import { tileFlagText } from '../results/tileText.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

/** Returns "↑1.1", or "↓4/↓34" for a blood pressure, as on its tile; '' without a median. A limit has no difference. */
export function differenceText({ change, pressure }: ChangeItem): string {
  const { row, series, baseline, decimals, growth } = change;
  if (growth) return changesTexts('zDifference', { difference: zDifferenceText(growth) });
  const arrow = (side: Row | undefined, of: Series, median: string): string => {
    if (!side || median === '' || !isNumber(side)) return '–';
    const { difference, size } = differenceFrom(side, of, median, decimals);
    return arrowText(difference, size);
  };
  const text = pressure
    ? [pressure.systolic, pressure.diastolic]
        .map((side) => arrow(side.row, side.series, side.median))
        .join('/')
    : arrow(row, series, medianDigits(baseline, series, decimals));
  return /^[–/]*$/.test(text) ? '' : text;
}

/** Returns "5.8" or "134/72", or "134/–" if the other side has no point. */
export function itemValue({ change: { row, series }, pressure }: ChangeItem): string {
  if (!pressure) return valueText(row, series);
  return [pressure.systolic, pressure.diastolic]
    .map((side) => (side.row ? valueText(side.row, side.series) : '–'))
    .join('/');
}

export const itemUnit = ({ change: { row, series } }: ChangeItem): string => unitText(row, series);

/** Returns the date of the result, with its time if an earlier one is less than two days before. */
export function changeTimeText({ row, baseline, before }: SeriesChange, timeZone: string): string {
  const last = baseline?.rows.at(-1) ?? before;
  const isDense = last !== undefined && row.timeMs - last.timeMs <= 2 * DAY_MS;
  return isDense
    ? dateTimeText(row.timeMs, row.kind.precision, timeZone)
    : dateText(row.timeMs, row.kind.precision, timeZone);
}

/** Nobody in hospital is in a steady state, so nothing is said of chance there. */
const isRare = ({ distance, isInStay }: SeriesChange): boolean =>
  !isInStay && Math.abs(distance?.d ?? 0) >= RARE_DISTANCE;

/**
 * Returns "0.33 above the result 38 h earlier (KDIGO lists 0.3 mg/dL in 48 h)"; '' when no rule is met. The difference from
 * the median is said already, so that of such a rule only the quote is left.
 */
export function ruleText({ rule, row, series, decimals }: SeriesChange): string {
  if (!rule?.reference) return rule?.quote ?? '';
  const { difference, size } = differenceFromValue(row, series, rule.referenceValue, decimals);
  return changesTexts(difference > 0 ? 'ruleAbove' : 'ruleBelow', {
    size,
    span: hoursText(row.timeMs - rule.reference.timeMs),
    rule: rule.quote,
  });
}

const hoursText = (spanMs: number): string =>
  spanMs < 3 * DAY_MS
    ? changesTexts('hours', { count: String(Math.round(spanMs / HOUR_MS)) })
    : changesTexts('days', { count: String(Math.round(spanMs / DAY_MS)) });

/** This is a reason in words, or one with the flags of results. */
export type ListingReason =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'critical'; readonly row: Row; readonly value: string; readonly when: string }
  | { readonly kind: 'also'; readonly others: readonly { readonly name: string; readonly row: Row }[] };

/** Returns the critical result as it was flagged when a newer one has taken its place. */
function earlierCritical(
  { critical, row, series }: SeriesChange,
  timeZone: string,
): readonly ListingReason[] {
  if (!critical || critical.timeMs === row.timeMs) return [];
  const value = valueText(critical, series);
  const [day, words] = [changeDay(critical, timeZone), wordsToCheck(critical)];
  const when = words === '' ? day : changesTexts('doubtedWhen', { when: day, words });
  return [{ kind: 'critical', row: critical, value, when }];
}

const changeDay = (row: Row, timeZone: string): string =>
  dateTimeText(row.timeMs, row.kind.precision, timeZone);

/** Returns why an item stands where it stands, for a narrow place; nothing when only its distance says so. */
export function listingReasons({ change, also }: ChangeItem, timeZone: string): readonly ListingReason[] {
  const words = (text: string): ListingReason => ({ kind: 'words', text });
  const { check } = change.row.kind;
  const rules = [change, ...also].flatMap((one) =>
    one.rule
      ? [words(one === change ? one.rule.quote : ruleOfOther(one.series.shortName, one.rule.quote))]
      : [],
  );
  const others = also.map(({ series, row }) => ({ name: series.shortName, row }));
  return [
    ...attachedWords(change.row).map(words),
    ...(check === '' ? [] : [words(check)]),
    ...doubtsOfEarlier(change).map(words),
    ...earlierCritical(change, timeZone),
    ...(change.isNewlyOutside ? [words(changesTexts('newlyOutside'))] : []),
    ...rules,
    ...(others.length > 0 ? [{ kind: 'also' as const, others }] : []),
  ];
}

/** Returns "7.1 HH on 12 Nov 2026". */
function reasonText(reason: ListingReason): string {
  if (reason.kind === 'words') return reason.text;
  if (reason.kind === 'critical') {
    const { value, row, when } = reason;
    return changesTexts('criticalOn', { value, flag: row.kind.flag, when });
  }
  return changesTexts('also', {
    names: reason.others.map(({ name, row }) => `${name}${flagMark(row)}`).join(', '),
  });
}

/** Returns the reasons as one text, in which a flag is its letters. */
export const listingReasonText = (item: ChangeItem, timeZone: string): string =>
  listingReasons(item, timeZone).map(reasonText).join('; ');

const ruleOfOther = (name: string, rule: string): string => changesTexts('ruleOf', { name, rule });

const flagMark = ({ kind: { flag } }: Row): string => (flag === '' || flag === 'N' ? '' : ` ${flag}`);

const spokenFlag = ({ kind }: Row): string => (kind.flag === 'N' ? '' : tileFlagText(kind));

/**
 * Returns "Potassium 5.8 mmol/L on 12 Nov 2026, high, 1.1 above baseline 4.7 (median of 8 results, Jan–Aug 2026), …". It never
 * says that a change is good, bad or without meaning.
 */
export function changeSentence(item: ChangeItem, qualifier: string | undefined, timeZone: string): string {
  const { change, pressure, flaggedRow, also } = item;
  const missing = pressure?.missingSideText ?? '';
  const value = `${itemValue(item).replace(/^–\/|\/–$/, '')} ${spokenUnit(itemUnit(item))}`.trim();
  const rare = isRare(change);
  const isMore = !rare && isBeyond(change);
  const parts = [
    changesTexts('resultOn', {
      name: [item.name, qualifier].filter(Boolean).join(', '),
      value,
      when: changeTimeText(change, timeZone),
    }) + missing,
    spokenFlag(flaggedRow),
    ...attachedWords(change.row),
    ...earlierCritical(change, timeZone).map(reasonText),
    change.isNewlyOutside && changesTexts('nowOutside'),
    comparisonText(item, timeZone),
    ...doubtsOfEarlier(change),
    ruleText(change),
    isMore && changesTexts('beyond'),
    change.noDistanceReason !== '' &&
      changesTexts('notComparedBecause', { reason: REASON_TEXT[change.noDistanceReason] }),
    ...also.map((one) => alsoText(one)),
    ...remarks(item, timeZone),
  ];
  return [...parts, rare && changesTexts('rare')].filter(Boolean).join(', ');
}

/** Returns "also Hematocrit 33.1 %, low, 8.2 below its baseline". */
function alsoText(change: SeriesChange): string {
  const { series, row, baseline, decimals } = change;
  const median = medianDigits(baseline, series, decimals);
  const { difference, size } = differenceFrom(row, series, median, decimals);
  const names = `${series.name} ${valueText(row, series)} ${spokenUnit(unitText(row, series))}`.trim();
  const comparison = change.growth
    ? changesTexts('zDifference', { difference: zDifferenceText(change.growth) })
    : median === '' || difference === 0 || !isNumber(row)
      ? ''
      : changesTexts(difference > 0 ? 'aboveItsBaseline' : 'belowItsBaseline', { size });
  const { check } = row.kind;
  return [
    changesTexts('also', { names }),
    spokenFlag(row),
    ...attachedWords(row),
    check,
    comparison,
    ruleText(change),
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * Returns the remarks a reader needs: corrected, converted, and a newer result that is not counted (rules 16,
 * 17, 34 and 35).
 */
function remarks(
  { change: { row, series, concurrent }, newer }: ChangeItem,
  timeZone: string,
): readonly string[] {
  return [
    concurrentText(row, concurrentResults(concurrent, series)),
    hasCorrectedStatus(row.kind) ? row.kind.status : '',
    row.kind.check,
    conversionText(row),
    spokenNewer(newer, { timeZone, shownRow: row }),
  ].filter(Boolean);
}

/** Says how old the result is, and what it was compared with. */
export function itemTitle(item: ChangeItem, todayMs: number, timeZone: string): string {
  const { change } = item;
  const { row } = change;
  const ago = agoText(row.timeMs, row.kind.precision, todayMs, timeZone);
  const when = [changeTimeText(change, timeZone), ago, ...remarks(item, timeZone)].filter(Boolean).join(', ');
  const comparison = comparisonText(item, timeZone);
  return [when, comparison && comparison[0]!.toUpperCase() + comparison.slice(1)].filter(Boolean).join('. ');
}
