import { createHash } from 'node:crypto';
import type { Brand, Site } from '../../src/smart/site/site.ts';
import type { BrandTemplate } from '../../src/smart/site/siteSchema.ts';
import { checkedSite } from '../sites/siteFile.ts';
import { sitesOnOnePage } from '../sites/siteRules.ts';
import {
  BrandsError,
  leaveOut,
  resourcesOf,
  type BrandEndpoint,
  type BrandResources,
  type LeftOut,
  issuerKey,
} from './brandBundle.ts';
import { portalsOf, type BrandPortal } from './brandPortals.ts';

/** The policy names every server in each page, so there is a limit. */
const MOST_SERVERS = 1000;
const MOST_PLACES = 20_000;

export type BrandedSites = {
  readonly sites: readonly Site[];
  /** Says what was taken and what was left out, for whoever builds. */
  readonly report: string;
};

/**
 * Returns the sites of the site file, with the names that a brands bundle has for them, and behind them a site made from the
 * template for each further endpoint of the bundle. What does not fit is left out and counted.
 * @throws {BrandsError} where the document is no brands bundle, or nothing of it fits, or it is too large
 */
export function brandedSites(
  fileSites: readonly Site[],
  template: BrandTemplate,
  document: unknown,
  source: string,
): BrandedSites {
  const leftOut: LeftOut = new Map();
  const resources = resourcesOf(document, source, leftOut);
  const chooser = siteChooser(fileSites, template, resources, leftOut);
  const brands = brandsBySite(placesOf(portalsOf(resources, leftOut), chooser, leftOut), leftOut);
  const sites = [
    ...fileSites.map((site) => ({ ...site, ...(brands.has(site) && { brands: brands.get(site) ?? [] }) })),
    ...[...brands]
      .filter(([site]) => !fileSites.includes(site))
      .map(([site, own]) => ({ ...site, label: own[0]?.name ?? site.label, brands: own })),
  ];
  const count = [...brands.values()].reduce((sum, own) => sum + own.length, 0);
  const counts = [...leftOut].map(([reason, times]) => `\n  left out: ${times} ${reason}`).join('');
  const report = `${source}: ${count} places at ${brands.size} servers.${counts}`;
  if (count === 0) throw new BrandsError(`${report}\n  Nothing of it fits; expected at least one place.`);
  refuseTooMany(sites, count, source);
  refuseSharedPages(sites, source);
  return { sites, report };
}

type Place = { readonly brand: Brand; readonly site: Site };

/** Returns the brands of each site, in their order. Of those that look the same the first counts. */
function brandsBySite(places: readonly Place[], leftOut: LeftOut): ReadonlyMap<Site, readonly Brand[]> {
  const bySite = new Map<Site, Map<string, Brand>>();
  for (const { brand, site } of places) {
    const byLook = bySite.get(site) ?? new Map<string, Brand>();
    const look = JSON.stringify([brand.name, brand.places, brand.portal]);
    if (byLook.has(look)) leaveOut(leftOut, 'brands that stand twice');
    else byLook.set(look, brand);
    bySite.set(site, byLook);
  }
  return new Map([...bySite].map(([site, byLook]) => [site, [...byLook.values()]]));
}

type Chooser = (endpoint: BrandEndpoint) => Site | undefined;

/** Returns each brand with the site it leads to. Brands with a portal of their own come first, so that they name the site. */
function placesOf(portals: readonly BrandPortal[], chooser: Chooser, leftOut: LeftOut): Place[] {
  return [...portals.filter(({ isOwn }) => isOwn), ...portals.filter(({ isOwn }) => !isOwn)].flatMap(
    ({ brand, endpoints }) => {
      const found = new Set(endpoints.map(chooser).filter((site) => site !== undefined));
      const [site] = found;
      if (site === undefined) {
        leaveOut(leftOut, 'brands whose endpoints were left out');
        return [];
      }
      // People cannot tell two endpoints of one portal apart, so the first one counts.
      if (found.size > 1) leaveOut(leftOut, 'further endpoints of one portal');
      return [{ brand, site }];
    },
  );
}

/** Returns a function that finds the site of an endpoint. Each endpoint that does not fit is counted once. */
function siteChooser(
  fileSites: readonly Site[],
  template: BrandTemplate,
  { endpoints }: BrandResources,
  leftOut: LeftOut,
): Chooser {
  const known = new Map<string, Site | undefined>(fileSites.map((site) => [issuerKey(site.iss), site]));
  const prefixes = fileSites.filter(({ issPrefix }) => issPrefix).map(({ iss }) => issuerKey(iss));
  const siteAt = (endpoint: BrandEndpoint): Site | string => {
    const unfit = unfitness(endpoint);
    if (unfit !== undefined) return unfit;
    const key = issuerKey(endpoint.address);
    const own = known.get(key);
    const isBelowPrefix = prefixes.some((prefix) => key === prefix || key.startsWith(`${prefix}/`));
    if (isBelowPrefix || (own !== undefined && !own.launch.includes('standalone')))
      return 'endpoints that the site file opens from a chart only';
    if (own !== undefined) return own;
    const made = siteOfTemplate(template, endpoint.address);
    if (typeof made !== 'string') known.set(key, made);
    return made;
  };
  const chosen = new Map<BrandEndpoint, Site | undefined>();
  for (const endpoint of endpoints.all) {
    const site = siteAt(endpoint);
    if (typeof site === 'string') leaveOut(leftOut, site);
    chosen.set(endpoint, typeof site === 'string' ? undefined : site);
  }
  return (endpoint) => chosen.get(endpoint);
}

/** Returns why Longview cannot read at an endpoint; undefined when it can. */
function unfitness({ status, connectionType, extension }: BrandEndpoint): string | undefined {
  if (status !== 'active') return 'endpoints that are not active';
  if (connectionType.code !== 'hl7-fhir-rest') return 'endpoints that are not FHIR over REST';
  const isR4 = extension.some(
    ({ url, valueCode }) =>
      url.endsWith('/StructureDefinition/endpoint-fhir-version') && (valueCode ?? '').startsWith('4.0'),
  );
  return isR4 ? undefined : 'endpoints that are not said to be FHIR R4';
}

/** Returns a site made from the template; else why the address does not fit. */
function siteOfTemplate({ hosts, redirectUri, ...fields }: BrandTemplate, iss: string): Site | string {
  const host = URL.canParse(iss) ? new URL(iss).host : '';
  const page = redirectUri?.replaceAll('{host}', host.replaceAll(':', '-'));
  const checked = checkedSite({
    ...fields,
    id: `brand-${createHash('sha256').update(issuerKey(iss)).digest('hex').slice(0, 16)}`,
    label: host || 'no host',
    iss,
    launch: ['standalone'],
    ...(page !== undefined && { redirectUri: page }),
  });
  if (checked === undefined) return 'endpoints whose address is not plain https';
  return hosts.some((allowed) => isAllowed(allowed, new URL(iss).hostname))
    ? checked
    : 'endpoints on a host that the site file does not allow';
}

const isAllowed = (allowed: string, host: string): boolean =>
  allowed === '*' || (allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed);

function refuseTooMany(sites: readonly Site[], count: number, source: string): void {
  const servers = new Set(sites.flatMap(({ iss, authOrigins }) => [new URL(iss).origin, ...authOrigins]))
    .size;
  if (servers > MOST_SERVERS)
    throw new BrandsError(
      `${source} names ${servers} servers; a policy holds at most ${MOST_SERVERS}. Build one Longview for each part of the list.`,
    );
  if (count > MOST_PLACES)
    throw new BrandsError(`${source} names ${count} places; a page searches at most ${MOST_PLACES}.`);
}

/** A code that arrives must show by its address which server it comes from (docs/decisions/0043). */
function refuseSharedPages(sites: readonly Site[], source: string): void {
  const shared = sitesOnOnePage(sites);
  if (shared === undefined) return;
  throw new BrandsError(
    `${source}: ${shared[0].iss} and ${shared[1].iss} have different authorization servers and come back to one page; expected "redirectUri": "https://your.host/{host}.html" in the template, each registered at its server`,
  );
}
