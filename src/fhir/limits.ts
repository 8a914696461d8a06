/** These limits say how long and how often a server is asked. All times are in milliseconds. */
export type Limits = {
  /** A search of more pages than this fails with `limit`. */
  readonly pages: number;
  /** One request is tried at most this often, the first try included. */
  readonly tries: number;
  /** An answer must begin within this time. */
  readonly headersMs: number;
  /** The next part of a body must come within this time. */
  readonly stallMs: number;
  /** A body must be complete within this time. */
  readonly bodyMs: number;
  /** This is the first wait when the server names none. Each further wait is twice as long. */
  readonly backoffMs: number;
  /** A request that is told to wait longer than this fails with `busy`. */
  readonly longestWaitMs: number;
  /** A search waits this long for a lost network. */
  readonly offlineMs: number;
};

/** These limits hold in the product. Tests use shorter ones. */
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
