import {
  endsBeforeStart,
  FURTHEST_ZONE_AHEAD_MS,
  IMPRECISE_DATE_OFFSET_MS,
  isAhead,
  isPlausibleMoment,
  lastMsOfMoment,
  readMoment,
  unknownMoment,
  type Moment,
  type Precision,
} from '../time/date.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { Reason } from './resultRow.ts';
import { cappedText, MAX_NUMBER_LENGTH } from '../fhirElements/cappedText.ts';

/**
 * The effective time says when a result was measured. `reason` says why it has no place on a time axis; it is '' when
 * it has one.
 */
export type EffectiveTime = {
  /** The time is in epoch ms; a day, month or year has IMPRECISE_DATE_OFFSET_MS added. It is NaN when no time can be read. */
  readonly timeMs: number;
  readonly precision: Precision;
  /** This is the time as it was sent, a Period as `start/end`, and all of several that differ. */
  readonly text: string;
  readonly reason:
    | Extract<Reason, 'no-time' | 'two-times' | 'future' | 'date-implausible' | 'open-period'>
    | '';
};

/**
 * Reads effective[x] of an Observation; a Period counts at its end. `issued` never stands in for it (fixture 48). A
 * date in the future, or at an end or the zero of a computer's clock, is listed and not drawn (fixtures 45 and
 * 45b). So is a result with two times that cannot both be right: neither of them is chosen (decision 66).
 */
export function readEffective(observation: FhirElement, nowMs: number): EffectiveTime {
  const read = readSent(observation, nowMs);
  return { ...read, timeMs: sortTimeMs(read) };
}

/** Returns whether the time was sent and cannot be right. A result of such a time is never the newest. */
export const hasImpossibleTime = ({ reason }: EffectiveTime): boolean =>
  reason !== '' && reason !== 'no-time' && reason !== 'open-period';

const sortTimeMs = ({ timeMs, precision }: EffectiveTime): number =>
  precision === 'instant' ? timeMs : timeMs + IMPRECISE_DATE_OFFSET_MS;

type Read = (sent: unknown, nowMs: number) => EffectiveTime;

const readAt: Read = (sent, nowMs) => {
  const text = trimmedText(sent);
  return withReason(readMoment(text), text, nowMs);
};
const READERS: readonly (readonly [field: string, read: Read])[] = [
  ['effectiveDateTime', readAt],
  ['effectiveInstant', readAt],
  ['effectivePeriod', (sent, nowMs) => readPeriod(elementOf(sent), nowMs)],
  ['effectiveTiming', (sent, nowMs) => readTiming(elementOf(sent), nowMs)],
];

/** A server should send one of these (https://hl7.org/fhir/R4/formats.html#choice). Of several that agree the most exact one counts. */
function readSent(observation: FhirElement, nowMs: number): EffectiveTime {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, effectiveTiming } = observation;
  // Nearly all results have this time alone, and there are hundreds of thousands of them.
  if (effectiveInstant === undefined && effectivePeriod === undefined && effectiveTiming === undefined)
    return readAt(effectiveDateTime, nowMs);
  const sent = READERS.flatMap(([field, read]) =>
    observation[field] === undefined ? [] : read(observation[field], nowMs),
  ).filter(({ text }) => text !== '');
  if (sent.length < 2) return sent[0] ?? withReason(unknownMoment, '', nowMs);
  const [exact, ...others] = sent
    .filter(({ precision }) => precision !== 'none')
    .toSorted((a, b) => spanMs(a) - spanMs(b));
  if (exact === undefined || others.every((other) => mayMean(other, exact))) return exact ?? sent[0]!;
  const text = sent.map((one) => one.text).join('; ');
  return { ...withReason(unknownMoment, text, nowMs), reason: 'two-times' };
}

const spanMs = (moment: Moment): number => lastMsOfMoment(moment) - moment.timeMs;

/** A day, month or year may mean a moment in it in any time zone. Two moments, and two days, are the same or contradict each other. */
function mayMean(sent: Moment, exact: Moment): boolean {
  const zoneMs = spanMs(sent) > 0 && spanMs(exact) === 0 ? FURTHEST_ZONE_AHEAD_MS : 0;
  return exact.timeMs >= sent.timeMs - zoneMs && exact.timeMs <= lastMsOfMoment(sent) + zoneMs;
}

/** Databases write this year where there is no end. */
const OPEN_END = /^9999/;

function readPeriod(period: FhirElement, nowMs: number): EffectiveTime {
  const [start, end] = [trimmedText(period['start']), trimmedText(period['end'])];
  if (start === '' && end === '') return withReason(unknownMoment, '', nowMs);
  const text = `${start}/${end}`;
  const atEnd = withReason(readMoment(end), text, nowMs);
  // A Period that ends before it begins could have been at either time.
  if (atEnd.reason === '' && endsBeforeStart(readMoment(start), atEnd))
    return { ...atEnd, reason: 'date-implausible' };
  if (end !== '' && !OPEN_END.test(end)) return atEnd;
  const begun = withReason(readMoment(start), text, nowMs);
  return begun.reason === '' ? { ...begun, reason: 'open-period' } : begun;
}

function readTiming(timing: FhirElement, nowMs: number): EffectiveTime {
  const events = Array.isArray(timing['event']) ? timing['event'].map(trimmedText) : [];
  const [only] = events;
  if (events.length === 1 && only !== undefined) return withReason(readMoment(only), only, nowMs);
  const [period] = elementsOf(elementOf(timing['repeat'])['boundsPeriod']);
  return period === undefined
    ? withReason(unknownMoment, events.join(', '), nowMs)
    : readPeriod(period, nowMs);
}

function withReason(moment: Moment, text: string, nowMs: number): EffectiveTime {
  const { timeMs, precision } = moment;
  return {
    timeMs,
    precision,
    text: cappedText(text, 2 * MAX_NUMBER_LENGTH),
    reason: reasonOf(moment, nowMs),
  };
}

function reasonOf(moment: Moment, nowMs: number): EffectiveTime['reason'] {
  if (moment.precision === 'none') return 'no-time';
  if (isAhead(moment, nowMs)) return 'future';
  return isPlausibleMoment(moment) ? '' : 'date-implausible';
}
