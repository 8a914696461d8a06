/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/**
 * Finds the words that name a bad state of a specimen. As one pattern they would take a slow machine a quarter of a second to compile, for
 * which the first note of a record would wait: a browser writes what several alternatives share once for each of them. So each pattern here
 * is small, and the first match of any of them counts, as in one pattern.
 */
import { BE, LITTLE, NOT, NOUN, SPECIMEN, STATE, TOO_LITTLE } from '../attached/languages.ts';
import { NOT_DONE } from '../attached/refusalClause.ts';

const DEGREES =
  '(?:slight|mild|moder|mar[ck]|gross|severe|visib|heav|partial|possi|probabl|suspect|small' +
  '|leicht|mas+ig|deutlich|stark|moe?glich|posib|ligei?r|leve(?!l)|leg+er|lieve|import' +
  '|licht|let(?=t| )|latt)';
const DEGREE = `(?:${DEGREES}\\w*\\s+|[1-4]\\+\\s*|(?:evidence of|signs of|verdacht auf|v\\. ?a\\.|enthalt|contains|sospecha de|se observan?|presen\\w+ (?:of|d[ei]?)(?: une)?)\\s+)`;
export const SEEN = 'seen|detected|present|observed|noted|nachweisbar|vorhanden|sichtbar|aanwezig|pavis\\w+';
export const NO = `(?:${NOT}|can ?not|can t|ne)`;
export const EXCLUDED = '(?:exclu|ausgeschl|descart|esclu|uitgesl)';
// A state that was not ruled out may be there.
const OPEN_AFTER = `(?:\\w+ )?${NO} (?:\\w+ ){0,2}(?:${EXCLUDED}|ruled out)`;
// Fat that was not taken out is still there.
const LEFT = `(?:(?:could|can|was|is) )?(?:${NOT}|cannot) (?:be )?(?:removed|cleared|eliminated)`;
/** An index is a grade, or milligrams of hemoglobin in a deciliter. From 50 of these on potassium is too high. */
export const HIGH =
  '(?: (?:is|was))?(?:[\\s:=]*|[:=] ?> ?)(?:[1-4]?\\+|(?:[5-9]\\d|[1-9](?:\\d\\d+|[,.]\\d{3}))\\b(?! or\\b)|high\\b|h\\b)';
const GRADE = ' ?(?:grad[eo]?|score|level|stufe):? ';
/** "Grade 2 or higher" and "1-4" are of a rule. */
const NO_RULE = '(?! or\\b|-\\d|:\\d|[.,]\\d)';
const FOUND = `[\\s:=]*\\(?(?:${LEFT}|${BE}(?:${SEEN}|suspected)|${DEGREES}|positiv|(?:yes|ja|oui|si)\\b|[1-4]?\\+|-?index${HIGH}|-?${GRADE}[1-4](?!\\d)${NO_RULE}|[:=] ?[1-4](?:\\/[345]\\b)?(?!\\d| ?[a-z%/])${NO_RULE}|(?:in?m?|dans|en|nel\\w*|n[oa]) (?:\\w+ )?${SPECIMEN}(?! (?:may|can|could|might|kann|konnte|peut|puede|pode|puo|kan)\\b)|${OPEN_AFTER})`;
// These ask to look for a state, or say that one was to be looked for.
export const RULE_OUT = `(?:rul\\w+ out|r\\/o|(?:exclud(?!ed)|excl[ui]+r|escluder|ausschlus|ausschlies)\\w*|para descartar|descartar(?! (?:la |esta )?muestra))`;
const CAUSE = `(?<=(?:(?:due|secondary) to|because of|wegens?|aufgrund(?: von)?|infolge|(?:raison|(?:a|po?u?r) caus[ae]) d[ei]?(?: l| une)?|de[bv]ido a|p[eo]r|(?<!smear |film )shows?|zeigt|${RULE_OUT}) )`;

/** This is a state where it was found. A noun is bare where it stands alone in its clause, which the name of a disease may do too. */
export type FoundState = { readonly start: number; readonly end: number; readonly isBare: boolean };

type Find = (plain: string, from: number) => FoundState | undefined;

const finder = (source: string): Find => {
  const pattern = new RegExp(`\\b${source}`, 'gi');
  return (plain, from) => {
    pattern.lastIndex = from;
    const match = pattern.exec(plain);
    return match ? { start: match.index, end: pattern.lastIndex, isBare: match[1] !== undefined } : undefined;
  };
};

const DEGREE_BEFORE = new RegExp(`\\b${DEGREE}$`, 'i');
const findState = finder(`${STATE}\\b`);

/** Finds a state with its degree: "slightly hemolyzed". */
const findStateWithDegree: Find = (plain, from) => {
  const state = findState(plain, from);
  const degree = state && DEGREE_BEFORE.exec(plain.slice(from, state.start));
  return degree ? { ...state, start: from + degree.index } : state;
};

const HAS_NOUN = new RegExp(`\\b${NOUN}`, 'i');
const NOUNS = [
  `(?:${DEGREE}|${CAUSE})${NOUN}\\b`,
  `${NOUN}(?=${FOUND})`,
  `(?<! de? )${NOUN}(?= ?[:–-] ?(?!ind|check|[ck]ontr|gra[dv])\\w+ ${NOT_DONE}\\b)`,
  `(?<=^|[.:,(*–-] ?)(${NOUN})(?=[\\s.!)*]*$)`,
].map(finder);
const HAS_TOO_LITTLE = new RegExp(`${LITTLE}|qns`, 'i');
const findTooLittle = finder(TOO_LITTLE);

/** Returns the states that a text in plain letters names, in its order. None overlaps another. */
export function statesIn(plain: string): readonly FoundState[] {
  const finds = [findStateWithDegree];
  if (HAS_NOUN.test(plain)) finds.push(...NOUNS);
  if (HAS_TOO_LITTLE.test(plain)) finds.push(findTooLittle);
  const next = finds.map((find) => find(plain, 0));
  const found: FoundState[] = [];
  for (;;) {
    const first = earliest(next);
    if (!first) return found;
    found.push(first);
    finds.forEach((find, i) => {
      if (next[i] && next[i].start < first.end) next[i] = find(plain, first.end);
    });
  }
}

/** Returns what begins first. Of two that begin together the one before counts. */
const earliest = (next: readonly (FoundState | undefined)[]): FoundState | undefined =>
  next.reduce((first, one) => (one && (!first || one.start < first.start) ? one : first), undefined);
