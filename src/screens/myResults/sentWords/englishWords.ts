/* oxlint-disable longview/texts-in-catalogs -- these are words that are looked up in what was sent, and none is shown */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** These words of results, directions and visits are English, and no words of Spanish, Portuguese, French, German or Italian. */
const ENGLISH = list(`
  not detected negative positive reactive nonreactive equivocal indeterminate seen none few many some
  the of and with without for from by is are was were has have had this that these than less greater within above below high low
  abnormal limits range result results pending sample specimen hemolyzed haemolysed hemolysis haemolysis lipemic unsatisfactory insufficient quantity
  clear yellow straw hazy cloudy amber brown blood cells smear count growth isolated light moderate heavy
  performed collected received ordered corrected previously reported called read back verified repeated checked see
  take tablet tablets mouth daily once twice every day days week weeks hours needed food morning evening bedtime inject under skin
  apply puffs drops chewable release extended delayed
  visit office follow-up followup check checkup wellness screening exam appointment phone telephone emergency care health home
  heart failure kidney liver lung chest pain cough fever disease cold injury surgery ultrasound vaccine vaccination
  comprehensive metabolic smoker smoked former current never
`);
/** Where one of these stands, the words may be of another language that borrowed an English one. */
const OTHERS = list(
  'el los las del con sin por para una de le les des und mit ohne nicht der das não com sem della',
);
/* oxlint-enable longview/texts-in-catalogs */

/**
 * Returns whether words that were sent are surely English. Nobody sends their language, and names alone, such as "Lisinopril", are of none.
 */
export function isEnglish(sent: string): boolean {
  const words = sent.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  return words.some((word) => ENGLISH.has(word)) && !words.some((word) => OTHERS.has(word));
}
