/** Tells days and weeks in an order that are none of its dose: the day of the first dose, and the weekly dose that a daily one replaces. */
import { DAILY } from './frequencyWords.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const FIRST_DAY =
  /(?<!\p{L})(?:(?:first|1st|next|last|initial) dose|start(?:s|ed|ing)?|beg(?:in|ins|an|inning))(?: (?:dose|taking|is|was|due|given|on|next|this|from))*:? (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?=[.,]? ?\d{1,2}[/.-]\d|\W*$|[;)]|[.,] (?! ?(?:and|then|mon|tue|wed|thu|fri|sat|sun)))/gu;
const REPLACED_WEEK =
  /(?<!\p{L})(?:replac(?:es|ing)|instead of|in place of|ersetzt|statt|anstelle|anstatt|sustituye|reemplaza|en (?:lugar|vez) de|remplace|au lieu de|sostituisce|invece d[ei]\p{L}*|vervangt|in plaats van|substitui|em vez d[ea])(?: (?:the|your|an?|old|previous|prior|former|die|der|den|la|el|le|il|lo|de|het|bisherigen?|alten?|dosis|dose|toma|prise))* (?:(?:once[- ])?weekly|w[öo]chentlichen?|wochendosis|semanal|hebdomadaire|settimanale|wekelijkse)(?: (?:dose|dosing|dosis|tablet|order|one|schedule)s?)?(?!\p{L})/gu;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns an instruction in small letters without those days and weeks, where what is left says that it is taken daily. */
export function withoutOtherDays(text: string): string {
  const rest = text.replaceAll(FIRST_DAY, ' ').replaceAll(REPLACED_WEEK, ' ');
  return DAILY.test(rest) ? rest : text;
}
