/** One HTTP exchange with the FHIR server, for the launch inspector. No address: FHIR addresses carry patient ids. */
export type RequestNote = {
  readonly resourceType: string;
  readonly startedAtMs: number;
  durationMs: number;
  /** undefined when no answer came. */
  status: number | undefined;
  /** What the browser lets a page read of the answer's headers. */
  headers: Headers | undefined;
  /** 1 for the first page of a search; undefined for a read. */
  page?: number;
  /** Resources in the answer. */
  count?: number;
  /** What an OperationOutcome in it said: severity and code, never its text. */
  outcomeCodes?: readonly string[];
};

const KEPT = 3000;

/** Keeps the newest notes of one session, in memory alone. */
export class RequestLog {
  readonly notes: RequestNote[] = [];

  begin(resourceType: string): RequestNote {
    const note = {
      resourceType,
      startedAtMs: Date.now(),
      durationMs: 0,
      status: undefined,
      headers: undefined,
    };
    this.notes.push(note);
    if (this.notes.length > KEPT) this.notes.shift();
    return note;
  }
}
