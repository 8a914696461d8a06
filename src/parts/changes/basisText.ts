/** This file puts the basis of a comparison into words: values, dates, numbers, variation, source, and what was left out. */
import type { ExcludedResult } from '../../clinical/change/changeBaseline.ts';
import type { SeriesChange } from '../../clinical/change/seriesChange.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { dateText, numberText, unitText, valueText } from '../../charts/format/format.ts';
import { medianIn, type ChangeItem } from './changesList.ts';
import {
  changeTimeText,
  comparisonText,
  countOfResults,
  itemUnit,
  itemValue,
  REASON_TEXT,
  roundedText,
  ruleText,
} from './changesText.ts';

/** The basis of one line: a heading, and what stands below it. */
export type BasisBlock = {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
};

/** Returns the basis of one item, and of the measures that share its line. */
export const basisBlocksOf = (item: ChangeItem, timeZone: string): readonly BasisBlock[] => [
  {
    id: item.id,
    heading: `${item.name} ${itemValue(item)} ${itemUnit(item)}, ${changeTimeText(item.change, timeZone)}`,
    lines: [comparisonText(item, timeZone), ...basisLines(item.change, timeZone)].filter(Boolean),
  },
  ...item.also.map((change): BasisBlock => {
    const { series, row } = change;
    return {
      id: series.id,
      heading: `${series.name} ${valueText(row, series)} ${unitText(row, series)}, ${changeTimeText(change, timeZone)}`,
      lines: basisLines(change, timeZone),
    };
  }),
];

function basisLines(change: SeriesChange, timeZone: string): readonly string[] {
  const { noDistanceReason, excluded } = change;
  return [
    ruleText(change),
    noDistanceReason === '' ? '' : `Not compared: ${REASON_TEXT[noDistanceReason]}.`,
    resultsLine(change, timeZone),
    limitsLine(change),
    variationLine(change),
    excluded.length > 0 ? `Left out: ${leftOutText(excluded, change, timeZone)}.` : '',
  ].filter(Boolean);
}

const resultText = (row: Row, { series }: SeriesChange, timeZone: string): string =>
  `${valueText(row, series)} (${dateText(row.timeMs, row.kind.precision, timeZone)})`;

const BASELINE_KINDS = {
  earlier: 'Compared with',
  'before-admission': 'Compared with what was measured 7 to 365 days before admission:',
  'first-of-stay': 'Compared with the first result of this stay:',
};

function resultsLine(change: SeriesChange, timeZone: string): string {
  const { baseline, decimals } = change;
  const median = medianIn(baseline);
  if (!baseline || median === undefined) return '';
  const values = baseline.rows.map((row) => resultText(row, change, timeZone)).join(', ');
  const middle = baseline.rows.length > 1 ? `; median ${roundedText(median, decimals)}` : '';
  return `${BASELINE_KINDS[baseline.kind]} ${countOfResults(baseline)}: ${values}${middle}.`;
}

const percentText = (percent: number): string => numberText(String(Number(percent.toFixed(2))));

function limitsLine({ distance, decimals, row, series }: SeriesChange): string {
  if (!distance) return '';
  const [low, high] = distance.limits.map((limit) => roundedText(limit, decimals));
  const spread = distance.isOwnSpread
    ? ' The spread of this patient’s own results is larger than the published one and was used.'
    : '';
  const sign = distance.d < 0 ? '−' : '';
  return `Listed below ${low} or above ${high} ${unitText(row, series)}; distance ${sign}${Math.abs(distance.d).toFixed(2)}, listed beyond 2.576.${spread}`;
}

function variationLine({ published, distance }: SeriesChange): string {
  if (!published || !distance) return '';
  const { variation, cviPercent, cvaPercent, cvaFrom, source } = published;
  if ('sd' in variation)
    return `Usual variation: one standard deviation of ${variation.sd}. Source: ${source}`;
  return `Usual variation: ${percentText(cviPercent)} % within one person, ${percentText(cvaPercent)} % of the laboratory (${cvaFrom}). Source: ${source}`;
}

const MAX_LEFT_OUT = 6;

function leftOutText(excluded: readonly ExcludedResult[], change: SeriesChange, timeZone: string): string {
  const shown = excluded
    .slice(0, MAX_LEFT_OUT)
    .map(({ row, reason }) => `${resultText(row, change, timeZone)} ${REASON_TEXT[reason]}`);
  const more = excluded.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more or older ones`] : [])].join(', ');
}
