/** Reads the plainest instructions: one number of one unit, daily or weekly. */

/** An instruction of these words alone names one dose, and one time. */
type PlainOrder = { readonly value: number; readonly unit: string; readonly timesPerDay: number };

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const PLAIN =
  /^(?:take |give )?(\d{1,5}(?:\.\d{1,3})?) ?(mg|mcg|[µμ]g|g|ml|tab(?:let)?s?|cap(?:sule)?s?|units?)(?: by mouth| orally| oral| po)?(?: (once|twice|[2-4] times))?(?: (daily|weekly)|(?<=once|twice|times) a (day|week)| every (day|week))\.?$/i;
/* oxlint-enable longview/texts-in-catalogs */

/**
 * Returns what an instruction of these words alone says; undefined for every other. Most orders are such ones, and to ask their words for
 * all that may be said of a dose takes many large patterns, which a browser compiles when a text first meets them.
 */
export function plainOrderOf(text: string): PlainOrder | undefined {
  const [, digits, unit = '', often = '', adverb, article, each] = PLAIN.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const isWeekly = `${adverb ?? article ?? each}`.toLowerCase().startsWith('week');
  const times = often.toLowerCase() === 'twice' ? 2 : Number.parseInt(often, 10) || 1;
  return { value: Number(digits), unit: unit.toLowerCase(), timesPerDay: isWeekly ? times / 7 : times };
}
