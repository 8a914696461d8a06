import type { Row } from '../../clinical/observation/resultRow.ts';
import { readableUnitsIn } from '../../clinical/units/readableUnit.ts';
import { formatTexts } from './format.messages.ts';
import { limitsAsSent } from './rangeText.ts';
import { originalText } from './valueText.ts';

/**
 * Returns the value, unit and range as sent, such as "12.1 g/dL, range 13.5–17.5", for a drawn value in another unit.
 */
export function originText(row: Row): string {
  const kind = row.kind.reported ?? row.kind;
  const range = limitsAsSent(kind) || (kind.rangeText && `“${kind.rangeText}”`);
  const original = originalText(row);
  if (range === '') return original;
  return formatTexts('originalWithRange', { original, range: readableUnitsIn(range) });
}
