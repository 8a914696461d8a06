// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import {
  detailRecord,
  isPressed,
  LAST_YEAR,
  NOW,
  potassiumOfYears,
  pressureRows,
  READING,
  showDetail,
  viewOf,
} from './detailFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const statistics = (container: HTMLElement) => container.querySelector('[data-statistics]')?.textContent;

test('under the chart stand count, median, lowest and highest of the window, and what was not counted', async () => {
  const { container } = await showDetail({
    record: detailRecord([potassiumOfYears()]),
    view: viewOf(LAST_YEAR),
  });
  expect(statistics(container)).toBe(
    'In this period: 4 results in mmol/L, median 5.0, lowest 4.6 (first on 20 Jan 2026), ' +
      'highest 5.8 (12 Nov 2026); not counted: 1 limit, 1 preliminary and 1 not charted.',
  );
  // What lies outside is said once, beside the button that shows it.
  expect(container.textContent.match(/outside this period/g)).toHaveLength(1);
  expect(container.querySelector('[data-outside]')?.textContent).toContain(
    '1 earlier result outside this period.',
  );
});

test('in a window of hours the lowest and the highest have their time', async () => {
  const series = trendSeries([
    trendRow('2026-11-24T08:00:00Z', '4.6'),
    trendRow('2026-11-24T14:30:00Z', '5.1'),
  ]);
  const { container } = await showDetail({ record: detailRecord([series]) });
  expect(statistics(container)).toBe(
    'In this period: 2 results in mmol/L, median 4.85, lowest 4.6 (24 Nov 2026, 02:00), ' +
      'highest 5.1 (24 Nov 2026, 08:30).',
  );
});

test('rules 17 and 22: an extreme to check says so, and so does the number of those that are counted', async () => {
  const series = trendSeries([
    trendRow('2026-11-20T08:00:00Z', '4.6'),
    trendRow('2026-11-22T08:00:00Z', '7.1', { condition: 'hemolyzed' }),
    trendRow('2026-11-23T08:00:00Z', '6.9', { check: 'check value', checkKind: 'value' }),
    trendRow('2026-11-24T14:30:00Z', '5.1'),
  ]);
  const { container } = await showDetail({ record: detailRecord([series]), view: viewOf(LAST_YEAR) });
  expect(statistics(container)).toBe(
    'In this period: 4 results in mmol/L, median 6.0, lowest 4.6 (20 Nov 2026), ' +
      'highest 7.1 (22 Nov 2026, hemolyzed); 2 of them to check.',
  );
});

test('rule 44: the newest of results by their days counts in the window that ends with its day', async () => {
  const sent = [
    ['2026-11-20', '4.1'],
    ['2026-11-22', '4.3'],
    ['2026-11-24', '6.2'],
  ] as const;
  const results = sent.map(([day, value]) => resultInput('2823-3', Number(value), 'mmol/L', day));
  const record = recordOf(results);
  const window = recordWindow(record, TEST_TIME_ZONE)!;
  const { container } = await showDetail({ record, view: viewOf(window) });
  expect(statistics(container)).toBe(
    'In this period: 3 results in mmol/L, median 4.3, lowest 4.1 (20 Nov 2026), highest 6.2 (24 Nov 2026).',
  );
});

test('rule 7: of a blood pressure both sides have their own', async () => {
  const record = detailRecord(pressureRows(['74', '75']));
  const { container } = await showDetail({ record }, '#series=bp-dia');
  expect(statistics(container)).toBe(
    'In this period: 2 systolic results in mmHg, median 142, lowest 136 (12 Nov 2026), highest 148 (24 Nov 2026). ' +
      '2 diastolic results in mmHg, median 74.5, lowest 74 (12 Nov 2026), highest 75 (24 Nov 2026).',
  );
  expect(screen.queryByRole('button', { name: 'Points only' })).toBeNull();
});

test('rules 37, 39: while the record is not complete nothing is said of lowest and highest but why', async () => {
  const { container, unmount } = await showDetail({ record: detailRecord([potassiumOfYears()], READING) });
  expect(statistics(container)).toBe('Median, lowest and highest appear when the whole record has loaded.');
  unmount();
  const failed = await showDetail({ record: detailRecord([potassiumOfYears()], { complete: false }) });
  expect(statistics(failed.container)).toBe(
    'No median, lowest or highest: the record could not be loaded completely.',
  );
});

test('rule 8: a thinned chart offers every point, and a chart with room for all does not', async () => {
  const many = trendSeries(
    Array.from({ length: 400 }, (_, i) =>
      trendRow(new Date(NOW - (400 - i) * 300_000).toISOString(), `${4 + (i % 10) / 10}`),
    ),
  );
  const { container, unmount } = await showDetail({ record: detailRecord([many]) });
  const marks = () => container.querySelectorAll('figure [data-mark]').length;
  expect(marks()).toBeLessThan(400);
  fireEvent.click(screen.getByRole('button', { name: 'Every point' }));
  expect(marks()).toBe(400);
  expect(isPressed('Every point')).toBe('true');
  unmount();
  await showDetail({ record: detailRecord([potassiumOfYears()]) });
  expect(screen.queryByRole('button', { name: 'Every point' })).toBeNull();
});
