/** The strips of the compare screen from a record: what was asked for, what there is, what else could be added. */
import { useDeferredValue, useMemo } from 'react';
import { pressurePairOf } from '../../charts/marks/pressurePairs.ts';
import { stripNames, stripOf, type Strip, type StripSource } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { analyteOf } from '../../clinical/catalog/analytes.ts';
import { arePaired } from '../../clinical/series/pressurePairs.ts';
import { meanPressures } from '../../clinical/derived/derived.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { defaultStrips, stripId } from '../../parts/screenUrls/compareUrl.ts';
import type { Offer } from './compareOffers.ts';
import { isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { analyteIdOf } from '../../parts/results/pins.ts';
import { tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';

export type CompareStrips = {
  readonly ids: readonly string[];
  readonly strips: readonly Strip[];
  /** Names of what was asked for and is not in the record, or not read yet. */
  readonly missing: readonly string[];
  /** Every series with a result that can be drawn, in clinical order. */
  readonly offers: readonly Offer[];
};

type Found = Pick<StripSource, 'series' | 'partner'>;

/** A blood pressure is one strip of two series (rule 7). */
function foundIn({ series: all, ended }: RecordSnapshot, id: string): Found | undefined {
  const find = (one: string | undefined) => all.find((series) => series.id === one);
  const pair = pressurePairOf(id);
  const [systolic, diastolic] = [find(pair?.systolic), find(pair?.diastolic)];
  if (systolic && diastolic && arePaired(systolic, diastolic))
    return { series: systolic, partner: diastolic };
  const series = find(id) ?? diastolic ?? (ended ? ofAnalyte(all, id) : undefined);
  return series && { series, partner: undefined };
}

/** Both sides of a pressure are one strip, by the name of the systolic; sides that nothing joins are two (fixture 5). */
const stripOfPair = (record: RecordSnapshot, id: string): string =>
  foundIn(record, id)?.partner ? stripId(id) : id;

/** Whether a strip can be made of it. */
export const isInRecord = (record: RecordSnapshot, id: string): boolean => foundIn(record, id) !== undefined;

/** A view that was handed on may name a formula, specimen or unit that this record has not; the strip's name says which it is. */
const ofAnalyte = (all: RecordSnapshot['series'], id: string) =>
  all
    .filter(({ analyteId, rows }) => analyteId !== '' && analyteId === analyteIdOf(id) && rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length)
    .at(0);

/** The same label twice would be no choice: then the id stands behind it. */
function offersIn(record: RecordSnapshot, taken: ReadonlySet<string>, qualifiers: Apart): Offer[] {
  const offers = tileEntriesOf(record.series, []).flatMap((entry): Offer[] => {
    const found = foundIn(record, entry.id);
    if (!found) return [];
    const { id } = found.series;
    const label = stripNames({ ...found, qualifier: qualifiers.get(id) ?? '' }).title;
    return [{ id, label, entry, isTaken: taken.has(id) }];
  });
  const isTwice = (label: string) => offers.filter((other) => other.label === label).length > 1;
  return offers.map((offer) => ({
    ...offer,
    label: isTwice(offer.label) ? `${offer.label} ${offer.id}` : offer.label,
  }));
}

/** By the names of the catalog, or as codes; what the address calls by words of its own is only counted. */
function missingNames(ids: readonly string[]): string[] {
  const known = ids.filter(isAnonymousSeriesId);
  const others = ids.length - known.length;
  const names = known.map(
    (id) => analyteOf(analyteIdOf(id))?.name ?? id.replace('http://loinc.org|', 'LOINC '),
  );
  return others === 0 ? names : [...names, `${others} without a name that Longview knows`];
}

type Apart = ReturnType<typeof nameQualifiers>;

const NO_STRIPS: CompareStrips = { ids: [], strips: [], missing: [], offers: [] };

/** Pages may arrive faster than a long record is put in order, so the newest one may wait. */
export function useCompareStrips(
  newest: RecordSnapshot | undefined,
  asked: readonly string[],
  span: TimeSpan | undefined,
  timeZone: string,
): CompareStrips {
  const record = useDeferredValue(newest);
  const { startMs, endMs } = span ?? {};
  return useMemo(() => {
    if (!record || startMs === undefined || endMs === undefined) return NO_STRIPS;
    const window = { startMs, endMs };
    const named = asked.length > 0 ? asked : defaultStrips(record.series, window);
    const ids = [...new Set(named.map((id) => stripOfPair(record, id)))];
    const qualifiers = nameQualifiers(record.series);
    const strips = ids.flatMap((id) => {
      const found = foundIn(record, id);
      if (!found) return [];
      // Rule 7: calculated, so only when all is read.
      const isPair = found.partner !== undefined && record.complete;
      const means = isPair ? meanPressures(found.series.id, record.series) : undefined;
      const names = { qualifier: qualifiers.get(found.series.id) ?? '' };
      return [stripOf({ id, means, ...found, ...names }, window, timeZone)];
    });
    const shown = new Set(strips.flatMap(({ series, partner }) => [series.id, partner?.id ?? '']));
    const missing = ids.filter((id) => !strips.some((strip) => strip.id === id));
    return {
      ids,
      strips,
      missing: missingNames(missing),
      offers: offersIn(record, shown, qualifiers),
    };
  }, [record, asked, startMs, endMs, timeZone]);
}
