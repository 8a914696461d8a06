/**
 * One HTTP exchange with the FHIR server, for the launch inspector. It holds no address, because FHIR addresses carry
 * patient ids.
 */
export type RequestNote = {
  readonly resourceType: string;
  readonly startedAtMs: number;
  durationMs: number;
  /** The HTTP status; undefined when no answer came. */
  status: number | undefined;
  /** The headers of the answer that CORS lets a page read. */
  headers: Headers | undefined;
  /** The number of the page, 1 for the first; undefined for a read. */
  page?: number;
  /** The number of resources in the answer. */
  count?: number;
  /** Severity and code of each issue in its OperationOutcomes, never their text. */
  outcomeCodes?: readonly string[];
};

const MAX_NOTES = 3000;

/** The newest requests of one session. They stay in memory. */
export class RequestLog {
  readonly notes: RequestNote[] = [];

  /** Adds a note for a request that begins now; the caller fills in the rest. */
  begin(resourceType: string): RequestNote {
    const note = {
      resourceType,
      startedAtMs: Date.now(),
      durationMs: 0,
      status: undefined,
      headers: undefined,
    };
    this.notes.push(note);
    if (this.notes.length > MAX_NOTES) this.notes.shift();
    return note;
  }
}
