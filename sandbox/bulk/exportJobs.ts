import { randomBytes } from 'node:crypto';
import type { BulkFault } from '../faults/bulkFault.ts';
import { FhirError } from '../fhir/fhirError.ts';
import type { BackendAccess } from './backendClients.ts';
import { exportFiles, fileOf, type ExportedPeople, type ExportFile } from './exportFiles.ts';
import type { KickOff } from './kickOff.ts';
import type { ExportJob } from './manifest.ts';

const JOB_LIFE_MS = 60 * 60 * 1000;
const MAX_JOBS = 5;

/** These are the exports that were started and not ended, the newest few. */
export class ExportJobs {
  readonly #jobs = new Map<string, ExportJob>();

  /** Makes the files of an export. `request` is the address by which it was asked for. */
  start(
    { clientId }: BackendAccess,
    kickOff: KickOff,
    people: ExportedPeople,
    request: string,
    fault: BulkFault,
  ): ExportJob {
    const transactionTime = new Date().toISOString();
    const { deleted = [], outcome } = fault;
    const job: ExportJob = {
      id: randomBytes(18).toString('base64url'),
      clientId,
      request,
      isVersion3: kickOff.isPost,
      transactionTime,
      expiresAtMs: Date.now() + JOB_LIFE_MS,
      files: exportFiles(people, kickOff, transactionTime, fault),
      deleted:
        kickOff.sinceMs === undefined || deleted.length === 0
          ? []
          : [fileOf('Bundle', deleted.map(deletionLine))],
      outcomes: outcome === undefined ? [] : [fileOf('OperationOutcome', [outcomeLine(outcome)])],
      polls: 0,
      manifests: 0,
      fileRequests: 0,
    };
    this.#jobs.set(job.id, job);
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > MAX_JOBS && oldest !== undefined) this.#jobs.delete(oldest);
    return job;
  }

  /** Returns an export of this client. Throws where it has none of that name, or no longer. */
  ofClient(id: string, { clientId }: BackendAccess): ExportJob {
    const job = this.#jobs.get(id);
    if (job?.clientId !== clientId || job.expiresAtMs < Date.now())
      throw new FhirError(404, 'not-found', 'There is no such export.');
    return job;
  }

  /** Returns a file of an export, which is asked for by its own address alone. */
  file(id: string, kind: string, index: number): { job: ExportJob; file: ExportFile } | undefined {
    const job = this.#jobs.get(id);
    const file = job && filesOfKind(job, kind)[index];
    return job && file && { job, file };
  }

  end({ id }: ExportJob): void {
    this.#jobs.delete(id);
  }
}

const filesOfKind = ({ files, deleted, outcomes }: ExportJob, kind: string) =>
  kind === 'output' ? files : kind === 'deleted' ? deleted : outcomes;

const deletionLine = (reference: string): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ request: { method: 'DELETE', url: reference } }],
  });

const outcomeLine = (severity: string): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity, code: 'processing', diagnostics: 'One result of Ada Abara was left out.' }],
  });
