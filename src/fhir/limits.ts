/** How long and how often a server is asked. All times are in milliseconds. */
export type Limits = {
  /** The most pages of one search; a longer one fails with `limit`. */
  readonly pages: number;
  /** The most tries of one request, the first included. */
  readonly tries: number;
  /** The longest wait for the headers of an answer. */
  readonly headersMs: number;
  /** The longest wait between two parts of a body. */
  readonly stallMs: number;
  /** The longest time for a whole body. */
  readonly bodyMs: number;
  /** The first wait when the server names none. Each further wait is twice as long. */
  readonly backoffMs: number;
  /** The longest wait that is sat out. A request that is told to wait longer fails with `busy`. */
  readonly longestWaitMs: number;
  /** How long a search waits for a lost network. */
  readonly offlineMs: number;
};

/** The limits of the product. Tests use shorter ones. */
export const LIMITS: Limits = {
  pages: 2000,
  tries: 4,
  headersMs: 60_000,
  stallMs: 30_000,
  bodyMs: 300_000,
  backoffMs: 1000,
  longestWaitMs: 120_000,
  offlineMs: 120_000,
};
