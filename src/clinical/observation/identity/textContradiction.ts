import { isAnalyteName } from '../../catalog/catalog.ts';
import type { RowKinds } from '../rowKinds.ts';
import { decidedOnce } from './decidedOnce.ts';
import type { AnalyteTarget } from '../../catalog/analyteTarget.ts';

const MAX_TEXT_LENGTH = 200;
const COUNT_UNIT = /^(?:10\*[369]\/u?L|\/uL)$/;

/** Returns whether the text speaks of a share and the code of a count, or the other way. */
function isOtherQuantity({ unit, analyte }: AnalyteTarget, text: string): boolean {
  if (COUNT_UNIT.test(unit)) return /%|\bpercent/.test(text);
  return analyte.id.endsWith('-pct') && unit === '%' && /#|\babs(?:olute)?\b/.test(text);
}

/** Urea is 2.14 times urea nitrogen by mass, and laboratories mix up the two words and the two codes. */
function isOtherUrea({ analyte: { id } }: AnalyteTarget, text: string): boolean {
  const isNitrogen = /nitrogen|stickstoff|\bb?un\b|urea[ -]?n\b/.test(text);
  if (id === 'bun' || id === 'bun-bld') return /\burea\b|\bharnstoff/.test(text) && !isNitrogen;
  return (id === 'urea' || id === 'urea-bld') && isNitrogen;
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\d]{2,}/gu) ?? [];

/** Returns whether the text is exactly the name of another analyte, of which this one shares no word. */
function isOtherName({ analyte: { name, longName, shortName } }: AnalyteTarget, text: string): boolean {
  if (!isAnalyteName(text)) return false;
  const own = new Set(wordsIn(`${name} ${longName} ${shortName}`.toLowerCase()));
  return !wordsIn(text).some((word) => own.has(word));
}

/** No more of a text than this is looked at, in lower case. */
const lookedAt = (sent: string): string => sent.slice(0, MAX_TEXT_LENGTH).toLowerCase();

const decidedContradiction = decidedOnce(
  ({ id, unit }: AnalyteTarget, text: string) => `${id}\n${unit}\n${text}`,
  (target: AnalyteTarget, text: string) =>
    isOtherQuantity(target, text) || isOtherUrea(target, text) || isOtherName(target, text),
);

/**
 * Returns whether the words of a result name something else than its code: "Lymphocytes (%)" for a count, "Urea" for
 * urea nitrogen, "Sodium" for potassium. Which of the two is meant cannot be known, so the code then maps to nothing and
 * the result stands under the words of the sender (rule 17). `kinds` is the table of the record, in which each text is
 * decided once.
 */
export const textContradicts = (target: AnalyteTarget, sent: string, kinds?: RowKinds): boolean =>
  decidedContradiction(kinds, target, lookedAt(sent));
