/** The strip of changes in words: what is seen, and one plain sentence for each result. */
import type { Row } from '../clinical/row.ts';
import type { Since, SinceId } from '../clinical/sinceMoment.ts';
import type { Usual } from '../clinical/usual.ts';
import {
  agoText,
  dateText,
  dateTimeText,
  DAY_MS,
  numberText,
  unitText,
  valueText,
} from '../charts/format.ts';
import { isCorrected } from '../charts/symbols.tsx';
import type { Changed, ChangedItem } from './changedItems.ts';
import { conversionText, flagWords, preliminaryAfter } from './tileWords.ts';

/** In the list to choose from; the line below says the date. */
export const SINCE_WORDS: Readonly<Record<SinceId, string>> = {
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

/** "26 Aug 2026"; with the time of day where that matters. */
export function sinceText({ id, sinceMs }: Since, newestMs: number, timeZone: string): string {
  const isShort = id === '24h' || (id !== '90d' && newestMs - sinceMs <= 10 * DAY_MS);
  return (isShort ? dateTimeText : dateText)(sinceMs, 'instant', timeZone);
}

const rounded = (value: number, places: number): string => {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
};

/** What a reader gets who subtracts the two numbers on the screen. */
const differenceOf = ({ change: { row, usual, places } }: ChangedItem): number =>
  row.value - Number(rounded(usual.median, places));

const sizeText = (item: ChangedItem): string =>
  numberText(Math.abs(differenceOf(item)).toFixed(item.change.places));

/** "↑1.1"; of a blood pressure that of the systolic side. */
export const differenceText = (item: ChangedItem): string =>
  (item.change.direction === 'up' ? '↑' : '↓') + sizeText(item);

/** "5.8"; "134/72"; "134/–" where the other side was not recorded. */
export function itemValue({ change: { row, series }, diastolic }: ChangedItem): string {
  const value = valueText(row, series);
  if (diastolic === undefined) return value;
  return `${value}/${diastolic.row ? valueText(diastolic.row, diastolic.series) : '–'}`;
}

export const itemUnit = ({ change: { row, series } }: ChangedItem): string => unitText(row, series);

const decimal = (value: number, places: number): string => numberText(rounded(value, places));

/** "4.7"; "149/80". */
export function usualText({ change: { usual, places }, diastolic }: ChangedItem): string {
  const median = decimal(usual.median, places);
  if (diastolic === undefined) return median;
  return `${median}/${diastolic.usual ? decimal(diastolic.usual.median, places) : '–'}`;
}

const dayOf = ({ timeMs, kind }: Row, timeZone: string): string => dateText(timeMs, kind.precision, timeZone);

/** Results of one day follow each other: there the time tells them apart. */
function whenText({ row, usual }: ChangedItem['change'], timeZone: string): string {
  const last = usual.rows.at(-1);
  const isDense = last !== undefined && row.timeMs - last.timeMs <= 2 * DAY_MS;
  return isDense ? dateTimeText(row.timeMs, row.kind.precision, timeZone) : dayOf(row, timeZone);
}

/** "Potassium 5.8 mmol/L on 12 Nov 2026, high, 1.1 above the usual 4.7 (median of 8 results, 4.6 to 4.8)". */
export function sentenceOf(item: ChangedItem, apart: string | undefined, timeZone: string): string {
  const { change, diastolic, flagged } = item;
  const { usual, places, direction } = change;
  const systolic = diastolic ? 'systolic ' : '';
  const range = `${systolic}${decimal(usual.low, places)} to ${decimal(usual.high, places)}`;
  const missing = diastolic && !diastolic.row ? ', diastolic not recorded' : '';
  const value = `${itemValue(item).replace('/–', '')} ${itemUnit(item)}`.trim();
  const where = direction === 'up' ? 'above' : 'below';
  return [
    `${[item.name, apart].filter(Boolean).join(', ')} ${value} on ${whenText(change, timeZone)}${missing}`,
    flagWords(flagged.kind),
    `${systolic}${sizeText(item)} ${where} the usual ${usualText(item)} (median of ${usual.rows.length} results, ${range})`,
    ...remarks(item),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a reader must know of the number: corrected, converted, and that a newer one is not final (rules 16, 34 and 35). */
function remarks({ change: { row, series } }: ChangedItem): readonly string[] {
  const newer = preliminaryAfter(series, row).length > 0 ? 'a newer preliminary result is not counted' : '';
  return [isCorrected(row.kind) ? row.kind.status : '', conversionText(row), newer].filter(Boolean);
}

/** How old the result is, and from when to when the usual was measured. */
export function itemTitle(item: ChangedItem, todayMs: number, timeZone: string): string {
  const { change } = item;
  const { row, usual } = change;
  const ago = agoText(row.timeMs, row.kind.precision, todayMs, timeZone);
  const when = [whenText(change, timeZone), ago, ...remarks(item)].filter(Boolean).join(', ');
  return `${when}. ${usualWords(usual, timeZone)}`;
}

function usualWords({ rows }: Usual, timeZone: string): string {
  const [first, last] = [rows[0], rows.at(-1)].map((row) => row && dayOf(row, timeZone));
  return `Usual: median of ${rows.length} results, ${first} to ${last}; bar: lowest to highest`;
}

const measures = (n: number): string => `${n} ${n === 1 ? 'measure' : 'measures'}`;
const notComparedWords = (n: number): string =>
  `${n} not compared (a limit, or fewer than three comparable earlier results)`;

/** What the moment is, and how many measures the list was chosen from. */
export function comparedTitle({ id }: Since, { compared, notCompared }: Changed): string {
  const rest = notCompared === 0 ? '' : `, ${notComparedWords(notCompared)}`;
  return `Since ${SINCE_MEANS[id]}: ${measures(compared)} compared${rest}`;
}

/** Why nothing is shown; a measure that could not be compared is not taken for unchanged. */
export function nothingWords({ compared, notCompared }: Changed, since: string): string {
  if (compared + notCompared === 0) return `No final result on a curve since ${since}.`;
  const rest = notCompared === 0 ? '' : `, ${notComparedWords(notCompared)}`;
  const far = compared === 0 ? 'Nothing can be compared' : 'Nothing far from the patient’s own usual';
  return `${far} since ${since}: ${measures(compared)} compared${rest}.`;
}
