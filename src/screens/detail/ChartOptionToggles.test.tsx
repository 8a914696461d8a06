// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { adjacentResults, detailRecord, isPressed, showDetail } from './detailFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rules 4, 5: scale and lines are turned by buttons, the address keeps it, and the next result has none of it', async () => {
  const { container, chart } = await showDetail(
    { record: detailRecord(adjacentResults()) },
    '#series=na&window=2y',
  );
  expect(screen.queryByRole('button', { name: 'Log scale' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Fit to data' }));
  fireEvent.click(screen.getByRole('button', { name: 'Points only' }));
  expect(location.hash).toBe('#series=na&window=2y&look=fit-points');
  expect([isPressed('Fit to data'), isPressed('Points only')]).toEqual(['true', 'true']);
  expect(container.querySelector('figcaption')?.textContent).toContain('axis zoomed');
  fireEvent.click(screen.getByRole('button', { name: 'Points only' }));
  expect(location.hash).toBe('#series=na&window=2y&look=fit');
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(isPressed('Fit to data')).toBe('false');
  expect(container.querySelector('figcaption')?.textContent).not.toContain('axis zoomed');
});

test('rule 4: a log scale is offered where the catalog allows it, and is off where a result is 0', async () => {
  const albuminSeries = (values: readonly string[]) =>
    trendSeries(
      values.map((text, i) => trendRow(`2026-0${i + 1}-12T14:10:00Z`, text)),
      [],
      { id: 'uacr', analyteId: 'uacr', name: 'Urine albumin/creatinine', axis: [0, 450] },
    );
  const { container, unmount } = await showDetail(
    { record: detailRecord([albuminSeries(['24', '356'])]) },
    '#series=uacr',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Log scale' }));
  expect(container.querySelector('figcaption')?.textContent).toContain('log scale');
  unmount();
  await showDetail({ record: detailRecord([albuminSeries(['24', '0'])]) }, '#series=uacr');
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Log scale' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.dataset['tooltip']).toBe('No log scale: a result is 0 or less');
  fireEvent.click(button);
  expect(isPressed('Log scale')).toBe('false');
});
