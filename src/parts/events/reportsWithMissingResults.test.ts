import { describe, expect, test } from 'vitest';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { reportsWithMissingResults } from './reportsWithMissingResults.ts';
import { timelineEntries } from './timelineEntries.ts';

const potassium = madeSeries([
  { at: '2026-03-02T08:00:00Z', text: '4.1' },
  { at: '2026-03-02T09:00:00Z', text: '4.2' },
]);
const [A = '', B = ''] = potassium.rows.map(({ id }) => id);
const record = recordOfSeries([potassium], {
  withdrawn: [{ id: 'w', text: '', effective: '2026-03-02' }],
});
const panel = (resultIds: readonly string[], more: Partial<CareEvent> = {}) =>
  madeCareEvent('DiagnosticReport', 'Basic metabolic panel', '2026-03-02', {
    isResultsOnly: true,
    resultIds,
    ...more,
  });
const listed = (report: CareEvent, read = record) =>
  timelineEntries(
    eventsSnapshot({ courses: [], events: [...reportsWithMissingResults([report], read)] }),
    'UTC',
  );

describe('a report without words of which results are nowhere in the record', () => {
  test.each([
    ['one of three', panel([A, B, 'x']), '1 result of this report is not in this record'],
    ['all of them', panel(['x', 'y']), '2 results of this report are not in this record'],
    ['one named twice', panel(['x', 'x']), '1 result of this report is not in this record'],
    ['one of another server', panel([A], { foreignResultCount: 1 }), '1 result of this report is not in'],
  ])('is listed and says how many: %s', (_, report, words) => {
    expect(listed(report)).toEqual([
      expect.objectContaining({ text: 'Basic metabolic panel', note: expect.stringContaining(words) }),
    ]);
  });

  test.each([
    ['all are in the record', panel([A, B])],
    ['the others were retracted', panel([A, 'w'])],
    ['it was cancelled', panel(['x'], { status: 'cancelled', isNotDone: true })],
  ])('is not listed where %s', (_, report) => {
    expect(listed(report)).toEqual([]);
  });

  test('is not listed while results are read', () => {
    expect(listed(panel(['x']), { ...record, ended: false })).toEqual([]);
  });
});
