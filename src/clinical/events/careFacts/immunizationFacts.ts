/** Reads what an Immunization says: https://hl7.org/fhir/R4/immunization.html */
import { conceptText, conceptTexts } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  isFalse,
  isTrue,
  joinTexts,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { annotationText } from '../annotation.ts';
import { careEventsTexts } from '../careEvents.messages.ts';
import { conceptName } from '../conceptName.ts';
import { labelledText } from '../eventReading.ts';
import { sentTimeOf } from '../eventTime.ts';
import { isDeniedByReason, statusReasonOf } from '../statusReason.ts';
import { timeWords, toldTime } from '../timeWords.ts';
import type { CareFacts } from './careFacts.ts';

/** Returns what an Immunization of R4 or R5 says of itself, with what casts doubt on it: not done, subpotent, or told at second hand. */
export function immunizationFacts(resource: FhirElement, status: string): CareFacts {
  const doses = elementsOf(resource['protocolApplied']).map(
    ({ doseNumberPositiveInt: number, doseNumberString: text, doseNumber }) =>
      typeof number === 'number' ? String(number) : firstText(text, doseNumber),
  );
  // R5 has other names for the number of a dose and for who reported it: https://hl7.org/fhir/R5/immunization.html
  const informationSource = elementOf(resource['informationSource']);
  return {
    text: conceptName(resource['vaccineCode']),
    time: sentTimeOf(resource, 'occurrence'),
    notes: [
      status === 'not-done' ? careEventsTexts('notDone') : '',
      isTrue(resource['isSubpotent']) ? careEventsTexts('subpotent') : '',
      isFalse(resource['primarySource']) ? careEventsTexts('secondHand') : '',
      isFalse(resource['isSubpotent'])
        ? ''
        : labelledText('reason', conceptTexts(resource['subpotentReason'])),
      labelledText('reportedBy', conceptText(resource['reportOrigin'] ?? informationSource['concept'])),
      labelledText('reason', statusReasonOf(resource)),
      labelledText('given', timeWords(resource, 'occurrence')),
      labelledText('dose', joinTexts(doses, ', ')),
      labelledText('site', conceptText(resource['site'])),
      annotationText(resource['note']),
    ],
    isDenied: isDeniedByReason(resource),
    more: toldTime(resource, 'occurrence'),
  };
}
