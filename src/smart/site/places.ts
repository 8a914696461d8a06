/**
 * These are the places where people get care, from a brands bundle. `launch.html` needs none of them: an EHR's launch names its
 * server.
 */
import { inlinedSites, type Site } from './site.ts';

/** This is the element that holds the list of places once `boot.ts` has loaded it. */
export const PLACES = 'places';

/** This is the list of places: what all of its sites have in common stands there once (build/brands/placesFile.ts). */
export type PlacesFile = { readonly template: object; readonly sites: readonly object[] };

/** Returns the sites that the build wrote into the page, and behind them those of its list of places, where it has one. */
export const knownSites = (): readonly Site[] => {
  const list = document.getElementById(PLACES);
  return list === null ? inlinedSites() : [...inlinedSites(), ...sitesOfList(list)];
};

const readLists = new WeakMap<Element, readonly Site[]>();

function sitesOfList(list: Element): readonly Site[] {
  let sites = readLists.get(list);
  if (sites === undefined) {
    const file: { template: Site; sites: Site[] } = JSON.parse(list.textContent ?? ''); // the build has checked and written it
    sites = file.sites.map((site) => ({ ...file.template, ...site }));
    readLists.set(list, sites);
  }
  return sites;
}
