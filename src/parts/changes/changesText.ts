/** This file puts the changes into words: those that are seen, and one plain sentence for each result. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { SinceChoice, SinceId } from '../../clinical/change/sinceChoices.ts';
import type { PersonalBaseline } from '../../clinical/change/personalBaseline.ts';
import {
  agoText,
  dateText,
  dateTimeText,
  numberText,
  unitText,
  valueText,
} from '../../charts/format/format.ts';
import { hasCorrectedStatus } from '../../charts/marks/symbols.tsx';
import type { ChangesList, ChangeItem } from './changesList.ts';
import { arrowText } from '../results/tileFacts.ts';
import { spokenNewer } from '../results/newer/newerText.ts';
import { conversionText, tileFlagText } from '../results/tileText.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** The menu shows these names. The line below it gives the date. */
export const SINCE_TEXT: Readonly<Record<SinceId, string>> = {
  stay: 'this stay',
  visit: 'last visit',
  '90d': '90 days',
  '30d': '30 days',
  '24h': '24 hours',
};

const SINCE_MEANS: Readonly<Record<SinceId, string>> = {
  stay: 'the start of this stay',
  visit: 'the start of the last visit before the newest result',
  '90d': '90 days before the newest result',
  '30d': '30 days before the newest result',
  '24h': '24 hours before the newest result',
};

/** Returns "26 Aug 2026", with the time of day where that matters. */
export function sinceTimeText({ id, sinceMs }: SinceChoice, newestMs: number, timeZone: string): string {
  const isShort = id === '24h' || (id !== '90d' && newestMs - sinceMs <= 10 * DAY_MS);
  return (isShort ? dateTimeText : dateText)(sinceMs, 'instant', timeZone);
}

/** Returns "26 Aug 2026, the start of the last visit before the newest result". */
export const sinceSentence = (since: SinceChoice, newestMs: number, timeZone: string): string =>
  `${sinceTimeText(since, newestMs, timeZone)}, ${SINCE_MEANS[since.id]}`;

const rounded = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
};

/** Returns the difference of the two numbers as they are shown, so that a reader who subtracts them gets the same. */
const differenceOf = (row: Row, usual: PersonalBaseline, decimals: number): number =>
  row.value - Number(rounded(usual.median, decimals));

const sizeText = (difference: number, decimals: number): string =>
  numberText(Math.abs(difference).toFixed(decimals));

/** Returns "↑1.1", or "↓4/↓34" for a blood pressure, as on its tile. */
export function differenceText({
  change: { row, baseline, decimals, direction },
  pressure,
}: ChangeItem): string {
  if (!pressure)
    return (direction === 'up' ? '↑' : '↓') + sizeText(differenceOf(row, baseline, decimals), decimals);
  return [pressure.systolic, pressure.diastolic]
    .map((side) => {
      if (!side.row || !side.baseline) return '–';
      const difference = differenceOf(side.row, side.baseline, decimals);
      return arrowText(difference, sizeText(difference, decimals));
    })
    .join('/');
}

/** Returns the name of the side that is farther from its baseline. */
const fartherSideText = ({ pressure }: ChangeItem): string => (pressure ? `${pressure.fartherSide} ` : '');

/** Returns "5.8" or "134/72", or "134/–" if the other side has no point. */
export function itemValue({ change: { row, series }, pressure }: ChangeItem): string {
  if (!pressure) return valueText(row, series);
  return [pressure.systolic, pressure.diastolic]
    .map((side) => (side.row ? valueText(side.row, side.series) : '–'))
    .join('/');
}

export const itemUnit = ({ change: { row, series } }: ChangeItem): string => unitText(row, series);

const roundedText = (value: number, decimals: number): string => numberText(rounded(value, decimals));

/** Returns "4.7" or "149/80". */
export function baselineText({ change: { baseline, decimals }, pressure }: ChangeItem): string {
  if (!pressure) return roundedText(baseline.median, decimals);
  return [pressure.systolic, pressure.diastolic]
    .map((side) => (side.baseline ? roundedText(side.baseline.median, decimals) : '–'))
    .join('/');
}

const dayOf = ({ timeMs, kind }: Row, timeZone: string): string => dateText(timeMs, kind.precision, timeZone);

/** Returns the date of the result, with its time if the baseline ends less than two days before. */
function changeTimeText({ row, baseline }: ChangeItem['change'], timeZone: string): string {
  const last = baseline.rows.at(-1);
  const isDense = last !== undefined && row.timeMs - last.timeMs <= 2 * DAY_MS;
  return isDense ? dateTimeText(row.timeMs, row.kind.precision, timeZone) : dayOf(row, timeZone);
}

/** Returns "Potassium 5.8 mmol/L on 12 Nov 2026, high, 1.1 above the usual 4.7 (median of 8 results, 4.6 to 4.8)". */
export function changeSentence(item: ChangeItem, qualifier: string | undefined, timeZone: string): string {
  const { change, pressure, flaggedRow } = item;
  const { baseline, decimals, direction } = change;
  const side = fartherSideText(item);
  const size = sizeText(differenceOf(change.row, baseline, decimals), decimals);
  const range = `${side}${roundedText(baseline.low, decimals)} to ${roundedText(baseline.high, decimals)}`;
  const missing = pressure?.missingSideText ?? '';
  const value = `${itemValue(item).replace(/^–\/|\/–$/, '')} ${itemUnit(item)}`.trim();
  const where = direction === 'up' ? 'above' : 'below';
  return [
    `${[item.name, qualifier].filter(Boolean).join(', ')} ${value} on ${changeTimeText(change, timeZone)}${missing}`,
    tileFlagText(flaggedRow.kind),
    `${side}${size} ${where} the usual ${baselineText(item)} (median of ${baseline.rows.length} results, ${range})`,
    ...remarks(item, timeZone),
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * Returns the remarks a reader needs: corrected, converted, and a newer result that is not counted (rules 16,
 * 17, 34 and 35).
 */
function remarks({ change: { row }, newer }: ChangeItem, timeZone: string): readonly string[] {
  return [
    hasCorrectedStatus(row.kind) ? row.kind.status : '',
    conversionText(row),
    spokenNewer(newer, { timeZone, shownRow: row }),
  ].filter(Boolean);
}

/** Says how old the result is, and in which time its baseline was measured. */
export function itemTitle(item: ChangeItem, todayMs: number, timeZone: string): string {
  const { change } = item;
  const { row, baseline } = change;
  const ago = agoText(row.timeMs, row.kind.precision, todayMs, timeZone);
  const when = [changeTimeText(change, timeZone), ago, ...remarks(item, timeZone)].filter(Boolean).join(', ');
  return `${when}. ${baselineDatesText(baseline, timeZone)}`;
}

function baselineDatesText({ rows }: PersonalBaseline, timeZone: string): string {
  const [first, last] = [rows[0], rows.at(-1)].map((row) => row && dayOf(row, timeZone));
  return `Usual: median of ${rows.length} results, ${first} to ${last}; bar: lowest to highest`;
}

const measureCountText = (n: number): string => `${n} ${n === 1 ? 'measure' : 'measures'}`;

/** Returns "1 not compared (…), 1 with a newer result that is listed, not drawn", about the measures that are left. */
function notComparedText({ notComparedCount, newerListedCount }: ChangesList): string {
  const parts = [
    notComparedCount > 0 &&
      `${notComparedCount} not compared (a limit, or fewer than three comparable earlier results)`,
    newerListedCount > 0 && `${newerListedCount} with a newer result that is listed, not drawn`,
  ];
  return parts
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}

/** Says from which time on changes count, and from how many measures the list was chosen. */
export const comparedTitle = ({ id }: SinceChoice, changed: ChangesList): string =>
  `Since ${SINCE_MEANS[id]}: ${measureCountText(changed.comparedCount)} compared${notComparedText(changed)}`;

/** Says why nothing is shown. A measure that could not be compared is not called unchanged. */
export function noChangesText(changed: ChangesList, since: string): string {
  const { comparedCount, notComparedCount } = changed;
  const others = notComparedText(changed);
  if (comparedCount + notComparedCount === 0) return `No final result on a curve since ${since}${others}.`;
  const far = comparedCount === 0 ? 'Nothing can be compared' : 'Nothing far from the patient’s own usual';
  return `${far} since ${since}: ${measureCountText(comparedCount)} compared${others}.`;
}
