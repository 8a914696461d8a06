import { useEffect, useMemo, type RefObject } from 'react';
import type { Frame } from '../../../charts/axis/frame.ts';
import { seriesName } from '../../../charts/reading/seriesName.ts';
import { allDerivedSeries, type DerivedOptions } from '../../../clinical/derived/derived.ts';
import { isDerivedId } from '../../../clinical/derived/derivedId.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useLoadedRecord, useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { cursorSource, stopIndex, type CursorSource } from '../../../parts/results/atCursor/cursorSource.ts';
import { spokenAtCursor } from '../../../parts/results/atCursor/spokenAtCursor.ts';
import { cursorMomentText, valueAtCursor } from '../../../parts/results/atCursor/valueAtCursor.ts';
import { nameQualifiers } from '../../../parts/results/nameQualifiers.ts';
import { useDerivedOptions } from '../../../parts/results/useCalculated.ts';
import { currentCursor, isCursorWithin, subscribeToCursor } from '../../../parts/timeWindow/cursorStore.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { clearColumn, hasColumn, showInColumn } from './cursorColumn.ts';

/** A tile is a link of a series with a curve. */
const tilesIn = (container: HTMLElement): readonly HTMLElement[] =>
  [...container.querySelectorAll<HTMLElement>('a[data-series]')].filter((tile) =>
    tile.querySelector(':scope > [data-plot]'),
  );

/** A strip of the monitor is read at the cursor where its latest number stands (MonitorReading.tsx), so nothing is written into it. */
const hasNumberColumn = (tile: HTMLElement): boolean => tile.querySelector(':scope > [data-number]') !== null;

type SourceOf = (tile: HTMLElement) => CursorSource | undefined;

/** Returns a function that finds what a tile stands for, once for each tile. */
function sourceFinder(
  { series, complete }: RecordSnapshot,
  reported: readonly Series[],
  frame: Frame,
  options: DerivedOptions,
): SourceOf {
  const byId = new Map<string, Series>(series.map((one) => [one.id, one]));
  const qualifiers = nameQualifiers(series);
  let hasDerived = false;
  const find = (id: string): Series | undefined => {
    if (isDerivedId(id) && !hasDerived) {
      hasDerived = true;
      // Values are calculated from what was sent, as their tiles are, whatever units are shown.
      for (const one of allDerivedSeries(reported, options))
        if (one.series) byId.set(one.series.id, one.series);
    }
    return byId.get(id);
  };
  const sources = new Map<string, CursorSource | undefined>();
  return (tile) => {
    const id = tile.dataset['series'] ?? '';
    const partnerId = tile.querySelector<HTMLElement>('[data-series]')?.dataset['series'] ?? '';
    const key = `${id} ${partnerId}`;
    if (sources.has(key)) return sources.get(key);
    const [own, partner] = [find(id), find(partnerId)];
    const name = own && [seriesName(own, partner), qualifiers.get(id)].filter(Boolean).join(', ');
    const source = own && cursorSource(name ?? '', [own, partner], series, frame, complete);
    sources.set(key, source);
    return source;
  };
}

/** Returns a function that shows the value at a moment in a tile, unless the one that stands there is the same. */
function columnWriter(sourceOf: SourceOf): (tile: HTMLElement, atMs: number) => void {
  const written = new WeakMap<HTMLElement, { readonly source: CursorSource; readonly stop: number }>();
  return (tile, atMs) => {
    const source = sourceOf(tile);
    if (!source) return;
    const stop = stopIndex(source, atMs);
    const before = written.get(tile);
    if (before?.source === source && before.stop === stop && hasColumn(tile)) return;
    written.set(tile, { source, stop });
    showInColumn(tile, valueAtCursor(source, atMs));
  };
}

/**
 * A frame writes tiles for so long. To lay them out and paint them takes three times as long again, and a slow computer showed nothing
 * until all of that was done.
 */
const WRITING_MS = 6;

/** Puts the tile under the pointer before those that wait. */
const inTurn = (waiting: ReadonlySet<HTMLElement>): readonly HTMLElement[] => {
  const pointed = [...waiting].find((tile) => tile.matches(':hover'));
  return pointed ? [pointed, ...waiting] : [...waiting];
};

/**
 * Writes the values at the cursor as it moves, and takes them away with it. What one frame has no time for comes with the next. Until
 * then a tile says the value and the date that it said before, which belong together.
 */
function followCursor(container: HTMLElement, frame: Frame, sourceOf: SourceOf): () => void {
  let request = 0;
  const writeColumn = columnWriter(sourceOf);
  /** These have not been written since the cursor moved. What has waited longest stands first. */
  const waiting = new Set<HTMLElement>();
  const writeWaiting = (atMs: number): void => {
    const untilMs = performance.now() + WRITING_MS;
    for (const tile of inTurn(waiting)) {
      writeColumn(tile, atMs);
      waiting.delete(tile);
      if (performance.now() > untilMs) return;
    }
  };
  const write = (): void => {
    cancelAnimationFrame(request);
    request = 0;
    const cursor = currentCursor();
    if (!isCursorWithin(cursor, frame)) {
      observer.disconnect();
      tilesIn(container).forEach(clearColumn);
      return;
    }
    writeWaiting(cursor.timeMs);
    // A tile that comes while the cursor stands has its value too.
    observer.observe(container, { childList: true, subtree: true });
    observer.takeRecords();
    if (waiting.size > 0) request = requestAnimationFrame(write);
  };
  const writeAll = (): void => {
    for (const tile of tilesIn(container).filter(hasNumberColumn)) waiting.add(tile);
    write();
  };
  const schedule = (): void => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(writeAll);
  };
  const observer = new MutationObserver(schedule);
  const stop = subscribeToCursor(writeAll);
  schedule();
  return () => {
    stop();
    observer.disconnect();
    cancelAnimationFrame(request);
    tilesIn(container).forEach(clearColumn);
  };
}

/** Shows each tile's value at the cursor, and returns a function that says in one sentence those that matter. */
export function useCursorValues(
  container: RefObject<HTMLElement | null>,
  frame: Frame,
): (atMs: number) => string {
  const record = useLoadedRecord();
  const { reported = record } = useRecord();
  const options = useDerivedOptions(true);
  const sourceOf = useMemo(
    () => sourceFinder(record, reported.series, frame, options),
    [record, reported, frame, options],
  );
  useEffect(
    () => (container.current ? followCursor(container.current, frame, sourceOf) : undefined),
    [container, frame, sourceOf],
  );
  return useMemo(
    () => (atMs) => {
      const tiles = container.current ? tilesIn(container.current) : [];
      const sources = tiles.flatMap((tile) => sourceOf(tile) ?? []);
      return spokenAtCursor(
        cursorMomentText(atMs, frame),
        sources.map((source) => valueAtCursor(source, atMs)),
      );
    },
    [container, frame, sourceOf],
  );
}
