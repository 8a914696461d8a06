import { readSource, type SourceReading } from '../../clinical/source/source.ts';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { isLaunchError } from '../../smart/errors/LaunchError.ts';
import type { Session } from '../../smart/session/session.ts';
import { patientContextOf } from '../patientContext.ts';
import { resourceJson } from './resourceJson.ts';
import { sentContent } from './sentContent.ts';
import { isNewer } from '../flowsheet/laterReading.ts';
import { resourceVersionOf } from '../flowsheet/resourceVersion.ts';

/** Reading a result again gives one of these answers. */
export type SourceAnswer =
  | (SourceReading & {
      /** The resource as JSON is undefined unless all of it may be shown. */
      readonly json: string | undefined;
      /** This is the key of the version that was read. */
      readonly version: number;
      /** This is what a record that is read now would tell of it (`sentContent.ts`); '' where nothing of it would be shown. */
      readonly content: string;
    })
  /** The server no longer has this result. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly failure: FhirFailure };

/** Reading the other versions of a result gives one of these answers. */
export type VersionsAnswer =
  | {
      readonly outcome: 'versions';
      readonly versions: readonly SourceReading[];
      /** Says whether the server has more versions than were read. */
      readonly isCut: boolean;
    }
  /** The server keeps no versions or does not give them. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'failed'; readonly failure: FhirFailure };

/** Reads single results again by their ids, under the session of the record. It never rejects. */
export type SourceReader = {
  /** Reads the result as it is now. */
  readonly read: (id: string, signal: AbortSignal) => Promise<SourceAnswer>;
  /** Reads the versions other than `shown`, the key of the one that `read` gave, the newest first. */
  readonly earlier: (id: string, shown: number, signal: AbortSignal) => Promise<VersionsAnswer>;
};

/** A history is read to this page at most. */
const MAX_HISTORY_PAGES = 5;

/** Creates the reader of the sources of one patient's results. https://hl7.org/fhir/R4/http.html#history */
export function sourceReader(session: Session, reader: FhirReader): SourceReader {
  const patient = patientContextOf(session);
  const readingOf = (id: string, resource: unknown): SourceReading =>
    readSource(resource, { id, ...patient });

  return {
    async read(id, signal) {
      if (!isReadableId(id)) return { outcome: 'gone' };
      try {
        const resource = await reader.read('Observation', pathOf(id), signal);
        const reading = readingOf(id, resource);
        const isWhole = reading.outcome === 'read' && reading.source.result !== undefined;
        return {
          ...reading,
          json: isWhole ? resourceJson(resource) : undefined,
          version: resourceVersionOf(resource).key,
          content: sentContent(resource, patient, Date.now()),
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
          .toSorted((a, b) => (isNewer(a.version, b.version) ? -1 : 1));
        // One that was sent meanwhile is newer than the one on the screen and was not replaced by it.
        const place = versions.findIndex(({ version }) => version.key === shown);
        return {
          outcome: 'versions',
          versions: versions.slice(place + 1).map(({ resource }) => readingOf(id, resource)),
          isCut,
        };
      } catch (error) {
        if (error instanceof FhirError && WITHOUT_HISTORY.has(error.status ?? 0)) return { outcome: 'none' };
        return { outcome: 'failed', failure: failureOf(error) };
      }
    },
  };
}

/** A server without history answers with one of these statuses. */
const WITHOUT_HISTORY = new Set([400, 403, 404, 405, 410, 501]);

/** An id is one segment of a path; "." and ".." would lead elsewhere. */
const isReadableId = (id: string): boolean => id !== '' && id !== '.' && id !== '..';

const pathOf = (id: string): string => `Observation/${encodeURIComponent(id)}`;

/** The end of the session is announced by the whole screen, so here it is one more failed read. */
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
    if (pages === MAX_HISTORY_PAGES) return { found, isCut: next !== undefined };
  }
  return { found, isCut: false };
}
