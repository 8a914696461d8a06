import type { OperationOutcome } from 'fhir/r4';

type IssueCode = OperationOutcome['issue'][number]['code'];

/** Any request the FHIR server does not serve: a status and an OperationOutcome. */
export class FhirError extends Error {
  readonly status: number;
  readonly code: IssueCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: IssueCode, diagnostics: string, headers: Record<string, string> = {}) {
    super(diagnostics);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  get outcome(): OperationOutcome {
    return {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: this.code, diagnostics: this.message }],
    };
  }
}

/** A request for what this server has not got at all, neither as a resource nor as a kind of resource. */
export class UnknownRouteError extends FhirError {
  /** What follows the FHIR base. */
  readonly path: string;

  constructor(path: string) {
    super(404, 'not-found', 'There is nothing at this address.');
    this.path = path;
  }
}

export const unauthorizedError = (description: string, error?: string): FhirError =>
  new FhirError(401, 'login', description, {
    'WWW-Authenticate':
      error === undefined ? 'Bearer' : `Bearer error="${error}", error_description="${description}"`,
  });

export const insufficientScopeError = (description: string): FhirError =>
  new FhirError(403, 'forbidden', description, {
    'WWW-Authenticate': `Bearer error="insufficient_scope", error_description="${description}"`,
  });

export const invalidError = (diagnostics: string): FhirError => new FhirError(400, 'invalid', diagnostics);
