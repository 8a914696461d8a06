import type { IncomingMessage } from 'node:http';
import { invalidError, FhirError } from '../fhir/fhirError.ts';
import { jsonBodyOfType } from '../http.ts';
import type { ExportRequest } from './exportFiles.ts';

export type KickOff = ExportRequest & { readonly isPost: boolean };

const OUTPUT_FORMATS = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const TYPE = /^[A-Z][A-Za-z]+$/;

/**
 * Reads what an export is asked for, strictly. By POST each type is a parameter of its own; by GET a comma stands between them:
 * https://hl7.org/fhir/uv/bulkdata/STU2/export.html
 */
export async function readKickOff(request: IncomingMessage, url: URL): Promise<KickOff> {
  const isPost = request.method === 'POST';
  if (!isPost && request.method !== 'GET')
    throw new FhirError(405, 'not-supported', 'An export is asked for by POST or GET.', {
      Allow: 'GET, POST',
    });
  if (!/\brespond-async\b/.test(String(request.headers.prefer ?? '')))
    throw invalidError('Prefer: respond-async is needed.');
  const parameters = isPost ? await postedParameters(request) : [...url.searchParams];
  for (const [name, value] of parameters) requireUnderstood(name, value);
  const valuesOf = (wanted: string): readonly string[] =>
    parameters.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const types = valuesOf('_type').flatMap((value) => (isPost ? [value] : value.split(',')));
  if (types.some((type) => !TYPE.test(type))) throw invalidError('_type names no type of resource.');
  const since = valuesOf('_since').at(-1);
  return {
    isPost,
    types: types.length > 0 ? types : undefined,
    sinceMs: since === undefined ? undefined : Date.parse(since),
  };
}

function requireUnderstood(name: string, value: string): void {
  const isUnderstood =
    name === '_type' ||
    (name === '_since' && INSTANT.test(value)) ||
    (name === '_outputFormat' && OUTPUT_FORMATS.includes(value));
  if (!isUnderstood) throw invalidError(`The parameter ${name} or its value is not supported.`);
}

async function postedParameters(request: IncomingMessage): Promise<readonly (readonly [string, string])[]> {
  const { resourceType, parameter } = await jsonBodyOfType(request, 'application/fhir+json');
  if (resourceType !== 'Parameters' || !Array.isArray(parameter))
    throw invalidError('The body must be Parameters.');
  return parameter.map((one: unknown) => {
    const { name, valueString, valueInstant } = Object(one);
    const value: unknown = name === '_since' ? valueInstant : valueString;
    if (typeof name !== 'string' || typeof value !== 'string')
      throw invalidError('Each parameter needs a name, and a valueString or for _since a valueInstant.');
    return [name, value] as const;
  });
}
