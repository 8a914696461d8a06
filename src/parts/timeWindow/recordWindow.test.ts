import { expect, test } from 'vitest';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { recordWindow } from './recordWindow.ts';
import { lastResultAt } from './timeWindowText.ts';

test('rule 11: the window of results of one moment ends with them', () => {
  const at = '2026-11-25T20:00:00Z';
  const window = recordWindow(recordOf([resultInput('2823-3', 4.6, 'mmol/L', at)]), 'UTC');
  expect(new Date(window!.endMs).toISOString()).toBe('2026-11-25T20:00:00.000Z');
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
