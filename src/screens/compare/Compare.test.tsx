// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  timeAxis,
  chooseComparison,
  marksOfStrip,
  stripNamesShown,
  plotOfStrip,
  pressOnStrip,
  showCompare,
  compareStory,
  stripNamed,
  shownStrips,
  xOfMark,
  YEAR_DAYS,
} from './compareFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rule 1: distance is time, old left and new right, on one axis', () => {
  showCompare(recordOf(compareStory));
  fireEvent.focus(timeAxis());
  timeAxis().focus();
  pressOnStrip('Home');
  const positionsPx: number[] = [];
  const timesMs: number[] = [];
  for (let i = 0; i < 3; i++) {
    positionsPx.push(xOfMark(plotOfStrip('Potassium').querySelector('[data-cursor]')));
    timesMs.push(Number(screen.getByTestId('lanes').textContent.split(' ')[3]));
    pressOnStrip('ArrowRight');
  }
  const [a = 0, b = 0, c = 0] = positionsPx;
  const [t0 = 0, t1 = 0, t2 = 0] = timesMs;
  expect(a).toBeLessThan(b);
  expect((b - a) / (c - a)).toBeCloseTo((t1 - t0) / (t2 - t0), 2);
});

test('rule 9: all strips and the lanes share start, end, width, height and one cursor', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('End');
  const plots = shownStrips().map((one) => one.querySelector('[role="slider"] svg')!);
  expect(
    new Set(plots.map((plot) => `${plot.getAttribute('width')} ${plot.getAttribute('height')}`)).size,
  ).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('[data-cursor]')?.getAttribute('d'))).size).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('path')?.getAttribute('d'))).size).toBe(1);
  const [startMs, endMs, width] = screen.getByTestId('lanes').textContent.split(' ');
  expect([Number(startMs), Number(endMs)]).toEqual([YEAR_DAYS.startMs, YEAR_DAYS.endMs]);
  expect(width).toBe(plots[0]?.getAttribute('width'));
});

test('rule 28: a strip says that the range changed in its period, and nothing where the ranges of the period are one', () => {
  const range = (low: number, high: number) => ({
    referenceRange: [{ low: { value: low }, high: { value: high } }],
  });
  const of = (code: string, at: string, limits: readonly [number, number]) =>
    resultInput(code, 4.2, 'mmol/L', at, range(...limits));
  const [before, first, second] = [
    '2020-10-20T13:15:00Z',
    '2026-10-20T13:15:00Z',
    '2026-11-12T13:15:00Z',
  ] as const;
  showCompare(
    recordOf([
      of('2823-3', first, [3.5, 5]),
      of('2823-3', second, [3.7, 5.4]),
      of('2951-2', before, [3.2, 4.8]),
      of('2951-2', first, [3.5, 5]),
      of('2951-2', second, [3.5, 5]),
    ]),
    '#compare=k,na',
  );
  expect(stripNamed('Potassium').textContent).toContain('range changed');
  expect(stripNamed('Sodium').textContent).not.toContain('range changed');
});

test('rules 3, 10: a strip for each unit, each with its name and unit, and one scale only', () => {
  const glucose = [
    resultInput('2345-7', 100, 'mg/dL', '2026-10-20T13:15:00Z'),
    resultInput('14749-6', 5.5, 'mmol/L', '2026-10-29T13:15:00Z'),
  ];
  const record = recordOf(glucose);
  showCompare(record, `#compare=${record.series.map(({ id }) => encodeURIComponent(id)).join(',')}`);
  expect(record.series.length).toBeGreaterThan(0);
  for (const series of record.series) {
    const one = document.querySelector(`[data-series="${series.id}"]`)!;
    expect(one.getAttribute('aria-label')).toBe(`${series.name} (${series.unitText})`);
    expect(one.querySelectorAll('h3')).toHaveLength(1);
  }
  expect(shownStrips()).toHaveLength(record.series.length);
});

test('rule 7: a blood pressure is one strip of bars, the heart rate a strip of its own', () => {
  showCompare(recordOf(compareStory));
  expect(stripNamesShown()).toEqual([
    'Potassium (mmol/L)',
    'Creatinine (mg/dL)',
    'Blood pressure (mmHg)',
    'Heart rate (/min)',
  ]);
  expect(marksOfStrip('Blood pressure').map((mark) => mark.getAttribute('data-mark'))).toEqual([
    'pair',
    'pair',
  ]);
  expect(stripNamed('Blood pressure').querySelectorAll('[data-tick="mean"]')).toHaveLength(2);
  expect(stripNamed('Blood pressure').querySelector('[data-line]')).toBeNull();
  expect(stripNamed('Blood pressure').textContent).toContain('MAP 102 mmHg, calculated');
  expect(marksOfStrip('Heart rate')).toHaveLength(1);
});

test('rule 11: what lies outside the window is not drawn, and said', () => {
  showCompare(recordOf(compareStory));
  expect(stripNamed('Potassium').textContent).toContain('2 earlier results outside this period');
  expect(stripNamed('Potassium').dataset['count']).toBe('5');
  expect(marksOfStrip('Potassium')).toHaveLength(5);
  const width = Number(plotOfStrip('Potassium').getAttribute('width'));
  const band = stripNamed('Potassium').querySelector('[data-band="area"]')?.getAttribute('d') ?? '';
  const across = [...band.matchAll(/[MH]([\d.]+)/g)].map(([, px]) => Number(px));
  expect(across.length).toBeGreaterThan(0);
  expect(across.every((px) => px >= 0 && px <= width)).toBe(true);
});

test('rule 11: results after the window are counted too, and an empty one leads to the last result', () => {
  const early = { startMs: Date.parse('2021-01-01T00:00:00Z'), endMs: Date.parse('2022-01-01T00:00:00Z') };
  showCompare(recordOf(compareStory), '#compare=k,na', early);
  expect(stripNamed('Potassium').textContent).toContain('6 later results outside this period');
  expect(stripNamed('Sodium').textContent).toContain('no results charted in this period');
  fireEvent.click(screen.getByRole('button', { name: 'Go to last result (Nov 2026)' }));
  expect(stripNamed('Sodium').dataset['count']).toBe('1');
  expect(stripNamed('Sodium').textContent).toContain('1 earlier result outside this period');
});

test('rule 9: each strip ends with its latest value, unit and date; a preliminary one is never the latest', () => {
  showCompare(recordOf(compareStory));
  expect(stripNamed('Potassium').textContent).toContain('5.8 mmol/L');
  expect(stripNamed('Potassium').textContent).toContain('12 Nov 2026, 08:10');
  expect(stripNamed('Potassium').textContent).toContain('Newer: 5.3 mmol/L preliminary');
  expect(stripNamed('Potassium').dataset['latest']).toBe('5.8');
});

test('rules 37, 39: while the record is read nothing is called the latest', () => {
  showCompare(recordOf(compareStory, { ended: false, complete: false }));
  expect(stripNamed('Potassium').textContent).toContain('newest loaded so far');
  expect(stripNamed('Potassium').dataset['latest']).toBeUndefined();
  expect(screen.queryByText('Latest,')).toBeNull();
  cleanup();
  showCompare(recordOf(compareStory, { complete: false }));
  expect(stripNamed('Potassium').querySelector('[data-notice="incomplete"]')).toBeTruthy();
});

test('rule 10: the relative view has 0 and 1 at the limits sent, and names what has no place in it', async () => {
  showCompare(recordOf(compareStory));
  fireEvent.click(screen.getByRole('button', { name: 'Relative' }));
  await screen.findByText(/^Relative to the reference range of each result/);
  expect(location.hash).toContain('view=relative');
  expect(stripNamesShown()[0]).toBe('Potassium (relative to the reference range)');
  const scale = stripNamed('Potassium').querySelectorAll('text');
  expect([...scale].map(({ textContent }) => textContent)).toEqual(['0', '1']);
  expect(stripNamed('Potassium').textContent).toContain(
    '1 without both limits of a reference range, not charted',
  );
  expect(stripNamed('Potassium').textContent).toContain('5.8 mmol/L');
  expect(screen.getByText(/charted in its own unit: Creatinine, Blood pressure and Heart rate/)).toBeTruthy();
});

test('rule 5: lines can be switched off, the points stay', () => {
  showCompare(recordOf(compareStory));
  const lines = () => stripNamed('Potassium').querySelectorAll('[data-line]').length;
  expect(lines()).toBe(1);
  expect(stripNamed('Potassium').querySelector('[data-line]')?.getAttribute('d')).toMatch(/^[ML\d .-]+$/);
  fireEvent.click(screen.getByRole('button', { name: 'Points only' }));
  expect(lines()).toBe(0);
  expect(marksOfStrip('Potassium')).toHaveLength(5);
});

test('rule 8: many results are thinned, which is said and can be switched off', () => {
  const minute = (i: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + i * 1_800_000).toISOString();
  const many = Array.from({ length: 900 }, (_, i) => resultInput('8867-4', 60 + (i % 40), '/min', minute(i)));
  showCompare(recordOf(many), '#compare=hr');
  expect(stripNamed('Heart rate').textContent).toContain('charted from 900 results');
  expect(marksOfStrip('Heart rate').length).toBeLessThan(100);
  expect(stripNamed('Heart rate').dataset['count']).toBe('900');
  fireEvent.click(screen.getByRole('button', { name: 'Every point' }));
  expect(marksOfStrip('Heart rate')).toHaveLength(900);
});

test('two periods lie on one axis from day 0, the second in lighter ink', () => {
  const before = resultInput('2823-3', 9.9, 'mmol/L', '2025-10-29T13:05:00Z');
  showCompare(recordOf([...compareStory, before]), '#compare=k,bp-sys');
  chooseComparison('before');
  expect(
    screen.getByText(
      /^Two periods on one axis: this one dark, 25 Nov 2025 – 25 Nov 2026; the comparison period lighter, 25 Nov 2024 – 24 Nov 2025, directly before\. Day 0 is 25 Nov 2025 and 25 Nov 2024\.$/,
    ),
  ).toBeTruthy();
  const earlier = stripNamed('Potassium').querySelector('[data-earlier]')!;
  expect(earlier.querySelectorAll('[data-mark]')).toHaveLength(1);
  expect(stripNamed('Potassium').textContent).toContain('1 in the comparison period');
  // Rule 4: the scale is extended so that no point lies outside the plot.
  expect(stripNamed('Potassium').textContent).toContain('scale extended');
  timeAxis().focus();
  pressOnStrip('End');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  expect(screen.getByText(/^At 29 Oct 2026, 08:05/).textContent).toContain('day 338');
  expect(stripNamed('Potassium').textContent).toContain(
    'comparison period: 9.9 mmol/L, no lab flag, 29 Oct 2025, 08:05',
  );
  expect(stripNamed('Blood pressure').textContent).toContain(
    'comparison period: no final result charted up to this day',
  );
  const earlierPx = Number(
    /^M([\d.]+)/.exec(earlier.querySelector('[data-mark]')?.getAttribute('d') ?? '')?.[1],
  );
  expect(
    Math.abs(earlierPx + 2 - xOfMark(plotOfStrip('Potassium').querySelector('[data-cursor]'))),
  ).toBeLessThan(1);
});

test('two codes of one name are told apart, as on the overview', () => {
  const named = (code: string) => ({
    code: { text: 'Sweat test', coding: [{ system: 'urn:oid:1.2.3', code, display: 'Sweat test' }] },
  });
  const record = recordOf([
    resultInput('', 12, 'mmol/L', '2026-10-20T13:15:00Z', named('A1')),
    resultInput('', 14, 'mmol/L', '2026-10-29T13:15:00Z', named('B2')),
  ]);
  showCompare(record, '#compare');
  expect(stripNamesShown()).toEqual([
    'Sweat test, code A1 of 1.2.3 (mmol/L)',
    'Sweat test, code B2 of 1.2.3 (mmol/L)',
  ]);
});

test('rules 1 and 58: on paper strips and lanes keep one axis, as wide as the page, under what they are of', () => {
  showCompare(recordOf(compareStory), '#compare=k,hr', YEAR_DAYS);
  const widths = () =>
    shownStrips().map((one) => one.querySelector('[role="slider"] svg')?.getAttribute('width'));
  expect(widths()).toEqual(['640', '640']);
  dispatchEvent(new Event('beforeprint'));
  expect(widths()).toEqual(['358', '358']);
  expect(screen.getByTestId('lanes').textContent).toContain(` ${YEAR_DAYS.endMs} 358 `);
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(widths()).toEqual(['640', '640']);
  const head = () => document.querySelector('[data-paper-head]')?.textContent;
  expect(head()).toMatch(
    /^25 Nov 2025 – 25 Nov 2026 General Hospital, loaded 24 Nov 2026, 14:05\. Times in CST, UTC−06:00\.All 14 results loaded\./,
  );
  cleanup();
  showCompare(recordOf(compareStory, { complete: false }), '#compare=k', YEAR_DAYS);
  expect(head()).toContain('Incomplete: ');
});
