/** Every part of the app that names the changes of a medication names them alike. */
import { expect, test } from 'vitest';
import { courseText, currentCourseText } from '../../charts/lanes/courseText.ts';
import { frameOf } from '../../charts/axis/frame.ts';
import { courseMoments } from '../../charts/lanes/laneMoments.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { courseFrom, order } from '../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { recentMedicationChanges } from '../../parts/events/medicationText.ts';
import { layoutRibbon } from './ribbonLayout.ts';
import { changeWithTime } from './ribbon/RibbonDrugLinks.tsx';
import { exportEvents } from '../../parts/export/exportEvents.ts';
import { timelineEntries } from '../../parts/events/timelineEntries.ts';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const frame = frameOf({
  startMs: Date.parse('2025-11-24T00:00:00Z'),
  endMs: NOW,
  timeZone: 'UTC',
  widthPx: 1242,
  heightPx: 76,
});
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

const BURST = order('burst', '2026-03-01', '2026-03-06', 40);
const GOES_ON = courseFrom(order('long', '2026-01-01', undefined, 5), BURST);
const GOES_UP = courseFrom(
  order('long', '2026-01-01', '2026-06-01', 5),
  BURST,
  order('more', '2026-06-01', undefined, 7.5),
);

/** Returns the changes as the note, the strip of changes, the ribbon, the lanes and the timeline name them, oldest first. */
function changeTextsOf(course: MedicationCourse) {
  const events = eventsSnapshot({ courses: [course], events: [] });
  const limits = { changes: 20, others: 20 };
  return {
    note: exportEvents(events, frame, 'UTC', limits)
      .lines.map(({ text }) => text)
      .toReversed(),
    strip: recentMedicationChanges([course], -Infinity, 'UTC')
      .since.map(({ text, whenText }) => `${text}, ${whenText}`)
      .toReversed(),
    ribbon: layoutRibbon(events, frame, 1, NOW)
      .changes.labelled.map(({ item }) => item)
      .toSorted((a, b) => a.atMs - b.atMs)
      .map((change) => changeWithTime(change, 'UTC')),
    lane: courseMoments(course, frame).map(({ label }) => label),
    list: timelineEntries(events, 'UTC')
      .map(({ timeText, dose }) => `${dose}, ${timeText}`)
      .toReversed(),
  };
}

test('a burst beside a continued dose begins and ends in every place', () => {
  const { note, strip, ribbon, lane, list } = changeTextsOf(GOES_ON);
  expect(note).toEqual([
    'Carvedilol 5 mg/day ordered from 1 Jan 2026',
    'Carvedilol 40 mg/day since 1 Mar 2026, beside or after 5 mg/day',
    'Carvedilol 40 mg/day ended 6 Mar 2026, 5 mg/day continues',
  ]);
  const signs = [
    '+ Carvedilol 5 mg/day, 1 Jan 2026',
    '= Carvedilol 40 mg/day, 1 Mar 2026',
    '= Carvedilol 5 mg/day, 40 mg/day ended, 6 Mar 2026',
  ];
  expect(strip).toEqual(signs);
  expect(ribbon).toEqual(signs);
  expect(lane).toEqual(signs);
  expect(list).toEqual(['5 mg daily, since 1 Jan 2026', '40 mg daily, 1 Mar 2026 – 6 Mar 2026']);
  expect(courseText(GOES_ON, at('2026-03-03'), 'UTC')).toEqual(['5 mg/day, 40 mg/day', '']);
  expect(courseText(GOES_ON, at('2026-03-20'), 'UTC')).toEqual(['5 mg/day', 'since 1 Jan 2026']);
});

test('a dose after a burst is compared with the continued dose in every place', () => {
  const { note, strip, ribbon, lane } = changeTextsOf(GOES_UP);
  expect(note.slice(2)).toEqual([
    'Carvedilol 40 mg/day ended 6 Mar 2026, 5 mg/day continues',
    'Carvedilol 7.5 mg/day since 1 Jun 2026, was 5 mg/day',
  ]);
  for (const texts of [strip, ribbon, lane])
    expect(texts.slice(2)).toEqual([
      '= Carvedilol 5 mg/day, 40 mg/day ended, 6 Mar 2026',
      '↑ Carvedilol 7.5 mg/day, 1 Jun 2026',
    ]);
  expect(currentCourseText(GOES_UP, frame, NOW)).toEqual(['7.5 mg/day', 'since 1 Jun 2026']);
  const stopped = courseFrom(order('long', '2026-01-01', '2026-06-01', 5), BURST);
  expect(changeTextsOf(stopped).note.at(-1)).toBe('Carvedilol order ended 1 Jun 2026, was 5 mg/day');
  expect(currentCourseText(stopped, frame, NOW)).toEqual(['', 'until 1 Jun 2026']);
});
