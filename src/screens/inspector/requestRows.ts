import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { readableHeaders, type ReadableHeader } from './readableHeaders.ts';

export type RequestRow = {
  readonly resourceType: string;
  readonly page: string;
  /** UTC, as servers write their logs. */
  readonly started: string;
  readonly durationMs: string;
  readonly status: string;
  readonly count: string;
  /** Severity and code of what the server said beside or in place of resources. */
  readonly said: string;
  readonly headers: readonly ReadableHeader[];
};

export type RequestTable = {
  /** Oldest first. */
  readonly rows: readonly RequestRow[];
  readonly totals: {
    readonly requests: number;
    readonly failed: number;
    readonly resources: number;
    readonly slowestMs: number | undefined;
    readonly medianMs: number | undefined;
  };
  readonly unanswered: number;
};

/** As long as a request may take. */
const TIME_LIMIT_MS = 60_000;
export const NO_ANSWER = 'no answer (network or CORS)';

/** The session's requests as far as they have come. */
export function requestTable(notes: readonly ReadRequest[], nowMs: number): RequestTable {
  const isUnderWay = ({ status, durationMs, startedAtMs }: ReadRequest): boolean =>
    status === undefined && durationMs === 0 && nowMs - startedAtMs < TIME_LIMIT_MS;
  const ended = notes.filter((note) => !isUnderWay(note));
  const unanswered = ended.filter(({ status }) => status === undefined).length;
  const times = ended.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  return {
    rows: notes.map((note) => rowOf(note, isUnderWay(note))),
    totals: {
      requests: notes.length,
      failed: unanswered + ended.filter(({ status }) => status !== undefined && status >= 400).length,
      resources: notes.reduce((sum, { count = 0 }) => sum + count, 0),
      slowestMs: times.at(-1),
      medianMs: times[Math.floor((times.length - 1) / 2)],
    },
    unanswered,
  };
}

function rowOf(
  {
    resourceType,
    page,
    startedAtMs,
    durationMs,
    status,
    count,
    outcomeCodes: said = [],
    headers,
  }: ReadRequest,
  isUnderWay: boolean,
): RequestRow {
  return {
    resourceType,
    page: page === undefined ? '' : String(page),
    started: new Date(startedAtMs).toISOString().slice(11, 23),
    durationMs: isUnderWay ? '' : String(Math.round(durationMs)),
    status: isUnderWay ? 'under way' : status === undefined ? NO_ANSWER : String(status),
    count: count === undefined ? '' : String(count),
    said: said.join('; '),
    headers: readableHeaders(headers),
  };
}

/** Changes when a row does. */
export const requestChanges = (notes: readonly ReadRequest[]): string =>
  notes.map(({ status, count, durationMs }) => `${status} ${count} ${durationMs}`).join();

/** The browser tells a page nothing about an answer that it may not read; this is how to find out. */
export const HOW_CORS_SHOWS =
  'The browser hides from the page why no answer came; its own console says it. A server that may be read answers with Access-Control-Allow-Origin for this page’s origin, and its answer to the preflight (OPTIONS, without a token) allows the headers authorization and accept.';
