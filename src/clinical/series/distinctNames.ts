import type { RowKind } from '../observation/resultRow.ts';
import type { Series } from './series.ts';
import { seriesTexts } from './series.messages.ts';

/** Returns the short name of a code system: "loinc.org", "2.16.840.1.113883.6.1". */
const systemName = (system: string): string =>
  /^https?:\/\/([^/]+)/.exec(system)?.[1] ?? system.replace(/^urn:(?:oid:)?/, '');

/** A code alone says nothing to a reader, so it is called a code and its system is named. */
function originOf({ id }: Series): string {
  const [, system = '', code = ''] = /^(.*)\|([^~]*)/.exec(id) ?? [];
  if (id.startsWith('text:') || code === '') return seriesTexts('withoutCode');
  return system === ''
    ? seriesTexts('code', { code })
    : seriesTexts('codeOfSystem', { code, system: systemName(system) });
}

const newestKind = ({ rows, listed }: Series): RowKind | undefined => (rows.at(-1) ?? listed.at(0))?.kind;

const MAX_WORDS_LENGTH = 60;

/** The words sent with the newest result come first, then the unit, and the origin of the code last. */
const CANDIDATES: readonly ((series: Series) => string)[] = [
  (series) => newestKind(series)?.context.slice(0, MAX_WORDS_LENGTH) ?? '',
  ({ unitText }) => (unitText === '' ? '' : seriesTexts('inUnit', { unit: unitText })),
  originOf,
];

function wordsIn(namesakes: readonly Series[], series: Series): string {
  const others = namesakes.filter((one) => one !== series);
  const candidate = CANDIDATES.find(
    (wordsOf) => wordsOf(series) !== '' && others.every((one) => wordsOf(one) !== wordsOf(series)),
  );
  return (candidate ?? originOf)(series);
}

/**
 * Returns by id what tells series of one name apart: method and specimen, else the unit, else the origin of the code. The
 * catalog's own series keep their plain name; their names and units differ anyway. Capital letters make no other name.
 */
export function distinguishingWords(series: readonly Series[]): ReadonlyMap<string, string> {
  const byName = new Map<string, Series[]>();
  for (const one of series) {
    const name = one.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return new Map(
    [...byName.values()]
      .filter(({ length }) => length > 1)
      .flatMap((namesakes) =>
        namesakes
          .filter(({ analyteId }) => analyteId === '')
          .map((one) => [one.id, wordsIn(namesakes, one)] as const),
      ),
  );
}

const renamed = new WeakMap<Series, Series>();

/**
 * Returns the series with names that tell them apart, so that every screen, print, export and note does. A series whose
 * name does not change is the same object as before.
 */
export function withDistinctNames(series: readonly Series[]): readonly Series[] {
  const words = distinguishingWords(series);
  return series.map((one) => {
    const added = words.get(one.id);
    if (added === undefined) return one;
    const name = `${one.name}, ${added}`;
    const known = renamed.get(one);
    if (known?.name === name) return known;
    const named = { ...one, name, shortName: `${one.shortName}, ${added}` };
    renamed.set(one, named);
    return named;
  });
}
