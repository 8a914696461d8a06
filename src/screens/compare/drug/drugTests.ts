/** This file chooses the tests that Compare shows with a medication. The choice is one of order in time and never of cause. */
import { seriesNamed } from '../../../clinical/series/addressId.ts';
import type { PatientFacts } from '../../../clinical/change/patientFacts.ts';
import type { TimeSpan } from '../../../clinical/change/comparableRows.ts';
import type { CourseChange, MedicationCourse } from '../../../clinical/events/careEvent.ts';
import { monitoredAnalytes } from '../../../clinical/medication/monitoredTests.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { Strip } from '../../../charts/strip/strip.ts';
import { courseChangesOf } from '../../../charts/lanes/laneMoments.ts';
import { listText } from '../../../parts/recordStatus/recordStatusText.ts';
import { changesSince } from '../../../parts/changes/changesList.ts';
import { stripId } from '../../../parts/screenUrls/compareUrl.ts';
import { drugTexts } from './drug.messages.ts';

/** So many are seen together with the lane, without a scroll. */
const MAX_TESTS = 6;
/** The others are those that changed most. */
const MAX_MONITORED = 4;

/**
 * Returns the change that tests are looked at from: the newest start or change of dose up to the end of the window, or
 * the newest change of any kind.
 */
export function changeInQuestion(
  course: MedicationCourse,
  endMs: number,
  timeZone: string,
): CourseChange | undefined {
  const before = courseChangesOf(course, timeZone).filter(({ atMs }) => atMs <= endMs);
  return before.findLast(({ sign }) => sign !== '−' && sign !== '·') ?? before.at(-1);
}

/** Returns the series of an analyte with most results in the window. */
function bestSeries(all: readonly Series[], analyteId: string, { startMs, endMs }: TimeSpan) {
  const inWindow = ({ timesMs }: Series): number =>
    timesMs.reduce((sum, timeMs) => (timeMs >= startMs && timeMs <= endMs ? sum + 1 : sum), 0);
  return all
    .filter((one) => one.analyteId === analyteId)
    .map((series) => ({ series, count: inWindow(series) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .at(0)?.series.id;
}

/** Names the tests that are commonly followed with the medication, and says that order in time is all that it shows (rule 25). */
export function drugTestsText(course: MedicationCourse, strips: readonly Strip[]): string {
  const monitored = monitoredAnalytes(course.name);
  const names = strips.filter(({ series }) => monitored.includes(series.analyteId)).map(({ name }) => name);
  const often = names.length > 0 && drugTexts('oftenFollowed', { drug: course.name, tests: listText(names) });
  return [often, drugTexts('timingOnly')].filter(Boolean).join(' ');
}

type DrugTestsOptions = {
  readonly span: TimeSpan;
  readonly timeZone: string;
  readonly facts: PatientFacts;
};

/**
 * Returns the ids of the strips that go with a medication: the tests that are commonly followed with it, and then those that
 * changed most since its change, as far as the record has them in the window.
 */
export function drugTests(
  course: MedicationCourse,
  series: readonly Series[],
  { span, timeZone, facts }: DrugTestsOptions,
): readonly string[] {
  const monitored = monitoredAnalytes(course.name).flatMap((id) => bestSeries(series, id, span) ?? []);
  const change = changeInQuestion(course, span.endMs, timeZone);
  const changed = change ? changesSince(series, change.atMs, timeZone, facts).items.map(({ id }) => id) : [];
  const ids = [...monitored.slice(0, MAX_MONITORED), ...changed, ...monitored.slice(MAX_MONITORED)];
  return [...new Set(ids.filter((id) => seriesNamed(series, id)).map(stripId))].slice(0, MAX_TESTS);
}
