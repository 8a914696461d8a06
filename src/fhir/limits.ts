/**
 * These limits say how long and how often a server is asked. All times are in milliseconds. Those from `tickMs` to
 * `answerMs` are counted in ticks, and only while the page is seen and online (decision 46).
 */
export type Limits = {
  /** A search of more pages than this fails with `limit`. */
  readonly pages: number;
  /** A search that brought nothing new for so many pages in a row fails with `limit`: its server may send next links for ever. */
  readonly pagesInVain: number;
  /** A search of more entries than this fails with `limit`, before they fill the memory of the page. */
  readonly entries: number;
  /** One request is tried at most this often, the first try included. */
  readonly tries: number;
  /** A busy server that answers other requests meanwhile is asked this many times more for what nothing is shown without. */
  readonly moreTries: number;
  /** The clock of the waiting times ticks this often. */
  readonly tickMs: number;
  /** A request that waits this long is said on the screen. */
  readonly noticeMs: number;
  /** When nothing came for this long, a request that waited all the time is sent once more. */
  readonly askAnewMs: number;
  /** When nothing came for this long, all requests are given up. */
  readonly silenceMs: number;
  /** While other requests are answered, the next part of an answer must come within this time. */
  readonly stallMs: number;
  /** An answer must be complete within this time. */
  readonly answerMs: number;
  /** This is the first wait when the server names none. Each further wait is twice as long, up to eight times the first. */
  readonly backoffMs: number;
  /** A request that is told to wait longer than this fails with `busy`. */
  readonly longestWaitMs: number;
  /** A search waits this long for a lost network. */
  readonly offlineMs: number;
};

/** These limits hold in the product. Tests use shorter ones. */
export const LIMITS: Limits = {
  pages: 2000,
  pagesInVain: 50,
  entries: 500_000,
  tries: 4,
  moreTries: 8,
  tickMs: 1000,
  noticeMs: 10_000,
  askAnewMs: 33_000,
  silenceMs: 41_000,
  stallMs: 60_000,
  answerMs: 300_000,
  backoffMs: 1000,
  longestWaitMs: 120_000,
  offlineMs: 120_000,
};
