/** This file puts the basis of a comparison into words: values, dates, numbers, variation, source, and what was left out. */
import type { ExcludedResult } from '../../../clinical/change/changeBaseline.ts';
import { isListedGrowth } from '../../../clinical/change/growthComparison.ts';
import { isBeyond, listedDistanceOf, type SeriesChange } from '../../../clinical/change/seriesChange.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { dateText } from '../../../charts/format/dateText.ts';
import { numberText } from '../../../charts/format/numberText.ts';
import { unitText, valueText } from '../../../charts/format/valueText.ts';
import { basisTexts } from './basis.messages.ts';
import type { ChangeItem } from '../changesList.ts';
import { comparisonText, countOfResults } from '../baselineText.ts';
import { changeTimeText, itemUnit, itemValue, ruleText } from '../changesText.ts';
import { medianDigits, roundedText } from '../changeNumbers.ts';
import { REASON_TEXT } from '../noDistanceReasons.ts';

/** This is the basis of one line: a heading, and what stands below it. */
export type BasisBlock = {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
};

/** Says why an item is listed, in the order of the ranks. The rule itself has a line of its own. */
function whyListed(change: SeriesChange): string {
  const { critical, isNewlyOutside, rule, growth } = change;
  const reasons = [
    critical && basisTexts('critical'),
    isNewlyOutside && basisTexts('newlyOutside'),
    rule && basisTexts('publishedRule'),
    isBeyond(change) && basisTexts('beyond'),
    growth && isListedGrowth(growth) && basisTexts('growth'),
  ].filter(Boolean);
  return reasons.length > 0 ? basisTexts('listedBecause', { reasons: reasons.join(', ') }) : '';
}

/** Returns the basis of one item, and of the measures that share its line. */
export const basisBlocksOf = (item: ChangeItem, timeZone: string): readonly BasisBlock[] => [
  {
    id: item.id,
    heading: basisTexts('resultHeading', {
      name: item.name,
      value: `${itemValue(item)} ${itemUnit(item)}`,
      when: changeTimeText(item.change, timeZone),
    }),
    lines: [
      whyListed(item.change),
      comparisonText(item, timeZone),
      ...basisLines(item.change, timeZone),
    ].filter(Boolean),
  },
  ...item.also.map((change): BasisBlock => {
    const { series, row } = change;
    return {
      id: series.id,
      heading: basisTexts('resultHeading', {
        name: series.name,
        value: `${valueText(row, series)} ${unitText(row, series)}`,
        when: changeTimeText(change, timeZone),
      }),
      lines: basisLines(change, timeZone),
    };
  }),
];

function basisLines(change: SeriesChange, timeZone: string): readonly string[] {
  const { noDistanceReason, excluded } = change;
  return [
    ruleText(change),
    noDistanceReason === ''
      ? ''
      : basisTexts('notComparedBecause', { reason: REASON_TEXT[noDistanceReason] }),
    resultsLine(change, timeZone),
    limitsLine(change),
    variationLine(change),
    excluded.length > 0 ? basisTexts('leftOut', { results: leftOutText(excluded, change, timeZone) }) : '',
  ].filter(Boolean);
}

const resultText = (row: Row, { series }: SeriesChange, timeZone: string): string =>
  basisTexts('resultOn', {
    value: valueText(row, series),
    date: dateText(row.timeMs, row.kind.precision, timeZone),
  });

const BASELINE_KINDS = {
  earlier: 'comparedWith',
  'before-admission': 'comparedWithBeforeAdmission',
  'first-of-stay': 'comparedWithFirstOfStay',
} as const;

function resultsLine(change: SeriesChange, timeZone: string): string {
  const { baseline, series, decimals } = change;
  const median = medianDigits(baseline, series, decimals);
  if (!baseline || median === '') return '';
  const values = baseline.rows.map((row) => resultText(row, change, timeZone)).join(', ');
  const withMedian = basisTexts('valuesWithMedian', { values, median: numberText(median) });
  return basisTexts(BASELINE_KINDS[baseline.kind], {
    count: countOfResults(baseline),
    values: baseline.rows.length > 1 ? withMedian : values,
  });
}

const percentText = (percent: number): string => numberText(String(Number(percent.toFixed(2))));

/** Exact limits beside a result differ from it before so many further decimals. */
const MAX_MORE_DECIMALS = 4;

/** Returns the decimals with which each limit lies on the same side of a result as it does: 135.07 above 135, and not 135. */
function limitDecimals(value: number, limits: readonly number[], decimals: number): number {
  const isKept = (digits: number): boolean =>
    limits.every((limit) => Math.sign(value - Number(limit.toFixed(digits))) === Math.sign(value - limit));
  let digits = decimals;
  while (digits < decimals + MAX_MORE_DECIMALS && !isKept(digits)) digits++;
  return digits;
}

function limitsLine({ distance, decimals: usual, row, series }: SeriesChange): string {
  if (!distance) return '';
  const [low, high] = distance.limits;
  const decimals = limitDecimals(row.value, distance.limits, usual);
  const sign = distance.d < 0 ? '−' : '';
  const limits = basisTexts('limits', {
    low: roundedText(low, decimals),
    high: roundedText(high, decimals),
    unit: unitText(row, series),
    distance: sign + Math.abs(distance.d).toFixed(2),
    limit: String(listedDistanceOf(series)),
  });
  return distance.isOwnSpread ? `${limits} ${basisTexts('ownSpread')}` : limits;
}

function variationLine({ published, distance }: SeriesChange): string {
  if (!published || !distance) return '';
  const { variation, cviPercent, cvaPercent, cvaFrom, source } = published;
  if ('sd' in variation) return basisTexts('standardDeviation', { sd: String(variation.sd), source });
  const text = basisTexts('variation', {
    within: percentText(cviPercent),
    laboratory: percentText(cvaPercent),
    from: cvaFrom,
    source,
  });
  return published.inUnit === undefined
    ? text
    : `${text} ${basisTexts('comparedInUnit', { unit: published.inUnit.unit })}`;
}

const MAX_LEFT_OUT = 6;

function leftOutText(excluded: readonly ExcludedResult[], change: SeriesChange, timeZone: string): string {
  const shown = excluded
    .slice(0, MAX_LEFT_OUT)
    .map(({ row, reason }) =>
      basisTexts('leftOutResult', { result: resultText(row, change, timeZone), reason: REASON_TEXT[reason] }),
    );
  const more = excluded.length - shown.length;
  return [...shown, ...(more > 0 ? [basisTexts('moreLeftOut', { count: String(more) })] : [])].join('; ');
}
