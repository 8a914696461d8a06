/** What tests want to know about one request, to the FHIR server or to the authorization server. */
export type LoggedRequest = {
  readonly method: string;
  /** Of FHIR and discovery: relative to the FHIR base, with the query. Of the authorization server: `/auth/token`. */
  readonly path: string;
  /** 0 when a fault cut the connection. */
  readonly status: number;
  /** Resources in the answer: the entries of a page, 1 for a read, 0 for a refusal. */
  readonly count: number;
  readonly time: string;
  readonly grantType?: string;
};

const MAX_REQUESTS = 5000;

export class RequestLog {
  #requests: LoggedRequest[] = [];

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > MAX_REQUESTS) this.#requests.shift();
  }

  clear(): void {
    this.#requests = [];
  }
}
