import type { Series } from '../../clinical/series/series.ts';

/** The short name of a code system: "loinc.org", "2.16.840.1.113883.6.1". */
const systemName = (system: string) =>
  /^https?:\/\/([^/]+)/.exec(system)?.[1] ?? system.replace(/^urn:(?:oid:)?/, '');

/** Where a code comes from, or that there is none; the catalog's own series need no word. */
function originOf({ id, analyteId }: Series): string {
  if (analyteId !== '') return '';
  const [, system = '', code = ''] = /^(.*)\|([^~]*)/.exec(id) ?? [];
  return id.startsWith('text:') ? 'text only' : `${systemName(system)} ${code}`.trim();
}

/** What tells series of one name apart, by their ids: where the code comes from. Their units stand beside them anyway. */
export function nameQualifiers(series: readonly Series[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of series) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    series
      .filter(({ name }) => (counts.get(name) ?? 0) > 1)
      .map((one) => [one.id, originOf(one)] as const)
      .filter(([, origin]) => origin !== ''),
  );
}
