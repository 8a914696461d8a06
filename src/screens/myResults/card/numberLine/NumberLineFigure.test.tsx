// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { RecordCompleteness } from '../../../../parts/recordStatus/recordCompleteness.ts';
import { InOpenRecord } from '../../../../testing/InOpenRecord.tsx';
import { speak, speakEnglish } from '../../../../words/language.ts';
import { myResultsSpanish } from '../../myResults.es.messages.ts';
import { recordOf, resultInput } from '../../../../testing/recordFixture.ts';
import { cardsOf } from '../cards.ts';
import { NumberLineFigure } from './NumberLineFigure.tsx';

afterEach(() => {
  cleanup();
  speakEnglish();
});

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

/** Returns the texts in the height of the marks, and those below the line. */
const textsOf = (figure: HTMLElement) => {
  const texts = [...figure.querySelectorAll('svg text')];
  const at = (y: string) => texts.filter((one) => one.getAttribute('y') === y).map((one) => one.textContent);
  return { beside: at('43'), below: at('67') };
};
const albumin = (value: number, at: string, limit: object) =>
  resultInput('9318-7', value, 'mg/g', at, { referenceRange: [limit] });
const BELOW_30 = { high: { value: 30 } };
const FROM_30 = { low: { value: 30 } };

test('the words of a limit stand beside its arrow where no mark lies in their way, else below the line', () => {
  // The number now and the one before lie beyond the limit, and then on its side.
  expect(textsOf(drawn(albumin(40, '2026-10-12', BELOW_30), albumin(44, '2026-11-12', BELOW_30)))).toEqual({
    beside: ['lab’s range'],
    below: ['30'],
  });
  cleanup();
  expect(textsOf(drawn(albumin(22, '2026-10-12', BELOW_30), albumin(24, '2026-11-12', BELOW_30)))).toEqual({
    beside: [],
    below: ['lab’s range 30'],
  });
  cleanup();
  expect(textsOf(drawn(albumin(35, '2026-11-12', FROM_30)))).toEqual({
    beside: [],
    below: ['lab’s range 30'],
  });
});

test('longer words of a language need more room', () => {
  const results = [albumin(12, '2026-10-12', BELOW_30), albumin(44, '2026-11-12', BELOW_30)];
  expect(textsOf(drawn(...results)).beside).toEqual(['lab’s range']);
  cleanup();
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect(textsOf(drawn(...results))).toEqual({ beside: [], below: ['rango del laboratorio 30'] });
});

describe('nothing with a number is cut', () => {
  afterEach(() => document.documentElement.removeAttribute('style'));
  const labelsOf = (figure: HTMLElement) =>
    [...figure.querySelectorAll('p[aria-hidden]')].map(({ textContent }) => textContent);
  const wide = (value: number, referenceRange: readonly object[]) =>
    resultInput('99999-1', value, 'arbitrary units per liter', '2026-11-12', { referenceRange });

  test('a value with a long unit near the end of the line has a line of its own', () => {
    const figure = drawn(wide(1.1, [{ low: { value: 3.25 }, high: { value: 19.4 } }]));
    expect(figure.querySelectorAll('svg [data-now]')).toHaveLength(1);
    expect(labelsOf(figure)).toEqual([]);
    cleanup();
    // It lies a quarter of the way along, where half of its label is longer.
    expect(labelsOf(drawn(wide(1234.5678, [{ low: { value: 1250.1234 }, high: { value: 1400 } }])))).toEqual([
      '1,234.5678 arbitrary units per liter',
    ]);
  });

  test('with large text every label has a line of its own, and no two lie on one another, and no line ends within a range', () => {
    document.documentElement.style.fontSize = '32px';
    const figure = drawn(k(4.1, '2026-11-12'));
    expect(figure.querySelectorAll('svg text')).toHaveLength(0);
    expect(labelsOf(figure)).toEqual(['4.1 mmol/L', 'lab’s range 3.5\u2060–\u20605']);
    cleanup();
    expect(labelsOf(drawn(albumin(44, '2026-11-12', BELOW_30)))).toEqual(['44 mg/g', 'lab’s range 30']);
  });
});
