/** This file makes the lines of the list that come from the record: tests, panels and groups, drugs and events. */
import type { DoseStep } from '../../clinical/events/careEvent.ts';
import { panelAliases, searchAliases } from '../../clinical/catalog/searchAliases.ts';
import { panelsOf } from '../../clinical/catalog/panels.ts';
import type { Series } from '../../clinical/series/series.ts';
import { timelineEntries, type TimelineEntry } from '../../parts/events/timelineEntries.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import {
  seriesEntryOf,
  seriesOfEntry,
  tileEntriesOf,
  isDrawnEntry,
  type DrawnEntry,
} from '../../parts/results/tileLayout.ts';
import { compareFragment, MAX_STRIPS, stripId } from '../../parts/screenUrls/compareUrl.ts';
import { gridFiltersIn, gridFragment } from '../../parts/screenUrls/gridUrl.ts';
import { GRID_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { sentWordsOf } from '../../parts/results/search/sentWords.ts';
import { comparable } from '../../parts/results/search/searchText.ts';
import type { DrugTarget, EventTarget, PanelTarget, TestTarget } from './jumpTarget.ts';

const comparableWords = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter(Boolean).map(comparable)),
];

function testTarget(entry: DrawnEntry, qualifier: string | undefined): TestTarget {
  const sides = seriesOfEntry(entry);
  const aliases = [...new Set(sides.map(({ analyteId }) => analyteId))].flatMap(searchAliases);
  const sent = sides.map(sentWordsOf);
  const shortNames = sides.flatMap(({ shortName, analyteId }) => [shortName, analyteId]);
  const longNames = sides.flatMap(({ name, longName = '' }) => [name, longName]);
  return {
    kind: 'test',
    key: `test ${entry.id}`,
    name: entry.name,
    entry,
    qualifier,
    exact: comparableWords([entry.id, ...shortNames, ...aliases, ...sent.flatMap(({ codes }) => codes)]),
    names: comparableWords([
      entry.name,
      ...longNames,
      ...shortNames,
      ...aliases,
      ...sent.flatMap(({ names }) => names),
    ]),
  };
}

/** Returns one line for each curve and each test without one. Two tests of one name are told apart as on every screen. */
export function testTargets(series: readonly Series[]): readonly TestTarget[] {
  const qualifiers = nameQualifiers(series);
  const drawn = tileEntriesOf(series, []).filter(isDrawnEntry);
  const listed = series.filter(({ rows }) => rows.length === 0).map((one) => seriesEntryOf(one, series));
  return [...drawn, ...listed].map((entry) => testTarget(entry, qualifiers.get(entry.id)));
}

/** Compare has room for a few strips. A larger panel opens in the results by date, which shows all of it. */
function panelOpens(id: string, strips: readonly string[]): PanelTarget['opens'] {
  if (strips.length <= MAX_STRIPS) return { fragment: compareFragment({ ids: strips }), screen: 'compare' };
  return { fragment: gridFragment({ ...gridFiltersIn(GRID_FRAGMENT), panel: id }), screen: 'results' };
}

/** Returns one line for each clinical group of the overview, and for each panel of which the record has a test. */
export function panelTargets(tests: readonly TestTarget[]): readonly PanelTarget[] {
  const entries = tests.map(({ entry }) => entry);
  const groupCounts = new Map<string, number>();
  for (const { group } of entries)
    if (group !== '') groupCounts.set(group, (groupCounts.get(group) ?? 0) + 1);
  const groups = [...groupCounts].map(([heading, testCount]): PanelTarget => ({
    kind: 'panel',
    key: `group ${heading}`,
    name: heading,
    testCount,
    opens: { heading },
    exact: comparableWords([heading]),
    names: comparableWords([heading]),
  }));
  const analyteIds = new Set(entries.map(({ series }) => series.analyteId));
  const panels = panelsOf(analyteIds).map(({ id, name, members }): PanelTarget => {
    const shown = entries.filter(({ kind, series }) => kind !== 'series' || series.rows.length > 0);
    const present = shown.filter(({ series }) => members.has(series.analyteId));
    const strips = [...new Set(present.map((entry) => stripId(entry.id)))];
    return {
      kind: 'panel',
      key: `panel ${id}`,
      name,
      testCount: strips.length,
      opens: panelOpens(id, strips),
      exact: comparableWords([id, name, ...panelAliases(id)]),
      names: comparableWords([name, id, ...panelAliases(id)]),
    };
  });
  return [...groups, ...panels.filter(({ testCount }) => testCount > 0)];
}

const hasDose = ({ doseText, shortDose }: DoseStep): boolean => doseText !== '' || shortDose !== '';

/** Returns one line for each medication, in the order of the record. A dispense often says no dose, so an older order does. */
export const drugTargets = ({ courses }: EventsSnapshot): readonly DrugTarget[] =>
  courses.flatMap(({ key, name, steps }): DrugTarget[] => {
    const step = steps.findLast(hasDose) ?? steps.at(-1);
    if (name === '' || step === undefined) return [];
    const words = comparableWords([name]);
    return [{ kind: 'drug', key: `drug ${key}`, name, step, exact: words, names: words }];
  });

function eventTarget(event: TimelineEntry): EventTarget {
  return {
    kind: 'event',
    key: `event ${event.key}`,
    name: event.text,
    event,
    exact: [],
    names: comparableWords([event.text, `${event.text} ${event.typeName}`]),
  };
}

/**
 * Returns one line for each event that is no medication, newest first. Reports stand before the procedures of the same name,
 * which say nothing but that they were done.
 */
export const eventTargets = (events: EventsSnapshot, timeZone: string): readonly EventTarget[] =>
  timelineEntries(events, timeZone)
    .filter(({ lane }) => lane !== 'medication')
    .toSorted((a, b) => Number(b.lane === 'report') - Number(a.lane === 'report'))
    .map(eventTarget);
