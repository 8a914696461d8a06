/** Says visits, procedures and vaccines in everyday words, the newest first. */
import { cachedSpan } from '../../../charts/axis/cachedSpan.ts';
import { firstMs } from '../../../charts/lanes/eventTimes.ts';
import type { CareEvent } from '../../../clinical/events/careEvent.ts';
import { wholesOf } from '../../../clinical/events/partOfEncounter.ts';
import { careEventsTexts } from '../../../clinical/events/careEvents.messages.ts';
import { hasOccurred } from '../../../clinical/events/eventOccurrence.ts';
import { saysNotDone } from '../../../clinical/events/notDoneWords.ts';
import { joinTexts } from '../../../clinical/fhirElements/fhirElement.ts';
import { isOngoingStatus } from '../../../clinical/events/eventStatus.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate } from '../patientDates.ts';
import { patientUnit } from '../units/patientUnits.ts';
import { careTexts } from './care.messages.ts';

export type VisitFacts = {
  readonly key: string;
  readonly date: string;
  /** This is the kind in a word: "Hospital stay", "Procedure", "Vaccine". */
  readonly kind: string;
  /** The name stands as it was sent: "Renal ultrasound". */
  readonly name: string;
  /** Says why it took place or is planned, or why it did not take place. */
  readonly reason: string;
  /** Says for what it was planned, of what did not take place. */
  readonly plannedFor: string;
  /** These words were sent and say that it was not done, beside a status that says it was; '' without any. */
  readonly alsoSaid: string;
  /** This is how it stands: "Planned.", "Cancelled.", "Still going on."; '' for what took place. */
  readonly state: string;
};

/** https://terminology.hl7.org/CodeSystem-v3-ActCode.html */
const KINDS = {
  AMB: 'officeVisit',
  IMP: 'hospitalStay',
  ACUTE: 'hospitalStay',
  NONAC: 'hospitalStay',
  SS: 'hospitalStay',
  OBSENC: 'observationStay',
  EMER: 'emergencyVisit',
  VR: 'virtualVisit',
  HH: 'homeVisit',
  FLD: 'fieldVisit',
  PRENC: 'beforeAdmission',
} as const;

const isKnownClass = (code: string): code is keyof typeof KINDS => Object.hasOwn(KINDS, code);

function kindOf({ type, encounterClass }: CareEvent): string {
  if (type === 'Procedure') return careTexts('procedure');
  if (type === 'Immunization') return careTexts('vaccine');
  const code = encounterClass.toUpperCase();
  return careTexts(isKnownClass(code) ? KINDS[code] : 'visit');
}

const STATES = {
  planned: 'statusPlanned',
  preparation: 'statusPlanned',
  cancelled: 'statusCancelled',
  'not-done': 'statusNotDone',
  'on-hold': 'statusOnHold',
} as const;

type Clock = { readonly timeZone: string; readonly nowMs: number };

const hasWord = (status: string): status is keyof typeof STATES => Object.hasOwn(STATES, status);

/** A visit that was planned for a day that is over may have taken place, and nobody wrote so. */
function plannedWords(event: CareEvent, { timeZone, nowMs }: Clock): string {
  const planned = careTexts('statusPlanned');
  const { startMs, precision, endMs = startMs, endPrecision } = event;
  const lastMs = cachedSpan(endMs, event.endMs === undefined ? precision : endPrecision, timeZone)[1];
  const isOver = !Number.isNaN(endMs) && lastMs < nowMs - DAY_MS;
  return isOver ? `${planned} ${careTexts('statusUnknown')}` : planned;
}

const LONGEST_PROCEDURE_MS = 30 * DAY_MS;

/** Nobody closes each visit and procedure, so that what began long ago is not said to go on. */
function openWords(event: CareEvent, { nowMs }: Clock): string {
  const { type, status, isOngoing, startMs, endMs } = event;
  if (!isOngoingStatus(type, status) || endMs !== undefined) return '';
  const isLong = type === 'Procedure' && startMs < nowMs - LONGEST_PROCEDURE_MS;
  return careTexts(isOngoing && !isLong ? 'nowGoingOn' : 'endUnknown');
}

function stateOf(event: CareEvent, clock: Clock): string {
  if (hasWord(event.status)) {
    const key = STATES[event.status];
    return key === 'statusPlanned' ? plannedWords(event, clock) : careTexts(key);
  }
  if (!hasOccurred(event)) return careTexts('statusUnknown');
  if (event.status === 'stopped' || event.status === 'discontinued') return careTexts('statusStopped');
  return openWords(event, clock);
}

/** Such an event did not take place, or not to its end. Beside such a word a reason reads as the reason for that. */
const ENDED_EARLY: ReadonlySet<string> = new Set([
  'cancelled',
  'not-done',
  'stopped',
  'discontinued',
  'on-hold',
]);

function reasonsOf(event: CareEvent): Pick<VisitFacts, 'reason' | 'plannedFor'> {
  const { status, reason = '', statusReason = '' } = event;
  if (ENDED_EARLY.has(status) && saysNotDone(reason))
    return { reason: joinTexts([...new Set([statusReason, reason])], ', '), plannedFor: '' };
  return ENDED_EARLY.has(status) || (statusReason !== '' && !hasOccurred(event))
    ? { reason: statusReason, plannedFor: reason }
    : { reason: reason || statusReason, plannedFor: '' };
}

/** Returns the name of an event as it was sent; '' where none was. */
export const sentName = ({ text, type }: CareEvent): string =>
  text === careEventsTexts('withoutName', { type }) ? '' : text;

/** Says when something took place that has no date: "“in childhood”", "At the age of 12 years". */
function toldTimeOf({ toldTime, toldAge }: CareEvent): string {
  if (toldTime !== undefined) return myResultsTexts('inWords', { text: toldTime });
  if (toldAge === undefined) return careTexts('noDate');
  const [value, unit] = toldAge;
  return careTexts('atAge', { age: `${value} ${patientUnit(unit === 'a' ? 'y' : unit, value)}` });
}

function dateOf(event: CareEvent, timeZone: string): string {
  const from = longDate(event.startMs, event.precision, timeZone);
  const to = event.endMs === undefined ? '' : longDate(event.endMs, event.endPrecision, timeZone);
  if (from === '') return to === '' ? toldTimeOf(event) : careTexts('until', { date: to });
  return to === '' || to === from ? from : careTexts('fromTo', { from, to });
}

const VISIT_TYPES: ReadonlySet<CareEvent['type']> = new Set(['Encounter', 'Procedure', 'Immunization']);

/** Returns the newest first, and undated ones last. */
export const newestEventFirst = (events: readonly CareEvent[], timeZone: string): readonly CareEvent[] =>
  events.toSorted((a, b) => timeOf(b, timeZone) - timeOf(a, timeZone));

function timeOf(event: CareEvent, timeZone: string): number {
  const { startMs, endMs = -Number.MAX_VALUE } = event;
  return Number.isNaN(startMs) ? endMs : firstMs(event, timeZone);
}

/** Returns the visits, procedures and vaccines of a record. */
export function visitsOf(events: readonly CareEvent[], clock: Clock): readonly VisitFacts[] {
  const { timeZone } = clock;
  const wholes = wholesOf(events.filter(({ type, isNotDone }) => type === 'Encounter' && !isNotDone));
  const visits = events.filter(({ type }) => VISIT_TYPES.has(type));
  return newestEventFirst(visits, timeZone).map((event): VisitFacts => {
    const kind = kindOf(event);
    const whole = event.type === 'Encounter' ? wholes.get(event.id) : undefined;
    const name = sentName(event);
    return {
      key: `${event.type}/${event.id}`,
      date: dateOf(event, timeZone),
      kind,
      // A class without words of its own is said by the kind alone.
      name: name === event.encounterClass || name.toLowerCase() === kind.toLowerCase() ? '' : name,
      ...reasonsOf(event),
      alsoSaid: event.deniedBy ?? '',
      state: [stateOf(event, clock), whole && careTexts('partOf', { date: dateOf(whole, timeZone) })]
        .filter(Boolean)
        .join(' '),
    };
  });
}
