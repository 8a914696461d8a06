/** How long and how often a server is asked. Tests bring shorter ones. */
export type Limits = {
  /** Pages of one search before the reader must ask for more. */
  readonly pages: number;
  /** Tries of one request, the first included. */
  readonly tries: number;
  /** Until an answer begins, between two parts of it, and for the whole of its body. */
  readonly headersMs: number;
  readonly stallMs: number;
  readonly bodyMs: number;
  /** The first wait where the server names none; each one after it is twice as long. */
  readonly backoffMs: number;
  /** A server that wants a longer wait is not asked again by itself. */
  readonly longestWaitMs: number;
  /** How long a lost network is waited for. */
  readonly offlineMs: number;
};

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
