// A client that knows a version of a resource asks for another one alone: https://hl7.org/fhir/R4/http.html#cread
import type { IncomingMessage } from 'node:http';
import type { FhirResource } from 'fhir/r4';
import type { HttpResponse } from '../http.ts';

/** Returns the headers that say which version of a resource an answer holds. */
export function versionHeaders({ meta }: FhirResource): Readonly<Record<string, string>> {
  const { versionId, lastUpdated } = meta ?? {};
  const time = new Date(lastUpdated ?? Number.NaN);
  return {
    ...(versionId !== undefined && { ETag: `W/"${versionId}"` }),
    ...(!Number.isNaN(time.getTime()) && { 'Last-Modified': time.toUTCString() }),
  };
}

/** Returns 304 in place of a resource that the client has already. An entity tag decides before a date (RFC 9110, section 13.2.2). */
export function conditionalRead(answer: HttpResponse, request: IncomingMessage): HttpResponse {
  const { ETag: tag, 'Last-Modified': changed } = answer.headers ?? {};
  if (answer.status !== 200) return answer;
  const known = request.headers['if-none-match'];
  const isKnown =
    known === undefined
      ? changed !== undefined &&
        Date.parse(String(changed)) <= Date.parse(request.headers['if-modified-since'] ?? '')
      : tag !== undefined && tagsIn(known).some((one) => one === '*' || one === opaque(String(tag)));
  return isKnown ? { status: 304, headers: answer.headers ?? {} } : answer;
}

/** Weak tags are compared without the mark that says so. */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
const tagsIn = (header: string): readonly string[] => header.split(',').map(opaque);
