/**
 * This is the one place that says a unit to a patient. A unit that is a word, such as "wk" or "breaths/min", is said in the language of the
 * page; a sign such as "mg/dL" stays as it was sent, and so does whatever is not wholly understood (docs/decisions/0054).
 */
import { numberText } from '../../../charts/format/numberText.ts';
import { sentUnitText, unitText, valueText } from '../../../charts/format/valueText.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { patientUnitsTexts, type patientUnitsMessages } from './patientUnits.messages.ts';

type Key = keyof typeof patientUnitsMessages;

/* oxlint-disable longview/texts-in-catalogs -- these are spellings of units, which are looked up */
/** The first spelling is that of one, as it stands behind "per". */
const WORDS: readonly (readonly [Key, ...spellings: string[]])[] = [
  ['second', 'second', 'seconds'],
  ['minute', 'minute', 'minutes'],
  ['hour', 'hour', 'hours', 'hr', 'hrs'],
  ['day', 'day', 'days'],
  ['week', 'week', 'weeks', 'wk', 'wks'],
  ['month', 'month', 'months', 'mo', 'mos'],
  ['year', 'year', 'years', 'yr', 'yrs'],
  ['point', 'point', 'points', 'pts'],
  ['time', 'times'],
  ['beat', 'beat', 'beats'],
  ['breath', 'breath', 'breaths', 'br'],
  ['step', 'step', 'steps'],
  ['dose', 'dose', 'doses'],
  ['drop', 'drop', 'drops'],
  ['drink', 'drink', 'drinks'],
  ['copy', 'copy', 'copies'],
  ['cell', 'cell', 'cells'],
  ['unit', 'unit', 'units'],
  ['whiteCell', 'wbc', 'wbcs'],
  ['percentile', 'percentile'],
  ['percent', 'percent'],
  ['per', 'per'],
];

/** These mean a word only where they are the whole unit: "d" is also deci-, and "T score" counts no points. */
const WHOLE: readonly (readonly [Key, ...spellings: string[]])[] = [
  ['second', 's', 'sec', 'secs'],
  ['minute', 'min', 'mins'],
  ['hour', 'h'],
  ['day', 'd'],
  ['week', 'weeks gestation', 'weeks of gestation', 'gestational weeks'],
  ['year', 'y'],
  ['point', 'score', 'scores'],
  ['inch', 'in', 'inch', 'inches'],
  ['foot', 'ft', 'foot', 'feet'],
  ['pound', 'lb', 'lbs', 'pound', 'pounds'],
  ['ounce', 'oz', 'ounce', 'ounces'],
  ['ratio', 'ratio'],
  ['index', 'index'],
  ['titer', 'titer', 'titre'],
  ['perMinute', 'bpm', '/min'],
];
/* oxlint-enable longview/texts-in-catalogs */

const spellingsOf = (words: typeof WORDS): ReadonlyMap<string, Key> =>
  new Map(words.flatMap(([key, ...spellings]) => spellings.map((one) => [one, key] as const)));
const WORD_KEYS = spellingsOf(WORDS);
const WHOLE_KEYS = new Map([...WORD_KEYS, ...spellingsOf(WHOLE)]);
/** A rate per day is often written with one letter. */
const AFTER_SLASH: ReadonlyMap<string, Key> = new Map([
  ['d', 'day'],
  ['y', 'year'],
]);

const FIXED = ['ratio', 'index', 'titer', 'percentile', 'percent', 'per', 'perMinute'] as const;
const isFixed = (key: Key): key is (typeof FIXED)[number] => FIXED.some((one) => one === key);

const said = (key: Key, count: number): string =>
  isFixed(key) ? patientUnitsTexts(key) : patientUnitsTexts(key, { count });

/** Returns every word in which the catalog says a unit, in the language of the page. */
export const wordsOfUnits = (): ReadonlySet<string> =>
  new Set([...WORDS, ...WHOLE].flatMap(([key]) => [1, 2].flatMap((count) => said(key, count).split(' '))));

/** Signs of units are short or have capitals and figures: "mmol", "FEU", "10³". A longer word is one that nobody here knows. */
const isSign = (word: string): boolean => !/^\p{Ll}{5,}$/u.test(word);
const isFigure = (word: string): boolean => word === 'log' || /^[\d.,]+$/.test(word);

/** Returns the words of one side of a slash; undefined where not all of them are understood. */
function sideWords(side: string, isBelow: boolean): string | undefined {
  const words = side.split(' ');
  const below = isBelow ? AFTER_SLASH.get(side) : undefined;
  if (below !== undefined) return said(below, 1);
  const [first = ''] = words;
  if (words.length === 1 && !WORD_KEYS.has(first.toLowerCase())) return isSign(first) ? side : undefined;
  let isOne = isBelow;
  const known: string[] = [];
  for (const word of words) {
    const key = WORD_KEYS.get(word.toLowerCase());
    if (key === undefined && !isFigure(word)) return undefined;
    known.push(key === undefined ? word : said(key, isOne ? 1 : 2));
    // Behind "per" stands one, and behind a figure stand several.
    isOne = key === 'per';
  }
  return known.join(' ');
}

/**
 * Returns a unit in the words of the page: "semanas" for "wk", "latidos/min" for "beats/min".
 * @param unit The unit as clinicians read it.
 * @param value The number before it, as it is shown, which decides between "1 week" and "2 weeks".
 */
export function patientUnit(unit: string, value = ''): string {
  const whole = WHOLE_KEYS.get(unit) ?? WHOLE_KEYS.get(unit.toLowerCase());
  if (whole !== undefined) return said(whole, Number(value) === 1 ? 1 : 2);
  const sides = unit.split('/').map((side, i) => sideWords(side.trim(), i > 0));
  return sides.includes(undefined) ? unit : sides.join('/');
}

/** Returns the unit of a drawn result in the words of the page. */
export const patientUnitOf = (row: Row, series: Series): string =>
  patientUnit(unitText(row, series), row.kind.isConverted ? valueText(row, series) : row.valueText);

/** Returns the unit in which a result was sent, in the words of the page. */
export const patientSentUnit = (kind: RowKind, value = ''): string => patientUnit(sentUnitText(kind), value);

/** Returns the value as it was sent, with its unit in the words of the page: "182 pounds" for a drawn value in kg. */
export function patientOriginal({ kind, valueText: sent }: Row): string {
  const unit = kind.isParsedFromText ? '' : patientSentUnit(kind, sent);
  return `${kind.comparator}${numberText(sent)} ${unit}`.trim();
}
