/** Reads what a Procedure says: https://hl7.org/fhir/R4/procedure.html */
import { conceptText, conceptTexts } from '../../fhirElements/codeableConcept.ts';
import type { FhirElement } from '../../fhirElements/fhirElement.ts';
import { annotationText } from '../annotation.ts';
import { conceptName } from '../conceptName.ts';
import { meansNotDone } from '../notDoneWords.ts';
import { isDeniedByReason, statusReasonOf } from '../statusReason.ts';
import { labelledText } from '../eventReading.ts';
import { sentTimeOf } from '../eventTime.ts';
import { reasonTexts } from '../reasons.ts';
import { layReporterText } from '../reporter.ts';
import { timeWords, toldTime } from '../timeWords.ts';
import type { CareFacts } from './careFacts.ts';

/** A procedure that was stopped, or not done, says so by its status. */
const SAID_BY_STATUS: ReadonlySet<string> = new Set(['stopped', 'not-done']);

/** R5 says `occurrence` where R4 says `performed`. */
const timeNameOf = (resource: FhirElement): string =>
  Object.keys(resource).some((name) => name.startsWith('occurrence')) ? 'occurrence' : 'performed';

/** Returns what a Procedure of R4 or R5 says of itself. It is denied where its outcome or the reason of its status says that it was not done. */
export function procedureFacts(resource: FhirElement, status: string): CareFacts {
  const timeName = timeNameOf(resource);
  const outcome = conceptText(resource['outcome']);
  const isSaid = SAID_BY_STATUS.has(status);
  const isDeniedByOutcome = !isSaid && meansNotDone(resource['outcome'], true);
  return {
    text: conceptName(resource['code']),
    time: sentTimeOf(resource, timeName),
    notes: [
      labelledText('performed', timeWords(resource, timeName)),
      labelledText('site', conceptTexts(resource['bodySite'])),
      labelledText('reason', reasonTexts(resource)),
      labelledText('reasonForStatus', statusReasonOf(resource)),
      labelledText('outcome', outcome),
      labelledText('reportedBy', layReporterText(resource['asserter'])),
      annotationText(resource['note']),
    ],
    isDenied: isDeniedByOutcome || (!isSaid && isDeniedByReason(resource)),
    more: { ...toldTime(resource, timeName), ...(isDeniedByOutcome && { deniedBy: outcome }) },
  };
}
