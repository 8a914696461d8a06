import type { Answer } from './askServer.ts';
import { plainText } from './plainText.ts';

/**
 * Returns why a browser would keep an answer from a page at this origin; undefined where the page gets it. Longview sends no
 * cookies, so `*` is as good as the origin. https://fetch.spec.whatwg.org/#cors-check
 */
export function corsProblem({ headers, repeated }: Answer, origin: string): string | undefined {
  const name = 'access-control-allow-origin';
  const allowed = headers[name];
  if (allowed === undefined) return 'no Access-Control-Allow-Origin';
  if (repeated.has(name) || allowed.includes(',')) return 'Access-Control-Allow-Origin comes twice';
  return allowed === '*' || allowed === origin
    ? undefined
    : `Access-Control-Allow-Origin is ${plainText(allowed)}`;
}

/**
 * Returns why a browser would not send a request with this header after such a preflight; undefined where it would. For
 * `Authorization` the header must be named: `*` does not stand for it.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightProblem(answer: Answer, origin: string, header: string): string | undefined {
  const { status, headers } = answer;
  const problem = corsProblem(answer, origin);
  if (problem !== undefined) return problem;
  if (status < 200 || status > 299) return `the preflight (OPTIONS) answers with status ${status}`;
  const allowed = (headers['access-control-allow-headers'] ?? '').toLowerCase().split(/\s*,\s*/);
  return allowed.includes(header) ? undefined : `Access-Control-Allow-Headers does not name ${header}`;
}
