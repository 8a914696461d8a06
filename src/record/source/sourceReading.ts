import { readSource, type SourceReading } from '../../clinical/source/source.ts';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { isLaunchError } from '../../smart/errors/LaunchError.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { resourceJson } from './resourceJson.ts';
import { isNewer, resourceVersionOf } from '../flowsheet/resourceVersion.ts';

/** One result read again. `json` is there exactly where all of it may be shown; `version` is the key of the one that was read. */
export type SourceAnswer =
  | (SourceReading & { readonly json: string | undefined; readonly version: number })
  /** The server says that it has no such result any more. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly failure: FhirFailure };

export type VersionsAnswer =
  | {
      readonly outcome: 'versions';
      readonly versions: readonly SourceReading[];
      /** The server has more than were asked for. */
      readonly isCut: boolean;
    }
  /** The server keeps no versions, or gives none away. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'failed'; readonly failure: FhirFailure };

/** Reads one result again by its id, under the session that the record was read with. Never rejects. */
export type SourceReader = {
  readonly read: (id: string, signal: AbortSignal) => Promise<SourceAnswer>;
  /** The versions other than the one that `read` gave, newest first. */
  readonly earlier: (id: string, shown: number, signal: AbortSignal) => Promise<VersionsAnswer>;
};

/** More pages of history than this have never been asked for by a reader of a chart. */
const MOST_PAGES = 5;

/** The source of every result of one patient. */
export function sourceReader(session: Session, reader: FhirReader): SourceReader {
  const patient = patientContextOf(session);
  const readingOf = (id: string, resource: unknown): SourceReading =>
    readSource(resource, { id, ...patient });

  return {
    async read(id, signal) {
      if (!isAskable(id)) return { outcome: 'gone' };
      try {
        const resource = await reader.read('Observation', pathOf(id), signal);
        const reading = readingOf(id, resource);
        const isWhole = reading.outcome === 'read' && reading.source.result !== undefined;
        return {
          ...reading,
          json: isWhole ? resourceJson(resource) : undefined,
          version: resourceVersionOf(resource).key,
        };
      } catch (error) {
        if (error instanceof FhirError && (error.status === 404 || error.status === 410))
          return { outcome: 'gone' };
        return { outcome: 'failed', failure: failureOf(error) };
      }
    },
    async earlier(id, shown, signal) {
      try {
        const { found, isCut } = await history(reader, id, signal);
        const versions = found
          .map((resource) => ({ resource, version: resourceVersionOf(resource) }))
          .filter(({ version }) => version.key !== shown)
          .toSorted((a, b) => (isNewer(a.version, b.version) ? -1 : 1));
        return {
          outcome: 'versions',
          versions: versions.map(({ resource }) => readingOf(id, resource)),
          isCut,
        };
      } catch (error) {
        if (error instanceof FhirError && NOT_KEPT.has(error.status ?? 0)) return { outcome: 'none' };
        return { outcome: 'failed', failure: failureOf(error) };
      }
    },
  };
}

const NOT_KEPT = new Set([400, 403, 404, 405, 410, 501]);

/** An id is one step of an address; these two would lead elsewhere. */
const isAskable = (id: string): boolean => id !== '' && id !== '.' && id !== '..';

const pathOf = (id: string): string => `Observation/${encodeURIComponent(id)}`;

/** A session that has ended is told by the whole screen; here it is one more read without an answer. */
function failureOf(error: unknown): FhirFailure {
  if (error instanceof FhirError) return error.failure;
  return isLaunchError(error) ? 'session' : 'unreadable';
}

async function history(reader: FhirReader, id: string, signal: AbortSignal) {
  const found: object[] = [];
  let pages = 0;
  const from = { address: `${pathOf(id)}/_history`, page: 1 };
  for await (const { entries, next } of reader.pages('Observation', '', signal, from)) {
    for (const entry of entries) if (typeof entry === 'object' && entry !== null) found.push(entry);
    pages += 1;
    if (pages === MOST_PAGES) return { found, isCut: next !== undefined };
  }
  return { found, isCut: false };
}
