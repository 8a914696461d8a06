/** Parts an instruction into what tells when a dose is taken and what tells of something else: "5 mg daily, check INR on Mondays". */
import { isOfSomeDays } from './dayWords.ts';
import { DAILY, frequenciesIn, WEEKLY } from './frequencyWords.ts';
import { isSparse } from './sparseWords.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/**
 * A day may be that on which something else is done, or on which it is taken as well. What a dose is for is no other task: "once a week for
 * blood pressure" and "for weight loss, once weekly" tell when it is taken.
 */
const OTHER_TASK = new RegExp(
  [
    String.raw`check|monitor|measure|(?<!\p{L})inr|weigh(?!t (?:loss|man|red|con|gain))|medir|(?<!para )controlar|(?<!zur \p{L}{0,12})kontroll|contr[oô]le?(?!l)|(?:re)?view|nurse|(?<!\p{L})(?:test|testing|messen|[üu]berwachen|pr[üu]fen|meten)(?!\p{L})`,
    String.raw`drink (?:plenty|lots|more|extra|fluid|water|alcohol)|blood ?(?:tests?|draws?|work|counts?|samples?)|clinic|visit|appointment|rotat|dressing|exam(?!p)|doctor|physical|ultrasound|replac(?!ed (?:by|with))|dispens|pick ?up|collect`,
    String.raw`(?<!\p{L})(?:e[ck]g|tsh|lipids?|anal[ií]tica|prise de sang)(?!\p{L})|arzt|bloedprik|follow[ -]?up|refill|(?<!\p{L})labs?(?!\p{L})|(?<!\p{L})call(?!\p{L})|includ|(?<!\p{L})also|even on|auch|incluso|tambi[eé]n|aussi|(?<!\p{L})(?:anche|ook)(?!\p{L})`,
  ].join('|'),
  'u',
);
/** These words tell of the dose itself. */
const OF_DOSE =
  /(?<![\p{L}\d.,])\d[\d.,]*(?! ?(?:x|times|mal|vece|fois|volte|keer|h(?:ours?|rs?)?(?!\p{L})|days?|w(?:ee)?ks?|months?|years?|tage|wochen|monate|d[ií]as|semanas|meses|jours|semaines|mois|giorni|settiman|mesi|dagen|weken|maanden)|[\d.,])|^(?:in|at) (?:the )?clinic|(?<!\p{L})(?:one|two|half|eine?|una?|une|een|doses?|dosis|tabl\p{L}*|caps\p{L}*|pills?|patch\p{L}*|drops?|puffs?|units?|injec\p{L}*|comprimidos?|comprim[ée]s?|tak(?:e|en|ing)|apply|use|giv(?:e|en)|administer\p{L}*|inhale|nehmen|einnehmen|spritzen|tom(?:ar|e)|prendre|prendere|innemen)(?!\p{L})/u;
/** "Weekly labs", "on Mondays check INR" and "Blutdruck täglich kontrollieren" tell how often something else is done. */
const OF_TASK_ONLY =
  /^\P{L}*(?:(?:have|get|due for|needs?|schedule|with|and|mit|con|avec) )?(?:(?:(?:bi-?)?weekly|monthly|yearly|annual|quarterly|w[öo]chentliche?[rn]?|monatliche?[rn]?|hebdomadaire|wekelijkse?) (?:weight |eye |\p{L}{1,10}(?=kontroll))?(?:inr|weigh|kontroll|contr|blood|labs?|(?:re)?view|nurse|dressing|exam|visit|physical|appointment)|(?:on|every|each|jeden|am|cada|los|chaque|ogni|elke) \p{L}+ \p{L})|(?:kontrollieren|messen|[üu]berwachen|pr[üu]fen|meten|controleren)\P{L}*$/u;
export const HOURS =
  /(?<!\p{L})(?:morning|evening|night|bedtime|noon|morgens|abends|mittags|ma[ñn]ana|noche|matin|soir|mattina|sera)(?!\p{L})/u;
/** "In the morning and" begins anew with what follows, and "in the morning after" does not. */
const BEGINS_ANEW = /(?:[(:–-]|(?<!\p{L})(?:and|und|y|et|e|en|&)) *(?:\p{L}{1,12} ){0,2}$/u;
/** "Dispense #28" tells a supply, and no dose. */
const SUPPLY = /^\W*(?:dispense|qty|refills?) (?:#|qty )?\d{2}/u;
/** A line that goes on in the next one is one clause: "once" and "a week". */
const WRAPPED = /(?<![.;:!\s])\s*\n\s*|[ \t\u00a0]+/g;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns an instruction without the ends of lines within its sentences. */
export const unwrapped = (text: string): string => text.replaceAll(WRAPPED, ' ');

const tellsHowOften = (text: string): boolean =>
  DAILY.test(text) ||
  WEEKLY.test(text) ||
  isSparse(text) ||
  frequenciesIn(text).length > 0 ||
  isOfSomeDays(text);

/**
 * Returns what a clause tells of the dose itself. A clause that tells of a dose and of something else counts whole, unless the time of
 * the dose stands before: a time too many costs an amount, and one too few makes a weekly dose a daily one.
 */
function ofTheDose(clause: string): string {
  const at = clause.search(OTHER_TASK);
  if (at < 0) return clause;
  if (SUPPLY.test(clause)) return '';
  const opening = clause.lastIndexOf('(', at);
  const before = clause.slice(0, opening > clause.lastIndexOf(')', at) ? opening : at);
  const isOfDose = OF_DOSE.test(clause);
  const isOfTask = !isOfDose && OF_TASK_ONLY.test(clause);
  // "In the morning after labs once weekly" goes on with how often it is taken, and "in the morning and check INR weekly" does not.
  const isHourAlone = HOURS.test(before) && BEGINS_ANEW.test(before);
  if (!isOfTask && (tellsHowOften(before) || isHourAlone)) return before;
  return isOfDose ? clause : '';
}

/** Returns the clauses of a text in small letters that tell when a dose is taken, without what they tell of something else. */
export const timingClauses = (text: string): readonly string[] =>
  text
    .split(/[;\n]|(?<!\d)[.] |, |[.]$/)
    .map(ofTheDose)
    .filter(Boolean);

/** Returns whether an instruction in small letters names some days on which a dose is taken. */
export const namesSomeDays = (text: string): boolean => isOfSomeDays(timingClauses(text).join(', '));
