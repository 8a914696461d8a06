import type { Discovery } from '../../src/smart/discovery/discovery.ts';
import { scopesFor } from '../../src/smart/authorization/scopesFor.ts';
import type { Site } from '../../src/smart/site/site.ts';

/** https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#capability-sets */
const CAPABILITIES = { ehr: 'launch-ehr', standalone: 'launch-standalone' } as const;
const LAUNCHES = { ehr: 'launch from a chart', standalone: 'sign-in without a chart' } as const;

/** Returns what to register at a server, line by line. Where the server did not say what it offers, scopes are named in both forms. */
export function registrationText(
  site: Site,
  appOrigin: string,
  offered: Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined,
): string {
  const forms =
    offered !== undefined || site.scopes !== 'auto'
      ? [['', offered ?? { capabilities: [], scopesSupported: [] }] as const]
      : [
          ['SMART v2, ', { capabilities: ['permission-v2'], scopesSupported: [] }] as const,
          ['SMART v1, ', { capabilities: ['permission-v1'], scopesSupported: [] }] as const,
        ];
  const rows = [
    ['client type', 'public, no secret, PKCE with S256'],
    ['client id', site.clientId],
    ['launch URL', `${appOrigin}/launch.html${unannounced(offered, 'ehr')}`],
    ['redirect URI', `${appOrigin}/index.html`],
    ['origin for CORS', appOrigin],
    ...forms.flatMap(([form, known]) =>
      site.launch.map((kind) => [
        `scopes, ${form}${LAUNCHES[kind]}`,
        `${scopesFor(site, kind, known)}${unannounced(offered, kind)}`,
      ]),
    ),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', value]) => `    ${name.padEnd(width)}   ${value}`).join('\n');
}

/** A list that is empty says nothing. */
const unannounced = (
  offered: Pick<Discovery, 'capabilities'> | undefined,
  kind: keyof typeof CAPABILITIES,
): string =>
  offered === undefined ||
  offered.capabilities.length === 0 ||
  offered.capabilities.includes(CAPABILITIES[kind])
    ? ''
    : `   (the server does not announce ${CAPABILITIES[kind]})`;
