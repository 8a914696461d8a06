/** Finds the orders and reports that were to end long ago, and that nobody closed. */
import type { DoseStep, EventTime } from '../../events/careEvent.ts';
import { careEventsTexts } from '../../events/careEvents.messages.ts';
import { latestMsOfMoment, readPeriod, type SentEventTime } from '../../events/eventTime.ts';
import { elementOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { fhirDateText, lastDayMs, lastMsOfMoment, readMoment } from '../../time/date.ts';
import { DAY_MS } from '../../time/durations.ts';
import { orderedTermMs } from './orderedTerm.ts';

/**
 * Returns whether a completed order without an end was for a time that is over. Nobody wrote down when it ended, so that it gets no end, and
 * it is no longer in use.
 */
export function isTermOver(
  resource: FhirElement,
  dosages: unknown,
  { startMs, precision, endMs, sentEnd }: EventTime & { readonly sentEnd: SentEventTime['end'] },
  nowMs: number,
): boolean {
  if (endMs !== undefined || Number.isNaN(startMs) || hasEndAhead(resource, sentEnd, nowMs)) return false;
  const termMs = orderedTermMs(resource, dosages);
  return termMs !== undefined && lastDayMs({ timeMs: startMs, precision }) + termMs + 2 * DAY_MS < nowMs;
}

type LeftOpen = {
  readonly time: Pick<EventTime, 'endMs' | 'endPrecision' | 'isOngoing'> & Pick<DoseStep, 'isLeftOpen'>;
  readonly note: string;
};

/**
 * Returns the end that was ordered of what goes on, where it lies more than a day back (epoch ms); undefined where it goes on. A report that was
 * written later says that the medication was still taken then.
 */
export function leftOpenOrder(
  resource: FhirElement,
  dosages: unknown,
  { startMs, precision, isOngoing, sentEnd }: EventTime & { readonly sentEnd: SentEventTime['end'] },
  nowMs: number,
): LeftOpen | undefined {
  const isOpen = isOngoing && !hasEndAhead(resource, sentEnd, nowMs);
  const termMs = isOpen ? orderedTermMs(resource, dosages) : undefined;
  if (termMs === undefined || Number.isNaN(startMs)) return undefined;
  const endPrecision = precision === 'instant' ? 'instant' : 'day';
  const end = {
    timeMs: lastDayMs({ timeMs: startMs, precision }) + termMs,
    precision: endPrecision,
  } as const;
  const isOver = latestMsOfMoment(end) + DAY_MS < nowMs;
  const isToldLater = lastMsOfMoment(readMoment(trimmedText(resource['dateAsserted']))) > end.timeMs;
  if (!isOver || isToldLater) return undefined;
  return {
    time: { endMs: end.timeMs, endPrecision, isOngoing: false, isLeftOpen: true },
    note: careEventsTexts('wasPlannedUntil', {
      date: fhirDateText({ timeMs: end.timeMs, precision: 'day' }),
    }),
  };
}

/** An order may be of a number of days for each time that it is handed out, as long as it is valid. */
function hasEndAhead(resource: FhirElement, sentEnd: string, nowMs: number): boolean {
  const { end: validUntil } = readPeriod(elementOf(resource['dispenseRequest'])['validityPeriod']);
  return [sentEnd, validUntil].some((sent) => lastMsOfMoment(readMoment(sent)) > nowMs);
}
