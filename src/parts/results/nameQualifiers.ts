import type { Series } from '../../clinical/series/series.ts';

/** Returns the short name of a code system: "loinc.org", "2.16.840.1.113883.6.1". */
const systemName = (system: string) =>
  /^https?:\/\/([^/]+)/.exec(system)?.[1] ?? system.replace(/^urn:(?:oid:)?/, '');

/** Returns where a code comes from, or that there is none. The catalog's own series need no qualifier. */
function originOf({ id, analyteId }: Series): string {
  if (analyteId !== '') return '';
  const [, system = '', code = ''] = /^(.*)\|([^~]*)/.exec(id) ?? [];
  return id.startsWith('text:') ? 'text only' : `${systemName(system)} ${code}`.trim();
}

/** Returns by id what distinguishes series of one name: the origin of their codes. Their units are shown anyway. */
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
