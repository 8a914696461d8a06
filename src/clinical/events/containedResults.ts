import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { shortText } from '../fhirElements/shortText.ts';
import { readFlag } from '../observation/flag/flag.ts';
import { normalizedStatus } from '../observation/status.ts';
import { valueTextOf } from '../observation/value.ts';

/** A report of more results than this is no panel of one laboratory. */
const MAX_RESULTS = 200;
const isWithheld = (status: string, hidePreliminary: boolean): boolean =>
  /^(?:entered-in-error|cancell?ed)$/.test(status) ||
  (hidePreliminary && /^(?:registered|partial|preliminary)$/.test(status));

function lineOf(source: FhirElement): string {
  const value = joinTexts([valueTextOf(source), readFlag(source['interpretation']).text], ' ');
  return value === '' ? '' : `${conceptText(source['code'])}: ${shortText(value)}`;
}

/** A result that is named without a reference is nowhere else. */
const namesOf = (report: FhirElement): readonly string[] =>
  elementsOf(report['result'])
    .filter(({ reference }) => trimmedText(reference) === '')
    .map(({ display }) => shortText(trimmedText(display)));

/**
 * Returns the results that lie inside of a report, one on each line with its value and flag as they were sent, and the names of
 * those that it names alone; '' without one.
 * No search finds them, so that they have no curve. Withdrawn and cancelled ones are left out, those of another subject than
 * the report's too, and where the vendor says so preliminary ones (rules 33, 34, 36 and 48).
 * https://hl7.org/fhir/R4/references.html#contained
 */
export function containedResultsText(report: FhirElement, status: string, hidePreliminary: boolean): string {
  if (isWithheld(status, hidePreliminary)) return '';
  const subject = exactText(elementOf(report['subject'])['reference']);
  const lines = elementsOf(report['contained']).flatMap((result) => {
    const about = exactText(elementOf(result['subject'])['reference']);
    const isShown =
      (about === '' || about === subject) && !isWithheld(normalizedStatus(result['status']), hidePreliminary);
    if (result['resourceType'] !== 'Observation' || !isShown) return [];
    return [result, ...elementsOf(result['component'])].map(lineOf);
  });
  return joinTexts([...lines, ...namesOf(report)].slice(0, MAX_RESULTS), '\n');
}
