/**
 * This file collects what a copied note says of each kind of result: the newest, the one before, and all that
 * must not get lost.
 */
import { entryNoteText } from '../../charts/reading/attachedText.ts';
import {
  bySide,
  entryLineChangeText,
  entryCheckText,
  entryConditionText,
  entryUnit,
  entryValue,
  isTextResult,
  isUnchartedReasonTold,
  offsetText,
} from '../../charts/reading/readingText.ts';
import { missingSideOf } from '../../charts/reading/missingSide.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { OUTSIDE_RANGE_TEXT } from '../../charts/format/flagText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { originText } from '../../charts/format/originText.ts';
import { rangeText } from '../../charts/format/rangeText.ts';
import { originalText } from '../../charts/format/valueText.ts';
import { chartEntriesOf, type ChartEntries, type ChartEntry } from '../../charts/reading/chartEntries.ts';
import { wallClockMs } from '../../charts/format/timeZone.ts';
import type { DerivedSeries } from '../../clinical/derived/derived.ts';
import { withMissingResults } from '../events/reportsWithMissingResults.ts';
import { newerResultText, sentFlagText } from '../results/newer/newerText.ts';
import { reasonText } from '../../clinical/observation/reasons/reasons.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { newestResult, type NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { headlineOf, type Headline } from '../results/resultHeadline.ts';
import { shownCircumstances } from '../results/tileText.ts';
import { notYetCalculatedText } from '../results/calculatedText.ts';
import { noteTimeText, outsideWindowText, type NoteLine } from './noteLine.ts';
import { calculatedNoteLines } from './calculatedNoteLines.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { windowText } from '../timeWindow/timeWindowText.ts';
import { exportEvents, type ExportEvent, type ExportEvents } from './exportEvents.ts';
import { recordNoun } from '../recordStatus/recordStatusText.ts';
import { exportHeader, type ExportSource, type ExportHeader } from './exportHeader.ts';
import type { DrawnEntry } from '../results/tileLayout.ts';
import { noteEntries } from './noteSelection.ts';
import { nameQualifiers } from '../results/nameQualifiers.ts';
import { DAY_MS, MINUTE_MS } from '../../clinical/time/durations.ts';
import { latestEntry } from '../../charts/trend/trendLabels.ts';
import { noteTexts } from './note.messages.ts';

export type NoteFacts = {
  readonly head: ExportHeader;
  /** Reads like "Window: 23 Nov 2024 – 24 Nov 2026. …". It is '' if nothing on the screen has a window. */
  readonly windowText: string;
  readonly lines: readonly NoteLine[];
  /** These are marked as calculated. An incomplete record has none. */
  readonly calculated: readonly NoteLine[];
  /** These are the events of the window only. */
  readonly events: readonly ExportEvent[];
  /** These texts say what is left out or not known. */
  readonly omissions: readonly string[];
  /** This text replaces the lines when there are none. */
  readonly empty: string;
};

/** These options select the part of the record, and say what else the screen shows. */
export type NoteOptions = {
  /** Without it, all kinds of result are meant. */
  readonly seriesIds?: readonly string[] | undefined;
  readonly window?: TimeWindow | undefined;
  readonly derived?: readonly DerivedSeries[] | undefined;
  /** With this, the note includes the events that were read. */
  readonly events?: { readonly read: EventsSnapshot | undefined } | undefined;
};

/** A note stays readable with this many lines of a lane. */
const EVENT_LIMITS = { changes: 20, others: 20 };

const entryTimeText = ({ rows: [row] }: ChartEntry, timeZone: string) =>
  noteTimeText(row.timeMs, row.kind, timeZone);

/** Returns a sent UTC offset that differs from the zone in which the time is given (rule 42). */
function foreignOffsetText(entry: ChartEntry, timeZone: string): string {
  const sentText = offsetText(entry);
  const [, sign, hours, minutes] = /([+−])(\d\d):(\d\d)$/.exec(sentText) ?? [];
  const sentMinutes = (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return (wallClockMs(entry.timeMs, timeZone) - entry.timeMs) / MINUTE_MS === sentMinutes ? '' : sentText;
}

const conversionRemark = (row: Row, original: string): string =>
  row.kind.isConverted ? noteTexts('convertedFrom', { original }) : '';

function rowRemarks(row: Row): string {
  const { status, check, isParsedFromText, drawing, flag, outsideRange } = row.kind;
  const words = [
    status === 'final' ? '' : status || noteTexts('noStatus'),
    drawing === 'listed' ? '' : check,
    conversionRemark(row, originText(row)),
    isParsedFromText && drawing !== 'listed' ? noteTexts('parsedFromText', { sent: originalText(row) }) : '',
    flag === '' && outsideRange && status !== 'preliminary' ? OUTSIDE_RANGE_TEXT : '',
  ];
  return words.filter(Boolean).join('; ');
}

const valueAndUnit = (entry: ChartEntry, series: Series): readonly [value: string, unit: string] => {
  const value = entryValue(entry, series);
  return [isTextResult(entry) ? `“${value}”` : value, value === '–' ? '' : entryUnit(entry, series)];
};

/** Returns "5.3 mmol/L H on 24 Nov 2026 09:40 CST". A number always has its unit. */
function shortText(entry: ChartEntry, series: Series, when: string): string {
  const flag = bySide(entry, ({ kind }) => sentFlagText(kind));
  return [...valueAndUnit(entry, series), flag, noteTexts('on', { when })].filter(Boolean).join(' ');
}

/**
 * Describes the result before, with the day alone if that tells the two apart. `window` is undefined if the
 * newest result lies outside it: the one before then does so, too.
 */
function previousText(
  { entry, previous }: Headline,
  series: Series,
  timeZone: string,
  window: TimeWindow | undefined,
): string {
  if (!previous) return '';
  const { timeMs, rows } = previous.entry;
  const isNear = entry.timeMs - timeMs < 10 * DAY_MS;
  const when = isNear
    ? entryTimeText(previous.entry, timeZone)
    : dateText(timeMs, rows[0].kind.precision, timeZone);
  const outside = outsideWindowText(rows[0], window, timeZone);
  const remarks = [
    bySide(previous.entry, (row) => conversionRemark(row, originalText(row))),
    entryCheckText(previous.entry),
    entryConditionText(previous.entry),
    entryLineChangeText(previous.entry, entry),
    outside,
  ];
  const remark = remarks.filter(Boolean).join(', ');
  return [shortText(previous.entry, series, when), remark && `(${remark})`].filter(Boolean).join(' ');
}

const MAX_NAMED = 3;

/** Names results that may be newer than the one shown and are not on the curve (rules 13, 17 and 34). */
function newerTexts(newer: readonly NewerResult[], timeZone: string): string[] {
  const texts = newer.slice(0, MAX_NAMED).map((one) => {
    const { row } = one.lead;
    return newerResultText(one, { timeZone }, noteTimeText(row.timeMs, row.kind, timeZone));
  });
  const unnamed = newer.length - texts.length;
  return unnamed > 0
    ? [...texts, noteTexts('moreNewer', { count: unnamed, shown: countText(unnamed) })]
    : texts;
}

/** Returns the entry that stands for a series without a curve. */
const newestListedEntry = (entries: ChartEntries, series: Series): ChartEntry | undefined => {
  const newest = newestResult(series);
  return entries.all.find(({ rows: [row] }) => newest && isSameRow(row, newest)) ?? entries.all[0];
};

function entryRemarks(entry: ChartEntry, timeZone: string): string[] {
  const notCharted = (row: Row): string =>
    isUnchartedReasonTold(entry, row) ? noteTexts('notCharted', { reason: reasonText(row) }) : '';
  return [
    bySide(entry, rowRemarks),
    missingSideOf(entry.sides),
    bySide(entry, notCharted),
    entryConditionText(entry),
    bySide(entry, ({ kind }) => shownCircumstances(kind).join(', ')),
    entryNoteText(entry, timeZone),
    foreignOffsetText(entry, timeZone),
  ];
}

/** The latest final result needs no remark. */
function claimRemark(
  headline: Headline | undefined,
  { drawn }: ChartEntries,
  series: Series,
  { complete }: RecordSnapshot,
): string {
  const isLatest = complete && latestEntry(series, drawn) !== undefined;
  return headline === undefined || isLatest ? '' : headline.claim;
}

/** Returns the line of one test, or undefined where it has no result that may be shown. */
export function noteLineOf(
  name: string,
  tileEntry: DrawnEntry,
  record: RecordSnapshot,
  timeZone: string,
  window: TimeWindow | undefined,
): NoteLine | undefined {
  const { series, newer } = tileEntry;
  const partner = tileEntry.kind === 'pair' ? tileEntry.diastolic : undefined;
  const entries = chartEntriesOf(series, partner);
  const headline = headlineOf([series, partner], entries, record);
  const entry = headline?.entry ?? newestListedEntry(entries, series);
  if (!entry) return undefined;
  const [value, unit] = valueAndUnit(entry, series);
  const outside = outsideWindowText(entry.rows[0], window, timeZone);
  const remarks = [
    ...newerTexts(newer, timeZone),
    outside,
    claimRemark(headline, entries, series, record),
    ...entryRemarks(entry, timeZone),
    headline?.concurrentText ?? '',
  ];
  return {
    name,
    value,
    unit,
    flag: bySide(entry, ({ kind }) => sentFlagText(kind)),
    range: bySide(entry, ({ kind }) => rangeText(kind)) || noteTexts('noRange'),
    timeText: entryTimeText(entry, timeZone),
    previous: headline ? previousText(headline, series, timeZone, outside === '' ? window : undefined) : '',
    remarks: remarks.filter(Boolean),
  };
}

/**
 * Returns a line for every kind of result, or for those selected. A blood pressure is one line. The order is
 * clinical; those without a curve come last.
 */
function noteLines(record: RecordSnapshot, timeZone: string, { seriesIds, window }: NoteOptions): NoteLine[] {
  const qualifiers = nameQualifiers(record.series);
  return noteEntries(record.series).flatMap((tileEntry) => {
    const partner = tileEntry.kind === 'pair' ? tileEntry.diastolic : undefined;
    const isRequested =
      seriesIds === undefined || [tileEntry.id, partner?.id].some((id) => id && seriesIds.includes(id));
    const name = [tileEntry.name, qualifiers.get(tileEntry.id)].filter(Boolean).join(', ');
    return isRequested ? (noteLineOf(name, tileEntry, record, timeZone, window) ?? []) : [];
  });
}

const NO_EVENTS: ExportEvents = { lines: [], omissions: [] };

/** Returns measured results, calculated values and events in the words of a note. */
export function noteFacts(exportSource: ExportSource, options: NoteOptions = {}): NoteFacts {
  const { record, timeZone } = exportSource;
  const { seriesIds, window, derived } = options;
  const happened =
    options.events && window
      ? exportEvents(withMissingResults(options.events.read, record), window, timeZone, EVENT_LIMITS)
      : NO_EVENTS;
  const isCalculated = derived !== undefined && record.complete;
  return {
    head: exportHeader(exportSource),
    windowText: window ? noteTexts('window', { window: windowText(window, timeZone) }) : '',
    lines: noteLines(record, timeZone, options),
    calculated: isCalculated ? calculatedNoteLines(derived, timeZone, window, seriesIds) : [],
    events: happened.lines,
    omissions: [...(derived && !isCalculated ? [notYetCalculatedText(record)] : []), ...happened.omissions],
    empty: record.complete
      ? noteTexts('noResults', { record: recordNoun(record) })
      : noteTexts('noResultsRead'),
  };
}
