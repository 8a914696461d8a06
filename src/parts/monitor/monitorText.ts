/** This file has the texts of a monitor's strips: beside the curve, at the cursor, and for screen readers. */
import type { Frame } from '../../charts/axis/frame.ts';
import { barIntervalHours } from '../../charts/monitor/pressureBars.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { StripDrawing } from '../../charts/strip/stripDrawing.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { spokenDate, spokenValue } from '../../charts/reading/spokenReading.ts';
import {
  entryCheckText,
  entryConditionText,
  entryUnit,
  entryValue,
  entryFlagText,
  entryRangeText,
  entryStatusText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import { meanOf } from '../../charts/reading/meanPressure.ts';
import { unitOrMissing } from '../../charts/reading/seriesName.ts';
import { newerUncharted } from '../../clinical/series/newest/newerUncharted.ts';
import { spokenNewer } from '../results/newer/newerText.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { sameTimeTexts, timeDistanceText, valueBefore } from '../strips/stripText.ts';
import { hasRoomForUnit, previousTimeText } from '../results/tileText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { monitorTexts } from './monitor.messages.ts';

/** Says how many results there are, and what is drawn for them if they are too many for single symbols (rule 8). */
function resultCountText({ strip, layout, isThinned }: StripDrawing): string {
  const count = strip.inside.length;
  if (!isThinned)
    return monitorTexts(strip.partner ? 'pairs' : 'results', { count, shown: countText(count) });
  // A limit or a preliminary value keeps its symbol and is in no median.
  const isInMedian = ({ rows }: ChartEntry): boolean => rows.some(({ kind }) => kind.drawing === 'line');
  const shown = countText(strip.inside.filter(({ entry }) => isInMedian(entry)).length);
  return strip.partner
    ? monitorTexts('barOfPairs', { hours: String(barIntervalHours(layout.frame)), shown })
    : monitorTexts('fromResults', { shown });
}

/**
 * Counts the results of one sign outside the window (rule 11), or returns ''. The window's bar counts those
 * outside of all.
 */
export function outsideCountText({ olderCount, newerCount }: Strip): string {
  const [older, newer] = [countText(olderCount), countText(newerCount)];
  if (olderCount > 0 && newerCount > 0) return monitorTexts('olderAndNewerOutside', { older, newer });
  if (olderCount > 0) return monitorTexts('olderOutside', { count: olderCount, older });
  return newerCount > 0 ? monitorTexts('newerOutside', { count: newerCount, newer }) : '';
}

/** Returns the notes under the name: unit and site (rules 3 and 22), and what is not seen (rules 4 and 8). */
export function monitorNotes(drawing: StripDrawing): string[] {
  const { strip, layout } = drawing;
  const newest = strip.inside.at(-1)?.entry;
  const site = newest?.rows[0].kind.isVitalSign ? newest.rows[0].kind.context : '';
  return [
    [unitOrMissing(strip.series), site].filter(Boolean).join(', '),
    resultCountText(drawing),
    strip.listedCount > 0 ? monitorTexts('notCharted', { shown: countText(strip.listedCount) }) : '',
    layout.isExtended ? monitorTexts('scaleExtended') : '',
  ].filter(Boolean);
}

const isFlagged = ({ rows }: ChartEntry): boolean =>
  rows.some(({ kind }) => kind.flag !== '' && kind.flag !== 'N');

/**
 * Returns "4 flagged, all charted", or how many of them are not charted. Without any, the text depends on whether flags were sent
 * at all.
 */
function flaggedText({ inside, listedInside }: Strip): string {
  const charted = inside.filter(({ entry }) => isFlagged(entry)).length;
  const listed = listedInside.filter(isFlagged).length;
  const shown = countText(charted + listed);
  if (listed > 0) return monitorTexts('flaggedNotCharted', { shown, listed: countText(listed) });
  if (charted > 0) return monitorTexts('flagged', { shown });
  const isSent = inside.some(({ entry }) => entry.rows.some(({ kind }) => kind.flag !== ''));
  return monitorTexts(isSent ? 'noneFlagged' : 'noFlags');
}

type ReadingFactsOptions = {
  readonly strip: Strip;
  readonly reading: StripReading;
  readonly record: RecordSnapshot;
  readonly isAtMoment: boolean;
  readonly frame: Frame;
};

const valueAndUnit = (entry: ChartEntry, { series }: Strip): string =>
  [entryValue(entry, series), entryUnit(entry, series)].filter(Boolean).join(' ');

/** Returns the claim of the newest result, which is the latest only if all was read (rule 39). */
const newestClaimText = ({ ended, complete }: RecordSnapshot): string =>
  complete ? '' : monitorTexts(ended ? 'newestRead' : 'newestReadSoFar');

/**
 * The result before and the mean need the whole record (rules 7 and 13). One line says so before, so that the strips below stay where
 * they are when it comes.
 */
const awaitedText = ({ partner, inside }: Strip, { ended }: RecordSnapshot): string => {
  if (ended || inside.length < 2) return '';
  return monitorTexts(partner ? 'mapAwaited' : 'previousAwaited');
};

/** A line that would be too long leaves out the unit, which stands beside the number above it. */
function previousText(before: ChartEntry, entry: ChartEntry, strip: Strip, frame: Frame): string {
  const time = previousTimeText(before.rows[0], entry.rows[0], frame);
  const was = (value: string) => monitorTexts('was', { value: valueBefore(value, before, entry), time });
  const whole = was(valueAndUnit(before, strip));
  return hasRoomForUnit(whole) ? whole : was(entryValue(before, strip.series));
}

/** Returns what belongs to the value: its time, its circumstances and the one before. What may be newer follows it. */
export function readingTimes({ strip, reading, record, frame }: ReadingFactsOptions): string[] {
  const { entry, before, offsetMs, isAtCursor } = reading;
  return [
    [entryWhenText(entry, frame.timeZone), isAtCursor ? '' : timeDistanceText(offsetMs, entry)]
      .filter(Boolean)
      .join(', '),
    entryCheckText(entry),
    entryConditionText(entry),
    before ? previousText(before, entry, strip, frame) : awaitedText(strip, record),
  ].filter(Boolean);
}

/** Returns the further facts under the value: another one of its time, a calculated mean, flags and range. */
export function readingFacts({ strip, reading, record, isAtMoment }: ReadingFactsOptions): string[] {
  const { entry } = reading;
  const mean = meanOf(entry, strip.means);
  return [
    ...sameTimeTexts(strip, reading),
    mean === undefined
      ? ''
      : monitorTexts('mapCalculated', { value: mean.toFixed(), unit: strip.series.unitText }),
    isAtMoment ? entryFlagText(entry) : newestClaimText(record) || flaggedText(strip),
    entryRangeText(entry),
  ].filter(Boolean);
}

/**
 * Returns the name of the link: "Heart rate 82 beats per minute, high, 24 November 2026, 14:00. 4 flagged,
 * all drawn".
 */
export function spokenStrip(
  strip: Strip,
  reading: StripReading | undefined,
  { record, timeZone, isAtMoment }: { record: RecordSnapshot; timeZone: string; isAtMoment: boolean },
): string {
  if (!reading) return isAtMoment ? monitorTexts('noneBeforeOf', { name: strip.name }) : strip.name;
  const { entry } = reading;
  const status = entryStatusText(entry);
  const newer = isAtMoment ? [] : newerUncharted([strip.series, strip.partner], record.series);
  const newerText = spokenNewer(newer, { timeZone, shownRow: entry.rows[0] });
  const value = spokenValue(entry, strip.series);
  const words = [
    newerText
      ? monitorTexts('newerNotCharted', { name: strip.name, newer: newerText, value })
      : `${strip.name} ${value}`,
    entryFlagText(entry),
    entryCheckText(entry),
    entryConditionText(entry),
    status === 'final' ? '' : status,
    spokenDate(entryWhenText(entry, timeZone)),
    isAtMoment ? '' : newestClaimText(record),
  ];
  return monitorTexts('spoken', { facts: words.filter(Boolean).join(', '), flags: flaggedText(strip) });
}
