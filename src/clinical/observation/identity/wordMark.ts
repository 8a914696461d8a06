/* oxlint-disable longview/texts-in-catalogs -- these marks are those of the catalog, which a comparison reads again */
import { FASTING, NOT_FASTING } from '../attached/languages.ts';

const CHANGED_BY_FOOD = /^(?:glucose|tg|chol|hdl|ldl|nonhdl|insulin|cpep)(?![a-z])/;
const SAYS_NOT_FASTING = new RegExp(
  `\\b(?:${NOT_FASTING}|no[nt]? ?fast)|(?<!fasting (?:or )?)\\brandom\\b(?! or)|\\bzufalls|\\baleatori`,
);
const SAYS_FASTING = new RegExp(`(?<!\\bor )\\b${FASTING}(?! (?:status|unknown|or|not))`);
/** These cells are counted. An analyser counts the first three also where a differential tells the kinds of white cells apart by hand. */
const COUNTED = /^(?:(?:wbc|rbc|plt)(?!.*\bdif)|neut|lym|mono|eos|baso|ig|retic|bands)(?![a-z])/;
const BY_HAND = /\bmanual\b|\bmanuell/;

/**
 * Returns the mark that the words of a code give a result, as a code of its own would: fasting, or counted by hand. It is '' for
 * nearly all. `words` are in lower case and without punctuation.
 */
export function wordMarkOf(analyteId: string, words: string): string {
  if (CHANGED_BY_FOOD.test(analyteId)) {
    if (SAYS_NOT_FASTING.test(words)) return 'not fasting';
    return SAYS_FASTING.test(words) ? 'fasting' : '';
  }
  return COUNTED.test(`${analyteId} ${words}`) && BY_HAND.test(words) ? 'manual count' : '';
}
