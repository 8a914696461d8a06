/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Tells in which words a note says of an index of the specimen, such as that of hemolysis, that it has no result. */
import { HEMOLYSIS, NOT } from '../attached/languages.ts';

const NAME = `(?:(?:${HEMOLYSIS}|lipe?a?e?mi[ae]?|i[ckt]+ter(?:us|icia|[eo]))(?: (?:check|grade|score))? ?:|(?=\\w?\\W?\\w?\\W?h)[hil](?:\\W?[hil]){2} ?:?)`;
/** It was not measured, but its cause may be why a result was not reported. */
const UNMEASURED = new RegExp(
  `^${NAME} ?${NOT} (?:tested|done|perform|determin|check|reali[sz]|durchgef|measur|mesur|misur|medi[dr]|gemes|gemet|ma[lt]t|bestim+t|bestamd)`,
  'i',
);
/** It may be the index that is not available, or the result for this reason. What was not reported is the result. */
const UNAVAILABLE = new RegExp(`^${NAME} ?${NOT} (?:avail|dispon|verfug|besch)\\w*\\W*$`, 'i');
const UNTOLD = new RegExp(`^${NAME} ?${NOT} (?:avail|dispon|verfug|besch|report|rapport|mitget|gerapp)`, 'i');

/** Returns whether a text in plain letters says of an index of the specimen that it was not measured. */
export const isOfUnmeasuredIndex = (plain: string): boolean => UNMEASURED.test(plain);

/** Returns whether it says so of an index that is not available, or of a result for this reason. */
export const mayBeUnavailableIndex = (plain: string): boolean => UNAVAILABLE.test(plain);

/** Returns whether an index of this name has no result by it. */
export const leavesNoIndex = (plain: string): boolean => UNMEASURED.test(plain) || UNTOLD.test(plain);
