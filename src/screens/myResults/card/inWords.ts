import type { Row } from '../../../clinical/observation/resultRow.ts';

/** A sentence about an answer in words has another form than one about a number. */
export const formOf = (row: Row): 'words' | 'number' => (isInWords(row) ? 'words' : 'number');

/**
 * Returns whether a result is an answer in words, such as "Detected", a blood group or a yes. Nothing of it lies inside or outside of a range. A
 * ratio or a number with signs, such as "1:320" or "2+", is none. A code that came without its words is one.
 */
export const isInWords = ({ value, valueText, kind }: Row): boolean =>
  Number.isNaN(value) && (kind.reason === 'coded' || /^\s*\p{L}/u.test(valueText));
