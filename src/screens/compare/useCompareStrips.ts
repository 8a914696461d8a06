/** Makes the strips of the compare screen from a record. */
import { useDeferredValue, useMemo } from 'react';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { stripNames, stripOf, type Strip, type StripSource } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import { seriesNamed } from '../../clinical/series/addressId.ts';
import { meanPressures } from '../../clinical/derived/derived.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { defaultStrips, stripId } from '../../parts/screenUrls/compareUrl.ts';
import type { AddableResult } from './addableResults.ts';
import { isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { analyteIdOf } from '../../parts/results/pins.ts';
import { tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import { compareTexts } from './compare.messages.ts';

export type CompareStrips = {
  readonly ids: readonly string[];
  readonly strips: readonly Strip[];
  /** These requested results are not in the record or not read yet. */
  readonly missingNames: readonly string[];
  /** These are all series that can be drawn, in clinical order. */
  readonly addableResults: readonly AddableResult[];
};

type StripSeries = Pick<StripSource, 'series' | 'partner'>;

/** Returns the series of a strip; two of them for a blood pressure (rule 7). */
function stripSeriesOf({ series: all, ended }: RecordSnapshot, id: string): StripSeries | undefined {
  const find = (seriesId = '') => seriesNamed(all, seriesId);
  const sides = pressureSidesOf(id, find);
  if (sides) return { series: sides.systolic, partner: sides.diastolic };
  const series =
    find(id) ??
    find(pressureSeriesPairOf(id)?.diastolic) ??
    (ended ? longestSeriesOfAnalyte(all, id) : undefined);
  return series && { series, partner: undefined };
}

/** Both sides of a pressure are one strip with the id of the systolic. Sides that nothing joins are two strips (fixture 5). */
const pairedStripId = (record: RecordSnapshot, seriesId: string): string =>
  stripSeriesOf(record, seriesId)?.partner ? stripId(seriesId) : seriesId;

/** Two ids of an address may lead to one series, as where another series stands in. It is one strip, and each result has one row. */
function distinctIds(record: RecordSnapshot, ids: readonly string[]): readonly string[] {
  const keys = ids.map((id) => stripSeriesOf(record, id)?.series.id ?? id);
  return ids.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

/** Tells whether the record has a series for a strip with this id. */
export const isInRecord = (record: RecordSnapshot, id: string): boolean =>
  stripSeriesOf(record, id) !== undefined;

/**
 * A shared address may name a formula, specimen or unit that this record does not have. The longest series of the same
 * analyte then stands in, under its own name.
 */
const longestSeriesOfAnalyte = (all: RecordSnapshot['series'], id: string) =>
  all
    .filter(({ analyteId, rows }) => analyteId !== '' && analyteId === analyteIdOf(id) && rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length)
    .at(0);

/** Appends the id to a label that two results share. */
function addableResultsIn(
  record: RecordSnapshot,
  comparedIds: ReadonlySet<string>,
  qualifiers: NameQualifiers,
): AddableResult[] {
  const results = tileEntriesOf(record.series, []).flatMap((entry): AddableResult[] => {
    const stripSeries = stripSeriesOf(record, entry.id);
    if (!stripSeries) return [];
    const { id } = stripSeries.series;
    const label = stripNames({ ...stripSeries, qualifier: qualifiers.get(id) ?? '' }).title;
    return [{ id, label, entry, isCompared: comparedIds.has(id) }];
  });
  const isAmbiguous = (label: string) => results.filter((other) => other.label === label).length > 1;
  return results.map((result) => ({
    ...result,
    label: isAmbiguous(result.label) ? `${result.label} ${result.id}` : result.label,
  }));
}

/** Names missing results by the catalog or by their code. Other words of an address are never shown, only counted. */
function namesOfMissing(ids: readonly string[]): string[] {
  const nameableIds = ids.filter(isAnonymousSeriesId);
  const otherCount = ids.length - nameableIds.length;
  const names = nameableIds.map(
    (id) => analyteOf(analyteIdOf(id))?.name ?? id.replace('http://loinc.org|', 'LOINC '),
  );
  return otherCount === 0 ? names : [...names, compareTexts('unnamed', { shown: String(otherCount) })];
}

type NameQualifiers = ReturnType<typeof nameQualifiers>;

const NO_STRIPS: CompareStrips = { ids: [], strips: [], missingNames: [], addableResults: [] };

/** Returns the strips of the newest record. The record is deferred, because pages may arrive faster than strips are made. */
export function useCompareStrips(
  newestRecord: RecordSnapshot | undefined,
  requestedIds: readonly string[],
  span: TimeSpan | undefined,
  timeZone: string,
): CompareStrips {
  const record = useDeferredValue(newestRecord);
  const { startMs, endMs } = span ?? {};
  return useMemo(() => {
    if (!record || startMs === undefined || endMs === undefined) return NO_STRIPS;
    const window = { startMs, endMs };
    const namedIds = requestedIds.length > 0 ? requestedIds : defaultStrips(record.series, window);
    const ids = distinctIds(
      record,
      namedIds.map((id) => pairedStripId(record, id)),
    );
    const qualifiers = nameQualifiers(record.series);
    const strips = ids.flatMap((id) => {
      const stripSeries = stripSeriesOf(record, id);
      if (!stripSeries) return [];
      // Rule 7: the mean is calculated, so it waits until all was read.
      const isPair = stripSeries.partner !== undefined && record.complete;
      const means = isPair ? meanPressures(stripSeries.series.id, record.series) : undefined;
      const names = { qualifier: qualifiers.get(stripSeries.series.id) ?? '' };
      return [stripOf({ id, means, ...stripSeries, ...names }, window, timeZone)];
    });
    const comparedIds = new Set(strips.flatMap(({ series, partner }) => [series.id, partner?.id ?? '']));
    const missing = ids.filter((id) => !strips.some((strip) => strip.id === id));
    return {
      ids,
      strips,
      missingNames: namesOfMissing(missing),
      addableResults: addableResultsIn(record, comparedIds, qualifiers),
    };
  }, [record, requestedIds, startMs, endMs, timeZone]);
}
