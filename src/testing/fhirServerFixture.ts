/** This file starts FHIR servers on this machine, and makes their answers. */
/* oxlint-disable typescript/no-unsafe-type-assertion -- tests replace parts of a session */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';
import { OUTCOME_CODE_SYSTEMS } from '../record/vendors.ts';
import type { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';
import type { EarlyRequests } from '../fhir/earlyRequests.ts';
import { LIMITS } from '../fhir/limits.ts';
import { fhirReader, type FhirReader, type ReadPage } from '../fhir/reader.ts';

/** An answer handles one request. */
export type FhirAnswer = (request: IncomingMessage, response: ServerResponse) => void;

type Fhir = {
  /** This function answers every request. Each test sets its own. */
  answer: FhirAnswer;
  origin: string;
  requests: IncomingMessage[];
  reader: FhirReader;
  session: Session;
  ended: LaunchError | undefined;
  token: string;
  expiresAtMs: number | undefined;
  renew: () => boolean;
};

/** Each test gets a new FHIR server on this machine, a session with it and a reader. */
export const fhir = {} as Fhir;
/** This signal is never aborted. */
export const signal = new AbortController().signal;

const SHORT_LIMITS = {
  pages: 5,
  pagesInVain: 3,
  entries: 100_000,
  backoffMs: 1,
  tickMs: 10,
  noticeMs: 100,
  askAnewMs: 330,
  silenceMs: 410,
  stallMs: 600,
  answerMs: 1000,
  offlineMs: 300,
};
let server: Server;

/** Returns a reader that waits as shortly as tests need. */
export const readerOf = (session: Session, early?: EarlyRequests): FhirReader =>
  fhirReader(session, OUTCOME_CODE_SYSTEMS, {
    limits: { ...LIMITS, ...SHORT_LIMITS },
    ...(early && { early }),
  });

/** Starts a FHIR server on this machine before each test of the calling file, and stops it afterwards. */
export function setUpFhirServer(): void {
  beforeEach(async () => {
    server = createServer((request, response) => {
      fhir.requests.push(request);
      fhir.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const endListeners: (() => void)[] = [];
    const written = {
      iss: `${origin}/fhir`,
      site: { label: 'Test', extraOrigins: [] },
      accessToken: () => fhir.token,
      stored: () => ({ expiresAtMs: fhir.expiresAtMs }),
      renew: async () => fhir.renew(),
      end(error: LaunchError) {
        fhir.ended = error;
        for (const listener of endListeners) listener();
      },
      onEnd: (listener: () => void) => void endListeners.push(listener),
    };
    const session = written as unknown as Session;
    const reader = readerOf(session);
    Object.assign(fhir, {
      origin,
      session,
      reader,
      requests: [],
      ended: undefined,
      token: 'secret',
      expiresAtMs: undefined,
      renew: () => false,
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    server.closeAllConnections();
    server.close();
  });
}

/** Returns an answer with this body as FHIR JSON. */
export const fhirJson =
  (body: unknown, status = 200, headers: Record<string, string> = {}): FhirAnswer =>
  (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'application/fhir+json', ...headers })
      .end(JSON.stringify(body));
  };

/** Returns a Bundle of Observations with these ids, and a link to the next page. */
export const bundle = (ids: string[], next?: string) => ({
  resourceType: 'Bundle',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: ids.map((id) => ({ resource: { resourceType: 'Observation', id } })),
});

const EPIC_CODE_SYSTEM = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';

/** Returns an issue of an OperationOutcome; `number` is a code of Epic. */
export const issue = (severity: string, code: string, number?: string) => ({
  severity,
  code,
  diagnostics: 'Something about Edwin Marlowe.',
  ...(number !== undefined && { details: { coding: [{ system: EPIC_CODE_SYSTEM, code: number }] } }),
});
/** Returns an OperationOutcome of these issues. */
export const outcome = (...issues: unknown[]) => ({ resourceType: 'OperationOutcome', issue: issues });

/** Reads the pages of one search to its end. */
export async function allPages(search = 'patient=p1'): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for await (const page of fhir.reader.pages('Observation', search, signal)) pages.push(page);
  return pages;
}
