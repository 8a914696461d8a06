/** Tells whether the words of an order or of a dose name how much is taken. */
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';
import { plainOrderOf } from '../dosage/plainOrder.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const NUMBER_WORD =
  'half|one|two|three|four|five|six|un[ao]?|dos|tres|cuatro|medi[ao]|eine?|zwei|drei|vier|halbe?|une|deux|trois|demie?';
const NUMBER = '\\d{1,7}(?:[.,/]\\d{1,6})?';
const TIME_WORD =
  '(?:times?|x|a\\.?m|p\\.?m|noon|o.clock|h|hrs?|hours?|d|days?|wks?|weeks?|mo|months?|yrs?|years?|min|mins|minutes?|secs?|seconds?|refills?|horas?|d[ií]as?|semanas?|mes|meses|minutos?|ve[zc](?:es)?|stunden?|tag|tage|tagen|wochen?|monate?|minuten?|mal|uhr|jours?|heures?|semaines?|mois|fois)';
/** "A tablet" is one. "A day" is none. */
const ONE_PIECE =
  'an?(?= (?:tab(?:let)?|cap(?:sule)?|caplet|pill|puff|patch|spray|drop|packet|sachet|suppository|lozenge|teaspoon|tablespoon)(?![a-z]))';
export const A_PIECE = new RegExp(`\\b${ONE_PIECE}`, 'g');
/** This is a number of anything but a time: "1 tablet", "½", "5–10 mg", "2 daily". */
const AMOUNT = new RegExp(
  `[½¼¾]|(?<![\\p{L}\\d.,:/]|\\b(?:days?|weeks?|phase|step|tag|d[ií]a) |(?:\\d|days?) ?[-–] ?)(?:${NUMBER}|(?:${NUMBER_WORD})(?!\\p{L})|${ONE_PIECE})(?:(?: ?[-–] ?| to | or )(?:${NUMBER}|${NUMBER_WORD}))?(?![\\d:]|[.,]\\d|[ -]?${TIME_WORD}(?!\\p{L}))`,
  'iu',
);
/**
 * These numbers say when it began, how much was handed out or how often: "Starting Wed 7/1/2026", "Disp-90 tablet, R-3", "# 30 tab(s)". Others are
 * the weight of a newborn, "weight 850 g", and the gauge of a needle, "25 G needle".
 */
const NO_AMOUNT =
  /\b\d{1,4}([-/.])\d{1,2}\1\d{2,4}\b|\bat \d{4}\b|\bdisp(?:ense)?\b[-:. ]{0,2}\d{1,5}|#[ ]?\d{1,5}|\b(?:r|refills?)[-: ]{1,2}\d{1,2}\b|(?:\b(?:weight|wt|peso|poids)|gewicht)[:= ]{1,3}\d{3,4} ?g\b|\b\d\d ?g(?: (?=needle|syringe)| ?x ?\d(?:[./]\d| ?mm))/gi;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns words without the numbers that say when, how much was handed out, or how often that is done. */
export const withoutOtherCounts = (words: string): string => words.replaceAll(NO_AMOUNT, ' ');

/** Returns whether words name an amount. Most of those that do not say "as directed". */
export const namesAmount = (words: string): boolean =>
  plainOrderOf(words) !== undefined ||
  AMOUNT.test(withoutOtherCounts(words.slice(0, MAX_INSTRUCTION_LETTERS)));
