/* oxlint-disable typescript/no-unsafe-type-assertion -- stand-ins for tests */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';
import type { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';
import { LIMITS } from './limits.ts';
import { fhirReader, type FhirReader, type ReadPage } from './reader.ts';

export type FhirAnswer = (request: IncomingMessage, response: ServerResponse) => void;

type Fhir = {
  /** What the server answers; set by each test. */
  answer: FhirAnswer;
  origin: string;
  asked: IncomingMessage[];
  reader: FhirReader;
  ended: LaunchError | undefined;
  token: string;
  expiresAtMs: number | undefined;
  renew: () => boolean;
};

/** A FHIR server on this machine, the session that reads it and its reader; made anew for each test. */
export const fhir = {} as Fhir;
export const signal = new AbortController().signal;

const SHORT = { pages: 5, backoffMs: 1, headersMs: 400, stallMs: 200, bodyMs: 1000, offlineMs: 300 };
let server: Server;

beforeEach(async () => {
  server = createServer((request, response) => {
    fhir.asked.push(request);
    fhir.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = {
    iss: `${origin}/fhir`,
    site: { label: 'Test', extraOrigins: [] },
    accessToken: () => fhir.token,
    record: () => ({ expiresAtMs: fhir.expiresAtMs }),
    renew: async () => fhir.renew(),
    end: (error: LaunchError) => (fhir.ended = error),
  };
  const reader = fhirReader(session as unknown as Session, { ...LIMITS, ...SHORT });
  Object.assign(fhir, {
    origin,
    reader,
    asked: [],
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

export const fhirJson =
  (body: unknown, status = 200, headers: Record<string, string> = {}): FhirAnswer =>
  (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'application/fhir+json', ...headers })
      .end(JSON.stringify(body));
  };

export const bundle = (ids: string[], next?: string) => ({
  resourceType: 'Bundle',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: ids.map((id) => ({ resource: { resourceType: 'Observation', id } })),
});

const EPIC = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';
export const issue = (severity: string, code: string, number?: string) => ({
  severity,
  code,
  diagnostics: 'Something about Edwin Marlowe.',
  ...(number !== undefined && { details: { coding: [{ system: EPIC, code: number }] } }),
});
export const outcome = (...issues: unknown[]) => ({ resourceType: 'OperationOutcome', issue: issues });

/** The pages of one search to its end. */
export async function allPages(search = 'patient=p1'): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for await (const page of fhir.reader.pages('Observation', search, signal)) pages.push(page);
  return pages;
}
