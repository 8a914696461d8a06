/** Finds where the words of an infusion and its coded rate name two rates. */
import type { DoseAmount } from '../dosage/doseAmount.ts';
import { factorBetween, withSlashes } from './doseScales.ts';
import {
  NEXT_DOSE,
  OTHER_AMOUNT,
  isUnitSlip,
  namedEnds,
  unitName,
  type NamedAmount,
} from './namedAmounts.ts';
import { ratesOver, withoutTimesOver, withTimesOver, type RateOver } from './timesOver.ts';
import { withDigits } from './writtenNumbers.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const RATE =
  /(?<![\d.,])(?:(\d{1,7}(?:[.,]\d{1,6})?) ?(?:-|–|to) ?)?(\d{1,7}(?:[.,]\d{1,6})?)[ -]?([a-zµμ]{1,12}(?: ?\/ ?[a-z]{1,8}){1,2})(?![a-z])/g;
/** An infusion may be ordered between two rates, and be given at any of them. */
const RATE_RANGE = /\d ?(?:-|–|to) ?\d/;
/** The rate that stands behind these is the fastest one. */
const FASTEST =
  /(?<!\p{L})(?:max(?:im\p{L}{0,4})?|up to|exceed|not? (?:faster|more) than|bis|h[öo]chstens|nicht (?:schneller|mehr) als|hasta|no m[aá]s de|exceder|superar|d[ée]passer|superare)(?: (?:rate|infusion|dose|of|at|is|zu|de))*[ .:=]{0,3}$/u;
/** The fastest rate of the beginning is none of the time after it. */
const OF_BEGINNING =
  /(?<!\p{L})(?:first|initial|start(?:ing)? (?:at |with )?(?:max|no )|then|increase|advance|erste|dann|primer|luego)/u;
/* oxlint-enable longview/texts-in-catalogs */

/** "100 mL/h" is told as 1.67 or 1.7 mL/min, and a pump is set to 83 mL/h for 1 L over 12 hours. */
const ROUNDED = 0.05;

/** A rate that words name. */
type NamedRate = {
  /** It begins here in the text. */
  readonly index: number;
  readonly isCoded: boolean;
  /** Its number is the coded one in another step, or without its time. */
  readonly isSlip: boolean;
  /** The coded rate is above it. */
  readonly isBelow: boolean;
};

function readRate(rate: NamedAmount, value: number): NamedRate {
  const isCoded = namedEnds(rate, value).some((one) =>
    rate.factor === 1 ? one === value : Math.abs(one - value) <= ROUNDED * value,
  );
  const isBelow = Math.max(...namedEnds(rate, value)) * (1 + ROUNDED) < value;
  return { index: rate.found.index, isCoded, isSlip: isUnitSlip(rate, value), isBelow };
}

const readOver = ({ slowest, fastest, index, withoutTime }: RateOver, value: number): NamedRate => ({
  index,
  isCoded: value >= slowest * (1 - ROUNDED) && value <= fastest * (1 + ROUNDED),
  isSlip: withoutTime.includes(value),
  isBelow: fastest * (1 + ROUNDED) < value,
});

function ratesIn(text: string, coded: DoseAmount): readonly NamedRate[] {
  const { value, unit } = coded;
  const rates = [...text.matchAll(RATE)].flatMap((found) => {
    const [, , , named = ''] = found;
    const factor = unitName(named) === unitName(unit) ? 1 : factorBetween(named, unit);
    return factor === undefined ? [] : [readRate({ found, factor }, value)];
  });
  return [...rates, ...ratesOver(text, coded).map((rate) => readOver(rate, value))];
}

/** Returns whether an infusion goes on with another rate than its coded one, so that nobody knows which of them runs now. */
const changesRate = (text: string, coded: DoseAmount): boolean =>
  text
    .split(NEXT_DOSE)
    .slice(1)
    .flatMap((part) => ratesIn(part, coded).filter(({ index }) => index === 0))
    .some(({ isCoded }) => !isCoded);

const plainRates = (words: string): string => withTimesOver(withSlashes(withDigits(words)));

/** Returns whether words in small letters name a fastest rate that measures what a coded one does, which is above all rates that they name. */
export function isAboveRateIn(words: string, coded: DoseAmount): boolean {
  const text = plainRates(words);
  const rates = ratesIn(text, coded);
  return (
    !OF_BEGINNING.test(text) &&
    rates.every(({ isBelow }) => isBelow) &&
    rates.some(({ index }) => FASTEST.test(text.slice(Math.max(0, index - 60), index)))
  );
}

/** Returns whether words in small letters name rates that measure what a coded one does, and none of them is that rate, or another one follows. */
export function contradictsRateIn(words: string, coded: DoseAmount): boolean {
  const text = plainRates(words);
  if (changesRate(text, coded)) return true;
  const rates = ratesIn(text, coded);
  if (rates.length === 0 || rates.some(({ isCoded }) => isCoded)) return false;
  const others = withoutTimesOver(text);
  const isOfSeveral = OTHER_AMOUNT.test(others) || RATE_RANGE.test(others);
  return rates.some(({ isSlip }) => isSlip) || !isOfSeveral || isAboveRateIn(words, coded);
}
