import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import type { FhirFault } from '../faults/fhirFault.ts';

/** Epic numbers its issues under this system. */
const EPIC_ISSUE_CODES = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';

const operationOutcome = (...issue: OperationOutcomeIssue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue,
});

const numberedIssue = (
  number: string,
  severity: OperationOutcomeIssue['severity'],
  code: OperationOutcomeIssue['code'],
  text: string,
): OperationOutcomeIssue => ({
  severity,
  code,
  details: { coding: [{ system: EPIC_ISSUE_CODES, code: number }], text: text },
  diagnostics: text,
});

export const ERROR_OUTCOMES: Record<NonNullable<FhirFault['refusal']>, OperationOutcome> = {
  expiredSession: operationOutcome(
    numberedIssue('4113', 'fatal', 'expired', 'Session ID for cached search results has expired.'),
  ),
  mixedSeverity: operationOutcome(
    {
      severity: 'information',
      code: 'invalid',
      diagnostics: 'Unknown parameter: FOO. Parameter has been ignored.',
    },
    numberedIssue('59108', 'fatal', 'required', 'category or code'),
  ),
};

/** These outcomes are entries of a page that was found. */
export const OUTCOME_ENTRIES: Record<NonNullable<FhirFault['outcome']>, OperationOutcome> = {
  nothingFound: operationOutcome(
    numberedIssue('4101', 'warning', 'not-found', 'Resource request returns no results.'),
  ),
  suppressed: operationOutcome(
    numberedIssue(
      '59204',
      'warning',
      'suppressed',
      'Client not authorized for Observation - Outside Record Vital Signs. Search results of this type have not been included.',
    ),
  ),
  maybeNotAll: operationOutcome(
    numberedIssue(
      '4119',
      'warning',
      'incomplete',
      'This response includes information available to the authorized user at the time of the request. It may not contain the entire record available in the system.',
    ),
  ),
};
