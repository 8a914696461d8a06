import { createHash } from 'node:crypto';
import type { Site } from '../src/smart/site/site.ts';

/** Header names and values that say what the page may do and who may frame it. docs/decisions/0012. */
export type Headers = Readonly<Record<string, string>>;

// Longview uses none of these features. Only names that Chromium knows are listed, since it complains of others; it may
// still go fullscreen, print and write to the clipboard.
const NEVER_USED = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const POLICY = 'Content-Security-Policy';

/** Returns the hashes of a built page's inline scripts. An element with a type is data (the site file) and never runs. */
export const scriptHashes = (html: string): readonly string[] =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`,
  );

/**
 * Returns the headers of every answer, from the site file and the hashes of the inline scripts alone. Throws where a value
 * has a character that could end its header.
 */
export function policyHeaders(sites: readonly Site[], hashes: readonly string[]): Headers {
  const headers = {
    [POLICY]: contentPolicy(sites, hashes),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': NEVER_USED.map((feature) => `${feature}=()`).join(', '),
    ...openerPolicy(sites),
  };
  // sites.schema.json lets no such character in; a header that could end early is refused here all the same.
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w !'()*+,./:;=-]+$/.test(value))
      throw new Error(`${name} has a character that no header of ours has.`);
  }
  return headers;
}

/**
 * Returns Cross-Origin-Opener-Policy where nothing is lost by it. A frame keeps hold of the window that signs in for it, and
 * an EHR keeps hold of the window that it opened, to show the next patient in it or to close it with the chart. Any value
 * of this header would take both away, so only a build for patients who sign in by themselves has it. docs/decisions/0048.
 */
function openerPolicy(sites: readonly Site[]): Headers {
  const isApart = sites.every(
    ({ launch, frameAncestors, signIn }) =>
      !launch.includes('ehr') && frameAncestors.length === 0 && signIn !== 'window',
  );
  return isApart ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {};
}

/** https://www.w3.org/TR/CSP3/#meta-element: a browser ignores these in a page and takes them from the header alone. Longview sets the first; a host may add the others. */
const HEADER_ONLY = /^(?:frame-ancestors|sandbox|report-uri)(?: |$)/;

/** Returns the policy as a page can carry it itself, for a host that sets no headers. */
export const metaPolicy = (headers: Headers): string =>
  directivesOf(headers[POLICY] ?? '')
    .filter((directive) => !HEADER_ONLY.test(directive))
    .join('; ');

const directivesOf = (policy: string): readonly string[] => policy.split('; ');

/** These directives have no part in `default-src`, so each of them may stand in a policy of its own. */
const STANDS_ALONE = /^(?:form-action|frame-ancestors) /;

/**
 * Returns each header as lines of at most this length. A policy that is too long for one line becomes several policies, all
 * of which a browser enforces. Returns undefined where a line is still too long.
 * https://www.w3.org/TR/CSP3/#multiple-policies
 */
export function headerLines(
  headers: Headers,
  longest: number,
): readonly (readonly [name: string, value: string])[] | undefined {
  const lines = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (name !== POLICY || value.length <= longest) return [[name, value]];
    const directives = directivesOf(value);
    return [
      directives.filter((directive) => !STANDS_ALONE.test(directive)).join('; '),
      ...directives.filter((directive) => STANDS_ALONE.test(directive)),
    ].map((part) => [name, part]);
  });
  return lines.every(([, value]) => value.length <= longest) ? lines : undefined;
}

/** Cloudflare Pages skips a line of more than 2,000 characters, and some proxies refuse little more. */
const MAX_HEADER_CHARS = 1900;

/**
 * Returns the headers as a host sends them. The servers of a brands bundle can be so many that no host would take their names
 * in a header. Then the header says "https alone" for requests and forms, and the policy in the page itself, which the browser
 * enforces too, names every server (`metaPolicy`).
 */
export function sentHeaders(sites: readonly Site[], hashes: readonly string[]): Headers {
  const exact = policyHeaders(sites, hashes);
  const isFromBundle = sites.some(({ brands }) => brands !== undefined);
  if (!isFromBundle || headerLines(exact, MAX_HEADER_CHARS) !== undefined) return exact;
  const sockets = sites.some(({ fhircast }) => fhircast) ? ' wss:' : '';
  const short = directivesOf(exact[POLICY] ?? '').map((directive) =>
    directive
      .replace(/^form-action .*$/, "form-action 'self' https:")
      .replace(/^connect-src .*$/, `connect-src 'self' https:${sockets}`),
  );
  return { ...exact, [POLICY]: short.join('; ') };
}

function contentPolicy(sites: readonly Site[], hashes: readonly string[]): string {
  const authOrigins = sites.flatMap((site) => site.authOrigins);
  const connected = sites.flatMap((site) => [
    site.iss,
    ...site.extraOrigins,
    ...site.authOrigins,
    ...site.styleOrigins,
    ...(site.fhircast ? socketOrigins(site) : []),
  ]);
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...new Set(hashes.map((hash) => `'${hash}'`))],
    ['style-src', "'self'"],
    ['img-src', "'self'", 'blob:', 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...origins(connected)],
    // Chromium holds every redirect of a form's answer against this list, the one back to us included: hence 'self'.
    ['form-action', "'self'", ...origins(authOrigins)],
    ['frame-ancestors', "'self'", ...origins(sites.flatMap((site) => site.frameAncestors))],
    ['base-uri', "'none'"],
    ['object-src', "'none'"],
    ['frame-src', "'none'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'longview'],
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

/**
 * Returns where the socket of a hub may be: on each origin that may have the token. The scheme of a socket is another one, and
 * `https:` in a policy does not stand for `wss:`. https://www.w3.org/TR/CSP3/#match-schemes
 */
const socketOrigins = ({ iss, extraOrigins, authOrigins }: Site): readonly string[] =>
  [iss, ...extraOrigins, ...authOrigins].map((address) => new URL(address).origin.replace(/^http/, 'ws'));

/** Returns each origin once. */
const origins = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map((address) => new URL(address).origin));
