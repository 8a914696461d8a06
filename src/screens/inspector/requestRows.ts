import { MINUTE_MS } from '../../clinical/time/durations.ts';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { inspectorTexts } from './inspector.messages.ts';
import { readableHeaders, type ReadableHeader } from './readableHeaders.ts';

export type RequestRow = {
  readonly resourceType: string;
  readonly page: string;
  /** This is the time in UTC, as servers write it in their logs. */
  readonly startedText: string;
  readonly durationText: string;
  readonly status: string;
  readonly count: string;
  /** These are the severities and codes of the OperationOutcome that the server sent with or in place of resources. */
  readonly outcomes: string;
  readonly headers: readonly ReadableHeader[];
};

export type RequestTable = {
  /** The oldest stands first. */
  readonly rows: readonly RequestRow[];
  readonly totals: {
    readonly requests: number;
    readonly failed: number;
    readonly resources: number;
    readonly slowestMs: number | undefined;
    readonly medianMs: number | undefined;
  };
  readonly unansweredCount: number;
};

/** A request without an answer counts as under way for this long. */
const TIME_LIMIT_MS = MINUTE_MS;
export const NO_ANSWER = inspectorTexts('noAnswer');
/** A browser gives a redirect that is not followed the status 0, and tells no more of it. */
export const REDIRECTED = inspectorTexts('redirected');

const isFailed = (status: number | undefined): boolean => status === 0 || (status ?? 0) >= 400;

/** Returns the requests of the session so far, with their totals. */
export function requestTable(requests: readonly ReadRequest[], nowMs: number): RequestTable {
  const isUnderWay = ({ status, durationMs, startedAtMs }: ReadRequest): boolean =>
    status === undefined && durationMs === 0 && nowMs - startedAtMs < TIME_LIMIT_MS;
  const ended = requests.filter((request) => !isUnderWay(request));
  const unansweredCount = ended.filter(({ status }) => status === undefined).length;
  const durationsMs = ended.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  return {
    rows: requests.map((request) => requestRowOf(request, isUnderWay(request))),
    totals: {
      requests: requests.length,
      failed: unansweredCount + ended.filter(({ status }) => isFailed(status)).length,
      resources: requests.reduce((sum, { count = 0 }) => sum + count, 0),
      slowestMs: durationsMs.at(-1),
      medianMs: durationsMs[Math.floor((durationsMs.length - 1) / 2)],
    },
    unansweredCount,
  };
}

function statusText(status: number | undefined): string {
  if (status === undefined) return NO_ANSWER;
  return status === 0 ? REDIRECTED : String(status);
}

function requestRowOf(request: ReadRequest, isUnderWay: boolean): RequestRow {
  const { resourceType, page, startedAtMs, durationMs, status, count, outcomeCodes = [], headers } = request;
  return {
    resourceType,
    page: page === undefined ? '' : String(page),
    startedText: new Date(startedAtMs).toISOString().slice(11, 23),
    durationText: isUnderWay ? '' : String(Math.round(durationMs)),
    status: isUnderWay ? inspectorTexts('underWay') : statusText(status),
    count: count === undefined ? '' : String(count),
    outcomes: outcomeCodes.join('; '),
    headers: readableHeaders(headers),
  };
}

/** Returns a text that changes whenever a request does. */
export const requestChangeKey = (requests: readonly ReadRequest[]): string =>
  requests.map(({ status, count, durationMs }) => `${status} ${count} ${durationMs}`).join();

/** Explains how to find out why no answer came, which the browser hides from the page. */
export const CORS_HINT = inspectorTexts('corsHint');
