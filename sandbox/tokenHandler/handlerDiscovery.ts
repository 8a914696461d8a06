import { requestServer } from '../serverRequest.ts';
import type { EhrEndpoints } from './handlerOptions.ts';

export const HANDLER_PATHS = {
  launch: '/launch',
  authorization: '/authorize',
  token: '/token',
  revocation: '/revoke',
  jwks: '/jwks',
  fhir: '/r4',
} as const;

export const DISCOVERY_PATH = '/.well-known/smart-configuration';

/** The page cannot use these, because they ask for the credential or register other clients. */
const LEFT_OUT = [
  'introspection_endpoint',
  'registration_endpoint',
  'management_endpoint',
  'userinfo_endpoint',
  'token_endpoint_auth_signing_alg_values_supported',
];
const OTHER_CAPABILITIES = [
  'authorize-post',
  'client-public',
  'client-confidential-symmetric',
  'client-confidential-asymmetric',
];

type Discovery = Readonly<Record<string, unknown>>;

/** Reads the EHR's discovery document. Throws where the handler could not do its work before such an EHR. */
export async function readEhr(
  fhirBase: string,
): Promise<{ readonly document: Discovery; readonly endpoints: EhrEndpoints }> {
  const { status, text } = await requestServer(fhirBase + DISCOVERY_PATH, {
    headers: { Accept: 'application/json' },
    timeLimitMs: 20_000,
    maxBytes: 1024 * 1024,
  });
  if (status !== 200) throw new Error(`${fhirBase} has no discovery document (${status}).`);
  const document: Discovery = { ...Object(JSON.parse(text)) };
  const endpoint = (name: string): string | undefined => {
    const address = document[name];
    return typeof address === 'string' && URL.canParse(address) ? address : undefined;
  };
  const authorization = endpoint('authorization_endpoint');
  const token = endpoint('token_endpoint');
  if (authorization === undefined || token === undefined)
    throw new Error(`${fhirBase} names no authorization or token endpoint.`);
  // The page would believe in a protection that nobody checks.
  if (!listOf(document['code_challenge_methods_supported']).includes('S256'))
    throw new Error(`${fhirBase} does not support PKCE with S256.`);
  return {
    document,
    endpoints: {
      fhirBase,
      authorization,
      token,
      revocation: endpoint('revocation_endpoint'),
      jwks: endpoint('jwks_uri'),
    },
  };
}

/** Returns the EHR's document with the handler's endpoints, for a page that is a public client of the handler. */
export function handlerDiscovery(
  document: Discovery,
  { revocation, jwks }: EhrEndpoints,
  own: string,
): object {
  const capabilities = listOf(document['capabilities']).filter((one) => !OTHER_CAPABILITIES.includes(one));
  const kept = Object.entries(document).filter(
    ([name]) => !LEFT_OUT.includes(name) && name !== 'revocation_endpoint' && name !== 'jwks_uri',
  );
  return {
    ...Object.fromEntries(kept),
    authorization_endpoint: own + HANDLER_PATHS.authorization,
    token_endpoint: own + HANDLER_PATHS.token,
    ...(revocation !== undefined && { revocation_endpoint: own + HANDLER_PATHS.revocation }),
    ...(jwks !== undefined && { jwks_uri: own + HANDLER_PATHS.jwks }),
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    capabilities: [...capabilities, 'client-public'],
  };
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
