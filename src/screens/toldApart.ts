import type { Series } from '../clinical/series.ts';

/** The short name of a code system: "loinc.org", "2.16.840.1.113883.6.1". */
const systemName = (system: string) =>
  /^https?:\/\/([^/]+)/.exec(system)?.[1] ?? system.replace(/^urn:(?:oid:)?/, '');

/** Where a code comes from, or that there is none; the catalog's own series need no word. */
function originOf({ id, analyteId }: Series): string {
  if (analyteId !== '') return '';
  const [, system = '', code = ''] = /^(.*)\|([^~]*)/.exec(id) ?? [];
  return id.startsWith('text:') ? 'text only' : `${systemName(system)} ${code}`.trim();
}

const nameOf = ({ name }: Series): string => name.toLowerCase();
const placeOf = (series: Series): string => `${nameOf(series)}\n${originOf(series)}`;

/** What tells series of one name apart, by their ids: where the code comes from, and the unit where that is the same. */
export function toldApart(series: readonly Series[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const text of series.flatMap((one) => [nameOf(one), placeOf(one)]))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  const isShared = (text: string): boolean => (counts.get(text) ?? 0) > 1;
  const words = series
    .filter((one) => isShared(nameOf(one)))
    .map((one): [string, string] => {
      const unit = isShared(placeOf(one)) && (one.unitText || 'no unit');
      return [one.id, [originOf(one), unit].filter(Boolean).join(', ')];
    });
  return new Map(words.filter(([, apart]) => apart !== ''));
}
