import { expect, test } from 'vitest';
import { frameOf } from '../../../charts/axis/frame.ts';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import { dateText } from '../../../charts/format/dateText.ts';
import { cursorMomentsIn } from './OverviewCursor.tsx';

const ZONE = 'America/Chicago';
const frame = frameOf({
  startMs: Date.parse('2020-11-24T00:00:00Z'),
  endMs: Date.parse('2021-11-24T00:00:00Z'),
  timeZone: ZONE,
  widthPx: 206,
  heightPx: 38,
});

test('rule 44: the cursor stands on the day of a result without a time, not on the day before', () => {
  const series = madeSeries([
    { at: '2021-03-01T00:00:00Z', text: '5.1', precision: 'day' },
    { at: '2021-05-01T14:00:00Z', text: '5.2' },
  ]);
  const dates = cursorMomentsIn([series], frame).map((timeMs) => dateText(timeMs, 'instant', ZONE));
  expect(dates).toEqual(['1 Mar 2021', '1 May 2021']);
});
