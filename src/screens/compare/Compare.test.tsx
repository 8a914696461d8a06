// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  axis,
  chooseSecond,
  marksOf,
  names,
  plotOf,
  press,
  show,
  story,
  strip,
  strips,
  xOf,
  YEAR,
} from './compareFixture.tsx';
import { recordOf, result } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rule 1: distance is time, old left and new right, on one axis', () => {
  show(recordOf(story));
  fireEvent.focus(axis());
  axis().focus();
  press('Home');
  const places: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    places.push(xOf(plotOf('Potassium').querySelector('[data-cursor]')));
    times.push(Number(screen.getByTestId('lanes').textContent.split(' ')[3]));
    press('ArrowRight');
  }
  const [a = 0, b = 0, c = 0] = places;
  const [t0 = 0, t1 = 0, t2 = 0] = times;
  expect(a).toBeLessThan(b);
  expect((b - a) / (c - a)).toBeCloseTo((t1 - t0) / (t2 - t0), 2);
});

test('rule 9: all strips and the lanes share start, end, width, height and one cursor', () => {
  show(recordOf(story));
  axis().focus();
  press('End');
  const plots = strips().map((one) => one.querySelector('[role="slider"] svg')!);
  expect(
    new Set(plots.map((plot) => `${plot.getAttribute('width')} ${plot.getAttribute('height')}`)).size,
  ).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('[data-cursor]')?.getAttribute('d'))).size).toBe(1);
  expect(new Set(plots.map((plot) => plot.querySelector('path')?.getAttribute('d'))).size).toBe(1);
  const [startMs, endMs, width] = screen.getByTestId('lanes').textContent.split(' ');
  expect([Number(startMs), Number(endMs)]).toEqual([YEAR.startMs, YEAR.endMs]);
  expect(width).toBe(plots[0]?.getAttribute('width'));
});

test('rules 3, 10: a strip for each unit, each with its name and unit, and one scale only', () => {
  const glucose = [
    result('2345-7', 100, 'mg/dL', '2026-10-20T13:15:00Z'),
    result('14749-6', 5.5, 'mmol/L', '2026-10-29T13:15:00Z'),
  ];
  const record = recordOf(glucose);
  show(record, `#compare=${record.series.map(({ id }) => encodeURIComponent(id)).join(',')}`);
  expect(record.series.length).toBeGreaterThan(0);
  for (const series of record.series) {
    const one = document.querySelector(`[data-series="${series.id}"]`)!;
    expect(one.getAttribute('aria-label')).toBe(`${series.name} (${series.unitText})`);
    expect(one.querySelectorAll('h3')).toHaveLength(1);
  }
  expect(strips()).toHaveLength(record.series.length);
});

test('rule 7: a blood pressure is one strip of bars, the heart rate a strip of its own', () => {
  show(recordOf(story));
  expect(names()).toEqual([
    'Potassium (mmol/L)',
    'Creatinine (mg/dL)',
    'Blood pressure (mmHg)',
    'Heart rate (/min)',
  ]);
  expect(marksOf('Blood pressure').map((mark) => mark.getAttribute('data-mark'))).toEqual(['pair', 'pair']);
  expect(strip('Blood pressure').querySelectorAll('[data-tick="mean"]')).toHaveLength(2);
  expect(strip('Blood pressure').querySelector('[data-line]')).toBeNull();
  expect(strip('Blood pressure').textContent).toContain('MAP 102 mmHg, calculated');
  expect(marksOf('Heart rate')).toHaveLength(1);
});

test('rule 11: what lies outside the window is not drawn, and said', () => {
  show(recordOf(story));
  expect(strip('Potassium').textContent).toContain('2 older results not shown');
  expect(strip('Potassium').dataset['count']).toBe('5');
  expect(marksOf('Potassium')).toHaveLength(5);
  const width = Number(plotOf('Potassium').getAttribute('width'));
  const band = strip('Potassium').querySelector('[data-band="area"]')?.getAttribute('d') ?? '';
  const across = [...band.matchAll(/[MH]([\d.]+)/g)].map(([, px]) => Number(px));
  expect(across.length).toBeGreaterThan(0);
  expect(across.every((px) => px >= 0 && px <= width)).toBe(true);
});

test('rule 11: results after the window are counted too, and an empty one leads to the last result', () => {
  const early = { startMs: Date.parse('2021-01-01T00:00:00Z'), endMs: Date.parse('2022-01-01T00:00:00Z') };
  show(recordOf(story), '#compare=k,na', early);
  expect(strip('Potassium').textContent).toContain('6 newer results not shown');
  expect(strip('Sodium').textContent).toContain('no results in this window');
  fireEvent.click(screen.getByRole('button', { name: 'go to last result (Nov 2026)' }));
  expect(strip('Sodium').dataset['count']).toBe('1');
  expect(strip('Sodium').textContent).toContain('1 older result not shown');
});

test('rule 9: each strip ends with its latest value, unit and date; a preliminary one is never the latest', () => {
  show(recordOf(story));
  expect(strip('Potassium').textContent).toContain('5.8 mmol/L');
  expect(strip('Potassium').textContent).toContain('12 Nov 2026, 08:10');
  expect(within(strip('Potassium')).getByText('1 preliminary')).toBeTruthy();
  expect(strip('Potassium').dataset['latest']).toBe('5.8');
});

test('rules 37, 39: while the record is read nothing is called the latest', () => {
  show(recordOf(story, { ended: false, complete: false }));
  expect(strip('Potassium').textContent).toContain('newest read so far');
  expect(strip('Potassium').dataset['latest']).toBeUndefined();
  expect(screen.queryByText('Latest,')).toBeNull();
  cleanup();
  show(recordOf(story, { complete: false }));
  expect(strip('Potassium').querySelector('[data-notice="incomplete"]')).toBeTruthy();
});

test('rule 10: the relative view has 0 and 1 at the limits sent, and names what has no place in it', async () => {
  show(recordOf(story));
  fireEvent.click(screen.getByRole('button', { name: 'Relative' }));
  await screen.findByText(/^Relative to the range sent with each result/);
  expect(location.hash).toContain('view=relative');
  expect(names()[0]).toBe('Potassium (relative to the range sent)');
  const scale = strip('Potassium').querySelectorAll('text');
  expect([...scale].map(({ textContent }) => textContent)).toEqual(['0', '1']);
  expect(strip('Potassium').textContent).toContain('1 without a two-sided range, not drawn');
  expect(strip('Potassium').textContent).toContain('5.8 mmol/L');
  expect(screen.getByText(/drawn in its own unit: Creatinine, Blood pressure and Heart rate/)).toBeTruthy();
});

test('rule 5: lines can be switched off, the points stay', () => {
  show(recordOf(story));
  const lines = () => strip('Potassium').querySelectorAll('[data-line]').length;
  expect(lines()).toBe(1);
  expect(strip('Potassium').querySelector('[data-line]')?.getAttribute('d')).toMatch(/^[ML\d .-]+$/);
  fireEvent.click(screen.getByRole('button', { name: 'Lines off' }));
  expect(lines()).toBe(0);
  expect(marksOf('Potassium')).toHaveLength(5);
});

test('rule 8: many results are thinned, which is said and can be switched off', () => {
  const minute = (i: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + i * 1_800_000).toISOString();
  const many = Array.from({ length: 900 }, (_, i) => result('8867-4', 60 + (i % 40), '/min', minute(i)));
  show(recordOf(many), '#compare=hr');
  expect(strip('Heart rate').textContent).toContain('drawn from 900 readings');
  expect(marksOf('Heart rate').length).toBeLessThan(100);
  expect(strip('Heart rate').dataset['count']).toBe('900');
  fireEvent.click(screen.getByRole('button', { name: 'Every point' }));
  expect(marksOf('Heart rate')).toHaveLength(900);
});

test('two periods lie on one axis from day 0, the second in lighter ink', () => {
  const before = result('2823-3', 9.9, 'mmol/L', '2025-10-29T13:05:00Z');
  show(recordOf([...story, before]), '#compare=k,bp-sys');
  chooseSecond('before');
  expect(
    screen.getByText(
      /^Two periods on one axis: in full ink 25 Nov 2025 – 25 Nov 2026, in lighter ink the second, 25 Nov 2024 – 24 Nov 2025, directly before\. Day 0 is 25 Nov 2025 and 25 Nov 2024\.$/,
    ),
  ).toBeTruthy();
  const earlier = strip('Potassium').querySelector('[data-earlier]')!;
  expect(earlier.querySelectorAll('[data-mark]')).toHaveLength(1);
  expect(strip('Potassium').textContent).toContain('1 in the second period');
  // Rule 4: no point outside the plot.
  expect(strip('Potassium').textContent).toContain('scale extended');
  axis().focus();
  press('End');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  expect(screen.getByText(/^At 29 Oct 2026, 08:05/).textContent).toContain('day 338');
  expect(strip('Potassium').textContent).toContain(
    'second period: 9.9 mmol/L, no flag sent, 29 Oct 2025, 08:05',
  );
  expect(strip('Blood pressure').textContent).toContain('second period: none up to this day');
  const place = Number(/^M([\d.]+)/.exec(earlier.querySelector('[data-mark]')?.getAttribute('d') ?? '')?.[1]);
  expect(Math.abs(place + 2 - xOf(plotOf('Potassium').querySelector('[data-cursor]')))).toBeLessThan(1);
});

test('two codes of one name are told apart, as on the overview', () => {
  const named = (code: string) => ({
    code: { text: 'Sweat test', coding: [{ system: 'urn:oid:1.2.3', code, display: 'Sweat test' }] },
  });
  const record = recordOf([
    result('', 12, 'mmol/L', '2026-10-20T13:15:00Z', named('A1')),
    result('', 14, 'mmol/L', '2026-10-29T13:15:00Z', named('B2')),
  ]);
  show(record, '#compare');
  expect(names()).toEqual(['Sweat test, 1.2.3 A1 (mmol/L)', 'Sweat test, 1.2.3 B2 (mmol/L)']);
});

test('rules 1 and 58: on paper strips and lanes keep one axis, as wide as the page, under what they are of', () => {
  show(recordOf(story), '#compare=k,hr', YEAR);
  const widths = () => strips().map((one) => one.querySelector('[role="slider"] svg')?.getAttribute('width'));
  expect(widths()).toEqual(['640', '640']);
  dispatchEvent(new Event('beforeprint'));
  expect(widths()).toEqual(['358', '358']);
  expect(screen.getByTestId('lanes').textContent).toContain(` ${YEAR.endMs} 358 `);
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(widths()).toEqual(['640', '640']);
  const head = () => document.querySelector('[data-paper-head]')?.textContent;
  expect(head()).toMatch(
    /^25 Nov 2025 – 25 Nov 2026 General Hospital, read 24 Nov 2026, 14:05\. Times in CST, UTC−06:00\.All 14 results read\./,
  );
  cleanup();
  show(recordOf(story, { complete: false }), '#compare=k', YEAR);
  expect(head()).toContain('Incomplete: ');
});
