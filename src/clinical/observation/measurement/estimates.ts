/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds words beside the size or the weight of a body that say that nobody measured it: "Estimated", "Stated by mother". */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { plainLetters } from '../attached/languages.ts';

const ESTIMATED =
  '(?:(?:visually )?estim(?:at(?:ed?|ion)|ad[oa]|ee?)|approx(?:imate(?:ly)?)?|gesch[ae]{1,2}t(?:zt)?|stimat[oa]|angegeben|referid[oa]|riferit[oa]|declaree?' +
  '|(?:(?:self|patient|parent)[ -])?stated|(?:self|patient|parent)[ -]reported|(?:reported by|(?:as )?per|told by) (?:the )?(?:patient|parents?|mother|father|family)(?: report)?)';

/** Whoever says so of the number has measured it too, whatever was told before. "Measured last year" is of another day. */
const MEASURED = '((?:measured|weighed|gemessen|gewogen|(?:medid|pesad|misurat|pesat)[oa]|mesuree?|pesee?)';
const HOW_MEASURED =
  '(?: (?:today|at|a|on|in|en|by|with|mit|auf|con)(?! (?:home|birth|pa|mo|fa))(?: [^\\s\\d]\\S*)?)?(?::? \\d+ ?(?:kg|lbs?|cm|in)?)?$)';

/** Nearly no note has these words, and the patterns for it take a browser some milliseconds to compile. */
const MAY_TELL = new RegExp(
  `${ESTIMATED}|measured|weighed|gemessen|gewogen|medid|pesad|misurat|pesat|mesure|pesee`,
  'i',
);

const saysOf = (names: string): RegExp =>
  new RegExp(
    `^(?:(?:body |patient )?(${names})[ :(-]{1,3})?(?:(?:is|was|ist|est|wurde|only) ){0,2}${ESTIMATED}(?: (?:body )?(${names}))?\\)?` +
      `(?: (?:by(?! dates)|from|per|due to|because|as|using|with|durch|von|por|par|da)\\b.*)?$|^(?:(?:but|then|later|patient|dann|poi|puis) )?(?:(?:${names})[ :]{1,3})?(?:was |re[ -]?)?${MEASURED}(?: (?:${names}))?${HOW_MEASURED}`,
    'i',
  );

const MEASURES: readonly (readonly [of: RegExp, says: RegExp])[] = [
  [/^(?:height|birth-length)/, saysOf('height|length|(?:korper)?gros+e|talla|altura|taille|altezza|lengte')],
  [/^(?:weight|birth-weight)/, saysOf('weight|(?:korper)?gewicht|peso|poids')],
  [/^hc(?:~|$)/, saysOf('head circumference|hc|kopfumfang')],
];

/** "Per mother, feeding well" tells who told of the child: these say it of the measure where they name it, or stand alone. */
const MAY_BEGIN = /^(?:approx|as |per |told|reported|self|patient|parent)/i;
const CLAUSE_END = /[.;,!\n]/;
const MAX_SEARCHED = 300;
const TELLS_HOW = /\b(?:method|source|type|accuracy|how)\b/i;

const clausesOf = (text: string): readonly string[] =>
  text
    .slice(0, MAX_SEARCHED)
    .normalize()
    .split(CLAUSE_END)
    .map((clause) => clause.trim());

/** Returns the words of the components that say how the value beside them was taken. */
const methodsOf = (source: FhirElement): readonly string[] =>
  elementsOf(source['component']).flatMap(({ code, valueCodeableConcept, valueString }) =>
    TELLS_HOW.test(conceptText(code))
      ? [conceptText(elementOf(valueCodeableConcept)) || trimmedText(valueString)]
      : [],
  );

/** Returns whether a clause says of the measure that it was told, or 'measured'. */
function saidOfMeasure(clause: string, text: string, says: RegExp, isPart: boolean): boolean | 'measured' {
  const plain = plainLetters(clause);
  if (!MAY_TELL.test(plain)) return false;
  const [words, before, behind = before, measured] = says.exec(plain) ?? [];
  if (measured !== undefined) return 'measured';
  const isOfAll = !isPart && (!MAY_BEGIN.test(plain) || clause === text.trim());
  return words !== undefined && (behind !== undefined || isOfAll);
}

/**
 * Returns the words that say of the measure of a body that it was estimated or told; '' for nearly all. Beside several values
 * (`isPart`) they have to name it.
 */
export function estimateWords(
  source: FhirElement,
  targetId: string,
  beside: readonly string[],
  isPart: boolean,
): string {
  const { component } = source;
  if (beside.length === 0 && component === undefined) return '';
  const [, says] = MEASURES.find(([of]) => of.test(targetId)) ?? [];
  if (says === undefined) return '';
  let words = '';
  for (const text of [...beside, ...methodsOf(source)])
    for (const sent of clausesOf(text)) {
      const said = saidOfMeasure(sent, text, says, isPart);
      if (said === 'measured') return '';
      if (said) words ||= shortText(sent);
    }
  return words;
}
