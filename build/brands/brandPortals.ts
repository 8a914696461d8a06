import type { Brand } from '../../src/smart/site/site.ts';
import { isVisibleText } from '../../src/smart/site/siteSchema.ts';
import {
  leaveOut,
  type BrandEndpoint,
  type BrandOrganization,
  type BrandResources,
  type LeftOut,
} from './brandBundle.ts';

const PORTAL = 'http://hl7.org/fhir/StructureDefinition/organization-portal';
const MOST_NAMES = 20;
const MOST_PLACES = 200;
const MOST_CHARACTERS = 100;

/** This is one portal of a brand, with those of its endpoints that the bundle has, in their order. */
export type BrandPortal = {
  readonly brand: Brand;
  readonly endpoints: readonly BrandEndpoint[];
  /** Says whether the brand has the portal itself, and not from the brand that it is a part of. */
  readonly isOwn: boolean;
};

/** Returns the portals of every active brand, in the order of the bundle. A brand without one has those of its parent. */
export function portalsOf(resources: BrandResources, leftOut: LeftOut): readonly BrandPortal[] {
  return resources.organizations.all.flatMap((organization): readonly BrandPortal[] => {
    const name = cleanText(organization.name);
    if (!organization.active) return none(leftOut, 'brands that are not active');
    if (name === undefined)
      return none(leftOut, 'brands whose name is empty, too long, or could be taken for another');
    const own = portalsIn(organization, resources);
    // The hierarchy has two steps at most, by the specification, so a circle ends here too.
    const parent =
      own.length > 0
        ? undefined
        : resources.organizations.find(organization.partOf?.reference ?? '', organization.base);
    const portals = own.length > 0 ? own : parent?.active ? portalsIn(parent, resources) : [];
    if (portals.length === 0) return none(leftOut, 'brands without an endpoint');
    const places = uniqueTexts(organization.address.map(placeOf)).slice(0, MOST_PLACES);
    const aliases = uniqueTexts([...organization.alias.map((alias) => alias ?? ''), parent?.name ?? '']);
    return portals.map(({ portal, endpoints }) => ({
      brand: { name, places, aliases: aliases.slice(0, MOST_NAMES), portal },
      endpoints,
      isOwn: own.length > 0,
    }));
  });
}

function none(leftOut: LeftOut, reason: string): readonly BrandPortal[] {
  leaveOut(leftOut, reason);
  return [];
}

/** Returns the portals that name endpoints; without one, the endpoints of the organization itself. */
function portalsIn({ extension, endpoint, base }: BrandOrganization, { endpoints: all }: BrandResources) {
  const found = (references: readonly string[]): readonly BrandEndpoint[] =>
    references.map((reference) => all.find(reference, base)).filter((one) => one !== undefined);
  const portals = extension
    .filter(({ url }) => url === PORTAL)
    .map((one) => ({
      portal: cleanText(one.extension.find(({ url }) => url === 'portalName')?.valueString ?? '') ?? '',
      endpoints: one.extension.flatMap(({ url, valueReference }) =>
        url === 'portalEndpoint' && valueReference?.reference !== undefined ? [valueReference.reference] : [],
      ),
    }))
    .filter(({ endpoints }) => endpoints.length > 0)
    .map(({ portal, endpoints }) => ({ portal, endpoints: found(endpoints) }));
  const own = endpoint.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  return portals.length > 0 || own.length === 0 ? portals : [{ portal: '', endpoints: found(own) }];
}

/** Returns "Madison, WI"; without a town, the postal code. */
const placeOf = ({ city = '', state = '', postalCode = '' }: BrandOrganization['address'][number]): string =>
  [city.trim(), state.trim()].filter((part) => part !== '').join(', ') || postalCode.trim();

const uniqueTexts = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map(cleanText).filter((text) => text !== undefined)),
];

/** Letters of these scripts look alike, and names in them need no joiners. */
const ALIKE = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'].map(
  (script) => new RegExp(String.raw`\p{Script=${script}}`, 'u'),
);
const IDLE_JOINER =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\u200c\u200d]|[\u200c\u200d][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** These letters are for formulas, and look like others in bold, script or Gothic. */
const OF_FORMULAS = /[\u{1d400}-\u{1d7ff}]/u;
/**
 * These letters look like Latin ones. A name whose letters of their script are all among them is no word of a language that is
 * written so, or cannot be told from one in Latin letters.
 */
const TWINS_OF_LATIN = [
  [/\p{Script=Cyrillic}/gu, /^[аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТУХҺԌԚԜ]+$/u],
  [/\p{Script=Greek}/gu, /^[ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]+$/u],
] as const;
/** So many marks on one letter lie over the lines above and below. No language writes them. */
const HEAP_OF_MARKS = /\p{M}{5}/u;

/**
 * Returns whether a text could be taken for another one, or covers others: letters of two scripts that look alike in one word, or
 * nothing but letters that look like Latin ones, letters of formulas, joiners that are not seen, heaps of marks.
 * @see https://www.unicode.org/reports/tr39/
 */
const isConfusing = (text: string): boolean =>
  IDLE_JOINER.test(text) ||
  HEAP_OF_MARKS.test(text) ||
  OF_FORMULAS.test(text) ||
  TWINS_OF_LATIN.some(([script, twins]) => twins.test((text.match(script) ?? []).join(''))) ||
  text.split(/[^\p{L}\p{M}]+/u).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);

/** Returns a text that people read, in one spelling; undefined where it could read as another one, or is too long. */
function cleanText(text: string): string | undefined {
  const clean = text
    .normalize('NFC')
    .replaceAll(/[ \t\r\n\u00a0]+/g, ' ')
    .trim();
  return clean !== '' && clean.length <= MOST_CHARACTERS && isVisibleText(clean) && !isConfusing(clean)
    ? clean
    : undefined;
}
