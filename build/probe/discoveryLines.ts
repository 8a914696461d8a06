import { VENDORS_OMITTING_REFRESH_GRANT } from '../../src/record/vendors.ts';
import { discoveryFindings } from '../../src/smart/inspection/discoveryFindings.ts';
import type { Site } from '../../src/smart/site/site.ts';
import { corsProblem } from './corsProblem.ts';
import { plainText } from './plainText.ts';
import type { ProbeLine } from './probeLine.ts';
import type { DiscoveryReading } from './readDiscoveryDocument.ts';

const CHECK = '.well-known/smart-configuration';
const NOBODY = 'Nobody can sign in: each launch ends with E03 or E04.';

/** Returns the lines about the discovery document: whether a page at this origin gets it, and what stands in it. */
export function discoveryLines(reading: DiscoveryReading, site: Site, origin: string): ProbeLine[] {
  const { answer, document, problem } = reading;
  if (answer === undefined)
    return [
      {
        check: CHECK,
        state: 'unchecked',
        found: problem ?? '',
        meaning: 'Where people’s browsers get no answer either, nobody can sign in (E04).',
        ask: 'Is the address right, and may this machine reach it?',
      },
    ];
  const lines: ProbeLine[] = [
    problem === undefined
      ? { check: CHECK, state: 'ok', found: `JSON, ${answer.text.length} characters` }
      : { check: CHECK, state: 'fails', found: problem, meaning: NOBODY, ask: askForDocument(problem) },
    ...typeLines(reading),
    corsLine(reading, origin),
    ...clockLines(reading, site),
  ];
  return document === undefined ? lines : [...lines, ...findingLines(document, site)];
}

const askForDocument = (problem: string): string =>
  problem.startsWith('redirects')
    ? 'The document must be at this address itself. Browsers follow no redirect there. If the base has moved, change iss.'
    : 'The server must answer there with its SMART settings as JSON of at most 128 KiB, to anybody.';

/** The type matters to no browser, but a server that names another one may send a page of its own. */
function typeLines({ answer, document }: DiscoveryReading): ProbeLine[] {
  const type = answer?.headers['content-type'] ?? '';
  if (document === undefined || /^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return [];
  return [
    {
      check: 'discovery: content type',
      state: 'note',
      found: plainText(type) || 'none',
      meaning: 'Longview reads it all the same; other apps may not.',
      ask: 'SMART asks for application/json.',
    },
  ];
}

function corsLine({ answer }: DiscoveryReading, origin: string): ProbeLine {
  const check = 'discovery: CORS';
  const problem = answer && corsProblem(answer, origin);
  if (problem === undefined) return { check, state: 'ok', found: 'allows this origin' };
  return {
    check,
    state: 'fails',
    found: problem,
    meaning: 'Nobody can sign in: the browser keeps the settings from the page (E04).',
    ask: `Allow the origin ${origin} for .well-known/smart-configuration (Access-Control-Allow-Origin).`,
  };
}

const SKEW_NOTED_MS = 60_000;

/** Times of tokens are compared with the clock of the device. */
function clockLines({ answer }: DiscoveryReading, { identity }: Site): ProbeLine[] {
  const check = 'clock of the server';
  const sentMs = Date.parse(answer?.headers.date ?? '');
  if (answer === undefined || Number.isNaN(sentMs)) return [];
  const skewMs = sentMs - answer.atMs;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) < SKEW_NOTED_MS) return [{ check, state: 'ok', found: 'agrees with this machine' }];
  return [
    {
      check,
      state: 'note',
      found: `${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine`,
      meaning: identity
        ? 'The name of the user may not be shown, because the id token seems to be of another time.'
        : 'Results may seem to come from the future, or sessions to end early.',
      ask: 'Which of the two clocks is wrong? Both should follow a time server.',
    },
  ];
}

/** A launch stops without these. All else that is missing is tried anyway. */
const NEEDED = new Set(['authorization_endpoint', 'token_endpoint', 'code_challenge_methods_supported']);

/** Says field by field what the launch inspector says too (`#inspect`). */
function findingLines(document: object, site: Site): ProbeLine[] {
  return discoveryFindings(document, site, site.iss, VENDORS_OMITTING_REFRESH_GRANT).map(
    ({ field, value, state, why }): ProbeLine => {
      const isMissing = state === 'missing' && (NEEDED.has(field) || (field === 'jwks_uri' && site.identity));
      const line = { check: field, found: plainText(value) };
      if (state === 'wrong' || isMissing)
        return { ...line, state: 'fails', meaning: why, ask: ASK[field] ?? `Is ${field} meant to be so?` };
      return state === 'ok' ? { ...line, state } : { ...line, state: 'note', meaning: why };
    },
  );
}

const ASK: Readonly<Record<string, string>> = {
  issuer: 'Which issuer is right? Name it as issuer in the site file, or its origin in authOrigins.',
  authorization_endpoint:
    'Is this the sign-in page? If it is, name its origin in authOrigins; else the server must name it, over https.',
  token_endpoint:
    'Is this the token endpoint? If it is, name its origin in authOrigins; else the server must name it, over https.',
  revocation_endpoint: 'Is this the revocation endpoint? If it is, name its origin in authOrigins.',
  jwks_uri: 'Where are the keys of the id tokens? Name that origin in authOrigins.',
  code_challenge_methods_supported:
    'Does the server do PKCE with S256? If it does, it should say so, or set pkce to "always" in the site file.',
  grant_types_supported: 'Can a public client use authorization_code?',
};
