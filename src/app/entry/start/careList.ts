import type { Site } from '../../../smart/site/site.ts';

/** This is one line of the start page: a place where people get care, under one of its names. */
export type CarePlace = {
  readonly key: string;
  readonly name: string;
  /** Tells places of one name apart: towns, else the host of the server; '' where the name is enough. */
  readonly where: string;
  readonly portal: string;
  readonly site: Site;
};

/** This is a place with the words by which it is found. */
type SearchedPlace = { readonly place: CarePlace; readonly name: string; readonly all: string };
export type CareList = readonly SearchedPlace[];

/** These letters are not taken apart by Unicode, and people leave the stroke out when they type. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * Returns a text as words in plain small letters, each with a blank before it: " st marys hospital". Accents, capitals,
 * apostrophes and punctuation make no difference.
 */
const searchableWords = (text: string): string => {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’ʼ‘`´.]/gu, '')
    .replaceAll(/[ßæœøłđðþħı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
  return letters
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
};

/** Returns whether people sign in at a site by themselves, in this page. */
export const isOpenToPatients = (site: Site): boolean =>
  site.launch.includes('standalone') && !site.issPrefix;

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Returns every place at which people can sign in by themselves, under each of its names, in the order of the alphabet. */
export function careListOf(sites: readonly Site[]): CareList {
  const named = sites.filter(isOpenToPatients).flatMap((site) =>
    (site.brands ?? [{ name: site.label, places: [], aliases: [], portal: '' }]).map((brand, i) => ({
      key: `${site.id} ${i}`,
      brand,
      site,
    })),
  );
  const sameName = countsOf(named.map(({ brand }) => searchableWords(brand.name)));
  const lookOf = ({ name, places, portal }: (typeof named)[number]['brand']): string =>
    searchableWords(`${name} | ${shownPlaces(places).join(' | ')} | ${portal}`);
  const sameLook = countsOf(named.map(({ brand }) => lookOf(brand)));
  return named
    .map(({ key, brand, site }) => {
      const { name, places, aliases, portal } = brand;
      const isUnclear =
        (places.length === 0 && sameName.get(searchableWords(name))! > 1) || sameLook.get(lookOf(brand))! > 1;
      const host = isUnclear ? [new URL(site.iss).host] : [];
      const where = [...shownPlaces(places), ...host].join(' · ');
      const place: CarePlace = { key, name, where, portal, site };
      return {
        place,
        name: searchableWords(name),
        all: searchableWords([name, ...places, ...aliases, portal, site.label, ...host].join(' ')),
      };
    })
    .toSorted(
      (a, b) => byName.compare(a.place.name, b.place.name) || byName.compare(a.place.where, b.place.where),
    );
}

const MOST_TOWNS = 2;

/** A line has room for two towns; an ellipsis says that there are more. All of them are found. */
const shownPlaces = (places: readonly string[]): readonly string[] =>
  places.length > MOST_TOWNS ? [...places.slice(0, MOST_TOWNS), '…'] : places;

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Returns the places that have all typed words, or words that begin so; names that begin with the text come first. */
export function searchCareList(list: CareList, typed: string): readonly CarePlace[] {
  const text = searchableWords(typed);
  const words = text.split(' ').filter((word) => word !== '');
  const found = list.filter(({ all }) => words.every((word) => all.includes(` ${word}`)));
  const rank = ({ name }: SearchedPlace): number =>
    name.startsWith(text) ? 0 : words.every((word) => name.includes(` ${word}`)) ? 1 : 2;
  return [0, 1, 2].flatMap((wanted) => found.filter((one) => rank(one) === wanted).map(({ place }) => place));
}
