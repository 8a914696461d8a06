import { DOCUMENT_BYTES } from '../../src/network/bodyLimit.ts';
import type { Site } from '../../src/smart/site/site.ts';
import { textField } from '../../src/smart/site/untrustedJson.ts';
import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';
import { askServer, type Answer } from './askServer.ts';
import { corsProblem } from './corsProblem.ts';
import type { ProbeLine } from './probeLine.ts';

const ASK_CORS = (origin: string): string =>
  `Allow the origin ${origin} at the token endpoint, on errors too (Access-Control-Allow-Origin). A confidential client needs no such header, so this is often forgotten.`;

/**
 * Returns the lines about the token endpoint. The question is a token request without a code, which every server refuses: no
 * secret is sent, and nobody is signed in.
 */
export async function tokenLines(endpoint: URL, site: Site, origin: string): Promise<ProbeLine[]> {
  const check = 'token endpoint: CORS';
  const answer = await askServer(endpoint, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ grant_type: 'authorization_code', client_id: site.clientId }).toString(),
    maxBytes: DOCUMENT_BYTES,
  });
  if ('silence' in answer) {
    const found = answer.silence;
    return [
      { check, state: 'unchecked', found, meaning: 'Nobody can sign in while it gives no answer (E04).' },
    ];
  }
  const lines: ProbeLine[] = [];
  const problem = corsProblem(answer, origin);
  if (problem === undefined) lines.push({ check, state: 'ok', found: 'allows this origin' });
  else
    lines.push({
      check,
      state: 'fails',
      found: problem,
      meaning: 'Nobody gets in: people sign in, and the page then hears no answer (E04).',
      ask: ASK_CORS(origin),
    });
  lines.push(refusalLine(answer, site));
  lines.push(await preflightLine(endpoint, origin));
  return lines;
}

/**
 * RFC 6749, section 5.2: a request without a code is refused with 400. A client that is not known, or that has to prove itself, is
 * refused as `invalid_client`. The SMART Health IT launcher says so of a code that is missing too.
 */
function refusalLine({ status, text }: Answer, { clientId }: Site): ProbeLine {
  const check = 'token endpoint: answer';
  if (errorOf(text) === 'invalid_client')
    return {
      check,
      state: 'note',
      found: `refuses a request without a code as invalid_client (${status})`,
      meaning:
        'If it means the client and not the missing code, nobody gets in: people sign in, and the server then refuses Longview (E06).',
      ask: `Is ${clientId} registered there as a public client, without a secret?`,
    };
  if (status === 400 || status === 401)
    return { check, state: 'ok', found: `refuses a request without a code (${status})` };
  const isGone = status === 404 || status === 405 || (status >= 300 && status < 400);
  return {
    check,
    state: isGone ? 'fails' : 'note',
    found: `answers a request without a code with status ${status}`,
    meaning: isGone
      ? 'Nobody can sign in: the code is exchanged here.'
      : 'It may answer a code in an unexpected way too.',
    ask: 'Is the token_endpoint of the discovery document right?',
  };
}

const errorOf = (text: string): string => textField(unambiguousJson(text), 'error');

/** The token request needs no preflight, so a refused one is no fault; a server that demands one would be slow. */
async function preflightLine(endpoint: URL, origin: string): Promise<ProbeLine> {
  const check = 'token endpoint: preflight';
  const answer = await askServer(endpoint, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
    maxBytes: DOCUMENT_BYTES,
  });
  const problem = 'silence' in answer ? answer.silence : corsProblem(answer, origin);
  return problem === undefined
    ? { check, state: 'ok', found: 'allows this origin' }
    : {
        check,
        state: 'note',
        found: problem,
        meaning: 'Longview sends a simple request and needs no preflight here.',
      };
}
