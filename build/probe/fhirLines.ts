import { DOCUMENT_BYTES, FHIR_BYTES } from '../../src/network/bodyLimit.ts';
import { vendorOf } from '../../src/record/vendors.ts';
import { fhirBaseOf } from '../../src/smart/site/fhirBase.ts';
import type { Site } from '../../src/smart/site/site.ts';
import { fieldOf, textField } from '../../src/smart/site/untrustedJson.ts';
import { askServer } from './askServer.ts';
import { corsProblem, preflightProblem } from './corsProblem.ts';
import { plainText } from './plainText.ts';
import type { ProbeLine } from './probeLine.ts';

/** Nobody's record has this id, so that no answer can hold one. */
const NOBODY = 'Patient/longview-probe';
const NO_RESULTS = 'People sign in and then see no results: every request fails with "no answer".';

/** Returns the lines about the FHIR server: what a browser lets the page ask for, and what the server says it can do. */
export async function fhirLines(site: Site, origin: string): Promise<ProbeLine[]> {
  const address = new URL(NOBODY, fhirBaseOf(site.iss));
  const lines = await Promise.all([
    ...(site.open ? [] : [preflightLine(address, origin)]),
    unauthorizedLine(address, site, origin),
    capabilityLines(site),
  ]);
  return lines.flat();
}

async function preflightLine(address: URL, origin: string): Promise<ProbeLine> {
  const check = 'FHIR: preflight';
  const answer = await askServer(address, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
    maxBytes: DOCUMENT_BYTES,
  });
  if ('silence' in answer) return { check, state: 'unchecked', found: answer.silence, meaning: NO_RESULTS };
  const problem = preflightProblem(answer, origin, 'authorization');
  if (problem !== undefined)
    return {
      check,
      state: 'fails',
      found: problem,
      meaning: NO_RESULTS,
      ask: `Answer OPTIONS below the FHIR base with 200 or 204, without a token, with Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Headers: authorization, accept.`,
    };
  const maxAge = Number(answer.headers['access-control-max-age'] ?? 0);
  return maxAge >= 600
    ? { check, state: 'ok', found: 'allows this origin and Authorization' }
    : {
        check,
        state: 'note',
        found: 'allows this origin and Authorization',
        meaning:
          'Without Access-Control-Max-Age the browser asks again and again, and everything takes longer.',
        ask: 'Access-Control-Max-Age: 7200 makes it quicker.',
      };
}

/** Without a token the server has to refuse, and a page must hear that: it is how an expired token is told from a lost network. */
async function unauthorizedLine(address: URL, { open }: Site, origin: string): Promise<ProbeLine> {
  const check = open ? 'FHIR: CORS' : 'FHIR: answer without a token';
  const answer = await askServer(address, {
    headers: { accept: 'application/fhir+json', origin },
    maxBytes: DOCUMENT_BYTES,
  });
  if ('silence' in answer) return { check, state: 'unchecked', found: answer.silence, meaning: NO_RESULTS };
  const problem = corsProblem(answer, origin);
  if (problem !== undefined)
    return {
      check,
      state: open ? 'fails' : 'note',
      found: `${problem} (status ${answer.status})`,
      meaning: open
        ? 'The page gets no answer at all.'
        : 'Whoever stays until the token ends sees "no answer" in place of "signed out".',
      ask: `Send Access-Control-Allow-Origin: ${origin} with errors too.`,
    };
  if (answer.status === 401 || open) return { check, state: 'ok', found: `status ${answer.status}` };
  return {
    check,
    state: 'note',
    found: `status ${answer.status}`,
    meaning:
      answer.status === 404
        ? 'The server looked for a patient without asking who asks: it may hand out records to anybody.'
        : 'An expired token may not be noticed.',
    ask: 'A request without a token should be refused with 401.',
  };
}

async function capabilityLines(site: Site): Promise<ProbeLine[]> {
  const check = 'FHIR: metadata';
  const answer = await askServer(new URL('metadata', fhirBaseOf(site.iss)), {
    headers: { accept: 'application/fhir+json' },
    maxBytes: FHIR_BYTES,
    timeLimitMs: 20_000,
  });
  if ('silence' in answer) return [{ check, state: 'unchecked', found: answer.silence }];
  const statement = answer.isTooLong ? undefined : parsed(answer.text);
  if (textField(statement, 'resourceType') !== 'CapabilityStatement')
    return [
      {
        check,
        state: 'unchecked',
        found: `no CapabilityStatement in JSON (status ${answer.status})`,
        meaning: 'Longview does not read it, so a launch may work all the same.',
        ask: 'Is this the base of a FHIR server?',
      },
    ];
  return [versionLine(textField(statement, 'fhirVersion')), ...typeLines(statement, site)];
}

function versionLine(version: string): ProbeLine {
  const line = { check: 'FHIR: version', found: plainText(version) || 'none' };
  if (/^4\.0(?:\.|$)/.test(version)) return { ...line, state: 'ok' };
  const meaning = 'Longview reads R4 (4.0). Of another version, results may be missing or not be read.';
  const ask = 'Which address is the R4 base?';
  return version.startsWith('4.3')
    ? { ...line, state: 'note', meaning }
    : { ...line, state: 'fails', meaning, ask };
}

/** The statement need not be complete, so only what nothing works without is a fault. */
function typeLines(statement: unknown, site: Site): ProbeLine[] {
  const server = listField(statement, 'rest').find((rest) => textField(rest, 'mode') !== 'client');
  const types = listField(server, 'resource');
  const one = (type: string): unknown => types.find((entry) => textField(entry, 'type') === type);
  const observation = one('Observation');
  const offered = new Set(listField(observation, 'searchParam').map((entry) => textField(entry, 'name')));
  const { isCategoryOptional, isReadByDate } = vendorOf(site);
  const useful = [...(isCategoryOptional ? [] : ['category']), ...(isReadByDate ? ['date'] : [])];
  return [
    one('Patient') === undefined
      ? {
          check: 'FHIR: Patient',
          state: 'fails',
          found: 'not listed',
          meaning: 'No record opens without the Patient (E12).',
          ask: 'Does this base serve Patient?',
        }
      : { check: 'FHIR: Patient', state: 'ok', found: 'listed' },
    observationLine(observation, offered, useful),
    ...missingTypes(site.resources, one),
  ];
}

function observationLine(
  observation: unknown,
  offered: ReadonlySet<string>,
  useful: readonly string[],
): ProbeLine {
  const check = 'FHIR: search of Observation';
  if (observation === undefined || (offered.size > 0 && !offered.has('patient')))
    return {
      check,
      state: 'fails',
      found: observation === undefined ? 'Observation is not listed' : 'no search by patient',
      meaning: 'Nobody sees any results.',
      ask: 'Can Observation be searched by patient?',
    };
  const missing = useful.filter((name) => !offered.has(name));
  return missing.length === 0
    ? { check, state: 'ok', found: ['patient', ...useful].join(', ') }
    : {
        check,
        state: 'note',
        found: `not listed: ${missing.join(', ')}`,
        meaning:
          'Longview tries it anyway; where the search is refused, long records are read more slowly or in part.',
      };
}

function missingTypes(resources: readonly string[], one: (type: string) => unknown): ProbeLine[] {
  const missing = resources.filter((type) => one(type) === undefined);
  if (missing.length === 0) return [];
  return [
    {
      check: 'FHIR: other resources',
      state: 'note',
      found: `not listed: ${missing.join(', ')}`,
      meaning: 'These are missing beside the results, and the screen says so.',
      ask: 'Leave them out of resources in the site file, or have them opened for Longview.',
    },
  ];
}

function listField(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
