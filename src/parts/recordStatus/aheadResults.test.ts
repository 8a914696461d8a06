import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { aheadResults } from './aheadResults.ts';
import { noticeLines } from './noticeLines.ts';

const inHours = (hours: number): string => new Date(READ_AT_MS + hours * HOUR_MS).toISOString();
const potassium = (hours: number, more: Readonly<Record<string, unknown>> = {}) =>
  resultInput('2823-3', 4.1, 'mmol/L', inHours(hours), more);

describe('rule 13: results that a clock which is behind keeps off the curves', () => {
  test('are counted, each Observation once, with how far they lie ahead', () => {
    const record = recordOf([potassium(-1), potassium(2), potassium(4.5), pressure(120, 70, inHours(3))]);
    expect(aheadResults(record)).toEqual({ count: 3, mostMs: 4.5 * HOUR_MS });
    expect(noticeLines(record)).toEqual([
      'Stale: by the clock of the device, 3 results lie up to 5 h ahead and are not charted. If it is wrong, what is called the latest may be older than these.',
    ]);
  });

  test('also those that are text', () => {
    const text = resultInput('2823-3', 'hemolyzed', '', inHours(2));
    expect(aheadResults(recordOf([potassium(-1), text]))).toEqual({ count: 1, mostMs: 2 * HOUR_MS });
  });

  test.each([
    ['of the past', [potassium(-1), potassium(0.1)]],
    ['that were withdrawn', [potassium(-1), potassium(2, { status: 'entered-in-error' })]],
    ['with a wrong year', [potassium(-1), potassium(365 * 24)]],
    ['of no time', [potassium(-1), { ...potassium(1), effectiveDateTime: undefined }]],
  ])('and not those %s', (_, results) => {
    const record = recordOf(results);
    expect(aheadResults(record)).toBeUndefined();
    expect(noticeLines(record)).toEqual([]);
  });
});
