import * as siteTexts from './site.messages.ts';
import { isSecure, type Site } from './site.ts';

const MAX_LENGTH = 160;

/**
 * Returns an address that may be shown and mailed: origin and path, without query. Under a prefix, the path of an issuer
 * can encode a launch and its patient, as the SMART launcher does, so its segments are replaced by "…" wherever they
 * appear.
 */
export function displayAddress(address: string, site: Site, iss: string): string {
  if (!URL.canParse(address)) return siteTexts.addressIsNone;
  const url = new URL(address);
  if (!isSecure(url)) return siteTexts.addressIsNotHttps(url.protocol);
  const own = site.issPrefix ? tailOf(iss, site.iss) : [];
  const path = url.pathname
    .split('/')
    .map((segment) => (own.includes(segment) ? '…' : segment))
    .join('/');
  // Issuers are compared letter by letter, so no slash may be added.
  const isBare = path === '/' && !address.endsWith('/');
  return isBare ? url.origin : (url.origin + path).slice(0, MAX_LENGTH);
}

const segments = (address: string): string[] =>
  URL.canParse(address) ? new URL(address).pathname.split('/').filter((segment) => segment !== '') : [];

const tailOf = (iss: string, prefix: string): string[] => segments(iss).slice(segments(prefix).length);
