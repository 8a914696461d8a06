/* oxlint-disable longview/texts-in-catalogs -- these marks are those of the catalog, which a comparison reads again */
const CHANGED_BY_FOOD = /^(?:glucose|tg|chol|hdl|ldl|nonhdl|insulin|cpep)(?![a-z])/;
const NOT_FASTING =
  /\b(?:non|not|nicht|sin|no) ?(?:fast|nüchtern|(?:en )?ayun)|(?<!fasting (?:or )?)\brandom\b(?! or)|\bzufalls|\baleatori/;
const FASTING = /(?<!\bor )\bfast(?:ing|ed)\b(?! (?:status|unknown|or|not))|(?<![a-z])nüchtern|\bayun/;
/** Of cells. An analyser counts the first three also where a differential tells the kinds of white cells apart by hand. */
const COUNTED = /^(?:(?:wbc|rbc|plt)(?!.*\bdif)|neut|lym|mono|eos|baso|ig|retic|bands)(?![a-z])/;
const BY_HAND = /\bmanual\b|\bmanuell/;

/**
 * Returns the mark that the words of a code give a result, as a code of its own would: fasting, or counted by hand. It is '' for
 * nearly all. `words` are in lower case and without punctuation.
 */
export function wordMarkOf(analyteId: string, words: string): string {
  if (CHANGED_BY_FOOD.test(analyteId)) {
    if (NOT_FASTING.test(words)) return 'not fasting';
    return FASTING.test(words) ? 'fasting' : '';
  }
  return COUNTED.test(`${analyteId} ${words}`) && BY_HAND.test(words) ? 'manual count' : '';
}
