import { comparableIssuer, isLoopback, isSecure, type Site } from '../../src/smart/site/site.ts';
import { checkedSites } from '../sites/siteFile.ts';
import { baseOfDocument } from '../sites/siteRules.ts';
import { UsageError } from './arguments.ts';

/** These options of `npm start` describe one server. */
export const SERVER_OPTIONS = {
  iss: { type: 'string', help: 'the FHIR base of a server of yours, in place of the sandbox' },
  'client-id': { type: 'string', help: 'the id that the server gave Longview' },
  vendor: { type: 'string', help: 'the kind of record system (docs/contract.md, section 2)' },
  scopes: { type: 'string', help: 'auto, v1, v2, or the scopes themselves' },
  pkce: { type: 'string', help: 'required, or always for a server that does S256 without saying so' },
  'auth-origin': { type: 'string', multiple: true, help: 'another origin of the sign-in' },
  'frame-ancestor': { type: 'string', multiple: true, help: 'a page that may show Longview inside it' },
  label: { type: 'string', help: 'the name of the health system' },
  'time-zone': { type: 'string', help: 'the zone of the facility, such as America/Chicago' },
  open: { type: 'boolean', help: 'a server without a sign-in, for test data' },
  'open-host': {
    type: 'string',
    multiple: true,
    help: 'a host that may be open although it is not this machine',
  },
} as const;

type Option = keyof typeof SERVER_OPTIONS;
type ValueOf<Kind> = Kind extends { multiple: true }
  ? readonly string[]
  : Kind extends { type: 'boolean' }
    ? boolean
    : string;
export type ServerValues = {
  readonly [Name in Option]?: ValueOf<(typeof SERVER_OPTIONS)[Name]> | undefined;
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
  open: 'open',
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
  if (values.open === true) return openSite(iss, values);
  if (values['open-host'] !== undefined)
    throw new UsageError(`--open-host is for a server without a sign-in; add --open, or leave it out.`);
  if (values['client-id'] === undefined)
    throw new UsageError(
      `--client-id is missing: register Longview at the server first, and write ${EXAMPLE}.`,
    );
  return checkedSite(siteFields(iss, values));
}

/** These belong to a sign-in. */
const OF_SIGN_IN = ['client-id', 'scopes', 'pkce', 'auth-origin'] as const;

/**
 * Returns the site of a server without a sign-in. Whoever reaches such a server reads every record on it, so a host that is not
 * this machine is taken only where it is named once more.
 */
function openSite(iss: string, values: ServerValues): Site | undefined {
  const stray = OF_SIGN_IN.find((name) => values[name] !== undefined);
  if (stray !== undefined)
    throw new UsageError(
      `--${stray} belongs to a sign-in, and --open says that there is none; leave one of them out.`,
    );
  const hosts = values['open-host'] ?? [];
  const strange = hosts.find((host) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host));
  if (strange !== undefined)
    throw new UsageError(`--open-host ${strange} is no host; write its name alone, such as hapi.example.`);
  const url = new URL(iss);
  if (!isLoopback(url) && !hosts.includes(url.hostname))
    throw new UsageError(
      `--open is for this machine; if ${url.hostname} holds nothing but test data, add --open-host ${url.hostname}.`,
    );
  return checkedSite({ ...siteFields(iss, values), clientId: 'none', open: true }, hosts);
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
function checkedSite(fields: object, openHosts: readonly string[] = []): Site | undefined {
  try {
    return checkedSites({ sites: [fields] }, '', openHosts)[0];
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
  const base = baseOfDocument(iss);
  if (base !== undefined) return `is a document of the server; write the FHIR base before it, ${base}`;
  if (!isSecure(url))
    return `must be https, since http is for this machine alone (localhost, 127.0.0.1); write https://${url.host}${url.pathname}`;
  if (comparableIssuer(iss) === undefined) return `is read by browsers as ${url.href}; write it so`;
  return undefined;
}
