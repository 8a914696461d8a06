/**
 * This file says how many characters of a text are read. A longer text than these is no fact of a patient, and cutting
 * it before it is looked at keeps the work on every text small (docs/decisions/0045-no-text-can-stop-the-page.md).
 */
import { hashText } from './hash.ts';

/** A number with its unit, or a unit alone, is no longer than this. */
export const MAX_NUMBER_LENGTH = 64;
/** The words of a fact that tells results apart, such as a specimen, a method or a name, are no longer than this. */
export const MAX_FACT_LENGTH = 240;
/** A reference, a code or its system is no longer than this. */
export const MAX_REFERENCE_LENGTH = 512;
/** A value in words, such as the report of a culture, is no longer than this. */
export const MAX_VALUE_LENGTH = 32_768;

/** Returns a text with at most `max` characters. What is cut off is replaced by "…" (rule 59). */
export const cappedText = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Two texts differ in this by letters, because numbers in the words of a specimen or a device tell nothing apart. */
const hashInLetters = (text: string): string =>
  hashText(text).replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);

/**
 * Returns a text that names something, with at most `max` characters. Two long texts that begin alike stay two, because a
 * hash of the whole text stands behind the "…".
 */
export const cappedIdentity = (text: string, max: number): string =>
  text.length <= max ? text : cappedText(text, max - 16) + hashInLetters(text);
