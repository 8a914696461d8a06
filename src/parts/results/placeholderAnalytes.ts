import { analyteOf } from '../../clinical/catalog/analytes.ts';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { analyteIdOf } from './pins.ts';
import type { PlaceholderAnalyte } from './tileLayout.ts';

/** The analytes most records hold: their frames stand while the record is read, so that values come in place. */
const IDS = ['bp-sys', 'hr', 'weight', 'creat', 'egfr', 'k', 'na', 'co2', 'hgb', 'wbc', 'plt', 'a1c', 'ldl'];

/** With those of the pinned series, whose places stand from the first moment too. */
export const placeholderAnalytes = (pins: readonly string[]): readonly PlaceholderAnalyte[] =>
  [...new Set([...IDS, ...pins.filter((pin) => !isDerivedId(pin)).map(analyteIdOf)])].flatMap((id) => {
    const analyte = analyteOf(id);
    if (!analyte) return [];
    const { group, order, name } = analyte;
    return [{ id, group, order, name: id === 'bp-sys' ? 'Blood pressure' : name }];
  });
