// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import {
  listedSeries,
  overviewRecord,
  potassiumPoints,
  reading,
  showOverview,
  warmOverview,
} from '../../testing/overviewFixture.tsx';
import { madeSeries } from '../../testing/seriesFixture.ts';

beforeAll(warmOverview, 60_000);
afterEach(cleanup);

const curve = (i: number, flag: 'H' | 'HH' = 'H') =>
  madeSeries(
    ['2026-10-29', '2026-11-02', '2026-11-12', '2026-11-24'].map((day) => ({
      at: `${day}T14:05:00Z`,
      text: '5',
      flag,
    })),
    { id: `urn:x|c${i}`, analyteId: `urn:x|c${i}`, name: `Test ${i}`, group: 'Other', order: i },
  );
const curves = (count: number) => Array.from({ length: count }, (_, i) => curve(i));
/** A line of text links to its result from a list; a curve stands in no list. */
const drawnIn = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-series]')].filter((one) => one.closest('li') === null);

test('of a thousand curves two hundred are drawn, and the others are named and can be reached', async () => {
  const { container } = showOverview(overviewRecord(curves(1000)));
  const heading = await screen.findByRole('heading', { name: /More charts/ });
  expect(heading.textContent).toContain('800 more than can be charted at once');
  expect(drawnIn(container)).toHaveLength(200);
  const section = within(heading.closest('section')!);
  expect(section.getAllByRole('listitem')).toHaveLength(200);
  expect(section.getByText(/200 of 800 shown\./)).toBeTruthy();
  fireEvent.click(section.getByRole('button', { name: 'Show 200 more' }));
  expect(section.getAllByRole('listitem')).toHaveLength(400);
});

test('a critical result is drawn however many stand before it', async () => {
  const { container } = showOverview(overviewRecord([...curves(300), curve(300, 'HH')]));
  await screen.findByRole('heading', { name: /More charts/ });
  expect(drawnIn(container).map((tile) => tile.getAttribute('data-series'))).toContain('urn:x|c300');
});

test('of a thousand results without a curve two hundred are listed, the critical ones first', async () => {
  const listed = Array.from({ length: 999 }, (_, i) =>
    listedSeries(`urn:x|l${i}`, `Text ${i}`, {
      at: '2026-11-12T14:10:00Z',
      text: 'positive',
      reason: 'text',
      drawing: 'listed',
    }),
  );
  const critical = listedSeries('urn:x|crit', 'Text critical', {
    at: '2026-11-12T14:10:00Z',
    text: 'positive',
    reason: 'text',
    drawing: 'listed',
    flag: 'AA',
  });
  showOverview(overviewRecord([curve(0), ...listed, critical]));
  const heading = await screen.findByRole('heading', { name: 'Results without a chart' });
  const rows = within(heading.closest('section')!).getAllByRole('listitem');
  expect(rows).toHaveLength(200);
  expect(rows[0]?.textContent).toContain('Text critical');
});

test('a record that is read in less than a second has its lines once, and says at first how many there are', async () => {
  const { showNext } = showOverview(overviewRecord([potassiumPoints, ...curves(20)], reading), {
    isFirstChartDrawn: true,
  });
  const region = await screen.findByRole('region', { name: 'Further results so far' });
  expect(region.textContent).toMatch(/20/);
  expect(within(region).queryAllByRole('link')).toEqual([]);
  showNext(overviewRecord([potassiumPoints, ...curves(20)]));
  expect(screen.queryByRole('region', { name: 'Further results so far' })).toBeNull();
  expect(screen.getAllByRole('link').filter((link) => link.dataset['series'])).toHaveLength(21);
});

test('while pages arrive, a critical result that comes after two hundred lines follows them', async () => {
  const { showNext } = showOverview(overviewRecord([potassiumPoints, ...curves(210)], reading), {
    isFirstChartDrawn: true,
  });
  const region = await screen.findByRole('region', { name: 'Further results so far' });
  await within(region).findByRole('list', undefined, { timeout: 20_000 });
  const lines = () =>
    within(region)
      .getAllByRole('link')
      .map((link) => link.dataset['series']);
  const before = lines();
  expect(before).toHaveLength(200);
  showNext(overviewRecord([potassiumPoints, ...curves(210), curve(300, 'HH')], reading));
  expect(lines()).toEqual([...before, 'urn:x|c300']);
});

test('of two hundred curves all are drawn, in their order, and nothing is said', () => {
  const { container, text } = showOverview(overviewRecord(curves(200)));
  expect(drawnIn(container)).toHaveLength(200);
  expect(text()).not.toContain('drawn at once');
});
