/** Tests read this about one request to the FHIR server or to the authorization server. */
export type LoggedRequest = {
  readonly method: string;
  /**
   * The path of FHIR and discovery is relative to the FHIR base and has the query. The path of the
   * authorization server is absolute, such as `/auth/token`.
   */
  readonly path: string;
  /** The status is 0 when a fault cut the connection. */
  readonly status: number;
  /** This counts the resources in the answer: the entries of a page, 1 for a read, 0 for an error. */
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
