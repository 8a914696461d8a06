// This server exports the records of many people at once: https://build.fhir.org/ig/HL7/bulk-data/export.html
// It takes a kick-off by POST, as version 3 writes it, and by GET, as servers of version 2 do. Each request needs a token of a
// backend client, and the files too unless a fault says otherwise.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FhirResource } from 'fhir/r4';
import { scopeCovers } from '../authorization/scopes.ts';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { BulkFault } from '../faults/bulkFault.ts';
import { FhirError, insufficientScopeError, unauthorizedError } from '../fhir/fhirError.ts';
import type { RecordStore } from '../fhir/records.ts';
import { HttpError, send, type HttpResponse } from '../http.ts';
import { FHIR_JSON } from '../vendors/generic.ts';
import type { BackendAccess } from './backendClients.ts';
import { exportFiles, fileOf, type ExportedPeople } from './exportFiles.ts';
import { readKickOff, type KickOff } from './kickOff.ts';
import { manifestOf, type ExportJob } from './manifest.ts';
import { personResources, populationIds, type Population } from './population.ts';
import { sendFile } from './sendFile.ts';

/** Tests read this about a request for an export. */
type BulkRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly hasToken: boolean;
  readonly headers: Readonly<Record<string, string>>;
};

type BulkServerOptions = {
  readonly origin: string;
  readonly fhirBase: string;
  readonly records: RecordStore;
  readonly population: Population;
  readonly faults: ActiveFaults;
  readonly findBackend: (authorizationHeader: string | undefined) => Promise<BackendAccess | undefined>;
};

const GROUPS = { invented: 'The invented people', population: 'People made by a seed' } as const;
type GroupId = keyof typeof GROUPS;

const JOB_LIFE_MS = 60 * 60 * 1000;
const MAX_JOBS = 5;
const MAX_LOGGED = 5000;
const LOGGED_HEADERS = ['accept', 'accept-encoding', 'prefer', 'range', 'content-type', 'if-range'];

const NO_FAULT: BulkFault = {};

export class BulkServer {
  readonly #options: BulkServerOptions;
  readonly #basePath: string;
  readonly #jobs = new Map<string, ExportJob>();
  #log: BulkRequest[] = [];
  #counts = { fault: NO_FAULT, kickOffs: 0, polls: 0, files: 0 };

  constructor(options: BulkServerOptions) {
    this.#options = options;
    this.#basePath = new URL(options.fhirBase).pathname;
  }

  servesPath(path: string): boolean {
    const rest = path.startsWith(`${this.#basePath}/`) ? path.slice(this.#basePath.length) : '';
    return path.startsWith('/bulk/') || /^\/Group(\/|$)/.test(rest) || /^(\/Patient)?\/\$export$/.test(rest);
  }

  get log(): readonly BulkRequest[] {
    return this.#log;
  }

  forgetLog(): void {
    this.#log = [];
  }

  /** Returns the faults that are on. Those that strike a number of times begin anew with each new set. */
  #fault(): BulkFault {
    const fault = this.#options.faults.current.bulk ?? NO_FAULT;
    if (fault !== this.#counts.fault) this.#counts = { fault, kickOffs: 0, polls: 0, files: 0 };
    return fault;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const answer = await this.#answer(request, response, url).catch((error: unknown) => {
      if (error instanceof HttpError)
        return outcomeAnswer(new FhirError(error.status, 'invalid', error.message));
      if (!(error instanceof FhirError)) throw error;
      return outcomeAnswer(error);
    });
    const { method = '', headers } = request;
    this.#log = [
      ...this.#log,
      {
        method,
        path: url.pathname + url.search,
        status: answer?.status ?? response.statusCode,
        hasToken: headers.authorization !== undefined,
        headers: Object.fromEntries(LOGGED_HEADERS.map((name) => [name, String(headers[name] ?? '')])),
      },
    ].slice(-MAX_LOGGED);
    if (answer) send(response, answer);
  }

  /** Returns the answer, or nothing where it was sent already. */
  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<HttpResponse | undefined> {
    const file = /^\/bulk\/files\/([\w-]+)\/(\d+)\/(output|deleted|outcome)\/(\d+)$/.exec(url.pathname);
    const fault = this.#fault();
    if (file) {
      if (fault.openFiles !== true) await this.#requireAccess(request);
      return this.#file(request, response, file);
    }
    const access = await this.#requireAccess(request);
    const status = /^\/bulk\/status\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (status !== undefined) return this.#status(request, this.#jobOf(status, access), url);
    const path = url.pathname.slice(this.#basePath.length);
    if (path.endsWith('/$export')) return this.#kickOff(request, access, path, url);
    if (request.method !== 'GET') throw new FhirError(405, 'not-supported', 'Groups are read only.');
    return this.#groups(access, /^\/Group\/([^/]+)$/.exec(path)?.[1]);
  }

  async #kickOff(
    request: IncomingMessage,
    access: BackendAccess,
    path: string,
    url: URL,
  ): Promise<HttpResponse> {
    const { origin, fhirBase } = this.#options;
    const fault = this.#fault();
    if (request.method === 'POST' && fault.postStatus !== undefined)
      throw new FhirError(fault.postStatus, 'not-supported', 'This server is asked by GET.');
    this.#counts.kickOffs += 1;
    if (fault.kickOffStatus !== undefined && this.#counts.kickOffs <= (fault.kickOffTimes ?? Infinity))
      throw new FhirError(fault.kickOffStatus, 'throttled', 'Another export is running.', {
        ...(fault.retryAfter !== undefined && { 'Retry-After': fault.retryAfter }),
      });
    const group = /^\/Group\/([^/]+)\/\$export$/.exec(path)?.[1];
    const kickOff = await readKickOff(request, url);
    requireScopes(access, kickOff.types, group !== undefined && fault.groupScope === true);
    const job = this.#newJob(access, kickOff, this.#people(group), `${fhirBase}${path}`);
    const location = `${origin}/bulk/status/${job.id}`;
    const { statusHost } = fault;
    return {
      status: 202,
      headers: {
        ...(statusHost !== 'missing' && {
          'Content-Location':
            statusHost === 'foreign' ? location.replace(origin, fault.otherHost ?? '') : location,
        }),
      },
    };
  }

  #newJob({ clientId }: BackendAccess, kickOff: KickOff, people: ExportedPeople, request: string): ExportJob {
    const fault = this.#fault();
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

  /** Returns the people of a Group, or all. A name that both have is the one of an invented person. */
  #people(group: string | undefined): ExportedPeople {
    const { records, population, fhirBase } = this.#options;
    if (group !== undefined && !isGroup(group))
      throw new FhirError(404, 'not-found', 'There is no such Group.');
    const invented = group === 'population' ? [] : records.listed.map(({ story }) => story.id);
    const seeded = group === 'invented' ? [] : populationIds(population);
    const resourcesOf = (id: string): readonly FhirResource[] =>
      invented.includes(id)
        ? (records.record(id)?.story.resources(fhirBase) ?? [])
        : personResources(population, id);
    return { ids: [...invented, ...seeded], resourcesOf };
  }

  #status(request: IncomingMessage, job: ExportJob, url: URL): HttpResponse {
    if (request.method === 'DELETE') {
      this.#jobs.delete(job.id);
      return { status: 202 };
    }
    if (request.method !== 'GET') throw new FhirError(405, 'not-supported', 'The status is read or deleted.');
    const fault = this.#fault();
    this.#requireWorkingStatus(fault);
    const { retryAfter = '1', polls = 2 } = fault;
    if (job.polls < polls) {
      job.polls += 1;
      const progress = fault.progress ?? `${Math.round((100 * (job.polls - 1)) / polls)}% complete`;
      return { status: 202, headers: { 'X-Progress': progress, 'Retry-After': retryAfter } };
    }
    const page = Number(url.searchParams.get('page') ?? '1');
    if (page === 1) job.manifests += 1;
    const isOld = fault.linksExpire === 'header' && job.manifests === 1;
    return {
      status: 200,
      type: fault.manifest === 'notJson' ? 'text/html' : 'application/json',
      body: manifestOf(job, this.#options.origin, page, fault),
      headers: { Expires: new Date(isOld ? 0 : job.expiresAtMs).toUTCString() },
    };
  }

  #requireWorkingStatus({
    pollStatus,
    pollTimes = Infinity,
    isTransient,
    retryAfter = '1',
  }: BulkFault): void {
    if (pollStatus === undefined || this.#counts.polls >= pollTimes) return;
    this.#counts.polls += 1;
    const code = isTransient === true ? 'transient' : 'exception';
    throw new FhirError(pollStatus, code, 'The export failed.', { 'Retry-After': retryAfter });
  }

  #file(
    request: IncomingMessage,
    response: ServerResponse,
    [, id = '', manifest = '', kind = '', index = '']: RegExpExecArray,
  ): undefined {
    const fault = this.#fault();
    const job = this.#jobs.get(id);
    const file = job && filesOfKind(job, kind)[Number(index)];
    if (!job || !file || isExpired(fault, Number(manifest)))
      throw new FhirError(410, 'expired', 'This file is no longer there.');
    job.fileRequests += 1;
    if (fault.tokenEndsAfter !== undefined && job.fileRequests === fault.tokenEndsAfter + 1)
      throw unauthorizedError('The access token ended.', 'invalid_token');
    const isFaulty = this.#isFaulty(file.type, fault);
    const { file: _kind, ...others } = fault;
    sendFile(request, response, file, isFaulty ? fault : others);
  }

  #isFaulty(type: string, fault: BulkFault): boolean {
    const isMeant = fault.file !== undefined && (fault.type ?? type) === type;
    if (!isMeant || this.#counts.files >= (fault.fileTimes ?? Infinity)) return false;
    this.#counts.files += 1;
    return true;
  }

  #groups(access: BackendAccess, id: string | undefined): HttpResponse {
    if (!access.scopes.some((scope) => scopeCovers(scope, 'system/Group.r')))
      throw insufficientScopeError('No scope of this token allows to read Groups.');
    const groups = Object.entries(GROUPS).map(([key, name]) => ({
      resourceType: 'Group',
      id: key,
      type: 'person',
      actual: true,
      name,
      quantity: this.#people(key).ids.length,
    }));
    const body =
      id === undefined
        ? {
            resourceType: 'Bundle',
            type: 'searchset',
            total: groups.length,
            entry: groups.map((resource) => ({ resource })),
          }
        : groups.find((group) => group.id === id);
    if (!body) throw new FhirError(404, 'not-found', 'There is no such Group.');
    return { status: 200, type: FHIR_JSON, body: JSON.stringify(body) };
  }

  async #requireAccess({ headers }: IncomingMessage): Promise<BackendAccess> {
    const access = await this.#options.findBackend(headers.authorization);
    if (!access) throw unauthorizedError('An access token of a backend client is required.', 'invalid_token');
    return access;
  }

  #jobOf(id: string, { clientId }: BackendAccess): ExportJob {
    const job = this.#jobs.get(id);
    if (job?.clientId !== clientId || job.expiresAtMs < Date.now())
      throw new FhirError(404, 'not-found', 'There is no such export.');
    return job;
  }
}

const filesOfKind = ({ files, deleted, outcomes }: ExportJob, kind: string) =>
  kind === 'output' ? files : kind === 'deleted' ? deleted : outcomes;

const isExpired = ({ linksExpire }: BulkFault, manifest: number): boolean =>
  linksExpire === 'always' || (linksExpire === 'once' && manifest < 2);

const isGroup = (id: string): id is GroupId => Object.hasOwn(GROUPS, id);

/** Every type that is exported needs a scope, and an export without types needs one for all. */
function requireScopes(
  { scopes }: BackendAccess,
  types: readonly string[] | undefined,
  needsGroup: boolean,
): void {
  const needed = (types ?? ['*']).map((type) => `system/${type}.rs`);
  const missing = [...needed, ...(needsGroup ? ['system/Group.r'] : [])].find(
    (scope) => !scopes.some((granted) => scopeCovers(granted, scope)),
  );
  if (missing !== undefined) throw insufficientScopeError(`This token lacks ${missing}.`);
}

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

const outcomeAnswer = ({ status, outcome, headers }: FhirError): HttpResponse => ({
  status,
  type: FHIR_JSON,
  body: JSON.stringify(outcome),
  headers,
});
