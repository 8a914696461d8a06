import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { HttpResponse } from '../http.ts';

/** Any origin may read public documents, but only the registered app's origin may read the record. */
export function corsHeaders(
  request: IncomingMessage,
  isPublic: boolean,
  appOrigin: string,
): OutgoingHttpHeaders {
  const { origin } = request.headers;
  if (isPublic) return { 'Access-Control-Allow-Origin': '*' };
  if (origin !== appOrigin) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': appOrigin,
    'Access-Control-Expose-Headers': 'WWW-Authenticate, ETag, Last-Modified, Retry-After',
    Vary: 'Origin',
  };
}

/** A foreign origin gets an answer too, but not the headers that its browser needs. */
export function preflight(
  request: IncomingMessage,
  isPublic: boolean,
  appOrigin: string,
  maxAgeSeconds: number | undefined,
): HttpResponse {
  const headers = corsHeaders(request, isPublic, appOrigin);
  if (headers['Access-Control-Allow-Origin'] === undefined) return { status: 204, headers };
  return {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'authorization, accept, content-type',
      ...(maxAgeSeconds !== undefined && { 'Access-Control-Max-Age': String(maxAgeSeconds) }),
    },
  };
}
