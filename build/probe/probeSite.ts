import { endpointUrl } from '../../src/smart/discovery/endpointProblem.ts';
import { fhirBaseOf } from '../../src/smart/site/fhirBase.ts';
import { isSecure, type Site } from '../../src/smart/site/site.ts';
import { textField, textListField } from '../../src/smart/site/untrustedJson.ts';
import { discoveryLines } from './discoveryLines.ts';
import { fhirLines } from './fhirLines.ts';
import type { ProbeLine } from './probeLine.ts';
import { readDiscoveryDocument } from './readDiscoveryDocument.ts';
import { signInPageLines } from './signInPageLines.ts';
import { tokenLines } from './tokenLines.ts';

/** Checks one server as a page at this origin would meet it. No secret is sent, and nobody is signed in. */
export async function probeSite(site: Site, origin: string): Promise<readonly ProbeLine[]> {
  const transport = transportLine(site);
  if (site.open) return [transport, ...(await fhirLines(site, origin))];
  const reading = await readDiscoveryDocument(site.iss, origin);
  const lines = [transport, ...discoveryLines(reading, site, origin)];
  if (reading.answer === undefined) return lines; // the other questions would meet the same silence
  const endpointAt = (field: string): URL | undefined => {
    const url = endpointUrl(textField(reading.document, field), fhirBaseOf(site.iss));
    // A request goes where a launch would go, and nowhere else.
    return url !== undefined && isSecure(url) && site.authOrigins.includes(url.origin) ? url : undefined;
  };
  const [token, authorize] = [endpointAt('token_endpoint'), endpointAt('authorization_endpoint')];
  const offered = {
    capabilities: textListField(reading.document, 'capabilities'),
    scopesSupported: textListField(reading.document, 'scopes_supported'),
  };
  const rest = await Promise.all([
    askedAt(token, 'token endpoint: CORS', (url) => tokenLines(url, site, origin)),
    askedAt(authorize, 'sign-in page: framing', (url) => signInPageLines(url, site, origin, offered)),
    fhirLines(site, origin),
  ]);
  return [...lines, ...rest.flat()];
}

/** Asks an endpoint, if there is one that a launch would use. */
async function askedAt(
  endpoint: URL | undefined,
  check: string,
  ask: (url: URL) => Promise<ProbeLine[]>,
): Promise<ProbeLine[]> {
  if (endpoint !== undefined) return ask(endpoint);
  return [{ check, state: 'unchecked', found: 'no endpoint that a launch would use' }];
}

/** The site file allows http to this machine alone. */
const transportLine = ({ iss }: Site): ProbeLine => ({
  check: 'transport',
  state: 'ok',
  found: iss.startsWith('https:') ? 'https' : 'http, to this machine alone',
});
