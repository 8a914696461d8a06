import type { BulkFault } from '../faults/bulkFault.ts';
import type { ExportFile } from './exportFiles.ts';

export type ExportJob = {
  readonly id: string;
  readonly clientId: string;
  readonly request: string;
  /** A kick-off by POST is one of version 3, whose manifest names its files of outcomes in another way. */
  readonly isVersion3: boolean;
  readonly transactionTime: string;
  readonly expiresAtMs: number;
  readonly files: readonly ExportFile[];
  readonly deleted: readonly ExportFile[];
  readonly outcomes: readonly ExportFile[];
  polls: number;
  /** The manifest was given out this many times. Each time its links are new ones. */
  manifests: number;
  fileRequests: number;
};

const MANIFEST_TYPE = 'http://hl7.org/fhir/uv/bulkdata/StructureDefinition/BulkDataManifest';

/** Returns one page of the manifest, from 1 on: https://build.fhir.org/ig/HL7/bulk-data/export.html#response---output-manifest */
export function manifestOf(job: ExportJob, origin: string, page: number, fault: BulkFault): string {
  if (fault.manifest === 'notJson') return '<html><body>Welcome to the hospital network</body></html>';
  const { manifestPages: pages = 1 } = fault;
  const from = Math.floor((job.files.length * (page - 1)) / pages);
  const to = Math.floor((job.files.length * page) / pages);
  const next = fault.manifest === 'endless' ? 1 : page < pages ? page + 1 : undefined;
  const document: Record<string, unknown> = {
    manifestType: MANIFEST_TYPE,
    transactionTime:
      fault.manifest === 'otherTime' && page > 1 ? '2001-01-01T00:00:00.000Z' : job.transactionTime,
    request: job.request,
    requiresAccessToken: fault.openFiles !== true,
    output: entries(job, job.files, 'output', origin, fault).slice(from, to),
    ...(page === 1 && filesBesideOutput(job, origin)),
    ...(next !== undefined && {
      link: [{ relation: 'next', url: `${origin}/bulk/status/${job.id}?page=${next}` }],
    }),
  };
  const missing = fault.manifest === undefined ? undefined : MISSING[fault.manifest];
  if (missing !== undefined) delete document[missing];
  return JSON.stringify(document);
}

const MISSING: Readonly<Partial<Record<NonNullable<BulkFault['manifest']>, string>>> = {
  noTime: 'transactionTime',
  noRequiresToken: 'requiresAccessToken',
  noOutput: 'output',
};

const filesBesideOutput = (job: ExportJob, origin: string): object => ({
  ...(job.deleted.length > 0 && { deleted: entries(job, job.deleted, 'deleted', origin, {}) }),
  [job.isVersion3 ? 'outcome' : 'error']: entries(job, job.outcomes, 'outcome', origin, {}),
});

function entries(
  job: ExportJob,
  files: readonly ExportFile[],
  kind: string,
  origin: string,
  fault: BulkFault,
): readonly object[] {
  return files.map(({ type, count }, index) => {
    const url = `${origin}/bulk/files/${job.id}/${job.manifests}/${kind}/${index}`;
    const lie = index > 0 ? 0 : fault.count === 'more' ? 1 : fault.count === 'fewer' ? -1 : 0;
    return {
      ...(kind === 'output' && {
        type: index === 0 && fault.manifest === 'foreignType' ? 'Practitioner' : type,
      }),
      url: index === 0 ? faultyUrl(url, origin, fault) : url,
      ...(fault.count !== 'none' && { count: count + lie }),
    };
  });
}

function faultyUrl(url: string, origin: string, { manifest, otherHost = '' }: BulkFault): string {
  if (manifest === 'foreignFile') return url.replace(origin, otherHost);
  return manifest === 'plainHttp' ? 'http://files.example/patients.ndjson' : url;
}
