import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';
import { trendRow } from '../../testing/trendFixture.ts';
import { timeDistanceText } from './stripText.ts';

const entry = { rows: [trendRow('2026-11-12T14:10:00Z', '5.8')] } as const;

test.each([
  [-25 * 60_000, '25 min earlier'],
  [3 * HOUR_MS, '3 h later'],
  [-9 * DAY_MS, '9 d earlier'],
  [-60 * DAY_MS, '60 d earlier'],
  [-91 * DAY_MS, '3 mo earlier'],
  [-377 * DAY_MS, '12 mo earlier'],
  [-4_100 * DAY_MS, '11 y earlier'],
  [30_000, ''],
  [undefined, ''],
])(
  'a result that lies %s ms from the cursor says so in the unit that a person would use',
  (apartMs, text) => {
    expect(timeDistanceText(apartMs, entry)).toBe(text);
  },
);
