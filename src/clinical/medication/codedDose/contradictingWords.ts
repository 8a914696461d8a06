/** Finds where two texts of one instruction name two doses, or two times, and no code says which of them is meant. */
import { roundTo12Digits, type DoseAmount } from '../dosage/doseAmount.ts';
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';
import { areOfTwoTimings } from '../timing/otherTiming.ts';
import { frequenciesIn } from '../timing/frequencyWords.ts';
import { contradicts } from './contradictedDose.ts';
import { factorBetween } from './doseScales.ts';
import { NAMED_AMOUNT, unitName } from './namedAmounts.ts';
import { withoutOtherCounts } from './namedDose.ts';
import { withDigits } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** These are counted as they are. */
const PIECES: ReadonlySet<string> = new Set(
  'tablet capsule pill puff spray drop patch tableta comprimido tablette kapsel comprimé gélule compressa'.split(
    ' ',
  ),
);
/** Such a text may tell more than one dose, or that of a condition. */
const MAY_BE_OTHER =
  /(?<!\p{L})(?:if|may|can|miss\p{L}*|forg\p{L}*|extra|another|additional|first|then|start\p{L}*|increas\p{L}*|decreas\p{L}*|reduc\p{L}*|change\p{L}*|instead|previous\p{L}*|old|was|max\p{L}*|up to|exceed\p{L}*|total|each|contains?|strength|or|si|puede|wenn|falls|kann|dann|luego|puis|bis|hasta|peut|max[ií]mo)(?!\p{L})/u;
/** The strength of a tablet is no dose: "10 mg tablets", "5 mg per tablet". */
const STRENGTH =
  /\d ?(?:mc?g|[uµμ]g|g) ?(?:\/ ?\d|(?:\/ ?|per |-)?(?:tab|cap|pill|puff|spray|patch|strength|ml))/;
/** Words with one of these tell how a dose is taken, and not what is checked or when to come again. */
const TAKING =
  /(?<!\p{L})(?:take|use|give|inject|apply|inhale|tom[ae]r?|nehmen|einnehmen|prendre|prenez|prendere)(?!\p{L})/u;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns a text in small letters with its counts as numbers. */
const plainText = (words: string): string => withDigits(withoutOtherCounts(words).toLowerCase());

/** Returns what a unit measures, as one name; '' for words that are no unit of a dose. */
function kindOf(unit: string): string {
  if (PIECES.has(unit)) return 'piece';
  return ['mg', 'ml', 'mmol', 'units'].find((known) => factorBetween(unit, known) !== undefined) ?? '';
}

/** Returns the one amount of each kind that a text names; none of a kind of which it names several, or a range. */
function soleAmounts(text: string): ReadonlyMap<string, DoseAmount> {
  const sole = new Map<string, DoseAmount | undefined>();
  for (const [, low, number = '', sent = ''] of text.matchAll(NAMED_AMOUNT)) {
    const unit = unitName(sent);
    const kind = kindOf(unit);
    const value = Number(number.replace(',', '.'));
    const known = sole.get(kind);
    const isOther = sole.has(kind) && (known?.value !== value || known.unit !== unit);
    sole.set(kind, low !== undefined || isOther ? undefined : { value, unit, text: `${number} ${unit}` });
  }
  sole.delete('');
  return new Map([...sole].flatMap(([kind, amount]) => (amount === undefined ? [] : [[kind, amount]])));
}

/** Returns how often a day a text says that its dose is taken; once where it does not. */
const timesOf = (text: string): number => Math.max(1, ...frequenciesIn(text));

/**
 * Returns whether two texts of one instruction surely name two doses of one unit, or two frequencies: "Take 10 mg daily", and "Take 20 mg daily" or "Take 10 mg
 * once weekly" for the patient. The amount of a day, and that of each time, may be one dose.
 */
export function areOfTwoDoses(one: string, other: string): boolean {
  if (one.length > MAX_INSTRUCTION_LETTERS || other.length > MAX_INSTRUCTION_LETTERS) return false;
  const [text, otherText] = [plainText(one), plainText(other)];
  if ([text, otherText].some((words) => MAY_BE_OTHER.test(words) || STRENGTH.test(words))) return false;
  const areOrders = [text, otherText].every((words) => TAKING.test(words));
  if (areOrders && areOfTwoTimings(one, other)) return true;
  const otherAmounts = soleAmounts(otherText);
  return [...soleAmounts(text)].some(([kind, amount]) => {
    const named = otherAmounts.get(kind);
    if (named === undefined) return false;
    const ofDay = [amount.value * timesOf(text), named.value * timesOf(otherText)].map(roundTo12Digits);
    const isOneOfDay = amount.unit === named.unit && ofDay[0] === ofDay[1];
    return !isOneOfDay && contradicts(other, amount) && contradicts(one, named);
  });
}
