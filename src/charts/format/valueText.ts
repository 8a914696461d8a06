/** The value and the unit of a result are put into words here for a reader (rules 14, 15 and 29). */
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import { decimalsOf } from '../../clinical/series/decimals.ts';
import type { Series } from '../../clinical/series/series.ts';
import { readableUnit, readableUnitsIn } from '../../clinical/units/readableUnit.ts';
import { numberText } from './numberText.ts';

/**
 * Returns the drawn value in the unit of its series. It is as sent, unless it was converted or stands in a
 * text with its unit.
 */
export function valueText(row: Row, series: Series): string {
  const { comparator, isConverted, isParsedFromText, drawing, reason } = row.kind;
  // The digits of a code, or of words, are no number.
  if (reason === 'coded' || reason === 'text') return readableUnitsIn(row.valueText);
  if (isConverted) return `${comparator}${numberText(row.value.toFixed(decimalsOf(row, series)))}`;
  if (!isParsedFromText || drawing === 'listed')
    return `${comparator}${readableUnitsIn(numberText(row.valueText))}`;
  const [digits = String(row.value)] = /[+-]?\d*\.?\d+/.exec(row.valueText) ?? [];
  return `${comparator}${numberText(digits)}`;
}

/** Returns the unit that was sent, as people write it; '' when none was sent. */
export const sentUnitText = ({ unit, unitCode }: Pick<RowKind, 'unit' | 'unitCode'>): string =>
  readableUnit(unit || unitCode);

/** Returns the unit that belongs to `valueText`. */
export const unitText = ({ kind }: Row, { unitText: seriesUnit }: Series): string =>
  (kind.isConverted ? '' : sentUnitText(kind)) || seriesUnit;

/** Returns the unit of `valueText` as it was sent, for the attribute `data-unit` (docs/contract.md, section 4). */
export const unitAttribute = ({ kind }: Row, { unitText: seriesUnit }: Series): string =>
  (kind.isConverted ? '' : kind.unit) || seriesUnit;

/** Returns the value and unit as sent, such as "182 lb", for a drawn value that differs from them. */
export const originalText = (row: Row) =>
  `${row.kind.comparator}${row.valueText} ${row.kind.isParsedFromText ? '' : sentUnitText(row.kind)}`.trim();
