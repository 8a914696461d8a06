/** What a copied note says of each kind of result: the newest, the one before, and all that must not be lost on the way. */
import { bySide, contextWords, entryUnit, entryValue, isText, offsetWords } from '../charts/trendWords.ts';
import { clockText, dateText, DAY_MS, originalText, OUTSIDE_WORDS, rangeText } from '../charts/format.ts';
import { entriesOf, type Entries, type Entry } from '../charts/trendEntries.ts';
import { wallClockMs, zoneText } from '../charts/zone.ts';
import { OF_WHOLE } from '../clinical/flag.ts';
import { reasonText } from '../clinical/reasons.ts';
import type { Row, RowKind } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { headlineOf, type Headline } from './detailWords.ts';
import { countText, resultsText } from './recordWords.ts';
import { takenHead, type TakenFrom, type TakenHead } from './takenHead.ts';
import { entriesOf as placesOf, entryOf } from './tileColumns.ts';
import { toldApart } from './toldApart.ts';

export type NoteLine = {
  /** "Potassium" */
  readonly name: string;
  /** "5.8", "134/72", "“specimen insufficient”", "–" */
  readonly value: string;
  readonly unit: string;
  /** "H", "systolic H, diastolic –", "flag sent: POS"; '' where none was sent. */
  readonly flag: string;
  /** "3.5–5.0", "no range sent" */
  readonly range: string;
  /** "12 Nov 2026 08:10 CST" */
  readonly when: string;
  /** "5.4 mmol/L H on 29 Oct 2026"; '' where nothing may be compared. */
  readonly before: string;
  readonly remarks: readonly string[];
};

export type NoteFacts = {
  readonly head: TakenHead;
  readonly lines: readonly NoteLine[];
  /** What stands in place of lines when there are none. */
  readonly empty: string;
};

/** As the laboratory sent it; of a whole panel in its own words, since its letter has lost its direction (rule 26). */
function flagOfRow({ flag, flagText }: RowKind): string {
  return flag === 'other' || flagText.endsWith(OF_WHOLE) ? `flag sent: ${flagText}` : flag;
}

/** The zone beside each time: a summer's result and a winter's have two names for it. A day has none (rules 41, 44). */
function momentText(timeMs: number, { precision }: RowKind, timeZone: string): string {
  const date = dateText(timeMs, precision, timeZone);
  if (precision !== 'instant' || Number.isNaN(timeMs)) return date;
  return `${date} ${clockText(timeMs, timeZone)} ${zoneText(timeMs, timeZone).split(',')[0] ?? ''}`;
}

const whenOf = ({ rows: [row] }: Entry, timeZone: string) => momentText(row.timeMs, row.kind, timeZone);

/** Rule 42: an offset that was sent is said, where it is not the one of the zone that the time stands in. */
function otherOffset(entry: Entry, timeZone: string): string {
  const said = offsetWords(entry);
  const [, sign, hours, minutes] = /([+−])(\d\d):(\d\d)$/.exec(said) ?? [];
  const sentMinutes = (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return (wallClockMs(entry.timeMs, timeZone) - entry.timeMs) / 60_000 === sentMinutes ? '' : said;
}

function remarksOfRow(row: Row): string {
  const { status, converted, parsed, drawing, flag, outside } = row.kind;
  const words = [
    status === 'final' ? '' : status || 'no status sent',
    converted ? `converted from ${originalText(row)}` : '',
    parsed && drawing !== 'listed' ? `read from the text “${row.valueText}”` : '',
    flag === '' && outside && status !== 'preliminary' ? OUTSIDE_WORDS : '',
  ];
  return words.filter(Boolean).join('; ');
}

const sideMissing = ({ sides }: Entry): string => {
  if (!sides || (sides.systolic && sides.diastolic)) return '';
  return `${sides.systolic ? 'diastolic' : 'systolic'} not recorded`;
};

const partsOf = (entry: Entry, series: Series): readonly [value: string, unit: string] => {
  const value = entryValue(entry, series);
  return [isText(entry) ? `“${value}”` : value, value === '–' ? '' : entryUnit(entry, series)];
};

/** "5.3 mmol/L H on 24 Nov 2026 09:40 CST"; a number never without its unit. */
function shortText(entry: Entry, series: Series, when: string): string {
  const flag = bySide(entry, ({ kind }) => flagOfRow(kind));
  return [...partsOf(entry, series), flag, `on ${when}`].filter(Boolean).join(' ');
}

/** The day alone where that is enough to tell the two apart. */
function beforeText({ entry, before }: Headline, series: Series, timeZone: string): string {
  if (!before) return '';
  const { timeMs, rows } = before.entry;
  const isNear = entry.timeMs - timeMs < 10 * DAY_MS;
  const when = isNear ? whenOf(before.entry, timeZone) : dateText(timeMs, rows[0].kind.precision, timeZone);
  return shortText(before.entry, series, when);
}

const MOST_NAMED = 3;

/** Rules 17 and 34: what is newer than the result shown and may not take its place. */
function newerWords({ drawn, all }: Entries, shown: Entry, series: Series, timeZone: string): string[] {
  const words = drawn
    .filter((entry) => entry.index > shown.index)
    .toReversed()
    .slice(0, MOST_NAMED)
    .map((entry) => `preliminary: ${shortText(entry, series, whenOf(entry, timeZone))}`);
  const unnamed = drawn.length - 1 - shown.index - words.length;
  if (unnamed > 0) words.push(`${countText(unnamed)} more preliminary`);
  const listed = all.filter((entry) => entry.index < 0 && entry.timeMs > shown.timeMs);
  const reasons = new Set(listed.flatMap(({ rows }) => rows.map(reasonText)).filter(Boolean));
  if (listed.length > 0)
    words.push(`${resultsText(listed.length)} of later date listed, not drawn (${[...reasons].join(', ')})`);
  return words;
}

function remarksOf(entry: Entry, timeZone: string): string[] {
  const isListed = entry.index < 0;
  return [
    bySide(entry, remarksOfRow),
    sideMissing(entry),
    isListed ? `listed, not drawn: ${reasonText(entry.rows[0])}` : '',
    entry.rows[0].kind.vital ? contextWords(entry) : '',
    otherOffset(entry, timeZone),
  ];
}

function lineOf(
  name: string,
  [series, partner]: readonly [Series, Series | undefined],
  record: RecordSnapshot,
  timeZone: string,
): NoteLine | undefined {
  const entries = entriesOf(series, partner);
  const headline = headlineOf(series, entries, record);
  const entry = headline?.entry ?? entries.all[0];
  if (!entry) return undefined;
  const [value, unit] = partsOf(entry, series);
  const remarks = [
    headline && headline.claim !== 'latest final result' ? headline.claim : '',
    ...remarksOf(entry, timeZone),
    ...(headline ? newerWords(entries, entry, series, timeZone) : []),
  ];
  return {
    name,
    value,
    unit,
    flag: bySide(entry, ({ kind }) => flagOfRow(kind)),
    range: bySide(entry, ({ kind }) => rangeText(kind)) || 'no range sent',
    when: whenOf(entry, timeZone),
    before: headline ? beforeText(headline, series, timeZone) : '',
    remarks: remarks.filter(Boolean),
  };
}

/** Every kind of result of a record, or those with these ids; a blood pressure is one. In clinical order, those without a curve last. */
export function noteFacts(from: TakenFrom, seriesIds?: readonly string[]): NoteFacts {
  const { record, timeZone } = from;
  const apart = toldApart(record.series);
  const places = [
    ...placesOf(record.series, []),
    ...record.series.filter(({ rows }) => rows.length === 0).map(entryOf),
  ];
  const lines = places.flatMap((place) => {
    if (place.kind === 'waiting') return [];
    const partner = place.kind === 'pair' ? place.diastolic : undefined;
    const isAsked =
      seriesIds === undefined || [place.id, partner?.id].some((id) => id && seriesIds.includes(id));
    const name = [place.name, apart.get(place.id)].filter(Boolean).join(', ');
    return isAsked ? (lineOf(name, [place.series, partner], record, timeZone) ?? []) : [];
  });
  const empty = record.complete ? 'No results of this kind in this record.' : 'No results of this kind read.';
  return { head: takenHead(from), lines, empty };
}
