import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import { lineChangesText } from '../../clinical/series/comparability.ts';
import { yDomain } from '../../clinical/series/yDomain.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { agoText, dateText, dateTimeText, momentClockText } from '../../charts/format/dateText.ts';
import { flagDescription, OUTSIDE_RANGE_TEXT } from '../../charts/format/flagText.ts';
import { bothRangesText, rangeText, rangeWithUnit, shortRangeText } from '../../charts/format/rangeText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { hasCorrectedStatus } from '../../charts/marks/symbols.tsx';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';
import { tileTexts } from './tile.messages.ts';
import type { NameNotes } from './nameLine/tileNameLine.ts';
import { conversionText, type TileFacts } from './tileFacts.ts';
import type { UnitSpeech } from './unitSpeech.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** Returns the name if there is room for it, or else the short one. Two names cut alike could not be told apart. */
export const fittingName = ({ name, shortName }: Series, characters: number) =>
  name.length > characters && shortName && shortName.length < name.length ? shortName : name;

/** Returns the date with the time of day in a window of days, and with the age in one of years. */
export function tileDateText(row: Row, { startMs, endMs, timeZone }: Frame, todayMs: number): string {
  const { precision } = row.kind;
  if (endMs - startMs <= 10 * DAY_MS) return dateTimeText(row.timeMs, precision, timeZone);
  const ago = agoText(row.timeMs, precision, todayMs, timeZone);
  return dateText(row.timeMs, precision, timeZone) + (ago && `, ${ago}`);
}

/** This many characters have room under the number. */
const MAX_LAST_LINE_LENGTH = 34;

/** Returns when the result before was measured: the time alone on the same day, and else the date with its year. */
export function previousTimeText(before: Row, shownRow: Row, { startMs, endMs, timeZone }: Frame): string {
  const day = dateText(before.timeMs, before.kind.precision, timeZone);
  if (endMs - startMs > 10 * DAY_MS || before.kind.precision !== 'instant') return day;
  const shownDay = dateText(shownRow.timeMs, shownRow.kind.precision, timeZone);
  return day === shownDay
    ? momentClockText(before.timeMs, timeZone)
    : dateTimeText(before.timeMs, 'instant', timeZone);
}

/** Returns whether the line under the number is short enough to say the unit again, which stands beside the number. */
export const hasRoomForUnit = (line: string): boolean => line.length <= MAX_LAST_LINE_LENGTH;

/** A server may send any number of texts. */
const MAX_NOTES = 20;

/** Returns the range as sent, or both of a blood pressure. */
export const tileRange = (sides: TileFacts['sides']): string => bothRangesText(sides, rangeText);

const STATE_OF_PATIENT =
  /^over \d|fast(?:ing|ed)|exerc|exert|prandial|meal|\brest|room air|\b(?:sitting|standing|supine|prone|lying|recumbent|cuff|oral|axillary|rectal|tympanic|temporal)\b/i;

/**
 * Returns the circumstances that a reader has to know with the number. Site and position change the meaning of a vital
 * sign; a meal, exercise and posture that of any result. Specimen and method of the laboratory stand on the detail screen.
 */
export const shownCircumstances = ({
  context,
  isVitalSign,
}: Pick<Row['kind'], 'context' | 'isVitalSign'>): readonly string[] =>
  context
    .split(', ', MAX_NOTES)
    .filter((words) => words !== '' && (isVitalSign || STATE_OF_PATIENT.test(words)));

/** Returns what must be seen with the number: the state of the specimen and the oxygen, for either side once. */
export const attachedTags = (sides: TileFacts['sides']): readonly string[] => [
  ...new Set(sides.flatMap((row) => (row ? attachedWords(row) : []))),
];

/** Returns what is to check of a value that another one is read with: after a hemolyzed specimen its repetition looks like a fall. */
export const cautionOf = ({ sides }: Pick<TileFacts, 'sides'>): string =>
  [checkText(sides), ...attachedTags(sides)]
    .filter((text) => text && sides.every((row) => text !== row?.attached?.oxygen))
    .join(', ');

/** Returns what to know of the result before: what is to check of it, and what else than the patient may have changed (rule 18). */
export const wordsOfPrevious = ({ sides, previous }: Pick<TileFacts, 'sides' | 'previous'>): string =>
  previous ? [cautionOf(previous), lineChangesText(previous.sides, sides)].filter(Boolean).join(', ') : '';

/** Returns the range without what stands in it twice, or of a blood pressure both. */
const shortRange = (sides: TileFacts['sides']): string => bothRangesText(sides, shortRangeText);

/**
 * Returns the notes beside the name: the range in its forms, and everything that a reader must not guess, the most
 * important first. The unit of a range stands beside the number too, so the range may stand without it.
 */
export function rangeNotes(
  series: Series,
  { row: { kind }, sides }: Pick<TileFacts, 'row' | 'sides'>,
  unit: string,
  diastolic?: Series,
): NameNotes {
  const range = tileRange(sides);
  const withUnit = (words: string) => [words, unit].filter(Boolean).join(' ');
  const whole = rangeWithUnit(range, unit, kind);
  const isScaleExtended = yDomain(series, diastolic).isExtended;
  const isRangeChanged = [series, diastolic].some((one) => one && hasRangeChanged(one));
  const changed = isRangeChanged ? [tileTexts('rangeChanged')] : [];
  const others = [...(range === '' ? changed : []), ...shownCircumstances(kind)];
  const none = [tileTexts('noReferenceRange'), tileTexts('noRange')];
  // On an unusual scale nothing else is read right, so its note comes first (rule 4).
  const all = [
    isScaleExtended && tileTexts('scaleExtended'),
    whole,
    ...(range === '' ? [] : changed),
    ...others,
    range === '' && tileTexts('noReferenceRange'),
  ];
  const short = shortRange(sides);
  return {
    ranges: range === '' ? none : [...new Set([short === range ? whole : withUnit(short), short])],
    hasRange: range !== '',
    isRangeChanged: isRangeChanged && range !== '',
    isScaleExtended,
    others,
    all: all.filter(Boolean).join(', '),
  };
}

export function tileFlagText({ flag, flagText, outsideRange }: Row['kind']): string {
  if (flag === 'other') return tileTexts('otherFlag', { flag: flagText });
  if (flag === '') return outsideRange && OUTSIDE_RANGE_TEXT;
  return flagDescription({ flag, flagText });
}

const SPOKEN: Record<string, string> = {
  '↑': `${tileTexts('up')} `,
  '↓': `${tileTexts('down')} `,
  '=': tileTexts('unchanged'),
  '–': tileTexts('unknown'),
  '/': ` ${tileTexts('over')} `,
};
/** The sign of a limit, ">=600", is none of a change. */
const spoken = (signs: string) => signs.replace(/[↑↓–/]|(?<![<>])=/g, (sign) => SPOKEN[sign] ?? '');

const SPOKEN_CLAIMS = {
  complete: '',
  reading: tileTexts('newestSoFar'),
  incomplete: tileTexts('recordIncomplete'),
};

type SpokenOptions = {
  readonly unit: string;
  readonly voice: UnitSpeech;
  readonly completeness: RecordCompleteness;
  readonly timeZone: string;
  /** Reads like "newer, not charted: hemolyzed, 24 Nov 2026", or '' when nothing is newer. */
  readonly newerText: string;
};

/**
 * Says the tile in the order of reading: "Potassium 5.8 millimoles per litre, high, 12 Nov 2026, up 0.4 from 5.4". A newer result that
 * is not charted comes first, because the number after it is not the newest (rule 13).
 */
export function spokenSummary(
  name: string,
  { row, sides, flaggedRow, values, previous, change, missingSideText, concurrentText }: TileFacts,
  { unit, voice, completeness, timeZone, newerText }: SpokenOptions,
): string {
  const { precision } = row.kind;
  const value = `${spoken(values.map(voice.spokenComparator).join('/'))} ${voice.spokenUnit(unit)}`.trim();
  return [
    newerText === '' ? `${name} ${value}` : tileTexts('spokenAfterNewer', { name, newer: newerText, value }),
    tileFlagText(flaggedRow.kind),
    ...attachedTags(sides),
    row.kind.status === 'preliminary' && tileTexts('preliminary'),
    checkText(sides),
    correctedText(sides),
    dateText(row.timeMs, precision, timeZone) + missingSideText,
    concurrentText,
    completeness === 'complete' && previous && change
      ? tileTexts('spokenChange', {
          change: spoken(change),
          previous: [spoken(previous.values.join('/')), cautionOf(previous)].filter(Boolean).join(', '),
        })
      : SPOKEN_CLAIMS[completeness],
  ]
    .filter(Boolean)
    .join(', ');
}

/** Returns what a reader must check before trusting the number of either side, or '' (rule 17). */
export const checkText = (sides: TileFacts['sides']): string =>
  sides.find((row) => row && row.kind.check !== '')?.kind.check ?? '';

/** Returns "corrected" or "amended", as it was sent for either side, or '' (rule 35). */
export const correctedText = (sides: TileFacts['sides']): string =>
  sides.find((row) => row && hasCorrectedStatus(row.kind))?.kind.status ?? '';

/** Returns the words in frames under the number, the most important first. */
export const tileTags = ({ row, sides, concurrentText }: TileFacts): readonly string[] =>
  [
    ...attachedTags(sides),
    checkText(sides),
    conversionText(row),
    correctedText(sides),
    concurrentText,
  ].filter(Boolean);
