/** Reads what a Condition says: https://hl7.org/fhir/R4/condition.html */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { annotationText } from '../annotation.ts';
import { careEventsTexts } from '../careEvents.messages.ts';
import { conceptName } from '../conceptName.ts';
import { labelledText } from '../eventReading.ts';
import { isOngoingStatus, verificationCodesOf } from '../eventStatus.ts';
import { sentTimeOf } from '../eventTime.ts';
import { layReporterText } from '../reporter.ts';
import { timeWords } from '../timeWords.ts';
import type { CareFacts } from './careFacts.ts';

/** https://hl7.org/fhir/R4/valueset-condition-ver-status.html */
const UNCONFIRMED: ReadonlySet<string> = new Set(['unconfirmed', 'provisional', 'differential']);
const UNREMARKABLE_VERIFICATIONS = new Set(['', 'confirmed', 'refuted']);

/** A condition that says no onset has the date at which it was recorded, if it says nothing of an onset that cannot be right. */
function timeOfCondition(resource: FhirElement) {
  const onset = sentTimeOf(resource, 'onset');
  const abated = sentTimeOf(resource, 'abatement');
  const contradiction = onset.contradiction ?? abated.contradiction;
  const isRecorded = onset.start === '' && onset.contradiction === undefined;
  const recorded = isRecorded ? trimmedText(resource['recordedDate']) : '';
  return {
    onset: onset.start,
    recorded,
    time: {
      start: onset.start || recorded,
      // The abatement ends a condition. The end of its onset period does not.
      end: abated.end || abated.start,
      hasDuration: true,
      ...(contradiction !== undefined && { contradiction }),
    },
  };
}

/**
 * Returns what a Condition says of itself: its onset, or without one the date at which it was recorded, and its abatement. The words beside
 * it say which of the two dates is shown.
 */
export function conditionFacts(resource: FhirElement, status: string): CareFacts {
  const { onset, recorded, time } = timeOfCondition(resource);
  const [verified = ''] = verificationCodesOf(resource);
  return {
    text: conceptName(resource['code']),
    time,
    ...(UNCONFIRMED.has(verified) && { more: { verification: verified } }),
    notes: [
      status === 'refuted' ? careEventsTexts('refuted') : '',
      UNREMARKABLE_VERIFICATIONS.has(verified) ? '' : labelledText('verification', verified),
      recorded === '' ? '' : careEventsTexts('dateOfRecording'),
      onset === '' ? '' : careEventsTexts('dateOfOnset'),
      labelledText('onset', timeWords(resource, 'onset')),
      labelledText(
        'abated',
        resource['abatementBoolean'] === true
          ? careEventsTexts('abatedNotDated')
          : timeWords(resource, 'abatement'),
      ),
      isOngoingStatus('Condition', status) && time.end !== '' ? careEventsTexts('activeWithEnd') : '',
      labelledText('severity', conceptText(resource['severity'])),
      labelledText('reportedBy', layReporterText(resource['asserter'])),
      annotationText(resource['note']),
    ],
  };
}
