/** This file makes one line of the list by date from each event and each period of medication. */
import { isAfterDeath, type DeathLimits } from '../../clinical/patient/deathLimits.ts';
import { orderMs } from '../../clinical/medication/stepTimes.ts';
import { lastMsOfMoment, type Precision } from '../../clinical/time/date.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { firstMs } from '../../charts/lanes/eventTimes.ts';
import { dateText, dateTimeText, momentClockText } from '../../charts/format/dateText.ts';
import { formattedDose } from '../../charts/format/formattedDose.ts';
import type {
  CareEvent,
  DoseStep,
  EventLane,
  EventTime,
  EventType,
} from '../../clinical/events/careEvent.ts';
import { hasOccurred, notGivenText, statusWords } from '../../clinical/events/eventOccurrence.ts';
import { eventsTexts } from './events.messages.ts';
import { missingResultsText } from './reportsWithMissingResults.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';

const TYPE_NAMES: Record<EventType, string> = {
  MedicationRequest: eventsTexts('medicationOrder'),
  MedicationStatement: eventsTexts('medicationStatement'),
  MedicationAdministration: eventsTexts('medicationGiven'),
  MedicationDispense: eventsTexts('medicationDispensed'),
  Encounter: eventsTexts('encounter'),
  Procedure: eventsTexts('procedure'),
  Condition: eventsTexts('condition'),
  Immunization: eventsTexts('immunization'),
  DiagnosticReport: eventsTexts('report'),
};

export type TimelineEntry = {
  readonly key: string;
  readonly lane: EventLane;
  readonly type: EventType;
  readonly id: string;
  readonly typeName: string;
  readonly startMs: number;
  readonly precision: Precision;
  /**
   * The time is as exact as it was sent: "20 Oct 2026 – 13 Nov 2026", "24 Nov 2026, 08:00 – 09:45", "since
   * Mar 2019".
   */
  readonly timeText: string;
  readonly text: string;
  /** This is the key of a medication, whose name opens Compare with it; undefined for other events. */
  readonly courseKey: string | undefined;
  readonly dose: string;
  readonly status: string;
  /** This is false for an event that is planned, held, not done or unknown. Its line says so. */
  readonly hasHappened: boolean;
  readonly note: string;
};

const NO_STATUS = eventsTexts('noStatus');
const NO_NAME = eventsTexts('noName');
const NO_DOSE = eventsTexts('noDose');

/** Returns the status as sent, followed by Longview's reading of it if the two differ. */
function statusText(event: CareEvent | DoseStep): string {
  const sent = statusWords(event.status) || NO_STATUS;
  const word = hasOccurred(event) ? sent : notGivenText(event);
  return word === sent ? sent : `${sent}, ${word}`;
}

export function entryTimeText(time: EventTime, timeZone: string): string {
  const { startMs, precision, endMs, endPrecision, isOngoing } = time;
  const start = dateTimeText(startMs, precision, timeZone);
  if (Number.isNaN(startMs))
    return endMs === undefined
      ? start
      : eventsTexts('until', { end: dateTimeText(endMs, endPrecision, timeZone) });
  if (isOngoing) return eventsTexts('since', { start });
  if (endMs === undefined || Number.isNaN(endMs)) return start;
  const end = dateTimeText(endMs, endPrecision, timeZone);
  if (end === start) return start;
  const isOneDay =
    precision === 'instant' &&
    endPrecision === 'instant' &&
    dateText(startMs, 'instant', timeZone) === dateText(endMs, 'instant', timeZone);
  return `${start} – ${isOneDay ? momentClockText(endMs, timeZone) : end}`;
}

function eventEntry(event: CareEvent, timeZone: string): TimelineEntry {
  const { type, lane, id, startMs, precision, text, note } = event;
  return {
    key: `${type}/${id}`,
    lane,
    type,
    id,
    typeName: TYPE_NAMES[type],
    startMs,
    precision,
    timeText: entryTimeText(event, timeZone),
    text: text || NO_NAME,
    courseKey: undefined,
    dose: '',
    status: [statusText(event), event.verification].filter(Boolean).join(', '),
    hasHappened: hasOccurred(event),
    note: [missingResultsText(event), note].filter(Boolean).join('\n'),
  };
}

function stepEntries({ courses }: EventsSnapshot, timeZone: string): TimelineEntry[] {
  return courses.flatMap(({ key, name, steps }) =>
    steps.map((step, i): TimelineEntry => {
      const { type, id, startMs, precision, doseText, shortDose } = step;
      return {
        key: `${key}/${type}/${id}/${i}`,
        lane: 'medication',
        type,
        id,
        typeName: TYPE_NAMES[type],
        startMs,
        precision,
        timeText: entryTimeText(step, timeZone),
        text: name || NO_NAME,
        courseKey: key,
        dose: doseText || formattedDose(shortDose) || NO_DOSE,
        status: statusText(step),
        hasHappened: hasOccurred(step),
        note: step.note ?? '',
      };
    }),
  );
}

const isUndated = ({ startMs }: TimelineEntry): number => Number(Number.isNaN(startMs));

/** A condition may have begun in the pregnancy. */
const PREGNANCY_MS = 366 * DAY_MS;

/** Returns an entry that says so where it is dated before the birth: its date is wrong, or it is about somebody else. */
function withBirthNote(entry: TimelineEntry, bornMs: number): TimelineEntry {
  const limitMs = entry.lane === 'condition' ? bornMs - PREGNANCY_MS : bornMs;
  const lastMs = lastMsOfMoment({ timeMs: entry.startMs, precision: entry.precision });
  if (!(lastMs < limitMs)) return entry;
  return { ...entry, note: [eventsTexts('beforeBirth'), entry.note].filter(Boolean).join('\n') };
}

/** Returns an entry that says so where it is dated after the death: it was written down later, or its date is wrong. */
function withDeathNote(entry: TimelineEntry, deathLimits: DeathLimits | undefined): TimelineEntry {
  if (!deathLimits || !isAfterDeath(orderMs(entry), entry.precision, deathLimits)) return entry;
  return { ...entry, note: [eventsTexts('afterDeath'), entry.note].filter(Boolean).join('\n') };
}

/**
 * Returns the newest entries first. Entries without a date come last. Nothing of the patient can be dated before `bornMs`, in
 * epoch ms (`birthLimitMs`), and little after the death.
 */
export function timelineEntries(
  events: EventsSnapshot,
  timeZone: string,
  bornMs = Number.NEGATIVE_INFINITY,
  deathLimits?: DeathLimits,
): readonly TimelineEntry[] {
  const entries = [
    ...stepEntries(events, timeZone),
    ...events.events
      .filter(({ isResultsOnly }) => isResultsOnly !== true)
      .map((event) => eventEntry(event, timeZone)),
  ].map((entry) => withDeathNote(withBirthNote(entry, bornMs), deathLimits));
  return entries
    .map((entry) => ({ entry, atMs: firstMs(entry, timeZone) }))
    .toSorted((a, b) => b.atMs - a.atMs || isUndated(a.entry) - isUndated(b.entry))
    .map(({ entry }) => entry);
}

type EventName = Pick<TimelineEntry, 'type' | 'id'>;

/**
 * Returns all that is known of an event, and of a medication all of its periods, since a change of dose is told from the one before; ''
 * where it is no longer in the record. A choice of the reader holds while this stays the same.
 */
export function factsOfEvent(entries: readonly TimelineEntry[], { type, id }: EventName): string {
  const own = entries.find((entry) => entry.type === type && entry.id === id);
  if (!own) return '';
  const course = entries.filter(
    (entry) => entry === own || (own.courseKey && entry.courseKey === own.courseKey),
  );
  return JSON.stringify(course);
}

/** Returns the moment at which an event began, as the lanes select it. An event without a date has no moment there. */
export const momentOfEntry = ({ type, id, startMs, precision, text, dose, timeText }: TimelineEntry) => ({
  atMs: startMs,
  precision,
  type,
  id,
  label: [[text, dose].filter(Boolean).join(' '), timeText].join(', '),
});
