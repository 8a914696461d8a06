/** This file stands in for a FHIR server that searches Observations by date, and for servers that do so wrongly. */
import { FhirError } from '../fhir/FhirError.ts';
import type { FhirReader, ReadPage } from '../fhir/reader.ts';
import { endMsOfMoment, readMoment } from '../clinical/time/date.ts';
import { RequestLog } from '../fhir/requestLog.ts';
import { recordReading } from '../record/flowsheet/recordReading.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { readSession } from './fhirReaderFixture.ts';

/** This is a result as the server holds it: with one of the forms of effective[x], or none. */
export type HeldResult = Readonly<Record<string, unknown>> & { readonly id: string };

/** This is what the server answers to one search, before its page is cut out. */
type Answered = { readonly matches: readonly HeldResult[]; readonly total: number | undefined };

/** Says how a server differs from one that does all that FHIR says. */
export type DateServer = {
  readonly results: readonly HeldResult[];
  /** It sends so many to a page at most. */
  readonly cap?: number;
  readonly hasTotal?: boolean;
  /** Answers a search in another way, or throws; undefined leaves it as it is. */
  readonly answer?: (query: URLSearchParams, usual: Answered) => Answered | undefined;
  /** Changes a page before it is sent. */
  readonly page?: (page: ReadPage, query: URLSearchParams) => ReadPage;
};

/** Returns a result of patient p1 with this id. `effective` is a date, two of them for a period, or '' for none. */
export const heldResult = (
  id: string,
  effective: string,
  more: Readonly<Record<string, unknown>> = {},
): HeldResult => {
  const [start, end] = effective.split('/');
  const time = end === undefined ? { effectiveDateTime: start } : { effectivePeriod: { start, end } };
  return {
    resourceType: 'Observation',
    id,
    meta: { versionId: '1' },
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
    subject: { reference: 'Patient/p1' },
    ...(effective !== '' && time),
    valueQuantity: { value: 4.2, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    ...more,
  };
};

/** Returns so many results, one every so many seconds before the end of November 2026. */
export const manyResults = (count: number, everySeconds = 3600): HeldResult[] =>
  Array.from({ length: count }, (_, i) =>
    heldResult(`r${i}`, new Date(Date.parse('2026-11-24T12:00:00Z') - i * everySeconds * 1000).toISOString()),
  );

type Range = { readonly startMs: number; readonly endMs: number };

const rangeOfText = (text: unknown): Range | undefined => {
  const moment = readMoment(typeof text === 'string' ? text : '');
  return Number.isNaN(moment.timeMs)
    ? undefined
    : { startMs: moment.timeMs, endMs: Math.max(moment.timeMs, endMsOfMoment(moment) - 1) };
};

/** Returns the range that a result is found by. https://hl7.org/fhir/R4/search.html#date */
function rangeOf({ effectiveDateTime, effectivePeriod }: HeldResult): Range | undefined {
  if (typeof effectivePeriod !== 'object' || effectivePeriod === null) return rangeOfText(effectiveDateTime);
  const { start, end } = effectivePeriod as { start?: unknown; end?: unknown };
  return {
    startMs: rangeOfText(start)?.startMs ?? -Infinity,
    endMs: rangeOfText(end)?.endMs ?? Infinity,
  };
}

function isInDates(result: HeldResult, query: URLSearchParams): boolean {
  const range = rangeOf(result);
  if (query.has('date:missing')) return range === undefined;
  return query.getAll('date').every((value) => {
    const atMs = Date.parse(value.slice(2));
    if (range === undefined) return false;
    return value.startsWith('ge') ? range.endMs >= atMs : range.startMs < atMs;
  });
}

/** A result without a date comes last in either order. */
function sorted(results: readonly HeldResult[], sort: string | null): readonly HeldResult[] {
  if (sort === null) return results;
  const key = (result: HeldResult): number => rangeOf(result)?.startMs ?? NaN;
  const sign = sort.startsWith('-') ? -1 : 1;
  const dated = results.filter((one) => !Number.isNaN(key(one)));
  return [
    ...dated.toSorted((a, b) => sign * (key(a) === key(b) ? 0 : key(a) - key(b))),
    ...results.filter((one) => Number.isNaN(key(one))),
  ];
}

/** Returns a part of what a search found, and where the next one begins. */
function pageFrom({ matches, total }: Answered, query: URLSearchParams, start: number, end: number) {
  const isCount = query.get('_summary') === 'count';
  const next = !isCount && end < matches.length ? end : undefined;
  const page: ReadPage = {
    entries: isCount ? [] : matches.slice(start, end),
    total,
    next: next === undefined ? undefined : `${query.toString()}#${next}`,
    outcome: { shortfalls: [], failure: undefined, codes: [] },
  };
  return { next, page };
}

/** Returns a reader of this server. Every request is listed in `asked`: the first of a search, and each next link. */
export function dateServerReader(server: DateServer, asked: string[] = []): FhirReader {
  const { results, cap = 1000, hasTotal = true, answer, page: changed } = server;
  const known = new Map<string, readonly HeldResult[]>();
  const matching = (query: URLSearchParams): readonly HeldResult[] => {
    const key = `${query.toString()} ${results.length}`;
    const found =
      known.get(key) ??
      sorted(
        results.filter((one) => isInDates(one, query) && !query.has('category')),
        query.get('_sort'),
      );
    known.set(key, found);
    return found;
  };
  const answerTo = (query: URLSearchParams): Answered => {
    const matches = matching(query);
    const isCounting = hasTotal || query.get('_summary') === 'count' || query.get('_total') === 'accurate';
    const usual = { matches, total: isCounting ? matches.length : undefined };
    return answer?.(query, usual) ?? usual;
  };
  return {
    log: new RequestLog(),
    onWait: () => {},
    onSilence: () => {},
    tryNow: () => {},
    read: (type) => Promise.reject(new FhirError('refused', type, 404)),
    async *pages(_type, search, signal, from) {
      const [sent = '', offset = '0'] = (from?.address ?? search).split('#');
      const query = new URLSearchParams(sent);
      const text = decodeURIComponent(query.toString());
      const count = Math.min(cap, Number(query.get('_count') ?? cap));
      let start: number | undefined = Number(offset);
      while (start !== undefined) {
        // oxlint-disable-next-line no-await-in-loop -- pages follow each other
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) throw new FhirError('aborted', 'Observation');
        asked.push(start === 0 ? text : `${text}#${start}`);
        const { next, page } = pageFrom(answerTo(query), query, start, start + count);
        yield changed?.(page, query) ?? page;
        start = next;
      }
    },
  };
}

type Read = {
  readonly record: RecordSnapshot;
  readonly asked: readonly string[];
  readonly ids: ReadonlySet<string>;
};

/** Opens the record of this server, and returns a way to read it to its end and to read again what failed. */
export function openDateServer(server: DateServer): () => Promise<Read> {
  const asked: string[] = [];
  const reading = recordReading(readSession(), dateServerReader(server, asked));
  return async () => {
    const record = await reading.run(new AbortController().signal, () => {});
    return { record, asked, ids: idsOf(record) };
  };
}

/** Returns the ids of all results that a record has drawn or listed. */
export function idsOf({ series }: RecordSnapshot): ReadonlySet<string> {
  const rows = series.flatMap((one) => [...one.rows, ...one.listed]);
  return new Set(rows.map(({ id }) => id));
}

/** Reads the record of this server once to its end. */
export const readDateServer = (server: DateServer): Promise<Read> => openDateServer(server)();
