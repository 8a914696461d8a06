// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { stripOf } from '../strip/strip.ts';
import { useStripDrawing } from '../strip/stripDrawing.ts';
import { MonitorLine } from './MonitorLine.tsx';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const OPTIONS = { isRelative: false, hasLines: true, hasEveryPoint: false };

type Reading = readonly [minute: number, text: string];

function Strip({ readings, widthPx }: { readonly readings: readonly Reading[]; readonly widthPx: number }) {
  const series = madeSeries(
    readings.map(([minute, text]) => ({ at: new Date(START_MS + minute * MINUTE_MS).toISOString(), text })),
    { id: 'spo2', name: 'Oxygen saturation', unit: '%', axis: [85, 100] },
  );
  const span = { startMs: START_MS, endMs: START_MS + 96 * HOUR_MS };
  const strip = stripOf(
    { id: series.id, series, partner: undefined, means: undefined, qualifier: '' },
    span,
    'UTC',
  );
  const frame = frameOf({ ...span, timeZone: 'UTC', widthPx, heightPx: 62 });
  return (
    <svg>
      <MonitorLine {...useStripDrawing(strip, frame, OPTIONS)} />
    </svg>
  );
}

afterEach(cleanup);

/** Reads where the words of a strip stand, at 5.9 px a letter and 13 px a line. */
function words(readings: readonly Reading[], widthPx: number) {
  const { container } = render(<Strip {...{ readings, widthPx }} />);
  return [...container.querySelectorAll('text')].map((element) => {
    const text = element.textContent;
    const [x, y] = [Number(element.getAttribute('x')), Number(element.getAttribute('y'))];
    const anchor = element.getAttribute('text-anchor');
    const width = text.length * 5.9;
    const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text, left, right: left + width, top: y - 10, bottom: y + 3 };
  });
}

/** The first page of a record has the last hours alone, so both extremes stand close together at the end of the plot. */
const lastHours = (values: readonly string[]): Reading[] => values.map((text, i) => [94 * 60 + i * 5, text]);

test.each([
  [470, ['96', '98', '97', '95', '91', '94', '96']],
  [470, ['91', '92', '98', '97', '96']],
  [380, ['94', '98', '91', '95']],
  [300, ['92', '94', '93']],
  [230, ['96', '98', '97', '95', '91', '94', '96']],
])(
  'in a monitor of %i px that still loads, the highest and the lowest of %j lie not on each other',
  (width, values) => {
    const labels = words(lastHours(values), width);
    const numbers = values.map(Number);
    expect(labels.map(({ text }) => text).join(' ')).toContain(String(Math.max(...numbers)));
    const [first, second] = labels;
    const overlap =
      first &&
      second &&
      first.left < second.right &&
      second.left < first.right &&
      first.top < second.bottom &&
      second.top < first.bottom;
    expect(overlap ?? false).toBe(false);
  },
);

test('both are named where there is room for both', () => {
  const labels = words(
    [...lastHours(['95', '98', '96']), [60, '91'], [70, '93']].toSorted(
      ([a], [b]) => Number(a) - Number(b),
    ) as Reading[],
    600,
  );
  expect(labels.map(({ text }) => text)).toEqual([
    'highest 98, 23 Nov 2026, 18:05',
    'lowest 91, 19 Nov 2026, 21:00',
  ]);
});

/** Returns made-up readings from an hour on that are the same in every run. */
function madeReadings(seed: number, fromHour: number): readonly Reading[] {
  let state = seed;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const minutes = [
    ...new Set(Array.from({ length: 3 + next(40) }, () => (fromHour + next(96 - fromHour)) * 60 + next(60))),
  ];
  return minutes.toSorted((a, b) => a - b).map((minute) => [minute, String(88 + next(11))]);
}

test.each([
  [84, 300],
  [90, 300],
  [60, 230],
])(
  'from hour %i on at %i px, the numbers of the highest and the lowest are both said',
  (fromHour, widthPx) => {
    const made = Array.from({ length: 90 }, (_, i) => madeReadings((i + 1) * 7919, fromHour));
    const unsaid = made.filter((readings) => {
      const numbers = readings.map(([, text]) => Number(text));
      const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
      const said = words(readings, widthPx).map(({ text }) => text);
      cleanup();
      const isSaid = (one: number): boolean => said.some((text) => text.includes(String(one)));
      return lowest !== highest && !(isSaid(lowest) && isSaid(highest));
    });
    expect(unsaid).toEqual([]);
  },
);
