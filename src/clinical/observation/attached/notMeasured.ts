/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds words that say that the number beside them is no result: the test was not performed, or the specimen did not suffice. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { absentTextBeside } from '../dataAbsentReason.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import type { UnitFit } from '../../units/units.ts';
import {
  BE,
  EARLIER,
  LITTLE,
  MATERIAL,
  NONE,
  NOT,
  NOUN,
  plainLetters,
  SPECIMEN,
  STATE,
  TOO_LITTLE,
} from './languages.ts';

// These words may name the thing that is missing. "Testosterone" is no test in this sense.
const TEST =
  '(?:(?:the|this|das|die|der|la|el|l|il|de|o) )?' +
  '(?:tests?|result\\w*|assay|anal[iy]s\\w*|value|wert|determina\\w+|measurement|messung|untersuchung|bestimmung' +
  '|ergebnis|prueba|e[xs]am\\w*|dosag\\w+|risultato|bepaling)';
const SUBJECT = `(?:${TEST}|${MATERIAL})`;
const DONE =
  '(?:done|run|tested|measured?|(?:perform|report|proces|reali[sz]|anal[iy][sz]|determin(?!ab)|calcula(?!b)|ef+e[ct]+u|esegui|dispon)\\w*' +
  '|inform(?:ad)?[ao]r?|valid[ao]|valorable|(?:rec[eiu]|p[ae]rven|conform|idone)\\w*|rendue?' +
  '|durch\\w*fue?hr\\w+|bestimmbar|(?:aus|ver)wertbar|mo(?:e?g[el]|[dt]ta)\\w+|mulig|berichtet|mitgeteilt|eingegangen' +
  '|bepaald|uitgevoerd|ontvangen|u[dt]for\\w+)';
const NOT_DONE = `(?:${NOT}|can ?not|unable) ${BE}${DONE}`;
const CANCELLED = '(?:(?:ge)?an+ul(?!ar)|cancel|storn|makul)\\w*';
const INVALID =
  '(?:not available|(?:invalid|withheld|suppressed|voided|impossible|lost|reje|recha|rifiut|unus)\\w*)';
const NO_RESULT = `(?:no|${NONE}) (?:d[ei] )?${SUBJECT}`;
const BAD = `${STATE}|${NOUN}|${LITTLE}|label`;
const WHY = `${BAD}|duplic|error|interf`;
/** These are names of a second look. */
const AGAIN = '(?:dilu|r[ei]pe|re(?:run|check|test)|confirm|verdun|wiederh|herha)\\w*';
// "Not done by the patient" and "not measured by nephelometry" give no reason.
const REASON =
  '(?: (?:due|because|wegens?|aufgrund|debido|en raison)\\b.*' +
  `| ?:.*(?:${BAD}|${SPECIMEN}|comment).*| (?:by lab\\w*|as|since|durch|da|p[oea]r|door)\\b(?! crit| \\d|.*(?:pa[czt]i|this|our|metr|equa|${AGAIN})).*` +
  `| (?:for|to (?:perform|complete|run)|fur|para|pour|per|voor) (?:testing|${TEST}))?`;
/** The first group has what was not done, which no other clause takes back. */
const CLAUSE = new RegExp(
  // "Differential not performed" is said of another test, so a clause says so of this one only where it names no other.
  `^(?:(tnp|(?:${SUBJECT} )?${BE}${NOT_DONE}(?: werden)?(?: ${TEST})?)` +
    `|${NO_RESULT}(?: (?:available|possible|${DONE}))?|${SUBJECT} ${BE}${INVALID}|invalid ${SUBJECT}|${TOO_LITTLE}` +
    `|(?:${SUBJECT} )?${BE}${CANCELLED}(?: (?:by|durch|p[oea]r|door|da)\\b.*$)?)${REASON}$`,
  'i',
);
/** Such a clause says of what stands before it that it was not done ("LDL, not calculated"), unless that says why. */
const SAYS_NOT_WHAT = new RegExp(`^(?!${NO_RESULT})${BE}(?:${NOT}|can ?not|unable|${CANCELLED})\\b`, 'i');
const SAYS_WHY = new RegExp(`${WHY}|(?:${SPECIMEN}|\\b(?:test|result|comment)s?\\b)`, 'i');
const WAS_BEFORE = new RegExp(`${EARLIER}|source|date|time|type`, 'i');
const CLAUSE_END = /[.,;!\n()]+|\s[-–/]\s/;
const COMMENT = '(?:comm?ent|not[ae]|kommentar|bemerkung|opmerking)\\w*';
/** This may stand before a colon: a heading, or why there is no result. The name of another test does not. */
const LEAD = new RegExp(
  `^(?:lab )?(?:${COMMENT}|reason|result|remark|status) ?:|^(?!.*ind).*(?:${WHY})`,
  'i',
);
/** The number stands: it was reported already, or it did not suffice for a second look. */
const STANDS = new RegExp(
  `\\balready (?:been )?(?:report|releas)|\\b${AGAIN} ${BE}${NOT_DONE}|\\b(?:${NOT}|unable to) ${BE}${AGAIN}`,
  'i',
);
/** Nearly all texts have none of these words, and there are hundreds of thousands of them. */
const MAY_SAY = new RegExp(
  `\\b(?:(?:can)?${NOT}|nã|${NONE}|${CANCELLED}|${LITTLE}|${INVALID}|qns|tnp|unable)|fö|zureich|genü`,
  'i',
);
/** Such words are short. */
const MAX_CLAUSE = 120;
const MAX_SEARCHED = 2000;

/** Returns the clause of a text that says that there is no result; '' when none does. */
function refusalIn(text: string): string {
  let before = '';
  for (const part of text.split(CLAUSE_END)) {
    const clause = part.trim();
    const words = plainLetters(clause)
      .replaceAll('-', ' ')
      .replace(/^[^:]*: ?/, (lead) => (LEAD.test(lead) ? '' : lead));
    const isOfThis =
      before === '' || (SAYS_WHY.test(before) && !WAS_BEFORE.test(before)) || !SAYS_NOT_WHAT.test(words);
    const found = isOfThis && clause.length <= MAX_CLAUSE ? CLAUSE.exec(words) : null;
    if (found !== null && (found[1] !== undefined || !STANDS.test(plainLetters(text))))
      return clause.slice(-words.length);
    before = words || before;
  }
  return '';
}

/** Returns the words of the texts that say that there is no result, as they were sent; '' when none does. */
export function notMeasuredWords(texts: readonly string[]): string {
  for (const text of texts) {
    const found = MAY_SAY.test(text) ? refusalIn(text.slice(0, MAX_SEARCHED).normalize()) : '';
    if (found !== '') return shortText(found);
  }
  return '';
}

const ELSEWHERE = new RegExp(
  `^(?:see|siehe|s\\.|v(?:er|oir|edi|éase)|zie) (?:\\w{1,12} )?(?:${COMMENT}|text|report|below|befund|observaci)`,
  'i',
);

/** Returns the first text that only points to another one, as "See comment" does; '' when none does. */
const elsewhereWords = (texts: readonly string[]): string => texts.find((text) => ELSEWHERE.test(text)) ?? '';

/** Nearly all flags are one of these, and there are hundreds of thousands of them. */
const PLAIN_FLAG = /^(?:.{0,2}|high|low|(?:ab)?normal)$/i;

const NO_TEXTS: readonly string[] = [];

/** Returns the texts of notes and flags beside a value. */
export function textsBeside(notes: unknown, flags: unknown): readonly string[] {
  if (notes === undefined && flags === undefined) return NO_TEXTS;
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

const CLOTTED = /clot|fibrin|geron|gerinn|[ck]o[aá]g|gestold|stols|caillot/i;

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
