import { comparableIssuer, isSecure, type Site } from '../../src/smart/site/site.ts';
import { checkedSites } from '../siteFile.ts';
import { UsageError } from './arguments.ts';

/** These options of `npm start` describe one server. */
export const SERVER_OPTIONS = {
  iss: { type: 'string' },
  'client-id': { type: 'string' },
  vendor: { type: 'string' },
  scopes: { type: 'string' },
  pkce: { type: 'string' },
  'auth-origin': { type: 'string', multiple: true },
  'frame-ancestor': { type: 'string', multiple: true },
  label: { type: 'string' },
  'time-zone': { type: 'string' },
} as const;

type Option = keyof typeof SERVER_OPTIONS;
export type ServerValues = {
  readonly [Name in Option]?: (typeof SERVER_OPTIONS)[Name] extends { multiple: true }
    ? readonly string[] | undefined
    : string | undefined;
};

/** Each field of a site has such an option. */
const OPTION_OF: Readonly<Record<string, Option>> = {
  iss: 'iss',
  clientId: 'client-id',
  vendor: 'vendor',
  scopes: 'scopes',
  pkce: 'pkce',
  authOrigins: 'auth-origin',
  frameAncestors: 'frame-ancestor',
  label: 'label',
  timeZone: 'time-zone',
};

const EXAMPLE = 'npm start -- --iss https://fhir.example/r4 --client-id ID';

/**
 * Returns the site that the options of `npm start` describe; undefined when they describe none.
 * @throws {UsageError} which says in a sentence what is wrong with an option, and how to write it
 */
export function siteOfArguments(values: ServerValues): Site | undefined {
  const { iss } = values;
  if (iss === undefined) {
    const [stray] = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (stray === undefined) return undefined;
    throw new UsageError(`--${stray} describes a server, so it needs --iss too; write ${EXAMPLE}.`);
  }
  const problem = issuerProblemOf(iss);
  if (problem !== undefined) throw new UsageError(`--iss ${problem}.`);
  if (values['client-id'] === undefined)
    throw new UsageError(
      `--client-id is missing: register Longview at the server first, and write ${EXAMPLE}.`,
    );
  return checkedSite(siteFields(iss, values));
}

function siteFields(iss: string, values: ServerValues): object {
  const { vendor, scopes, pkce, label = new URL(iss).host, 'time-zone': timeZone } = values;
  const authOrigins = values['auth-origin'] ?? [];
  const listed = scopes?.split(/\s+/).filter((scope) => scope !== '');
  return {
    id: 'server',
    label,
    iss,
    clientId: values['client-id'],
    ...(vendor !== undefined && { vendor }),
    ...(pkce !== undefined && { pkce }),
    ...(timeZone !== undefined && { timeZone }),
    ...(listed !== undefined && { scopes: /^(?:auto|v1|v2)$/.test(scopes ?? '') ? scopes : listed }),
    ...(authOrigins.length > 0 && { authOrigins: [new URL(iss).origin, ...authOrigins] }),
    frameAncestors: values['frame-ancestor'] ?? [],
  };
}

/** Checks a site by the rules of the site file, and says what is wrong by the names of the options. */
function checkedSite(fields: object): Site | undefined {
  try {
    return checkedSites({ sites: [fields] }, '')[0];
  } catch (error) {
    const lines = (error instanceof Error ? error.message : '').split('\n').slice(1);
    const problems = lines.map((line) =>
      line.trim().replace(/^\/sites\/0\/(\w+)(?:\/\d+)?/, (path, field: string) => {
        const option = OPTION_OF[field];
        return option === undefined ? path : `--${option}`;
      }),
    );
    throw new UsageError(`${problems.join('; ')}.`, { cause: error });
  }
}

/** Returns what is wrong with the address of a FHIR server, and how to write it; undefined when nothing is. */
function issuerProblemOf(iss: string): string | undefined {
  const url = URL.canParse(iss) ? new URL(iss) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return 'is no address of a server; write it whole, such as https://fhir.example/r4';
  if (url.username + url.password !== '')
    return `has a user name or password; write ${url.protocol}//${url.host}…`;
  if (iss.includes('?')) return 'has a query; leave out everything from the question mark on';
  if (iss.includes('#')) return 'has a fragment; leave out everything from the # on';
  const inner = /^(.+?)\/(?:\.well-known\/.*|metadata\/?)$/.exec(iss)?.[1];
  if (inner !== undefined) return `is a document of the server; write the FHIR base before it, ${inner}`;
  if (!isSecure(url))
    return `must be https, since http is for this machine alone (localhost, 127.0.0.1); write https://${url.host}${url.pathname}`;
  if (comparableIssuer(iss) === undefined) return `is read by browsers as ${url.href}; write it so`;
  return undefined;
}
