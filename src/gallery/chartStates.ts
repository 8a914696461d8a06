/** This file lists the states of the chart of one result. */
import type { TrendOptions } from '../charts/trend/trendOptions.ts';
import { flagConcept, pressure, pressureWith, resultInput } from '../testing/recordFixture.ts';
import type { TimeWindow } from '../parts/timeWindow/recordWindow.ts';
import { NOW_MS } from './fixedClock.ts';
import { CREATININE_KIND, earlier, HEART_RATE_KIND, POTASSIUM_KIND, resultOf } from './sampleObservations.ts';

export type ChartState = {
  readonly name: string;
  readonly caption: string;
  readonly observations: readonly unknown[];
  readonly options?: Partial<TrendOptions>;
  /** This is the index of the result under the cursor. */
  readonly readIndex?: number;
  readonly window?: TimeWindow;
};

const method = (words: string) => ({ method: { text: words } });
const CRP = { loinc: '1988-5', unit: 'mg/L', range: [undefined, 5] } as const;
const crp = earlier(CRP, [3, 240, 118, 46, 12, 4]);
const potassium = [
  ...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.9]),
  resultOf(POTASSIUM_KIND, 3.2, '2026-05-06T14:10:00Z', flagConcept('L')),
  resultOf(POTASSIUM_KIND, 5.4, '2026-08-25T14:10:00Z', { status: 'corrected', ...flagConcept('H') }),
  // The reading of this result names it, so it has an id of its own.
  resultOf(POTASSIUM_KIND, 5.8, '2026-11-12T14:10:00Z', { id: 'k6', ...flagConcept('H') }),
  resultOf(POTASSIUM_KIND, 5.3, '2026-11-24T15:40:00Z', { status: 'preliminary' }),
];
const hourly = Array.from({ length: 800 }, (_, i) =>
  resultOf(
    HEART_RATE_KIND,
    82 + Math.round(14 * Math.sin(i / 31) + 6 * Math.sin(i * 1.7)),
    new Date(NOW_MS - (800 - i) * 300_000).toISOString(),
    i % 97 === 0 ? flagConcept('H') : {},
  ),
);
const YEAR_2020 = { startMs: Date.parse('2020-01-01'), endMs: Date.parse('2021-01-01') };

export const chartStates: readonly ChartState[] = [
  { name: 'plain', caption: 'Fixed scale, band, flags, corrected, preliminary', observations: potassium },
  {
    name: 'read',
    caption: 'A result under the cursor, with its reading',
    observations: potassium,
    readIndex: 5,
  },
  {
    name: 'fit',
    caption: 'Scale fitted to the values, and says so',
    observations: potassium,
    options: { isFit: true },
  },
  { name: 'points', caption: 'Lines off', observations: potassium, options: { isWithoutLines: true } },
  { name: 'linear', caption: 'One limit; many sizes on a linear scale', observations: crp },
  { name: 'log', caption: 'The same on a log scale', observations: crp, options: { isLog: true } },
  {
    name: 'extended',
    caption: 'Scale extended; critical; below a limit',
    observations: [
      ...earlier(POTASSIUM_KIND, [4.4, 4.6]),
      resultOf(POTASSIUM_KIND, 7.4, '2026-05-06T14:10:00Z', flagConcept('HH')),
      resultInput('2823-3', 0, '', '2026-11-12T14:10:00Z', {
        valueQuantity: { value: 3.4, comparator: '<', unit: 'mmol/L' },
        ...flagConcept('LL'),
      }),
    ],
  },
  {
    name: 'breaks',
    caption: 'Method and range changed',
    observations: [
      ...earlier(CREATININE_KIND, [1.1, 1.2, 1.15], method('Jaffe')),
      ...['2026-06-08', '2026-08-25', '2026-11-12'].map((day, i) =>
        resultOf(
          { ...CREATININE_KIND, range: [0.7, 1.2] },
          1 + i / 10,
          `${day}T14:10:00Z`,
          method('Enzymatic'),
        ),
      ),
    ],
  },
  {
    name: 'imprecise',
    caption: 'A year, a month, a day',
    observations: [
      resultOf(POTASSIUM_KIND, 4.2, '2024'),
      resultOf(POTASSIUM_KIND, 4.6, '2025-06'),
      resultOf(POTASSIUM_KIND, 4.4, '2026-03-04'),
      resultOf(POTASSIUM_KIND, 4.8, '2026-11-12T14:10:00Z'),
    ],
  },
  {
    name: 'pressure',
    caption: 'Blood pressure: bars, a lone side, calculated mean',
    observations: [
      pressure(138, 82, '2025-12-02T14:10:00Z'),
      pressure(142, 86, '2026-03-04T14:10:00Z'),
      pressure(158, undefined, '2026-08-25T14:10:00Z'),
      pressure(146, 84, '2026-11-12T14:10:00Z'),
    ],
  },
  {
    name: 'pressure-ranges',
    caption: 'Blood pressure with the ranges sent with each side',
    observations: [
      pressureWith(
        [138, 82],
        [
          [90, 140],
          [60, 85],
        ],
        '2025-12-02T14:10:00Z',
      ),
      pressureWith(
        [142, 86],
        [
          [90, 140],
          [60, 85],
        ],
        '2026-03-04T14:10:00Z',
      ),
      pressureWith(
        [146, 84],
        [
          [90, 130],
          [60, 85],
        ],
        '2026-11-12T14:10:00Z',
      ),
    ],
  },
  { name: 'thinned', caption: 'More results than room: thinned, and says so', observations: hourly },
  {
    name: 'every-point',
    caption: 'Every one of them',
    observations: hourly,
    options: { hasEveryPoint: true },
  },
  { name: 'none-here', caption: 'None in this window', observations: potassium, window: YEAR_2020 },
  {
    name: 'nothing-to-draw',
    caption: 'No result has both a number and a time',
    observations: [
      resultInput('2823-3', 'specimen haemolysed', '', '2026-11-12T14:10:00Z'),
      resultOf(POTASSIUM_KIND, 4.4, ''),
    ],
  },
];
