import type { OperationOutcome } from 'fhir/r4';
import { FhirError } from '../fhir/fhirError.ts';
import { requestServer, ServerFailure, type ServerAnswer } from '../serverRequest.ts';
import { parseExact } from './exactJson.ts';

const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

export type JsonObject = Readonly<Record<string, unknown>>;

export const elementsOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** This is the error of the server behind, with its own status and, where it sent one, its own OperationOutcome. */
class UpstreamError extends FhirError {
  readonly #sent: OperationOutcome | undefined;

  constructor(
    status: number,
    message: string,
    sent: OperationOutcome | undefined,
    retryAfter: string | null,
  ) {
    super(status, 'exception', message, retryAfter === null ? {} : { 'Retry-After': retryAfter });
    this.#sent = sent;
  }

  override get outcome(): OperationOutcome {
    return this.#sent ?? super.outcome;
  }
}

/** Reads the FHIR server behind the sandbox. It gets no token, cookie or header of whoever asks the sandbox. */
export class UpstreamReader {
  readonly base: string;
  readonly #timeLimitMs: number;
  #isKnown = false;

  constructor(base: string, timeLimitMs = 30_000) {
    this.base = base;
    this.#timeLimitMs = timeLimitMs;
  }

  /** Returns the resource at a path such as `/Patient/1`. Throws a `FhirError` for everything else. */
  read(path: string): Promise<JsonObject> {
    return this.readAddress(this.base + path);
  }

  /** `address` must lie below the base. */
  async readAddress(address: string): Promise<JsonObject> {
    const answer = await this.#ask(address);
    if (answer.status !== 200) throw errorOf(answer);
    const resource = parsed(answer.text);
    if (typeof resource['resourceType'] !== 'string')
      throw new FhirError(502, 'exception', 'The server behind sent something that is not FHIR in JSON.');
    return resource;
  }

  /** Throws where the server is not one of FHIR R4, whose resources would be read wrongly. It is asked until it has said so. */
  async requireR4(): Promise<void> {
    if (this.#isKnown) return;
    const version = (await this.read('/metadata'))['fhirVersion'];
    if (typeof version !== 'string' || !/^4\.0(\.|$)/.test(version)) {
      const said = typeof version === 'string' ? version.slice(0, 20) : 'no version';
      throw new FhirError(502, 'not-supported', `The server behind is not FHIR R4: it says ${said}.`);
    }
    this.#isKnown = true;
  }

  async #ask(address: string): Promise<ServerAnswer> {
    try {
      return await requestServer(address, {
        // HAPI answers a search with earlier results otherwise.
        headers: { Accept: 'application/fhir+json', 'Cache-Control': 'no-cache' },
        timeLimitMs: this.#timeLimitMs,
        maxBytes: ANSWER_LIMIT_BYTES,
      });
    } catch (error) {
      if (!(error instanceof ServerFailure)) throw error;
      throw new FhirError(error.status, error.status === 504 ? 'timeout' : 'transient', error.message);
    }
  }
}

function errorOf({ status, headers, text }: ServerAnswer): FhirError {
  // The app would take these for the end of its own session.
  if (status === 401 || status === 407)
    return new FhirError(
      502,
      'login',
      'The server behind asks for a sign-in of its own, which the sandbox has not.',
    );
  if (status < 400) return new FhirError(502, 'exception', `The server behind answered ${status}.`);
  const sent = parsed(text);
  const isOutcome = sent['resourceType'] === 'OperationOutcome' && Array.isArray(sent['issue']);
  const message = `The server behind answered ${status}.`;
  const outcome = isOutcome ? outcomeOf(sent['issue']) : undefined;
  return new UpstreamError(status, message, outcome, headers.get('retry-after'));
}

/** Passes on what an issue says. Other parts of an outcome, such as resources in it, are not known to be harmless. */
function outcomeOf(issues: unknown): OperationOutcome {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' ? value.slice(0, 1000) : undefined;
  const [first] = Array.isArray(issues) ? issues.map(elementsOf) : [];
  const diagnostics = text(first?.['diagnostics']) ?? text(elementsOf(first?.['details'])['text']);
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'processing', ...(diagnostics !== undefined && { diagnostics }) }],
  };
}

function parsed(text: string): JsonObject {
  try {
    return elementsOf(parseExact(text));
  } catch {
    return {};
  }
}
