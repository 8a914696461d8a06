import { isSecure, type Site } from './site.ts';

const LONGEST = 160;

/**
 * An address as it may be mailed: origin and path, no query. Under a prefix the path of an issuer can be a launch of its
 * own, patient included (the SMART launcher writes both into it), so its segments are left out wherever they come back.
 */
export function displayAddress(address: string, site: Site, iss: string): string {
  if (!URL.canParse(address)) return 'not an address';
  const url = new URL(address);
  if (!isSecure(url)) return `not https: ${url.protocol}`;
  const own = site.issPrefix ? tailOf(iss, site.iss) : [];
  const path = url.pathname
    .split('/')
    .map((segment) => (own.includes(segment) ? '…' : segment))
    .join('/');
  // An issuer is compared letter by letter: no slash that was not sent.
  const isBare = path === '/' && !address.endsWith('/');
  return isBare ? url.origin : (url.origin + path).slice(0, LONGEST);
}

const segments = (address: string): string[] =>
  URL.canParse(address) ? new URL(address).pathname.split('/').filter((segment) => segment !== '') : [];

const tailOf = (iss: string, prefix: string): string[] => segments(iss).slice(segments(prefix).length);
