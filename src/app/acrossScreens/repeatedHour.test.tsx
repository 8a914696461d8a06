// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { frameOf } from '../../charts/axis/frame.ts';
import { courseText } from '../../charts/lanes/courseText.ts';
import { previousTimeText } from '../../parts/results/tileText.ts';
import { timelineEntries } from '../../parts/events/timelineEntries.ts';
import { coursesOf } from '../../clinical/medication/courses.ts';
import { medicationStepOf } from '../../clinical/medication/medicationSteps.ts';
import { columnMomentText } from '../../screens/grid/gridColumns.ts';
import { gridDataIn, gridSourceOf } from '../../screens/grid/gridData.ts';
import { bucketSummary } from '../../screens/grid/buckets/bucketSummary.ts';
import { spokenBucket } from '../../screens/grid/buckets/bucketFacts.ts';
import { gridBucketsOf, shiftStartsOf } from '../../screens/grid/buckets/gridBuckets.ts';
import { warmOverview } from '../../testing/overviewFixture.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { eventContext } from '../../testing/eventsFromFhirFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { surfacesOf } from './surfacesFixture.tsx';

// In this night the clocks of Chicago show each minute from 01:00 to 02:00 twice.

beforeAll(warmOverview, 60_000);
afterEach(cleanup);

const ZONE = 'America/Chicago';
const BEFORE = '2026-11-01T06:50:00Z'; // 01:50 CDT
const AFTER = '2026-11-01T07:10:00Z'; // 01:10 CST, twenty minutes later
const record = recordOf([
  resultInput('2823-3', 6.2, 'mmol/L', BEFORE),
  resultInput('2823-3', 5, 'mmol/L', AFTER),
  resultInput('2823-3', 4.4, 'mmol/L', '2026-10-31T14:00:00Z'),
]);

describe('rule 42: a time that the clock shows twice names its zone', () => {
  test('in the table, on the head and on the strip of a test, and no other time does', () => {
    const [potassium] = surfacesOf(record);
    expect(potassium!.rows.map(({ text }) => /^[^:]+:\d\d(?: C[DS]T)?/.exec(text)?.[0])).toEqual([
      '1 Nov 2026, 01:10 CST',
      '1 Nov 2026, 01:50 CDT',
      '31 Oct 2026, 09:00',
    ]);
    expect(potassium!.newest.head.text).toContain('01:10 CST');
    expect(potassium!.newest.strip.text).toMatch(/01:10 CST.*was 6\.2 mmol\/L, 1 Nov 2026, 01:50 CDT/);
  });

  test('on a tile and a strip of a monitor, which leave out the day', () => {
    const [row, before] = [record.series[0]!.rows.at(-1)!, record.series[0]!.rows.at(-2)!];
    const span = { startMs: Date.parse('2026-10-31T12:00:00Z'), endMs: Date.parse('2026-11-01T12:00:00Z') };
    const frame = frameOf({ ...span, timeZone: ZONE, widthPx: 200, heightPx: 30 });
    expect(previousTimeText(before, row, frame)).toBe('01:50 CDT');
  });

  test('in a cell of the grid and on the head of its column', () => {
    const source = gridSourceOf(record.series, ZONE, READ_AT_MS);
    const columns = { unit: 'day', starts: shiftStartsOf(['07:00', '19:00']), timeZone: ZONE } as const;
    const grid = gridDataIn(source, gridBucketsOf(source.sorted, columns, Number.NaN));
    const said = spokenBucket(bucketSummary(grid.seriesRows[0]!, 1)!, grid.seriesRows[0]!, ZONE);
    expect(said).toMatch(/last 5 .*01:10 CST; highest 6\.2 .*01:50 CDT/);
    expect(columnMomentText(grid.moments[1]!, ZONE)).toContain('1 Nov 2026, 01:50 CDT to 01:10 CST;');
  });

  test('of an infusion, so that it neither ends before it begins nor lasts no time', () => {
    const infusion = (start: string, end: string) => {
      const reading = medicationStepOf(
        {
          resourceType: 'MedicationAdministration',
          id: 'a',
          status: 'completed',
          subject: { reference: 'Patient/p1' },
          medicationCodeableConcept: { text: 'norepinephrine' },
          effectivePeriod: { start, end },
          dosage: { rateQuantity: { value: 0.1, unit: 'ug/kg/min' } },
        },
        eventContext,
      );
      if (reading.outcome !== 'read') throw new Error(reading.outcome);
      return coursesOf([reading]);
    };
    const timeOf = (courses: ReturnType<typeof infusion>) =>
      timelineEntries(eventsSnapshot({ events: [], courses }), ZONE)[0]!.timeText;
    expect(timeOf(infusion(BEFORE, AFTER))).toBe('1 Nov 2026, 01:50 CDT – 01:10 CST');
    expect(timeOf(infusion('2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z'))).toBe(
      '1 Nov 2026, 01:30 CDT – 01:30 CST',
    );
    const [course] = infusion(BEFORE, AFTER);
    expect(courseText(course!, READ_AT_MS, ZONE).join(' ')).toBe(' until 1 Nov 2026, 01:10 CST');
  });
});
