// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import {
  cellsOf,
  potassiumRows,
  pressureRows,
  READING,
  detailRecord,
  tableRowsShown,
  showDetail,
  spoken,
} from './detailFixture.tsx';
import { headerTexts } from '../../parts/header/header.messages.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rule 12: arrow keys walk every result of the chart and read it out with all seven facts', async () => {
  const { chart, container } = await showDetail({ record: detailRecord([potassiumRows()]) });
  expect(chart.getAttribute('aria-label')).toBe('Potassium in mmol/L, 5 results, 3 Dec 2014 to 24 Nov 2026');
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe(
    '5.3 millimoles per litre, high, preliminary. 24 November 2026. Result 5 of 5.',
  );
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(spoken(container)).toBe(
    '5.4 millimoles per litre, high. 29 October 2026. Up 0.5 from 4.9. Result 3 of 5.',
  );
  const line = screen.getByText('29 Oct 2026, 08:05 CDT, UTC−05:00');
  expect(line.dataset['tooltip']).toBe('2026-10-29T13:05Z; no local offset');
  const facts = line.closest('div')?.textContent;
  for (const fact of [
    '5.4',
    'mmol/L',
    'high',
    'Reference range 3.5–5.0',
    'final',
    'source Observation/obs-',
  ]) {
    expect(facts).toContain(fact);
  }
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(spoken(container)).toContain('Result 1 of 5.');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(spoken(container)).toContain('Result 1 of 5.');
  for (let i = 2; i <= 5; i++) {
    fireEvent.keyDown(chart, { key: 'ArrowRight' });
    expect(spoken(container)).toContain(`Result ${i} of 5.`);
  }
});

test('rule 38: none, loading, failed, not allowed and not known have five texts', async () => {
  const search = (state: SearchState['state']): SearchState => ({
    name: 'laboratory',
    state,
    pages: 0,
    received: 0,
  });
  const texts = [];
  for (const fields of [
    READING,
    {},
    { complete: false, searches: [search('failed')] },
    { complete: false, searches: [search('not-allowed')] },
    { complete: false, searches: [search('refused')] },
  ]) {
    const { container } = await showDetail({ record: detailRecord([], fields) });
    texts.push(container.querySelector('main output')?.textContent);
    cleanup();
  }
  expect(texts).toEqual([
    'Still loading. The result may be on a page that has not loaded yet.',
    'No results for this test in this record.',
    'Could not be loaded. It is not known whether there are results for this test.',
    'General Hospital did not allow access to all results. It is not known whether there are results for this test.',
    'Not known: the record is incomplete.',
  ]);
});

test.each(['#series=gone', '#series=gone~calculated', '#series=agap~calculated'])(
  'a test that is not there has a heading, which has the focus: %s',
  async (fragment) => {
    await showDetail({ record: detailRecord([], READING) }, fragment);
    const heading = await screen.findByRole('heading', { name: 'Requested test' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  },
);

test('rule 38: an unknown series is called absent only after a complete answer', async () => {
  await showDetail({ record: detailRecord([]) }, '#series=nothing');
  expect(screen.getByText('No results for this test in this record.')).toBeTruthy();
  cleanup();
  await showDetail({ record: detailRecord([], READING) }, '#series=nothing');
  expect(screen.getByText(/^Still loading/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('href')).toBe('#');
});

test('rules 33, 36: a value that must not be shown is nowhere', async () => {
  const hidden = listedRow('2026-11-20T14:20:00Z', '9.9', {
    status: 'preliminary',
    reason: 'preliminary-hidden',
  });
  const cancelled = listedRow('2026-11-21T14:20:00Z', '8.8', { status: 'cancelled', reason: 'status' });
  const series = potassiumRows();
  const { container } = await showDetail({
    record: detailRecord([
      { ...series, listed: [cancelled, hidden], account: { ...series.account, withdrawn: 1 } },
    ]),
  });
  expect(container.textContent).not.toContain('9.9');
  expect(container.textContent).not.toContain('8.8');
  expect(container.textContent).toContain('1 retracted');
  expect(container.textContent).toContain('preliminary result, see the EHR');
});

test('rule 20: a limit keeps its comparator and is not joined by the line', async () => {
  const { chart, container } = await showDetail({
    record: detailRecord([
      trendSeries(
        [
          trendRow('2024-01-01T12:00:00Z', '24'),
          trendRow('2024-02-01T12:00:00Z', '<12'),
          trendRow('2024-03-01T12:00:00Z', '26'),
        ],
        [],
        { axis: [0, 100] },
      ),
    ]),
  });
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe(
    'less than 12 millimoles per litre, no lab flag. 1 February 2024. Result 2 of 3.',
  );
  expect(cellsOf(tableRowsShown()[1])[1]).toBe('<12');
  expect(cellsOf(tableRowsShown()[1])[6]).toBe('limit, not joined by the line');
  expect(container.querySelectorAll('[data-mark="limit-below"]')).toHaveLength(1);
});

test('rule 7: a blood pressure is one row and one bar, a missing side is said', async () => {
  const record = detailRecord(pressureRows(['74', '']));
  const { container } = await showDetail({ record }, '#series=bp-sys');
  expect(screen.getByRole('heading', { name: 'Blood pressure' })).toBeTruthy();
  expect(tableRowsShown().map((line) => cellsOf(line)[1])).toEqual(['148/–', '136/74']);
  expect(cellsOf(tableRowsShown()[0])[6]).toBe('diastolic not recorded');
  expect(container.querySelectorAll('[data-mark="pair"]')).toHaveLength(2);
  expect(container.querySelector('[data-series="bp-dia"]')?.getAttribute('data-count')).toBe('1');
});

test('a series without a point has words and the table instead of a chart', async () => {
  const series = trendSeries([], [listedRow('2026-01-14T14:20:00Z', 'POSITIVE', { reason: 'coded' })]);
  const { container } = await showDetail({ record: detailRecord([series]) });
  expect(container.textContent).toContain('Nothing to chart');
  expect(tableRowsShown()).toHaveLength(1);
  expect(screen.queryByRole('slider', { name: /result/ })).toBeNull();
});

test('the way back to the overview is in sight, its tab is lit, and Escape goes there', async () => {
  location.hash = '#series=k';
  await showDetail({ record: detailRecord([potassiumRows()]) });
  expect(screen.getByRole('link', { name: headerTexts('backToOverview') }).getAttribute('href')).toBe('#');
  const [lit, ...others] = [...document.querySelectorAll('nav [aria-current]')];
  expect(lit?.textContent).toBe(headerTexts('overview'));
  expect(others).toEqual([]);
  // The overview is not the page that stands here, so a voice does not say so.
  expect(lit?.getAttribute('aria-current')).toBe('true');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});
