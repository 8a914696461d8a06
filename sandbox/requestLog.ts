/** What tests want to know about one FHIR request. `path` includes the query and is relative to the FHIR base. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Resources in the answer: the entries of a page, 1 for a read, 0 for a refusal. */
  readonly count: number;
  readonly time: string;
};

const KEPT = 5000;

export class RequestLog {
  #requests: LoggedRequest[] = [];

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > KEPT) this.#requests.shift();
  }

  clear(): void {
    this.#requests = [];
  }
}

/** Slow answers on demand, so that a test can see what is shown meanwhile. */
export type Faults = { slowMs: number; onlyPagesFrom: number };

export const noFaults = (): Faults => ({ slowMs: 0, onlyPagesFrom: 1 });
