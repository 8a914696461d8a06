// The token handler is what a hospital puts before its EHR when it registers no public clients. It holds the secret or the
// private key, and Longview talks to it as to any SMART server (docs/confidential-client.md). It keeps nothing: a token
// passes through it and is neither stored nor written to its log.
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { FhirError } from '../fhir/fhirError.ts';
import { HttpError, jsonResponse, requestedUrl, send, type HttpResponse } from '../http.ts';
import { requestServer, ServerFailure } from '../serverRequest.ts';
import { DISCOVERY_PATH, HANDLER_PATHS, handlerDiscovery, readEhr } from './handlerDiscovery.ts';
import { OAuthRefusal, type EhrEndpoints, type HandlerClient } from './handlerOptions.ts';
import { authorizeRedirect, launchRedirect } from './handlerRedirects.ts';
import { passRecordRequest } from './recordRequests.ts';
import { passRevocation, passTokenRequest } from './tokenRequests.ts';

export type TokenHandlerOptions = {
  readonly port: number;
  /** The page is served here. No other origin gets an answer. */
  readonly appOrigin: string;
  /** This is the EHR's own FHIR base. */
  readonly ehrFhirBase: string;
  readonly client: HandlerClient;
  /** The handler gives up before Longview does, which waits 30 s. */
  readonly timeLimitMs?: number;
  /** Gets one line for each request: method, what was asked, and status. */
  readonly log?: (line: string) => void;
};

export type TokenHandler = { readonly origin: string; readonly fhirBase: string; close(): Promise<void> };

/** Reads the EHR's discovery document and listens on 127.0.0.1. Rejects where the EHR cannot be used this way. */
export async function startTokenHandler(options: TokenHandlerOptions): Promise<TokenHandler> {
  const { timeLimitMs = 20_000, ehrFhirBase, port } = options;
  const ehr = await readEhr(ehrFhirBase);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The token handler has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  const answers = new HandlerAnswers({ ...options, timeLimitMs, origin, ehr });
  server.on('request', (request, response) => void answers.handle(request, response));
  return {
    origin,
    fhirBase: origin + HANDLER_PATHS.fhir,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

type AnswerOptions = TokenHandlerOptions & {
  readonly timeLimitMs: number;
  readonly origin: string;
  readonly ehr: { readonly document: Readonly<Record<string, unknown>>; readonly endpoints: EhrEndpoints };
};

class HandlerAnswers {
  readonly #options: AnswerOptions;
  readonly #fhirBase: string;

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.#fhirBase = options.origin + HANDLER_PATHS.fhir;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, log } = this.#options;
    const url = requestedUrl(request, origin);
    if (url === undefined) return send(response, oauthError({ status: 400, message: 'This is no address.' }));
    const { pathname, search, searchParams } = url;
    const isRecord = pathname === HANDLER_PATHS.fhir || pathname.startsWith(`${HANDLER_PATHS.fhir}/`);
    let answer: HttpResponse;
    try {
      this.#requireNames(request);
      answer = isRecord
        ? await this.#record(request, pathname.slice(HANDLER_PATHS.fhir.length), search)
        : await this.#route(request, pathname, searchParams);
    } catch (error) {
      answer = errorResponse(error, isRecord);
    }
    // A path of the record names a patient, and a query may hold a code.
    const asked = isRecord ? HANDLER_PATHS.fhir : (knownPath(pathname) ?? 'another path');
    log?.(`${request.method} ${asked} ${answer.status}`);
    send(response, { ...answer, headers: { ...answer.headers, ...this.#cors(request) } });
  }

  /** Any other name for this machine is refused, as in the sandbox, and so is a page of another origin. */
  #requireNames({ headers, method }: IncomingMessage): void {
    const { origin, appOrigin } = this.#options;
    if (headers.host !== new URL(origin).host) throw new HttpError(421, 'Not a name of this server.');
    const isForeign = headers.origin !== undefined && headers.origin !== appOrigin;
    if (isForeign || (method === 'POST' && headers.origin === undefined))
      throw new OAuthRefusal(403, 'unauthorized_client', 'This server answers the pages of Longview only.');
  }

  async #route(request: IncomingMessage, path: string, query: URLSearchParams): Promise<HttpResponse> {
    const { client, timeLimitMs, ehr } = this.#options;
    const { endpoints } = ehr;
    if (request.method === 'OPTIONS' && knownPath(path) !== undefined) return { status: 204 };
    switch (`${request.method} ${path}`) {
      case `GET ${HANDLER_PATHS.launch}`:
        return launchRedirect(query, client, endpoints, this.#fhirBase);
      case `GET ${HANDLER_PATHS.authorization}`:
        return authorizeRedirect(query, client, endpoints, this.#fhirBase);
      case `POST ${HANDLER_PATHS.token}`:
        return passTokenRequest(request, client, endpoints, timeLimitMs);
      case `POST ${HANDLER_PATHS.revocation}`:
        return passRevocation(request, client, endpoints, timeLimitMs);
      case `GET ${HANDLER_PATHS.jwks}`:
        return this.#keys();
      default:
        throw knownPath(path) === undefined
          ? new HttpError(404, 'There is nothing at this address.')
          : new HttpError(405, 'This address does not answer this method.');
    }
  }

  async #record(request: IncomingMessage, path: string, search: string): Promise<HttpResponse> {
    const { origin, timeLimitMs, ehr } = this.#options;
    if (request.method === 'OPTIONS') return { status: 204 };
    if (path === DISCOVERY_PATH)
      return jsonResponse(200, handlerDiscovery(ehr.document, ehr.endpoints, origin));
    return passRecordRequest(request, path, search, ehr.endpoints, {
      fhirBase: this.#fhirBase,
      timeLimitMs,
    });
  }

  async #keys(): Promise<HttpResponse> {
    const { ehr, timeLimitMs } = this.#options;
    const { jwks } = ehr.endpoints;
    if (jwks === undefined) throw new HttpError(404, 'The server behind has no public keys.');
    const { status, text } = await requestServer(jwks, {
      headers: { Accept: 'application/json' },
      timeLimitMs,
      maxBytes: 1024 * 1024,
    });
    return { status, type: 'application/json', body: text };
  }

  /** One origin may read the answers. It is written out, never sent back as it came. */
  #cors({ headers }: IncomingMessage): OutgoingHttpHeaders {
    const { appOrigin } = this.#options;
    if (headers.origin !== appOrigin) return { Vary: 'Origin' };
    return {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': appOrigin,
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'authorization, accept, content-type',
      'Access-Control-Expose-Headers': 'WWW-Authenticate, ETag, Last-Modified, Retry-After',
    };
  }
}

const knownPath = (path: string): string | undefined =>
  Object.values(HANDLER_PATHS).find((known) => known === path);

function errorResponse(error: unknown, isRecord: boolean): HttpResponse {
  if (error instanceof OAuthRefusal) {
    const body = { error: error.error, error_description: error.message };
    return jsonResponse(error.status, body);
  }
  if (error instanceof HttpError || error instanceof FhirError || error instanceof ServerFailure)
    return isRecord ? recordError(error) : oauthError(error);
  // Its message may hold an address, so the log gets the name of the error alone.
  console.error('The token handler failed:', error instanceof Error ? error.name : typeof error);
  const failure = { status: 500, message: 'The token handler failed.' };
  return isRecord ? recordError(failure) : oauthError(failure);
}

type Failure = { readonly status: number; readonly message: string };

const oauthError = ({ status, message }: Failure): HttpResponse =>
  jsonResponse(status, {
    error: status < 500 ? 'invalid_request' : 'temporarily_unavailable',
    error_description: message,
  });

function recordError(failure: Failure): HttpResponse {
  const { status, message } = failure;
  const code = status === 504 ? 'timeout' : 'exception';
  const error = failure instanceof FhirError ? failure : new FhirError(status, code, message);
  return {
    status,
    type: 'application/fhir+json',
    body: JSON.stringify(error.outcome),
    headers: error.headers,
  };
}
