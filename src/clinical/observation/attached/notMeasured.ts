/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds words that say that the number beside them is no result: the test was not performed, or the specimen did not suffice. */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { absentTextBeside } from '../dataAbsentReason.ts';
import type { UnitFit } from '../../units/units.ts';
import type { SentValue } from '../value.ts';
import { OF_CLOT } from './clottedElsewhere.ts';
import { COMMENT, plainLetters } from './languages.ts';
import { estimateWords } from '../measurement/estimates.ts';
import { ownTestOf, type OwnTest } from './ownName.ts';
import { notMeasuredWords, NOTHING_SAID, saidOfResult, type SaidOfResult } from './refusal.ts';

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
  /^(?:.{0,2}|[nk]\W*[a-v]\W*|high|low|(?:ab)?normal|(?:n\S+|ikke|ej|inte|icke) (?:avail|dispon|verf|besch|report|rapp|bericht|mitget|inform|determ|record|assess|[eé]val|valut|till?g)\S*)$/i;

/**
 * Beside a 0 the first of them say that there is no result, unless they go on ("Not reported to the registry", "No reported pain"),
 * and all of them where no patient has a 0.
 */
const UNTOLD =
  /^(?:no[nt]?|nicht|não|niet|ikke|ej|inte|icke) (?:report|(?:ge)?rapp|bericht|mitget|inform|determ|record)\S*(?=$|[^\w\s]| (?:[^\w\s]|(?:due|because|by|as|since|see|wegen|aufgrund|debido|por)(?!\w)))/i;
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

const CLUMPED = /[ck]lum|klont|ag+r[eé]g|amas|grum|pseudo/i;

/** A specimen that clotted has no cells to count, while serum clots as it should. Platelets that clump are not counted. */
const hasNoCells = ({ unit, target }: Pick<UnitFit, 'unit' | 'target'>, condition: string): boolean =>
  (/uL$|^%$/.test(unit) && OF_CLOT.test(condition)) ||
  (target?.analyte.id === 'plt' && CLUMPED.test(condition));

/** The texts beside a number said this of one test. */
export type SaidBeside = SaidOfResult & {
  readonly target: UnitFit['target'];
  readonly isOneOfMany: boolean;
};

/** These words are sent for the whole Observation, and `isPart` says that it has more values than this one. */
type WordsBeside = {
  readonly beside: readonly string[];
  readonly isPart: boolean;
  /** A part without a flag of its own has that of the whole. */
  readonly flagText: string;
  /** The answer is kept here for the next number of the same Observation, or of another that says the same. */
  readonly keeping: { said?: SaidBeside };
};

/** Returns the words of a value itself that say that there is no result. The flags of a value that is no part are among those beside it. */
function ownWords(source: FhirElement, isPart: boolean, own: () => OwnTest): string {
  const absent = absentTextBeside(source);
  const said = absent === '' ? '' : notMeasuredWords([absent], own);
  return said === '' && isPart
    ? notMeasuredWords(textsBeside(undefined, source['interpretation']), own)
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
 * Returns the words by which a number is no result of the patient, and those by which it may be none; '' for nearly all. Any
 * number beside words that there is no result fills a field, but the words of a panel do not say which of its parts they mean. So
 * does a 0 beside a bad state of the specimen, or beside words that only point to others, unless a patient may have a 0 of it.
 */
export function wordsAgainst(
  source: FhirElement,
  { value, comparator }: Pick<SentValue, 'value' | 'comparator'>,
  fit: Pick<UnitFit, 'unit' | 'target' | 'plausibleBounds'>,
  condition: string,
  words: WordsBeside,
): SaidOfResult {
  const { beside, isPart } = words;
  if (Number.isNaN(value)) return NOTHING_SAID;
  const said = ownWords(source, isPart, () => ownTestIn(source, fit, false));
  const { refusal, doubt } =
    said === '' ? saidBeside(source, fit, isPart && value !== 0, words) : { refusal: said, doubt: '' };
  if (refusal === '' && value === 0)
    return { refusal: wordsAgainstZero(source, fit, condition, words), doubt };
  const isRefused = refusal !== '' && !isLimit(comparator, refusal) && !isRepetition(value, beside);
  return {
    refusal: isRefused ? refusal : '',
    doubt: doubt || estimateWords(source, fit.target?.id ?? '', beside, isPart),
  };
}

function saidBeside(
  source: FhirElement,
  fit: Pick<UnitFit, 'target'>,
  isOneOfMany: boolean,
  { beside, keeping }: WordsBeside,
): SaidOfResult {
  const { said } = keeping;
  if (said?.target === fit.target && said?.isOneOfMany === isOneOfMany) return said;
  const found = saidOfResult(beside, () => ownTestIn(source, fit, isOneOfMany));
  keeping.said = { ...found, target: fit.target, isOneOfMany };
  return found;
}

/** Returns the test of an Observation or a component by its names and its target. */
export function ownTestIn(
  source: FhirElement,
  { target }: Pick<UnitFit, 'target'>,
  isPart: boolean,
): OwnTest {
  const displays = elementsOf(elementOf(source['code'])['coding']).map(({ display }) => trimmedText(display));
  return ownTestOf([conceptText(source['code']), ...displays], target, isPart);
}

function wordsAgainstZero(
  source: FhirElement,
  fit: Pick<UnitFit, 'unit' | 'target' | 'plausibleBounds'>,
  condition: string,
  { beside, flagText }: WordsBeside,
): string {
  const isPossible = mayBeZero(fit);
  const flag = isPossible ? UNTOLD : NOTHING;
  const untold = [flagText, ...flagTexts(source['interpretation'])].find((text) => flag.test(text));
  if (untold !== undefined) return untold;
  if (isPossible) return hasNoCells(fit, condition) ? condition : '';
  return condition || elsewhereWords(beside);
}
