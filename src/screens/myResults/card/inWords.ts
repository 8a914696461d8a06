import type { Row } from '../../../clinical/observation/resultRow.ts';
import { ownWords } from './ownWords.ts';

/** A sentence about an answer in words has another form than one about a number. */
export const formOf = (row: Row): 'words' | 'number' => (isInWords(row) ? 'words' : 'number');

/** A germ that was counted has a number before its name. One word of so many letters may be a unit. */
const hasWords = (text: string): boolean => (text.match(/\p{L}{4,}/gu) ?? []).length > 1;

/**
 * Returns whether a result is an answer in words, such as "Detected", ">100,000 CFU/mL Escherichia coli", a blood group, a day or a yes. Nothing of
 * it lies inside or outside of a range. A ratio or a number with signs, such as "1:320" or "2+", is none. A code that came without its words is one.
 */
export const isInWords = (row: Row): boolean =>
  Number.isNaN(row.value) &&
  (row.kind.reason === 'coded' ||
    /^\s*\p{L}/u.test(row.valueText) ||
    hasWords(row.valueText) ||
    ownWords(row) !== '');
