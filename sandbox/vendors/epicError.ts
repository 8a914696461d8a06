import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import { FhirError } from '../fhir/fhirError.ts';

const EPIC_ISSUE_CODES = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';

type IssueCode = OperationOutcomeIssue['code'];
type Severity = OperationOutcomeIssue['severity'];

export const epicIssue = (
  severity: Severity,
  code: IssueCode,
  number: string,
  diagnostics: string,
): OperationOutcomeIssue => ({
  severity,
  code,
  details: { coding: [{ system: EPIC_ISSUE_CODES, code: number }] },
  diagnostics,
});

/** The error has several issues, the mildest first, so that the first is not what went wrong. */
export class EpicError extends FhirError {
  readonly issues: OperationOutcomeIssue[];

  constructor(issues: readonly OperationOutcomeIssue[], fatal: OperationOutcomeIssue) {
    super(400, fatal.code, fatal.diagnostics ?? '');
    this.issues = [...issues, fatal];
  }

  override get outcome(): OperationOutcome {
    return { resourceType: 'OperationOutcome', issue: this.issues };
  }
}
