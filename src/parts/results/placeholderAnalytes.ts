import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { targetOfId } from '../../clinical/catalog/catalog.ts';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { analyteIdOf } from './pins.ts';
import { tileTexts } from './tile.messages.ts';
import type { PlaceholderAnalyte } from './tileLayout.ts';

/**
 * Most records hold these analytes. Their frames are drawn while the record is read, so that values appear in
 * place.
 */
const IDS = [
  'bp-sys',
  'hr',
  'weight',
  'creat',
  'egfr',
  'k',
  'na',
  'co2',
  'hgb',
  'wbc',
  'plt',
  'a1c',
  'glucose',
  'ldl',
];

/** Returns these analytes and those of the pinned series, whose frames are drawn from the start too. */
export const placeholderAnalytes = (pins: readonly string[]): readonly PlaceholderAnalyte[] =>
  placeholdersOf([...IDS, ...pins.filter((pin) => !isDerivedId(pin)).map(analyteIdOf)]);

/** An analyte that is not common gets a frame from so many results on: a curve of fewer says little. */
const LEAST_RESULTS = 3;

/**
 * Returns the analytes that get a frame in a record that names these: the pinned ones, the common ones among them and, while there are fewer
 * than the common ones, those that are named most often.
 */
export function namedPlaceholders(
  pins: readonly string[],
  named: ReadonlyMap<string, number>,
): readonly PlaceholderAnalyte[] {
  // Pins stand first, and a later page may bring them.
  const pinned = new Set(pins.map(analyteIdOf));
  const usual = placeholderAnalytes(pins).filter(({ id }) => named.has(id) || pinned.has(id));
  const others = [...named]
    .filter(([id, count]) => count >= LEAST_RESULTS && isCurve(id) && !usual.some((one) => one.id === id))
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const room = Math.max(0, IDS.length - usual.length);
  return [...usual, ...placeholdersOf(others.slice(0, room).map(([id]) => id))];
}

/**
 * Returns whether results of an analyte are drawn in a tile of their own. The diastolic pressure stands in that of the systolic one, and
 * what has no unit, such as a dipstick, is mostly answered in words.
 */
function isCurve(id: string): boolean {
  const target = targetOfId(id);
  const isListed = target === undefined || target.analyte.isListedOnly || target.unit === '';
  return !isListed && pressureSeriesPairOf(id)?.diastolic !== id;
}

const placeholdersOf = (ids: readonly string[]): readonly PlaceholderAnalyte[] =>
  [...new Set(ids)].flatMap((id) => {
    const analyte = analyteOf(id);
    if (!analyte) return [];
    const { group, order, name } = analyte;
    return [{ id, group, order, name: id === 'bp-sys' ? tileTexts('bloodPressure') : name }];
  });
