/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Finds where a laboratory takes a doubt back in the same note: "Slight hemolysis. Potassium not affected." */
import { plainLetters } from '../attached/languages.ts';
import { whoseName, type OwnTest } from '../attached/ownName.ts';

const RESULT = '(?<result>(?:the |this )?(?:results?|values?) )?';
const BE = '(?:(?:is|are|was|were|has|have|been) ){0,2}';
const NAME = '^(?:but )?(?<name>(?:[\\w+-]+ ){0,3}?)';
/** It ends there: "not affected except potassium" and "not affected by diet" are something else. */
const UNAFFECTED = new RegExp(`${NAME}${RESULT}${BE}(?:not (?:significantly )?affected|unaffected)$`);
const CONFIRMED = new RegExp(
  `${NAME}${RESULT}${BE}(?:verified|confirmed) (?:by|on|with|in|after) (?:an? )?(?:re-?(?:peat|run|draw|collect|test)|duplicate|(?:new|second|fresh) )`,
);

const CLAUSE_END = /[.;!?,()\n]| [-–] /;
/** Such a clause is short. */
const MAX_CLAUSE = 80;
/** A long note is searched no farther than this. */
const MAX_SEARCHED = 2000;

const clausesIn = (text: string): readonly string[] =>
  plainLetters(text.slice(0, MAX_SEARCHED).normalize())
    .toLowerCase()
    .split(CLAUSE_END)
    .map((one) => one.trim())
    .filter((one) => one.length <= MAX_CLAUSE);

/** Returns whether a clause that names this test, or its result, says that the state of the specimen did not move it. */
export const isUnaffected = (text: string, own: () => OwnTest): boolean =>
  clausesIn(text).some((clause) => {
    const { name = '', result } = UNAFFECTED.exec(clause)?.groups ?? {};
    return name === '' ? result !== undefined : whoseName(name.trim(), own()) === 'own';
  });

/** Returns whether a clause says of the result, and of no other test, that a repetition confirmed it. */
export const isConfirmed = (text: string, own: () => OwnTest): boolean =>
  clausesIn(text).some((clause) => {
    const name = CONFIRMED.exec(clause)?.groups?.['name'];
    return name !== undefined && ['', 'own'].includes(whoseName(name.trim(), own()));
  });
