import { expect, test } from 'vitest';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { recordWindow } from './recordWindow.ts';
import { lastResultAt } from './timeWindowText.ts';

test('rule 11: the window of results of one moment ends with them', () => {
  const at = '2026-11-24T20:00:00Z';
  const window = recordWindow(recordOf([resultInput('2823-3', 4.6, 'mmol/L', at)]), 'UTC');
  expect(new Date(window!.endMs).toISOString()).toBe('2026-11-24T20:00:00.000Z');
  expect(window!.startMs).toBeLessThan(window!.endMs);
});

test('of results that end a window the one whose day is known says how long ago that was', () => {
  const zone = 'America/Chicago';
  const monthly = resultInput('2823-3', 4.6, 'mmol/L', '2026-10');
  const record = recordOf([monthly]);
  const { endMs } = recordWindow(record, zone)!;
  expect(lastResultAt(record, endMs, zone)?.kind.precision).toBe('month');
  const monthAndDay = recordOf([monthly, resultInput('2160-0', 1.1, 'mg/dL', '2026-10-31')]);
  expect(recordWindow(monthAndDay, zone)?.endMs).toBe(endMs);
  expect(lastResultAt(monthAndDay, endMs, zone)?.kind.precision).toBe('day');
  expect(lastResultAt(monthAndDay, endMs - 1, zone)).toBeUndefined();
});

test.each(['2026-11', '2026'])(
  'a result of %s, which goes on, ends the window when the record was read, so that the last days are not empty',
  (at) => {
    const record = recordOf([
      resultInput('2823-3', 4.6, 'mmol/L', at),
      resultInput('2160-0', 1.1, 'mg/dL', '2026-11-24T08:00:00Z'),
    ]);
    const { endMs } = recordWindow(record, 'UTC')!;
    expect(endMs).toBe(READ_AT_MS);
    expect(lastResultAt(record, endMs, 'UTC')?.effective).toBe(at);
  },
);

test('a day that goes on ends the window with its last moment', () => {
  const record = recordOf([resultInput('2823-3', 4.6, 'mmol/L', '2026-11-24')]);
  expect(new Date(recordWindow(record, 'UTC')!.endMs).toISOString()).toBe('2026-11-24T23:59:59.999Z');
});

test.each(['1906-02-03', '1912-07-01T08:00:00Z', '1926'])(
  'a result of %s does not stretch the window over more than a century',
  (at) => {
    const record = recordOf([
      resultInput('2823-3', 4.6, 'mmol/L', at),
      resultInput('2823-3', 4.4, 'mmol/L', '2026-10-01T08:00:00Z'),
    ]);
    const { startMs, endMs } = recordWindow(record, 'UTC')!;
    expect((endMs - startMs) / 31_557_600_000).toBeLessThanOrEqual(101);
  },
);

test.each(['2026-11-24T20:16:00Z', '2026-12-01', '2027-01', '9999-12-31'])(
  'a result of %s, which has not come, does not move the window',
  (at) => {
    const record = recordOf([
      resultInput('2823-3', 4.6, 'mmol/L', at),
      resultInput('2823-3', 4.4, 'mmol/L', '2026-10-01T08:00:00Z'),
    ]);
    expect(new Date(recordWindow(record, 'UTC')!.endMs).toISOString()).toBe('2026-10-01T08:00:00.000Z');
  },
);
