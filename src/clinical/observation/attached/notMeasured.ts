/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds words that say that the number beside them is no result: the test was not performed, or the specimen did not suffice. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { absentTextBeside } from '../dataAbsentReason.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import type { UnitFit } from '../../units/units.ts';
import type { SentValue } from '../value.ts';
import {
  BE,
  EARLIER,
  HEMOLYSIS,
  LITTLE,
  NONE,
  NOT,
  FLUID,
  NOUN,
  plainLetters,
  SPECIMEN,
  STATE,
  TOO_LITTLE,
} from './languages.ts';
import { namesToFind, withResultForName, wordsBehindName } from './ownName.ts';

// These words may name the thing that is missing. "Testosterone" is no test in this sense.
const TEST =
  '(?:(?:the|this|these|all|above|das|die|der|dieses?r?|la|el|l|il|le|de|o|est[ae]|ce|cet?te|quest[ao]|deze|dit|dett[ae]) ){0,2}' +
  '(?:test(?:s|ing)?|result\\w*|risultato|assay|anal[iy]s\\w*|val(?:ues?|ore?|eur)|werte?|determina\\w+|measurement|messung|untersuchung|bestimmung' +
  '|ergebnis|prueba|e[xs]am\\w*|dosag\\w+|bepaling|meting|uitslag|svar(?:et)?)';
const SUBJECT = `(?:${TEST}|${SPECIMEN})`;
const ORDER = '(?:order|request|auftrag|anforderung|aanvraag|demande|peticion|estudio|pedido|richiesta)';
const DONE =
  '(?:done|run|tested|resulte?d?|obtain(?:ed)?|(?<=be )used|available|measured?' +
  '|(?:perform|report|proces|reali[sz]|anal[iy][sz]|assay|complet|determin|calcula(?!b)|ef+e[ct]+u|esegui|dispon|refert|exploit)\\w*' +
  '|inform(?:ad)?[ao]r?|valid[aeo]?|valorable|(?:rec[eiu]|p[ae]rven|conform|idone)\\w*|rendue?|faite?s?' +
  '|(?:mesur|misur)(?!ab)\\w+|medid[ao]|(?<!no )dos(?:ee?s?|a[dt][ao])|apt[ao]|(?:envia|remiti)d[ao]' +
  '|(?:interpr[ei]t(?:a[bv]|ierb)|e?valu(?:a|ta)b|beurteilb|beoordeelb|verwend|br(?:au|ui)[ck]h?b|besvar[ae]|bestam)\\w*' +
  '|durch\\w*fue?hr\\w+|bestim+(?:bar|t)|(?:aus|ver)wertbar|utili[sz]+(?:er|are?)\\b|usare?\\b|gebruik(?:en|baar)|bruk(?:es?)?\\b|mo(?:e?g[el]|[dt]ta)\\w+|mulig|berichtet|mitgeteilt' +
  '|ein(?:gegangen|getroffen)|erhalten|erfolgt|untersucht|gemes+en|verfugbar' +
  '|(?:te )?bepa(?:ald|len)|uitgevoerd|ontvangen|gemeten|beschikbaar|verricht|u[dt]for\\w+|ma[lt]t|til+g\\w+)';
const NOT_DONE = `(?:(?:ne )?${NOT}|can ?not|unable) ${BE}${DONE}`;
/** These say so alone. */
const CANCELLED =
  '(?:(?:(?:ge)?an+ul(?!ar)|cancel|storn|makuli?er|credited|reje(?!ction)|recha|rifiut|respint|refus|unreport|[ui]ninterp|inv[aá]lid|(?:un|on)g..?l[td]i|ugyldi|ogilti|afgekeurd|kass(?:er|at)|verworfen' +
  '|av(?:best|brut)|suspendid|suspens[oa]\\b|sospes|fehlmess|mislukt|vervallen)\\w*|entf.{1,2}llt|u[dt]g.{1,2}r)';
/** These say so of a test or a specimen. The dots are letters with accents. */
const INVALID =
  '(?:not available|missing|broken|leaked|withheld|withdrawn|suppressed|impossible|too old|zu alt' +
  '|lost|deleted|retracted|discarded|spil+ed|empty|aborted|cass(?:e[es]?)?\\b|rot(?:ta|[ao])\\b(?! test)' +
  '|(?:fail|abgebr|un(?:us(?:able|ed)|suit|satis|acceptab|brauch|geeign)|in(?:exploit|adap|ade[cgq]|dispon)' +
  '|verloren|zur..?ck|gel..?scht|fehl|leer|perd[iu]|extravi|derram|smarr|impr..?pr' +
  '|zoek|on(?:geschi|bruik|tbre)|man(?:c(?!ini)|g[le]|qu)|falta|vertausch|verwechsel|sakn|bortko|mis+ly|uegn|ol..?mpl|knus)\\w*(?: gegangen)?)';
const DISREGARD =
  '(?:(?:please|bitte|favor) )?(?:(?:disreg|ignor(?!ad[ao])|descons|negeer)\\w*|do not use|a? ?ne pas (?:tenir|prendre en) compte(?: d[eu])?' +
  `|(?:se bort|bortse) fr\\S+|anvand (?:ej|inte))(?: (?:th\\w+|est[ae]|cet?t?e?|ques\\w+|dit|deze|dieses|dett[ae]))?`;
/** The number may be of another patient. */
const WRONG = '(?:wrong|incorrect|falsche?[rns]?|mauvais|verkeerde?|fei?l|forkert)';
const OF_ANOTHER =
  '(?:(?:(?:(?:specimen|sample|results?|values?|blood|drawn|collected|taken|posted|charted|recorded|filed|is|was|were) ){0,4}' +
  `(?:from|of|on|for|to) (?:the |a )?)?${WRONG} (?:pa[st]ient|blood|specimen|sample|probe|prove?n?|monster|echantillon)(?: in tube| received| s\\w+)?` +
  '|wbit|(?:patienten|proben)verwechs\\w+|amostra trocada' +
  '|(?:pa[cz]iente|muestra|amostra|campione) (?:equivoc|err[ao]|sbagli|incorre)\\w*)';
const NO_RESULT = `(?:no|${NONE}) (?:d[ei] )?${SUBJECT}`;
const BAD = `${STATE}|${NOUN}|${LITTLE}|label`;
const WHY = `${BAD}|duplic|error|interf|wrong|falsch`;
/** These are names of a second look. */
const AGAIN = '(?:dilu|r[ei]pe|re(?:run|check|test)|confirm|verdun|wiederh|herha)\\w*';
// "Not done by the patient" and "not measured by nephelometry" give no reason.
const REASON =
  '(?: (?:due|because|wegens?|aufgrund|debido|en raison|suite|pga|ivm)\\b.*' +
  `| ?:.*(?:${BAD}|${SPECIMEN}|comment).*| (?:by lab\\w*|as|since|durch|da|p[oea]r|door)\\b(?! crit| \\d|.*(?:pa[czt]i|this|our|metr|equa|${AGAIN})).*` +
  `| (?:for|to(?: perform| complete| run)?|fur|para|pour|per|voor) (?:testing|${TEST})| \\w)?`; // The last is left of "i.v.m.".
/** The first group has what was not done, which no other clause takes back. */
const CLAUSE = new RegExp(
  // "Differential not performed" is said of another test, so a clause says so of this one only where it names no other.
  `^(?:(tnp|(?:(?:aus )?techni\\w+ (?:grunden )?)?(?:${SUBJECT} )?${BE}${NOT_DONE}(?: werden)?(?: ${SUBJECT})?)` +
    `|(?:no|${NONE}) (?:${FLUID}|(?:(?:edta|citrat\\w+|heparin) )?\\w{0,12}tubes?) ${BE}${DONE}|${NO_RESULT}(?: (?:available|possible|${DONE}))?|${INVALID} (?:d[ei] )?${SUBJECT}(?: ${DONE})?|${TOO_LITTLE}` +
    `|${ORDER} ${BE}(?:deleted|withdrawn|gel.scht)|(?:${SUBJECT}|befund) ${BE}${INVALID}(?: (?:in|during|im|en)(?: \\w+){1,5})?` +
    `|(?:(?:${SUBJECT}|${ORDER}|befund) )?${BE}${CANCELLED}(?: (?:${SUBJECT}|(?:by|durch|p[oea]r|door|da)\\b.*$))?` +
    `|${TEST} ${BE}(?:void(?:ed)?|removed)|${OF_ANOTHER}|(?:${TEST} )?${BE}${DISREGARD}(?: ${TEST}){0,2}|bitte ${TEST} ignor\\w+` +
    `|(?:${TEST} )?${BE}(?:enter|report|result|post|releas|chart|record|fil)\\w* in error)${REASON}$`,
  'i',
);
/** Such a clause says of what stands before it that it was not done ("LDL, not calculated"), unless that says why. */
const SAYS_NOT_WHAT = new RegExp(`^(?!${NO_RESULT})${BE}(?:${NOT}|can ?not|unable|${CANCELLED})\\b`, 'i');
const SAYS_WHY = new RegExp(`${WHY}|(?:${SPECIMEN}|\\b(?:test|result|comment)s?\\b)`, 'i');
const WAS_BEFORE = new RegExp(`${EARLIER}|reported as|source|date|time|type`, 'i');
const CLAUSE_END = /(?:[;!\n()]|[.,](?!\d))+|\s[-–/]\s/;
const COMMENT = '(?:comm?ent|not[ae]|kommentar|bemerkung|opmerking)\\w*';
/** This may stand before a colon: a heading, or why there is no result. The name of another test does not. */
const LEAD = new RegExp(
  `^(?:lab )?(?:${COMMENT}|reason|result|remark|status) ?:|^(?!.*ind).*(?:${WHY})`,
  'i',
);
/** An index of the specimen was not measured, but its cause may be why a result was not reported. */
const INDEX = new RegExp(
  `^(?:${HEMOLYSIS}|lipe?a?e?mi[ae]?|i[ckt]+ter(?:us|icia|[eo])) ?: ?${NOT} (?:measur|mesur|misur|medi[dr]|gemes|gemet|ma[lt]t|bestim+t|bestamd)`,
  'i',
);
const OF_EARLIER = new RegExp(`${EARLIER}|(?:previous|initial|former)ly|reported as`, 'i');
const MAY_BE_OF_IT = new RegExp(`^(?:${OF_ANOTHER}|${BE}${DISREGARD}$|${BE}\\w+ in error)`, 'i');
/** A comment was not told. */
const NO_COMMENT = new RegExp(
  `^(?:lab )?(?:${COMMENT}|remark\\w*|label\\w*|status) ?: ?${NOT} (?:avail|dispon|verf|besch|report|record|til+g)\\w*$`,
  'i',
);
/** The number stands: it was reported already, or it did not suffice for a second look. */
const STANDS = new RegExp(
  '\\b(?:already|previously|bereits|schon|deja|ya|gia|reeds|allerede|redan)(?: \\w+){0,2} ' +
    '(?:report|releas|ubermit|mitget|rend|inform|comuni|refert|gerapp|rapp|(?:be)?svar)\\w*(?= ?(?:[^ \\w]|$)| (?:on|at|to|by)\\b)' +
    `|\\b${FLUID} (?:is |was |has been )?used|\\brepeated and |\\b${AGAIN} ${BE}${NOT_DONE}|\\b(?:${NOT}|unable to) ${BE}${AGAIN}`,
  'i',
);
/** Nearly all texts have none of these words, and there are hundreds of thousands of them. */
const MAY_SAY = new RegExp(
  `\\b(?:(?:can)?${NOT}|nã|${NONE}|${CANCELLED}|${LITTLE}|${INVALID}|${DISREGARD}|qns|tnp|unable|void|removed|wbit|trocada|mauvais|verkeerd|fei?l|forkert|falsch|wrong|incorr|err|equivoc|sbagl)|fö|zureich|genü|nverwechs`,
  'i',
);
/** Laboratories put such words between stars, lines and brackets. */
const AROUND = /^[\s*[\]"'-]{1,8}|[\s*[\]"'-]{1,8}$/g;
/** Such words are short. */
const MAX_CLAUSE = 120;
const MAX_SEARCHED = 2000;

/** Returns whether a clause is about an earlier result, or about what the clause before it names. */
const isOfOther = (words: string, before: string): boolean =>
  (OF_EARLIER.test(before) && MAY_BE_OF_IT.test(words)) ||
  (before !== '' && (!SAYS_WHY.test(before) || WAS_BEFORE.test(before)) && SAYS_NOT_WHAT.test(words));

/** Returns the clause of a text that says that there is no result; '' when none does. */
function refusalIn(text: string, names: readonly string[]): string {
  let before = '';
  for (const part of text.split(CLAUSE_END)) {
    const clause = part.replaceAll(AROUND, '');
    const sent = plainLetters(clause).replaceAll('-', ' ');
    const own = wordsBehindName(sent, names);
    const told = own ?? withoutLead(sent);
    const words = withResultForName(told, names);
    // Nearly no clause is found, so that it is looked at first.
    const found = clause.length <= MAX_CLAUSE ? CLAUSE.exec(words) : null;
    const isOfThis = found !== null && !INDEX.test(sent) && !NO_COMMENT.test(sent);
    if (own !== undefined) before = '';
    if (isOfThis && !isOfOther(words, before) && (found[1] !== undefined || !STANDS.test(plainLetters(text))))
      return clause.slice(-told.length);
    before = beforeNext(words, before, names);
  }
  return '';
}

/** Returns what the next clause may be about, which is this test where it was named alone: "Potassium - not performed". */
const beforeNext = (words: string, before: string, names: readonly string[]): string =>
  names.includes(words.toLowerCase()) ? '' : words || before;

function withoutLead(clause: string): string {
  const lead = clause.slice(0, clause.indexOf(':') + 1);
  return LEAD.test(lead) ? clause.slice(lead.length).trimStart() : clause;
}

/** Returns the words of the texts that say that there is no result, as they were sent; '' when none does. */
export function notMeasuredWords(
  texts: readonly string[],
  names: () => readonly string[] = () => [],
): string {
  for (const sent of texts) {
    const text = sent.slice(0, MAX_SEARCHED).normalize();
    const found = MAY_SAY.test(text) ? refusalIn(text, namesToFind(names())) : '';
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

/**
 * Nearly all flags are one of these, and there are hundreds of thousands of them. The last say of the flag, or of the state of
 * the specimen, that it was not told.
 */
const PLAIN_FLAG =
  /^(?:.{0,2}|high|low|(?:ab)?normal|(?:n\S+|ikke|ej|inte|icke) (?:avail|dispon|verf|besch|report|rapp|bericht|mitget|inform|determ|record|assess|[eé]val|valut|till?g)\S*)$/i;

/**
 * Beside a 0 the first of them say that there is no result, unless they go on ("Not reported to the registry", "No reported pain"),
 * and all of them where no patient has a 0.
 */
const UNTOLD =
  /^(?:no[nt]?|nicht|não|niet|ikke|ej|inte|icke) (?:report|(?:ge)?rapp|bericht|mitget|inform|determ|record)\S*(?=$|[^\w\s]| (?:[^\w\s]|due|because|by|as|since|see|wegen|aufgrund|debido|por)(?!\w))/i;
const NOTHING = /^n(?:\S{1,5} |\W?[adpr]$)|^(?:ikke|ej|inte|icke) /i;

const NO_TEXTS: readonly string[] = [];

/** Returns the texts of notes and flags beside a value. */
export function textsBeside(notes: unknown, flags: unknown): readonly string[] {
  if (notes === undefined && flags === undefined) return NO_TEXTS;
  const texts = elementsOf(notes).map(({ text }) => trimmedText(text));
  return [...texts, ...flagTexts(flags).filter((text) => !PLAIN_FLAG.test(text))];
}

const flagTexts = (flags: unknown): readonly string[] =>
  elementsOf(flags).flatMap((concept) => [
    conceptText(concept),
    ...elementsOf(concept['coding']).map(({ display }) => trimmedText(display)),
  ]);

const CLOTTED = /clot|fibrin|geron|gerinn|[ck]o[aá]g|gestold|stols|caillot/i;

const CLUMPED = /[ck]lum|klont|ag+r[eé]g|amas|grum|pseudo/i;

/** A specimen that clotted has no cells to count, while serum clots as it should. Platelets that clump are not counted. */
const hasNoCells = ({ unit, target }: Pick<UnitFit, 'unit' | 'target'>, condition: string): boolean =>
  (/uL$|^%$/.test(unit) && CLOTTED.test(condition)) ||
  (target?.analyte.id === 'plt' && CLUMPED.test(condition));

/** These words are sent for the whole Observation, and `isPart` says that it has more values than this one. */
type Beside = {
  readonly condition: string;
  readonly beside: readonly string[];
  readonly isPart: boolean;
};

/** Returns the words of a value itself that say that there is no result. The flags of a value that is no part are among those beside it. */
function ownWords(source: FhirElement, isPart: boolean, names: () => readonly string[]): string {
  const absent = absentTextBeside(source);
  const said = absent === '' ? '' : notMeasuredWords([absent], names);
  return said === '' && isPart
    ? notMeasuredWords(textsBeside(undefined, source['interpretation']), names)
    : said;
}

const mayBeZero = ({ plausibleBounds: bounds }: Pick<UnitFit, 'plausibleBounds'>): boolean =>
  bounds === undefined || bounds[0] <= 0 || bounds[2] === true;

/** A measurement that failed may have been repeated. The number is that of the repetition where the words say the same number. */
const REPEATED =
  /\b(?:re-?(?:peat|run|test)|wiederh|rep[eé]t)\w*:? (?:(?:result|value|with|as)\w*:? )?(\d+(?:\.\d+)?)/i;

const isRepetition = (value: number, beside: readonly string[]): boolean =>
  beside.some((text) => Number(REPEATED.exec(text)?.[1]) === value);

/** An amount that cannot be determined may be too little to be measured, and an upper limit beside it says that it is. */
const isLimit = (comparator: string, said: string): boolean =>
  comparator.startsWith('<') &&
  /(?:bestimmbar(?:e[nrs]?)?|determinab(?:le|ile)|te bepalen|bestam(?:bar[at]?|mas))[.]?$/i.test(
    plainLetters(said),
  );

/**
 * Returns the words by which a number is no result of the patient; '' for nearly all. Any number beside words that there is no
 * result fills a field, but the words of a panel do not say which of its parts they mean. So does a 0 beside a bad state of the
 * specimen, or beside words that only point to others, unless a patient may have a 0 of it.
 */
export function wordsAgainst(
  source: FhirElement,
  { value, comparator }: Pick<SentValue, 'value' | 'comparator'>,
  fit: Pick<UnitFit, 'unit' | 'target' | 'plausibleBounds'>,
  { condition, beside, isPart }: Beside,
): string {
  if (Number.isNaN(value)) return '';
  const names = (): readonly string[] => namesOf(source, fit);
  const said =
    ownWords(source, isPart, names) || (isPart && value !== 0 ? '' : notMeasuredWords(beside, names));
  if (said === '') return value === 0 ? wordsAgainstZero(source, fit, condition, beside) : '';
  return isLimit(comparator, said) || isRepetition(value, beside) ? '' : said;
}

const namesOf = (source: FhirElement, { target }: Pick<UnitFit, 'target'>): readonly string[] => [
  conceptText(source['code']),
  target?.analyte.name ?? '',
  target?.analyte.shortName ?? '',
];

function wordsAgainstZero(
  source: FhirElement,
  fit: Pick<UnitFit, 'unit' | 'target' | 'plausibleBounds'>,
  condition: string,
  beside: readonly string[],
): string {
  const isPossible = mayBeZero(fit);
  const flag = isPossible ? UNTOLD : NOTHING;
  const untold = flagTexts(source['interpretation']).find((text) => flag.test(text));
  if (untold !== undefined) return untold;
  if (isPossible) return hasNoCells(fit, condition) ? condition : '';
  return condition || elsewhereWords(beside);
}
