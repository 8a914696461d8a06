/**
 * A note of one HTTP exchange serves the launch inspector. It holds no address, because FHIR addresses carry
 * patient ids.
 */
export type RequestNote = {
  readonly resourceType: string;
  readonly startedAtMs: number;
  durationMs: number;
  /** The HTTP status is undefined when no answer came. */
  status: number | undefined;
  /** These are the headers of the answer that CORS lets a page read. Only the newest notes keep them. */
  headers: Headers | undefined;
  /** The number of the page is 1 for the first, and undefined for a single read. */
  page?: number;
  /** The answer held this many resources. */
  count?: number;
  /** Severity and code of each issue in its OperationOutcomes are kept, but not their text. */
  outcomeCodes?: readonly string[];
};

const MAX_NOTES = 3000;

/** The headers of one answer take some two kilobytes, so an hour of refreshing would hold megabytes of them. */
const NOTES_WITH_HEADERS = 200;

/** The log keeps the newest requests of one session, in memory alone. */
export class RequestLog {
  readonly notes: RequestNote[] = [];

  /** Adds a note for a request that began at this time; the caller fills in the rest. */
  begin(resourceType: string, startedAtMs = Date.now()): RequestNote {
    const note = {
      resourceType,
      startedAtMs,
      durationMs: 0,
      status: undefined,
      headers: undefined,
    };
    this.notes.push(note);
    const older = this.notes.at(-1 - NOTES_WITH_HEADERS);
    if (older !== undefined) older.headers = undefined;
    if (this.notes.length > MAX_NOTES) this.notes.shift();
    return note;
  }
}
