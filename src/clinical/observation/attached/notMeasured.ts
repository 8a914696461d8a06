/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds words that say that the number beside them is no result: the test was not performed, or the specimen did not suffice. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { absentTextBeside } from '../dataAbsentReason.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import type { UnitFit } from '../../units/units.ts';

const TEST =
  '(?:(?:the|this|die|der|das|la|el) )?(?:tests?|results?|assay|analysis|value|determination|measurement|untersuchung|analyse|bestimmung|messung|wert|ergebnis|prueba|examen|an[aá]lisis|determinaci[oó]n|resultado)';
const MATERIAL =
  '(?:specimen|sample|quantity|volume|amount|material|probe|probenm(?:aterial|enge)|menge|muestra|cantidad|volumen)';
const BE = '(?:(?:is|was|were|has been|ist|wurde|konnte|fue|ha sido|es) )?';
// "Differential not performed" is said of another test, so a clause says so of this one only where it names no other.
const CLAUSE = new RegExp(
  [
    String.raw`^(?:tnp|(?:${MATERIAL} )?qns|no (?:result|value)(?: (?:available|reported|possible))?`,
    String.raw`(?:${TEST} )?${BE}(?:not |(?:cannot|can not|could not) be )(?:performed|reported|done|run|measured|determined|analy[sz]ed|processed|calculated)`,
    String.raw`${TEST} ${BE}(?:not available|invalid|withheld|suppressed|voided)`,
    String.raw`unable to (?:perform|report|determine|measure|run|process|analy[sz]e|calculate)(?: ${TEST})?`,
    String.raw`(?:${TEST} )?${BE}(?:cancell?ed|storniert|(?:cancel|anul)ad[ao])`,
    String.raw`${MATERIAL} ${BE}(?:insufficient|not sufficient|rejected|not received|lost|unusable|nicht (?:ausreichend|eingegangen|verwertbar)|unzureichend|insuficiente|escas[ao]|rechazad[ao]|no recibid[ao])`,
    String.raw`(?:insufficient|zu wenig|kein|ungenügende?s?|unzureichende?s?) ${MATERIAL}|insufficient (?:serum|plasma|blood|urine)`,
    String.raw`(?:${TEST} )?${BE}nicht (?:durchgeführt|durchführbar|bestimmbar|auswertbar|verwertbar|möglich|berichtet|mitgeteilt)`,
    String.raw`(?:${TEST} )?no (?:se )?(?:(?:pudo|puede|fue|ha sido) )?(?:(?:realiz|inform|report|proces|determin|efectu)(?:ad[ao]|ar|[oóa])|disponible|válid[ao]|valorable))`,
  ].join('|') +
    String.raw`(?: (?:due|because|by|as|since|wegen|da|aufgrund|durch|por|debido)\b.*| (?:for|to (?:perform|complete|run)|für|para) (?:testing|${TEST}))?$`,
  'i',
);
/** Such a clause says of what stands before it that it was not done ("LDL, not calculated"), unless that says why. */
const SAYS_NOT_WHAT =
  /^(?:not|can(?:not)?|could|unable|cancel\w+|storniert|anul\w+|nicht|no(?! (?:result|value))|is|was|were|has|ist|wurde|konnte|fue|ha|es)\b/i;
const SAYS_WHY =
  /mol[yi]|clot|coag|geronn|qns|insuf|suffic|reich|wenig|lip[aä]?e?mi|[ck]teri|contam|label|speci|sampl|probe|material|muestra|duplic|error|interf|\b(?:tests?|results?|comment)\b/i;
const CLAUSE_END = /[.,;!\n()]+|\s[-–/]\s/;
const LABEL =
  /^(?:(?:lab )?(?:comment|note|reason|result|remark|status)|kommentar|bemerkung|comentario|nota): ?/i;
/** Nearly all texts have none of these letters, and there are hundreds of thousands of them. */
const MAY_SAY =
  /no[t -]|nicht|tnp|qns|unab|cancel|storn|anul|insuf|wenig|kein|zureich|genüg|inval|withh|suppr|void|reject|lost|unus|escas|rechaz/i;
/** Such words are short. */
const MAX_CLAUSE = 120;
const MAX_SEARCHED = 2000;

/** Returns the words of the texts that say that there is no result, as they were sent; '' when none does. */
export function notMeasuredWords(texts: readonly string[]): string {
  for (const text of texts) {
    if (!MAY_SAY.test(text)) continue;
    let before = '';
    for (const part of text.slice(0, MAX_SEARCHED).split(CLAUSE_END)) {
      const clause = part.trim().replace(LABEL, '');
      const isOfThis = before === '' || SAYS_WHY.test(before) || !SAYS_NOT_WHAT.test(clause);
      if (isOfThis && clause.length <= MAX_CLAUSE && CLAUSE.test(clause.replaceAll('-', ' ')))
        return shortText(clause);
      before = clause || before;
    }
  }
  return '';
}

const ELSEWHERE =
  /^(?:see|siehe|s\.|v(?:er|éase)) (?:\w{1,12} )?(?:comments?|notes?|text|report|below|kommentar|bemerkung|befund|comentarios?|notas?|observaci)/i;

/** Returns the first text that only points to another one, as "See comment" does; '' when none does. */
const elsewhereWords = (texts: readonly string[]): string => texts.find((text) => ELSEWHERE.test(text)) ?? '';

/** Nearly all flags are one of these, and there are hundreds of thousands of them. */
const PLAIN_FLAG = /^(?:.{0,2}|high|low|(?:ab)?normal)$/i;

const NONE: readonly string[] = [];

/** Returns the texts of notes and flags beside a value. */
export function textsBeside(notes: unknown, flags: unknown): readonly string[] {
  if (notes === undefined && flags === undefined) return NONE;
  const texts: string[] = [];
  const add = (text: string): void => {
    if (!PLAIN_FLAG.test(text)) texts.push(text);
  };
  for (const { text } of elementsOf(notes)) add(trimmedText(text));
  for (const concept of elementsOf(flags)) {
    add(conceptText(concept));
    for (const { display } of elementsOf(concept['coding'])) add(trimmedText(display));
  }
  return texts;
}

const CLOTTED = /clot|fibrin|geronnen|coagul/i;

/** A specimen that clotted has no cells to count, while serum clots as it should. Platelets that clump are not counted. */
const hasNoCells = ({ unit, target }: Pick<UnitFit, 'unit' | 'target'>, condition: string): boolean =>
  (/uL$|^%$/.test(unit) && CLOTTED.test(condition)) ||
  (target?.analyte.id === 'plt' && /clump/i.test(condition));

/** These words are sent for the whole Observation, and `isPart` says that it has more values than this one. */
type Beside = {
  readonly condition: string;
  readonly beside: readonly string[];
  readonly isPart: boolean;
};

/** Returns the words of a value itself that say that there is no result. The flags of a value that is no part are among those beside it. */
function ownWords(source: FhirElement, isPart: boolean): string {
  const absent = absentTextBeside(source);
  const said = absent === '' ? '' : notMeasuredWords([absent]);
  return said === '' && isPart ? notMeasuredWords(textsBeside(undefined, source['interpretation'])) : said;
}

/**
 * Returns the words by which a number is no result of the patient; '' for nearly all. Any number beside words that there is no
 * result fills a field, but the words of a panel do not say which of its parts they mean. So does a 0 beside a bad state of the
 * specimen, or beside words that only point to others, unless a patient may have a 0 of it.
 */
export function wordsAgainst(
  source: FhirElement,
  { value }: { readonly value: number },
  fit: Pick<UnitFit, 'unit' | 'target' | 'plausibleBounds'>,
  { condition, beside, isPart }: Beside,
): string {
  if (Number.isNaN(value)) return '';
  const said = ownWords(source, isPart) || (isPart && value !== 0 ? '' : notMeasuredWords(beside));
  if (said !== '' || value !== 0) return said;
  const bounds = fit.plausibleBounds;
  const mayBeZero = bounds === undefined || bounds[0] <= 0 || bounds[2] === true;
  if (mayBeZero) return hasNoCells(fit, condition) ? condition : '';
  return condition || elsewhereWords(beside);
}
