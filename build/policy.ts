import { createHash } from 'node:crypto';
import type { Site } from '../src/smart/site/site.ts';

/** Header names and values that say what the page may do and who may frame it. docs/decisions/0012. */
export type Headers = Readonly<Record<string, string>>;

/** Every host that serves over https adds this. `npm start` serves over http and does not. */
export const TRANSPORT: Headers = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

export const CACHE = { pages: 'no-store', assets: 'public, max-age=31536000, immutable' } as const;

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
    'Content-Security-Policy': contentPolicy(sites, hashes),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': NEVER_USED.map((feature) => `${feature}=()`).join(', '),
  };
  // sites.schema.json lets no such character in; a header that could end early is refused here all the same.
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w !'()*+,./:;=-]+$/.test(value))
      throw new Error(`${name} has a character that no header of ours has.`);
  }
  return headers;
}

function contentPolicy(sites: readonly Site[], hashes: readonly string[]): string {
  const authOrigins = sites.flatMap((site) => site.authOrigins);
  const connected = sites.flatMap((site) => [
    site.iss,
    ...site.extraOrigins,
    ...site.authOrigins,
    ...site.styleOrigins,
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

/** Returns each origin once. `https://*.host`, which `frameAncestors` may have, stays as it is. */
const origins = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map((address) => new URL(address).origin));
