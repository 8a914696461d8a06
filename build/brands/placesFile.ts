import type { PlacesFile } from '../../src/smart/site/places.ts';
import type { Site } from '../../src/smart/site/site.ts';

/** Returns whether a site comes from a brands bundle alone. The page takes such sites from a file of their own. */
export const isInPlacesFile = ({ id, brands }: Site): boolean =>
  brands !== undefined && /^brand-[0-9a-f]{16}$/.test(id);

/** Returns the list of places as the page loads it: what a site has in common with the first one is written once. */
export function placesFile(sites: readonly Site[]): PlacesFile {
  const [template = {}] = sites;
  const common = new Map(Object.entries(template).map(([name, value]) => [name, JSON.stringify(value)]));
  return {
    template,
    sites: sites.map((site) =>
      Object.fromEntries(
        Object.entries(site).filter(([name, value]) => common.get(name) !== JSON.stringify(value)),
      ),
    ),
  };
}
