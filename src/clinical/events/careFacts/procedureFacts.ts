/** Reads what a Procedure says: https://hl7.org/fhir/R4/procedure.html */
import { conceptText, conceptTexts } from '../../fhirElements/codeableConcept.ts';
import type { FhirElement } from '../../fhirElements/fhirElement.ts';
import { annotationText } from '../annotation.ts';
import { conceptName } from '../conceptName.ts';
import { labelledText } from '../eventReading.ts';
import { sentTimeOf } from '../eventTime.ts';
import { layReporterText } from '../reporter.ts';
import { timeWords, toldTime } from '../timeWords.ts';
import type { CareFacts } from './careFacts.ts';

export function procedureFacts(resource: FhirElement): CareFacts {
  return {
    text: conceptName(resource['code']),
    time: sentTimeOf(resource, 'performed'),
    notes: [
      labelledText('performed', timeWords(resource, 'performed')),
      labelledText('site', conceptTexts(resource['bodySite'])),
      labelledText('reason', conceptTexts(resource['reasonCode'])),
      labelledText('reasonForStatus', conceptText(resource['statusReason'])),
      labelledText('outcome', conceptText(resource['outcome'])),
      labelledText('reportedBy', layReporterText(resource['asserter'])),
      annotationText(resource['note']),
    ],
    more: toldTime(resource, 'performed'),
  };
}
