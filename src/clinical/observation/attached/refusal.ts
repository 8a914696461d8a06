/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds the words of a text that say that there is no result, and tells of which test they say so. */
import { shortText } from '../../fhirElements/shortText.ts';
import { plainLetters, SPECIMEN, TOO_LITTLE } from './languages.ts';
import {
  BESIDE_COUNT,
  mayBeOfGases,
  namesPanel,
  NO_TEST,
  whoseName,
  type OwnTest,
  type Whose,
} from './ownName.ts';
import {
  ARE_LETTERS,
  ARE_LETTERS_ALONE,
  clausesOf,
  DISREGARD,
  HEADS_RESULT,
  isOfOther,
  IS_IN_ORDER,
  IS_OF_NO_PATIENT,
  IS_WRONG,
  ITS_STATE,
  MAY_SAY,
  SAYS_NOT_WHAT,
  saysThatItStands,
  TUBE_OR_DATA,
  type Clause,
  type Refusal,
} from './refusalClause.ts';
import { leavesNoIndex } from '../specimen/indexOfSpecimen.ts';

/** These say of the name before them that something is not known of it, or was not sent, more often than that it is no result. */
const INFORMS =
  /avail|rec[eiu]|p[ae]rven|report|record|obtain|dispon|verf|erhalt|eing|ontv|besch|inform|refert|rend|tilg|suit|valid/i;
/** These say it of tests, whatever is named. */
const OF_TESTS = new RegExp(
  `perform|proces|done|tested|assay|reali[sz]|durchg|bestim|m[ei]s[su]|esegui|ef+e[ct]+u|uitgev|bepa|u[dt]for|ma[lt]t|untersucht|${DISREGARD}`,
  'i',
);
const MAX_WORDS = 3;
/** These words may be followed by what is said of another specimen than this one. */
const IF = /^(?:if|when|unless|wenn|falls|s[ei]|als|om|hvis|first)\b/i;
const TOO_LITTLE_ALONE = new RegExp(`^${TOO_LITTLE}`, 'i');
/** Behind another test that was refused, these may be of its specimen. Whose blood was drawn is another matter. */
const OF_SPECIMEN = new RegExp(`^(?:\\w+ )?(?:container|${SPECIMEN})(?!.*(?:pa|ver|troc|equi))`, 'i');
const TUBE = /tub[eo]|contai|type|rohr|provet/i;
/** These words say that a test which was cancelled was done in another way. */
const DONE = /(?<!be )(?:(?:perform|result|report|correct)ed(?! at| to)|inclu)|done$/i;
/** These words say how reliable a number is. */
const RELIABLE = /reli|fia[bv]/i;
const MAX_SEARCHED = 2000;
/** A test that was named in the sentence of a clause is remembered for the next sentence too. */
const IN_THIS_SENTENCE = 2;

/** This is what the clauses before one have said. */
type Before = {
  readonly clauses: readonly Clause[];
  /** The next clause may be about these words. */
  words: string;
  /** A name of the test stood alone, as in a list: "Sodium, potassium not performed". */
  isNamed: boolean;
  /** Another test was named ("Platelets clumped, not reported"): 2 in this sentence, 1 in the one before, and 0 or less before that. */
  otherNamed: number;
  /** Another test was refused, in the same numbers. */
  otherRefused: number;
  /** Names that follow are refused too: "Not performed: sodium, potassium". */
  isListOpen: boolean;
};

/** Returns of which test a clause says that it has no result; '' where it does not say so of any. */
function refusedBy({ words, refusal }: Clause, own: OwnTest, before: Before): Whose {
  if (refusal === undefined) return before.isListOpen && whoseName(words, own) === 'own' ? 'own' : '';
  const whose = HEADS_RESULT.test(refusal.name) ? '' : whoseName(refusal.name, own);
  if (ARE_LETTERS.test(refusal.words) && whose !== 'own' && !isOfNamed(refusal, whose, before)) return '';
  if (IS_OF_NO_PATIENT.test(refusal.words)) return ofNoPatient(words, before.clauses);
  const isOfPanel = own.isPart && (whose === '' ? !before.isNamed : !isDoubtless(whose));
  return isOfPanel ? '' : refusedName(refusal, whose, before);
}

/**
 * Words of a demonstration, a control or a test patient refuse the number where nothing else stands in their sentence. Among other words,
 * as in a list of what was taught, they leave a doubt.
 */
function ofNoPatient(words: string, clauses: readonly Clause[]): Whose {
  const at = clauses.findIndex((clause) => clause.words === words);
  const start = clauses.findLastIndex(({ isFirst }, i) => isFirst && i <= at);
  const end = clauses.findIndex(({ isFirst }, i) => isFirst && i > at);
  const beside = clauses
    .slice(Math.max(start, 0), end === -1 ? clauses.length : end)
    .flatMap((clause) => (clause.refusal === undefined && /\w/.test(clause.words) ? [clause.words] : []));
  if (beside.some((one) => IS_IN_ORDER.test(one))) return '';
  return beside.length === 0 ? 'own' : 'part';
}

const isOfNamed = ({ name }: Refusal, whose: Whose, { isNamed }: Before): boolean =>
  whose === '' && (isNamed || HEADS_RESULT.test(name));

function refusedName({ name, words: refused }: Refusal, whose: Whose, before: Before): Whose {
  if (whose === '' || (whose === 'other' && before.isNamed)) return whoseNameless(refused, before);
  if (whose === 'aside' && before.isNamed) return 'part';
  return isDoubtless(whose) || mayName(name, refused, whose) ? whose : '';
}

/** Returns whether words that refuse this test leave a doubt. A bad specimen leaves nothing of an order. */
function isInDoubt(
  { words, refusal }: Clause,
  before: Before,
  isPart: boolean,
  isReplaced: boolean,
): boolean {
  const name = refusal?.name ?? words;
  return (
    refusal?.isDoubtful === true ||
    IF.test(before.words) ||
    (isReplaced && RELIABLE.test(words)) ||
    ((isPart || isReplaced) && namesPanel(name)) ||
    (BESIDE_COUNT.test(name) && !ITS_STATE.test(words))
  );
}

const isDoubtless = (whose: Whose): boolean => whose !== 'part' && whose !== 'unknown';

/** Returns of which test words are that name nothing themselves. It may be another one that was named before them. */
function whoseNameless(refused: string, before: Before): Whose {
  const { words, isNamed, otherNamed, otherRefused } = before;
  if (isOfOther(refused, words) || (otherRefused === IN_THIS_SENTENCE && TOO_LITTLE_ALONE.test(refused)))
    return 'other';
  if (isNamed) return 'own';
  if (otherNamed === IN_THIS_SENTENCE && SAYS_NOT_WHAT.test(refused)) return 'other';
  if (OF_SPECIMEN.test(refused)) return whoseSpecimen(refused, before);
  return otherNamed > 0 && RELIABLE.test(refused) ? 'part' : 'own';
}

/** A wrong tube is that of the other test. Nobody knows of another specimen whether it is this one too. */
function whoseSpecimen(refused: string, { words, otherRefused }: Before): Whose {
  if (otherRefused > 0) return TUBE.test(refused) ? 'other' : 'part';
  return words !== '' && IS_WRONG.test(refused) ? 'part' : 'own';
}

/** A few words that nobody knows may name the test in another language. */
const mayName = (name: string, refused: string, whose: Whose): boolean =>
  TUBE_OR_DATA.test(name) ||
  (whose === 'part'
    ? !INFORMS.test(refused)
    : OF_TESTS.test(refused) && name.split(' ', MAX_WORDS + 1).length <= MAX_WORDS);

/** The words of a text that say that there is no result, and those of which nobody can tell whether they say it of this one. */
export type SaidOfResult = { readonly refusal: string; readonly doubt: string };

export const NOTHING_SAID: SaidOfResult = { refusal: '', doubt: '' };

/** Each index of the specimen by its words in a note, and by those of its own name. */
const INDICES: readonly (readonly [note: RegExp, name: RegExp])[] = [
  [/^h?[ae]*mol/i, /\bemolis|^(?:h index|index h)$/],
  [/^lip/i, /\blipa?em|^(?:l index|index l)$/],
  [/^i[ckt]+ter/i, /\bicter|^(?:i index|index i)$/],
];
const IS_ANY_INDEX = new RegExp([...INDICES.map(([, name]) => name.source), '^hil$'].join('|'));

/**
 * "Hemolysis: not done" leaves a potassium and the other indices as they are, and says of its own index that it has no result. "HIL" are
 * all three.
 */
function refusesIndex(text: string, ownTest: () => OwnTest): boolean {
  const plain = plainLetters(text);
  if (!leavesNoIndex(plain)) return false;
  const [, name = IS_ANY_INDEX] = INDICES.find(([note]) => note.test(plain)) ?? [];
  return ownTest().keys.some((key) => name.test(key));
}

function saidIn(text: string, ownTest: () => OwnTest): SaidOfResult {
  const clauses = clausesOf(text);
  if (clauses.every(({ refusal }) => refusal === undefined)) return NOTHING_SAID;
  const own = ownTest();
  const stands = saysThatItStands(text);
  const isReplaced = clauses.some(({ words, refusal }) => refusal === undefined && DONE.test(words));
  const before: Before = {
    clauses,
    words: '',
    isNamed: ARE_LETTERS_ALONE.test(text),
    isListOpen: false,
    otherNamed: 0,
    otherRefused: 0,
  };
  let doubt = '';
  for (const clause of clauses) {
    if (clause.isFirst) beginSentence(before);
    const whose = refusedBy(clause, own, before);
    const isOwn = whose === 'own' && (clause.refusal?.isSure !== false || !stands);
    const isDoubted = isOwn ? isInDoubt(clause, before, own.isPart, isReplaced) : !isDoubtless(whose);
    if (isOwn && !isDoubted) return { refusal: clause.told, doubt: '' };
    doubt ||= isDoubted ? clause.told : refusedGases(clause, before, own, text);
    goOn(before, clause, whose, own);
  }
  return { refusal: '', doubt };
}

/** Returns whether a text tells of a hemoglobin that was not refused. A count of cells has one of its own. */
const isCounted = (text: string, own: OwnTest): boolean =>
  own.targetId === 'hgb' &&
  clausesOf(text).some(
    ({ words, refusal }) => refusal === undefined && /^(?:own|part)/.test(whoseName(words, own)),
  );

/** Returns the words that refuse a panel of gases of which the test may have been a part, with the name of the panel; '' for others. */
function refusedGases({ told, refusal }: Clause, { words }: Before, own: OwnTest, text: string): string {
  if (refusal === undefined || !mayBeOfGases(refusal.name || words, own)) return '';
  if (isCounted(text, own)) return '';
  return refusal.name === '' ? text : told;
}

function beginSentence(before: Before): void {
  before.isNamed = false;
  before.isListOpen = false;
  before.otherNamed -= 1;
  before.otherRefused -= 1;
}

/** Returns what the next clause may be about. A name behind that of this test goes on with its list. */
function wordsBeforeNext(before: Before, words: string, named: Whose): string {
  if (named === '') return before.words;
  const isInList = named === 'other' && before.isNamed;
  return named === 'own' || isInList ? '' : words || before.words;
}

/** Takes a clause among those before the next one. A name of this test alone says that the next is about it. */
function goOn(before: Before, { words, refusal }: Clause, whose: Whose, own: OwnTest): void {
  const named = refusal === undefined ? whoseName(words.replace(ITS_STATE, ''), own) : 'aside';
  before.isNamed ||= named === 'own';
  before.words = wordsBeforeNext(before, words, named);
  if (named === 'other') before.otherNamed = IN_THIS_SENTENCE;
  if (whose === 'other' || whose === 'aside') before.otherRefused = IN_THIS_SENTENCE;
  before.isListOpen ||= refusal?.isNameLast === true;
}

/** Returns what the texts say against the result of a test, as they were sent; '' for nearly all. */
export function saidOfResult(texts: readonly string[], own: () => OwnTest = () => NO_TEST): SaidOfResult {
  let doubt = '';
  for (const sent of texts) {
    const text = sent.slice(0, MAX_SEARCHED).normalize();
    if (!MAY_SAY.test(text)) continue;
    const said = refusesIndex(text, own) ? { refusal: text, doubt: '' } : saidIn(text, own);
    if (said.refusal !== '') return { refusal: shortText(said.refusal), doubt: '' };
    doubt ||= said.doubt;
  }
  return { refusal: '', doubt: shortText(doubt) };
}

/** Returns the words of the texts that say that there is no result, as they were sent; '' when none does. */
export const notMeasuredWords = (texts: readonly string[], own?: () => OwnTest): string =>
  saidOfResult(texts, own).refusal;
