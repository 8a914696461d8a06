/** Reads what a DiagnosticReport says: https://hl7.org/fhir/R4/diagnosticreport.html */
import { elementsOf, joinTexts, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { isSameBase } from '../../fhirElements/subject.ts';
import type { CareEvent } from '../careEvent.ts';
import { conceptName } from '../conceptName.ts';
import { containedResultsText } from '../containedResults.ts';
import type { EventContext } from '../eventReading.ts';
import { sentTimeOf } from '../eventTime.ts';
import { reportText } from '../reportText.ts';
import type { CareFacts } from './careFacts.ts';

/**
 * Returns what a DiagnosticReport says of itself. Its words are left out while it is preliminary where the site hides those. Results of
 * another server than `fhirBase` are counted, and not named.
 */
export function reportFacts(
  resource: FhirElement,
  status: string,
  { hidePreliminary, fhirBase }: EventContext,
): CareFacts {
  const text = joinTexts(
    [reportText(resource, status, hidePreliminary), containedResultsText(resource, status, hidePreliminary)],
    '\n\n',
  );
  return {
    text: conceptName(resource['code']),
    // The time of `issued` never stands in for the effective time, as with results (fixture 48).
    time: sentTimeOf(resource, 'effective'),
    notes: [text],
    more: {
      ...(text === '' && elementsOf(resource['result']).length > 0 && { isResultsOnly: true }),
      ...resultsOf(resource, fhirBase),
    },
  };
}

/** A report of more results than this is no panel of one laboratory. */
const MAX_RESULTS = 200;

const RESULT_REFERENCE =
  /^(?:(https?:\/\/[^#?]+)\/)?Observation\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/**
 * Returns the ids of the Observations that a report holds together, and how many it names by another address. One that lies inside of
 * the report is told in its words.
 */
function resultsOf(
  resource: FhirElement,
  fhirBase: string,
): Pick<CareEvent, 'resultIds' | 'foreignResultCount'> {
  const references = elementsOf(resource['result'])
    .slice(0, MAX_RESULTS)
    .map(({ reference }) => trimmedText(reference))
    .filter((reference) => reference !== '' && !reference.startsWith('#'));
  const ids = references.flatMap((reference) => {
    const [, base, id] = RESULT_REFERENCE.exec(reference) ?? [];
    return id !== undefined && (base === undefined || isSameBase(base, fhirBase)) ? [id] : [];
  });
  const foreignResultCount = references.length - ids.length;
  return {
    ...(ids.length > 0 && { resultIds: ids }),
    ...(foreignResultCount > 0 && { foreignResultCount }),
  };
}
