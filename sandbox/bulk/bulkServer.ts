// This server exports the records of many people at once: https://build.fhir.org/ig/HL7/bulk-data/export.html
// It takes a kick-off by POST, as version 3 writes it, and by GET, as servers of version 2 do. Each request needs a token of a
// backend client, and the files too unless a fault says otherwise.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { BulkFault } from '../faults/bulkFault.ts';
import { FhirError, unauthorizedError } from '../fhir/fhirError.ts';
import { HttpError, send, type HttpResponse } from '../http.ts';
import { FHIR_JSON } from '../vendors/generic.ts';
import type { BackendAccess } from './backendClients.ts';
import { groupPeople, readGroups, requireScopes, type PeopleSource } from './exportGroups.ts';
import { ExportJobs } from './exportJobs.ts';
import { readKickOff } from './kickOff.ts';
import { manifestOf, type ExportJob } from './manifest.ts';
import { sendFile } from './sendFile.ts';

/** Tests read this about a request for an export. */
type BulkRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly hasToken: boolean;
  readonly headers: Readonly<Record<string, string>>;
};

type BulkServerOptions = PeopleSource & {
  readonly origin: string;
  readonly faults: ActiveFaults;
  readonly findBackend: (authorizationHeader: string | undefined) => Promise<BackendAccess | undefined>;
};

const MAX_LOGGED = 5000;
const LOGGED_HEADERS = ['accept', 'accept-encoding', 'prefer', 'range', 'content-type', 'if-range'];

const NO_FAULT: BulkFault = {};

export class BulkServer {
  readonly #options: BulkServerOptions;
  readonly #basePath: string;
  readonly #jobs = new ExportJobs();
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
    if (status !== undefined) return this.#status(request, this.#jobs.ofClient(status, access), url);
    const path = url.pathname.slice(this.#basePath.length);
    if (path.endsWith('/$export')) return this.#kickOff(request, access, path, url);
    if (request.method !== 'GET') throw new FhirError(405, 'not-supported', 'Groups are read only.');
    return readGroups(access, /^\/Group\/([^/]+)$/.exec(path)?.[1], this.#options);
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
    const people = groupPeople(group, this.#options);
    const job = this.#jobs.start(access, kickOff, people, `${fhirBase}${path}`, fault);
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

  #status(request: IncomingMessage, job: ExportJob, url: URL): HttpResponse {
    if (request.method === 'DELETE') {
      this.#jobs.end(job);
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
    const found = this.#jobs.file(id, kind, Number(index));
    if (!found || isExpired(fault, Number(manifest)))
      throw new FhirError(410, 'expired', 'This file is no longer there.');
    const { job, file } = found;
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

  async #requireAccess({ headers }: IncomingMessage): Promise<BackendAccess> {
    const access = await this.#options.findBackend(headers.authorization);
    if (!access) throw unauthorizedError('An access token of a backend client is required.', 'invalid_token');
    return access;
  }
}

const isExpired = ({ linksExpire }: BulkFault, manifest: number): boolean =>
  linksExpire === 'always' || (linksExpire === 'once' && manifest < 2);

const outcomeAnswer = ({ status, outcome, headers }: FhirError): HttpResponse => ({
  status,
  type: FHIR_JSON,
  body: JSON.stringify(outcome),
  headers,
});
