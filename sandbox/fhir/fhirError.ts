import type { OperationOutcome } from 'fhir/r4';

type IssueCode = OperationOutcome['issue'][number]['code'];

/**
 * This is the error for any request that the FHIR server does not serve. It has a status and an
 * OperationOutcome.
 */
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

/** This is the error for a path that is neither a resource nor a type of resource. */
export class UnknownRouteError extends FhirError {
  /** This is the part of the path after the FHIR base. */
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
