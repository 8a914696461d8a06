/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds where a laboratory takes a doubt back in the same note: "Slight hemolysis. Potassium not affected." */
import { plainLetters } from '../attached/languages.ts';
import { whoseName, type OwnTest } from '../attached/ownName.ts';

const RESULT = '(?<result>(?:the |this )?(?:results?|values?) )?';
const BE = '(?:(?:is|are|was|were|has|have|been) ){0,2}';
const NAME = '^(?:but )?(?<name>(?:[\\w+-]+ ){0,3}?|(?:[\\w+-]+ ){0,2}[\\w+-]+: )';
/** It ends there: "not affected except potassium" and "not affected by diet" are something else. The state itself may stand behind it. */
const UNAFFECTED = new RegExp(
  `${NAME}${RESULT}${BE}(?:not (?:significantly )?affected|unaffected)(?: by [a-z]*(?:mol|lip|icter)[a-z]*)?$`,
);
/** It had no influence, in a few languages: "no interference with this assay", "no afecta el resultado", "Ergebnis nicht beeinflusst". */
const NO_INFLUENCE =
  /^(?<result>no (?:significant )?(?:interference|impact|effect|influence)(?: (?:on|with) (?:the |this |these )?(?:results?|values?|assay|test))?|no (?:afecta|interfiere|altera)(?: (?:en|con))? (?:el|este|los) resultados?|ergebnis(?:se)? nicht beeinflusst)$/;
/** It may also say what did not move the result: "Slight hemolysis does not affect this result", "which does not affect potassium". */
const NOT_AFFECTING =
  /^(?<state>(?:[\w+-]+ ){0,4})(?:does|do|did) not (?:significantly )?(?:affect|alter|influence|impact|interfere with) (?:the |this |these )?(?<name>(?:(?!results?$|values?$)[\w+-]+(?: |$)){0,3})(?<result>results?|values?)?$/;
const IS_STATE = /m[oó]l|lip|i[ckt]+ter|^(?:(?:it|this|that|which) )?$/;
const CONFIRMED = new RegExp(
  `${NAME}${RESULT}${BE}(?:verified|confirmed) (?:by|on|with|in|after) (?:an? )?(?:re-?(?:peat|run|draw|collect|test)|duplicate|(?:new|second|fresh) )`,
);

/** A question keeps its mark, so that it is no statement. What a colon says of a state is a clause of its own. */
const CLAUSE_END = /[.;!,()\n]|(?<=\?)| [-–] |(?<=m[oó]l[a-z]{0,9}(?: [1-4]\+)?):/;
const SENTENCE_END = /(?<=[.;!?\n])/;
/** Such a sentence names the state itself. */
const NAMES_STATE = /m[oó]l|lip|i[ckt]+ter/i;
/** A sentence about all results may leave this one out: "Except for potassium, results not affected". */
const LEAVES_OUT =
  /\b(?:exce|exclu|other|apart|aside|unless|may|might|could|caution|interpret|elevat|increas|decreas)/i;
/** Such a clause is short. */
const MAX_CLAUSE = 80;
/** A long note is searched no farther than this. */
const MAX_SEARCHED = 2000;

const clausesIn = (text: string): readonly string[] =>
  plainLetters(text.slice(0, MAX_SEARCHED).normalize())
    .toLowerCase()
    .split(CLAUSE_END)
    .map((one) => one.trim())
    .filter((one) => one.length <= MAX_CLAUSE && !one.endsWith('?'));

/** Returns whether a word of a note names this test, which then tells more of it than what is said of all results. */
const namesTest = (text: string, own: () => OwnTest): boolean =>
  text
    .slice(0, MAX_SEARCHED)
    .split(/[^\p{L}\d]+/u)
    .some((word) => ['own', 'part'].includes(whoseName(word, own())));

/**
 * Returns the part of a note of which the laboratory says that it did not move this result: the sentence itself where it names a state, else
 * all before it. A state that is told behind it holds.
 */
export function partTakenBack(text: string, own: () => OwnTest): string {
  const sentences = text.slice(0, MAX_SEARCHED).normalize().split(SENTENCE_END);
  let isOfAll: boolean | undefined;
  const mayBeOfAll = (): boolean => (isOfAll ??= !LEAVES_OUT.test(text) && !namesTest(text, own));
  return sentences
    .map((one, i) => {
      if (!isUnaffected(one, own, mayBeOfAll)) return '';
      return NAMES_STATE.test(one) ? one : sentences.slice(0, i).join('');
    })
    .join('');
}

function notAffectedIn(clause: string): RegExpExecArray | undefined {
  const found = NOT_AFFECTING.exec(clause);
  return found && IS_STATE.test(found.groups?.['state'] ?? '') ? found : undefined;
}

/** Returns how many kinds of state a sentence names: two in "Hemolyzed, potassium not affected by lipemia". */
const countStates = (sentence: string): number =>
  new Set(sentence.match(/m[oó]l|lip|i[ckt]+ter/gi)?.map((word) => word.charAt(0).toLowerCase())).size;

/** Returns whether a clause tells of something else than the doubt, as "Biotin, no interference" does behind "Hemolyzed.". */
function isOfAnother(clause: string, isFirst: boolean, sentence: string): boolean {
  const count = countStates(sentence);
  return /^(?:no|do|does|did) | by /.test(clause) && (count > 1 || (count === 0 && !isFirst));
}

/** Returns whether a clause names this test, or its result, as one that the state of the specimen did not move. */
const isUnaffected = (text: string, own: () => OwnTest, mayBeOfAll: () => boolean): boolean =>
  clausesIn(text).some((clause, i) => {
    const { name = '', result } =
      (UNAFFECTED.exec(clause) ?? NO_INFLUENCE.exec(clause) ?? notAffectedIn(clause))?.groups ?? {};
    if (isOfAnother(clause, i === 0, text)) return false;
    return name === '' ? result !== undefined && mayBeOfAll() : whoseName(name.trim(), own()) === 'own';
  });

/** Returns whether a clause says of the result, and of no other test, that a repetition confirmed it. */
export const isConfirmed = (text: string, own: () => OwnTest): boolean =>
  clausesIn(text).some((clause) => {
    const name = CONFIRMED.exec(clause)?.groups?.['name'];
    return name !== undefined && ['', 'own'].includes(whoseName(name.trim(), own()));
  });
