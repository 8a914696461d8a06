import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
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
  [...new Set([...IDS, ...pins.filter((pin) => !isDerivedId(pin)).map(analyteIdOf)])].flatMap((id) => {
    const analyte = analyteOf(id);
    if (!analyte) return [];
    const { group, order, name } = analyte;
    return [{ id, group, order, name: id === 'bp-sys' ? tileTexts('bloodPressure') : name }];
  });
