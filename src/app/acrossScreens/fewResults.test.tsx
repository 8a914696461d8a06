// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { failed, overviewRecord, potassiumPoints, showOverview } from '../../testing/overviewFixture.tsx';
import { TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';

afterEach(cleanup);

const few = (texts: readonly string[], unit: string, range: readonly [string, string] | undefined) =>
  madeSeries(
    texts.map((text, i) => ({
      at: `2026-1${i}-12T08:00:00Z`,
      text,
      unit,
      flag: 'L',
      ...(range && { rangeLow: range[0], rangeHigh: range[1] }),
    })),
    { id: 'ferritin', analyteId: 'ferritin', name: 'Ferritin', unitText: unit },
  );

async function rowOf(series: ReturnType<typeof few>, more = {}) {
  const record = overviewRecord([potassiumPoints, series], more);
  // Only the newest result is in this period, which is too few for a curve.
  const visible = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 10, 24, 16) };
  const whole = recordWindow(record, TEST_TIME_ZONE);
  const { container } = showOverview(record, { view: { ...viewOfAll, whole, visible, choice: '30d' } });
  await screen.findByRole('region', { name: 'Further results' });
  const row = container.querySelector<HTMLElement>('a[data-series="ferritin"]')!;
  expect(row.querySelector('[data-plot]')).toBeNull();
  return row;
}

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

test.each([
  ['ng/mL', ['24', '336'], ['31', '18'], '24–336', '↓13'],
  ['µg/L', ['11', '307'], ['7.5', '8.0'], '11–307', '↑0.5'],
  ['pmol/L', ['54', '755'], ['40', '40'], '54–755', '='],
] as const)(
  'a row of few results in %s says its range and how far it moved, and its flag stands left of the number',
  async (unit, range, texts, rangeText, change) => {
    const row = await rowOf(few(texts, unit, range));
    expect(row.textContent).toContain(rangeText);
    expect(row.textContent).toContain(change);
    const flag = row.querySelector('[data-symbol="L"]')!;
    const number = [...row.querySelectorAll('b')].find(({ textContent }) => textContent === texts[1])!;
    expect(isBefore(flag, number)).toBe(true);
  },
);

test('a row without a reference range says so', async () => {
  const row = await rowOf(few(['31', '18'], 'ng/mL', undefined));
  expect(row.textContent).toContain('no reference range');
});

test('rule 37: a record that is not complete claims no change', async () => {
  const row = await rowOf(few(['31', '18'], 'ng/mL', ['24', '336']), failed);
  expect(row.textContent).not.toContain('↓13');
  expect(row.textContent).toContain('24–336');
});
