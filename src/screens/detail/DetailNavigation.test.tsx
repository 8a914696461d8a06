// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { listedRow, trendSeries } from '../../testing/trendFixture.ts';
import { adjacentResults, detailRecord, showDetail, singleResult } from './detailFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('from a result lead links to the one before and after in the clinical order, and to compare it', async () => {
  await showDetail({ record: detailRecord(adjacentResults()) });
  const target = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  expect(target(/Previous: Sodium/)).toBe('#series=na');
  expect(target(/Next: Chloride/)).toBe('#series=cl');
  expect(target(/Compare with others/)).toBe('#compare=k');
});

test('the first and the last result have one neighbour', async () => {
  const { unmount } = await showDetail({ record: detailRecord(adjacentResults()) }, '#series=na');
  expect(screen.queryByRole('link', { name: /Previous result/ })).toBeNull();
  unmount();
  await showDetail({ record: detailRecord(adjacentResults()) }, '#series=cl');
  expect(screen.queryByRole('link', { name: /Next result/ })).toBeNull();
});

test('up and down arrow keys walk from chart to chart, and the focus stays in the chart', async () => {
  const { chart } = await showDetail({ record: detailRecord(adjacentResults()) }, '#series=na');
  expect(document.activeElement?.textContent).toBe('Sodium');
  chart.focus();
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Potassium/);
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Chloride/ });
  expect(location.hash).toBe('#series=cl');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Potassium');
});

test('a walk to a result without a chart ends at its name', async () => {
  const culture = trendSeries([], [listedRow('2026-01-14T14:20:00Z', 'POSITIVE', { reason: 'coded' })], {
    id: 'x',
    name: 'Culture',
  });
  const { chart } = await showDetail({ record: detailRecord([singleResult('k', 'Potassium'), culture]) });
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  expect(await screen.findByRole('heading', { name: 'Culture' })).toBe(document.activeElement);
});
