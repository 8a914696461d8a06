// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { resultCount } from '../../clinical/series/resultCount.ts';
import { recordWindow, type TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import {
  liveText,
  marksOfStrip,
  pressOnStrip,
  showCompare,
  stripNamed,
} from '../../screens/compare/compareFixture.tsx';

// A day, month or year lies where it begins (rule 44). The strip, its table and the count that every other screen has may not differ.

afterEach(() => {
  cleanup();
  location.hash = '';
});

const potassium = (value: number | string, at: string) => resultInput('2823-3', value, 'mmol/L', at);
const windowOf = (start: string, end: string): TimeWindow => ({
  startMs: Date.parse(start),
  endMs: Date.parse(end),
});

const tableValues = () =>
  [...document.querySelectorAll('table tbody tr')].map((row) => row.children[2]?.textContent);

const CASES: readonly (readonly [
  what: string,
  sent: readonly (readonly [number, string])[],
  window: TimeWindow | 'all',
  inside: readonly number[],
])[] = [
  [
    'a day whose hours are those of the newest result',
    [
      [4, '2026-03-01T14:00:00Z'],
      [4.4, '2026-03-05'],
      [4.6, '2026-03-05T14:00:00Z'],
    ],
    'all',
    [4.6, 4.4, 4],
  ],
  [
    'the month of the newest result',
    [
      [4, '2026-02-01T14:00:00Z'],
      [4.4, '2026-03'],
      [4.6, '2026-03-05T14:00:00Z'],
    ],
    'all',
    [4.6, 4.4, 4],
  ],
  [
    'the year of the newest result',
    [
      [4, '2025-02-01T14:00:00Z'],
      [4.4, '2026'],
      [4.6, '2026-03-05T14:00:00Z'],
    ],
    'all',
    [4.6, 4.4, 4],
  ],
  [
    'a month that began before the window and goes on in it',
    [
      [4, '2026-01-01T14:00:00Z'],
      [4.4, '2026-03'],
      [4.5, '2026-03-15T14:00:00Z'],
      [4.6, '2026-05-01T14:00:00Z'],
    ],
    windowOf('2026-03-10T06:00:00Z', '2026-03-20T06:00:00Z'),
    [4.5],
  ],
  [
    'a month that begins in the window and goes on after it',
    [
      [4, '2026-01-01T14:00:00Z'],
      [4.4, '2026-03'],
      [4.6, '2026-05-01T14:00:00Z'],
    ],
    windowOf('2026-02-20T06:00:00Z', '2026-03-05T06:00:00Z'),
    [4.4],
  ],
];

describe.each(CASES)('%s', (_, sent, chosen, inside) => {
  const record = recordOf(sent.map(([value, at]) => potassium(value, at)));
  const window = chosen === 'all' ? recordWindow(record, TEST_TIME_ZONE)! : chosen;

  test('has the same results on the strip, in its table and in the count of all screens', () => {
    showCompare(record, '#compare=k&view=table', window);
    const {
      inside: count,
      older,
      newer,
    } = resultCount(record.series[0]!, undefined, window.startMs, window.endMs);
    expect(count).toBe(inside.length);
    expect(tableValues()).toEqual(inside.map((value) => `${value} mmol/L`));
    const strip = stripNamed('Potassium');
    expect(strip.dataset['count']).toBe(String(count));
    expect(strip.textContent).toContain(`${count} result${count === 1 ? '' : 's'}`);
    expect(strip.textContent.includes('earlier result')).toBe(older > 0);
    expect(strip.textContent.includes('later result')).toBe(newer > 0);
    expect(marksOfStrip('Potassium').length).toBeGreaterThan(0);
  });

  test('lets the keys reach each result of the window', () => {
    showCompare(record, '#compare=k', window);
    stripNamed('Potassium').querySelector<HTMLElement>('[role="slider"]')!.focus();
    const read = new Set<string>();
    pressOnStrip('Home');
    sent.forEach(() => {
      // Two results of one place are read together.
      for (const [, value = ''] of (liveText() ?? '').matchAll(/Potassium ([\d.]+)/g)) read.add(value);
      pressOnStrip('ArrowRight');
    });
    expect([...read].map(Number).toSorted((a, b) => b - a)).toEqual(inside);
  });
});

test('a listed day that holds the start of the window is in the table, as in that of its own screen', () => {
  const record = recordOf([
    potassium(4, '2026-01-01T06:00:00Z'),
    potassium('hemolyzed', '2026-03-10'),
    potassium(4.2, '2026-05-03T06:00:00Z'),
  ]);
  const window = windowOf('2026-03-10T10:30:00Z', '2026-05-03T06:00:00Z');
  showCompare(record, '#compare=k&view=table', window);
  expect(tableValues()).toEqual(['4.2 mmol/L', 'as text']);
  expect(stripNamed('Potassium').textContent).toContain('1 not charted');
});
