// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf } from './cards.ts';
import { NumberLineFigure } from './NumberLineFigure.tsx';

afterEach(cleanup);

const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5 } }] };
const k = (value: number, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...RANGE, ...more });

const drawn = (...resources: readonly unknown[]): HTMLElement => drawnOf('complete', ...resources);

function drawnOf(completeness: RecordCompleteness, ...resources: readonly unknown[]): HTMLElement {
  const [card] = cardsOf(recordOf(resources).series);
  if (card === undefined) throw new Error('The record has no card.');
  return render(
    <InOpenRecord>
      <NumberLineFigure card={card} completeness={completeness} />
    </InOpenRecord>,
  ).container;
}
const markOf = (figure: HTMLElement): string | undefined =>
  figure.querySelector<SVGElement>('[data-now]')?.dataset['now'];

test.each(['<', '<=', '>=', '>'])('rule 20: a limit (%s) has no mark of an exact number', (comparator) => {
  const limit = { valueQuantity: { value: 10, unit: 'mmol/L', comparator } };
  const figure = drawn(k(10, '2026-11-12', limit));
  expect(markOf(figure)).toBe('limit');
  expect(figure.querySelector('svg')?.getAttribute('aria-label')).toMatch(/^[<>≤≥]=?10 mmol\/L now$/);
});

test('an exact number has its mark', () => {
  expect(markOf(drawn(k(4.1, '2026-11-12')))).toBe('exact');
});

test('a result of years ago is not called now', () => {
  const figure = drawn(k(4.1, '2020-11-12'), k(4.4, '2021-11-12'));
  expect(figure.textContent).not.toContain('now');
  expect(figure.querySelector('svg')?.getAttribute('aria-label')).toBe('4.4 mmol/L; before that 4.1 mmol/L');
});

test.each(['reading', 'incomplete'] as const)(
  'rules 37 and 39: of a record that is %s no result is called the one of now or the one before it',
  (completeness) => {
    const figure = drawnOf(completeness, k(4.1, '2026-10-12'), k(4.4, '2026-11-12'));
    expect(figure.textContent).not.toMatch(/now|last time/);
    expect(figure.querySelector('svg')?.getAttribute('aria-label')).toBe(
      '4.4 mmol/L; before that 4.1 mmol/L',
    );
  },
);
