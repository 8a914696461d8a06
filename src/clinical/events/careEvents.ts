/** Reading one encounter, procedure, condition, immunisation or report. No JSON makes this throw; nothing is guessed. */
import { isModified } from '../observation/observationContext.ts';
import type { CareEvent, EventLane, EventType } from './careEvent.ts';
import { conceptTexts } from '../fhirElements/concepts.ts';
import {
  conceptText,
  elementOf,
  elementsOf,
  firstText,
  joinTexts,
  trimmedText,
  type Element,
} from '../fhirElements/fhirElement.ts';
import { MODIFIED, ownResource, statedText, type EventContext, type LeftOut } from './eventReading.ts';
import { goesOn, isDone, verificationOf } from './eventStatus.ts';
import { eventTime, periodOf, timeOf, type SentTime } from './eventTime.ts';
import { idOf } from '../observation/withdrawn.ts';
import { annotationText } from './annotation.ts';
import { reportText } from './reportText.ts';

export type CareEventReading = { readonly outcome: 'read'; readonly event: CareEvent } | LeftOut;

type CareType = Exclude<EventType, `Medication${string}`>;

/** What is read differently of each type. */
type Facts = {
  readonly text: string;
  readonly time: Omit<SentTime, 'goesOn'>;
  readonly kind?: string;
  readonly notes: readonly string[];
  readonly isResultsOnly?: boolean;
};

type Read = (resource: Element, status: string, context: EventContext) => Facts;

const LANES: Record<CareType, EventLane> = {
  Encounter: 'encounter',
  Procedure: 'procedure',
  Condition: 'condition',
  Immunization: 'immunization',
  DiagnosticReport: 'report',
};
const TYPES: ReadonlySet<EventType> = new Set(Object.keys(LANES).filter(isCareType));

function isCareType(type: string): type is CareType {
  return Object.hasOwn(LANES, type);
}

/** Reads any JSON as something that happened to the patient in context. */
export function careEventOf(value: unknown, context: EventContext): CareEventReading {
  const own = ownResource(value, TYPES, context);
  if (own.outcome !== 'own') return own;
  const { type, status, resource } = own;
  if (!isCareType(type)) return { outcome: 'unreadable' };
  const { text, time: sent, kind = '', notes, isResultsOnly = false } = READ[type](resource, status, context);
  const isOtherwise = isModified(resource);
  const isNotDone = isOtherwise || !isDone(type, status);
  const isReal = { lasts: sent.lasts && !isNotDone, goesOn: !isNotDone && goesOn(type, status) };
  const { time, notes: timeNotes } = eventTime({ ...sent, ...isReal }, context.nowMs);
  return {
    outcome: 'read',
    event: {
      ...time,
      type,
      lane: LANES[type],
      id: idOf(resource),
      text: text || `${type} without a name`,
      status,
      kind,
      note: joinTexts([isOtherwise ? MODIFIED : '', ...notes, ...timeNotes], '\n'),
      ...(isNotDone && { isNotDone }),
      ...(isResultsOnly && { isResultsOnly }),
    },
  };
}

const READ: Record<CareType, Read> = {
  Encounter(resource) {
    const kind = firstText(...elementsOf(resource['class']).map(({ code }) => code));
    const named = elementsOf(resource['class']).map(({ display }) => display);
    return {
      text:
        conceptTexts(resource['type']) || conceptText(resource['serviceType']) || firstText(...named, kind),
      time: { ...periodOf(resource['period']), lasts: true },
      kind,
      notes: [statedText('Reason', conceptTexts(resource['reasonCode']))],
    };
  },
  Procedure(resource) {
    return {
      text: conceptText(resource['code']),
      time: timeOf(resource, 'performed'),
      notes: [
        statedText('Performed', wordsOf(resource, 'performed')),
        statedText('Site', conceptTexts(resource['bodySite'])),
        statedText('Reason', conceptTexts(resource['reasonCode'])),
        statedText('Reason for the status', conceptText(resource['statusReason'])),
        statedText('Outcome', conceptText(resource['outcome'])),
        annotationText(resource['note']),
      ],
    };
  },
  Condition: readCondition,
  Immunization(resource, status) {
    const doses = elementsOf(resource['protocolApplied']).map(
      ({ doseNumberPositiveInt: number, doseNumberString: text }) =>
        typeof number === 'number' ? String(number) : trimmedText(text),
    );
    return {
      text: conceptText(resource['vaccineCode']),
      time: timeOf(resource, 'occurrence'),
      notes: [
        status === 'not-done' ? 'Not done' : '',
        statedText('Reason', conceptText(resource['statusReason'])),
        statedText('Given', wordsOf(resource, 'occurrence')),
        statedText('Dose', joinTexts(doses, ', ')),
        statedText('Site', conceptText(resource['site'])),
        annotationText(resource['note']),
      ],
    };
  },
  DiagnosticReport(resource, status, { hidePreliminary }) {
    const words = reportText(resource, status, hidePreliminary);
    return {
      text: conceptText(resource['code']),
      // As with results, `issued` never stands in for it (fixture 48).
      time: timeOf(resource, 'effective'),
      notes: [words],
      isResultsOnly: words === '' && elementsOf(resource['result']).length > 0,
    };
  },
};

const CONFIRMED = new Set(['', 'confirmed', 'refuted']);

function readCondition(resource: Element, status: string): Facts {
  const onset = timeOf(resource, 'onset');
  const isRecorded = onset.start === '';
  const recorded = isRecorded ? trimmedText(resource['recordedDate']) : '';
  const abated = timeOf(resource, 'abatement');
  // Over when the problem was: an abatement is its end, and the onset period's end is not.
  const end = abated.end || abated.start;
  const [verified = ''] = verificationOf(resource);
  return {
    text: conceptText(resource['code']),
    time: { start: onset.start || recorded, end, lasts: true },
    notes: [
      status === 'refuted' ? 'Refuted' : '',
      CONFIRMED.has(verified) ? '' : statedText('Verification', verified),
      isRecorded && recorded !== '' ? 'Date: when it was recorded; onset not dated' : '',
      !isRecorded ? 'Date: onset' : '',
      statedText('Onset', wordsOf(resource, 'onset')),
      statedText(
        'Abated',
        resource['abatementBoolean'] === true ? 'yes, not dated' : wordsOf(resource, 'abatement'),
      ),
      statedText('Severity', conceptText(resource['severity'])),
      annotationText(resource['note']),
    ],
  };
}

/** The same where it was sent as text or as an age, which have no place on a time axis. */
function wordsOf(resource: Element, name: string): string {
  const { value, unit } = elementOf(resource[`${name}Age`]);
  if (typeof value === 'number') return joinTexts(['at age', String(value), trimmedText(unit)], ' ');
  return trimmedText(resource[`${name}String`]);
}
