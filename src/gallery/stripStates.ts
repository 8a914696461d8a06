/**
 * This file lists the states of one strip of Compare. Each has another kind of result, since each is a region
 * with that name.
 */
import type { StripOptions } from '../charts/strip/stripDrawing.ts';
import { flagConcept, pressure } from '../testing/recordFixture.ts';
import type { ComparisonPeriod } from '../screens/compare/comparisonPeriod.ts';
import type { TimeWindow } from '../parts/timeWindow/recordWindow.ts';
import { NOW_MS } from './fixedClock.ts';
import {
  CREATININE_KIND,
  earlier,
  HEART_RATE_KIND,
  HEMOGLOBIN_KIND,
  POTASSIUM_KIND,
  resultOf,
  type Kind,
} from './sampleObservations.ts';
import { DAY_MS } from '../clinical/time/durations.ts';

export type StripState = {
  readonly name: string;
  readonly caption: string;
  readonly observations: readonly unknown[];
  readonly options?: Partial<StripOptions>;
  readonly period?: ComparisonPeriod;
  /** The cursor stands at this time. */
  readonly cursorMs?: number;
  readonly span?: TimeWindow;
  /** False means that more pages are still arriving. */
  readonly ended?: boolean;
};

export const YEAR_SPAN: TimeWindow = { startMs: Date.parse('2025-11-24T20:05:00Z'), endMs: NOW_MS };

const AT = '2026-11-12T14:10:00Z';
const SODIUM: Kind = { loinc: '2951-2', unit: 'mmol/L', range: [136, 145] };
const ALBUMIN: Kind = { loinc: '1751-7', unit: 'g/dL', range: [3.5, 5.2] };
const FERRITIN: Kind = { loinc: '2276-4', unit: 'ng/mL' };
const YEAR_BEFORE = ['2024-12-20', '2025-03-11', '2025-06-02', '2025-09-15'];
const hourly = Array.from({ length: 700 }, (_, i) =>
  resultOf(
    HEART_RATE_KIND,
    82 + Math.round(14 * Math.sin(i / 31) + 6 * Math.sin(i * 1.7)),
    new Date(NOW_MS - (700 - i) * 360_000).toISOString(),
  ),
);

export const stripStates: readonly StripState[] = [
  {
    name: 'latest',
    caption: 'The latest, with the one before and a newer preliminary',
    observations: [
      ...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.9, 4.7]),
      resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H')),
      resultOf(POTASSIUM_KIND, 5.3, '2026-11-24T15:40:00Z', { status: 'preliminary' }),
    ],
  },
  {
    name: 'cursor',
    caption: 'Read at the cursor: a ring on the result, and how far it lies',
    observations: [
      ...earlier(CREATININE_KIND, [1.1, 1.2, 1.3, 1.5], flagConcept('H')),
      resultOf(CREATININE_KIND, 1.6, AT, flagConcept('H')),
    ],
    cursorMs: Date.parse('2026-05-06T14:10:00Z'),
  },
  {
    name: 'relative',
    caption: 'Relative: against the range sent',
    observations: [
      ...earlier(HEMOGLOBIN_KIND, [13.9, 13.1, 12.4, 11.7]),
      resultOf(HEMOGLOBIN_KIND, 10.8, AT, flagConcept('L')),
    ],
    options: { isRelative: true },
  },
  {
    name: 'period-before',
    caption: 'A second period under it, in lighter ink',
    observations: [
      ...YEAR_BEFORE.map((day, i) => resultOf(SODIUM, 140 + (i % 3), `${day}T14:10:00Z`)),
      ...earlier(SODIUM, [139, 138, 137]),
      resultOf(SODIUM, 133, AT, flagConcept('L')),
    ],
    period: {
      startMs: YEAR_SPAN.startMs - (YEAR_SPAN.endMs - YEAR_SPAN.startMs),
      endMs: YEAR_SPAN.startMs - 1,
      shiftMs: YEAR_SPAN.endMs - YEAR_SPAN.startMs,
      zeroMs: YEAR_SPAN.startMs,
      start: undefined,
      isCut: false,
    },
  },
  {
    name: 'without-lines',
    caption: 'Lines off; while pages arrive nothing is called the latest',
    observations: [...earlier(ALBUMIN, [4.1, 3.9, 3.8]), resultOf(ALBUMIN, 3.4, AT, flagConcept('L'))],
    options: { hasLines: false },
    ended: false,
  },
  {
    name: 'pressure',
    caption: 'Blood pressure with calculated mean',
    observations: [
      pressure(138, 82, '2025-12-02T14:10:00Z'),
      pressure(142, 86, '2026-03-04T14:10:00Z'),
      pressure(158, undefined, '2026-08-25T14:10:00Z'),
      pressure(146, 84, AT),
    ],
  },
  {
    name: 'thinned',
    caption: 'More results than room',
    observations: hourly,
    span: { startMs: NOW_MS - 3 * DAY_MS, endMs: NOW_MS },
  },
  {
    name: 'empty',
    caption: 'None in this window: the way to the last one',
    observations: [resultOf(FERRITIN, 58, '2023-03-04T14:10:00Z')],
  },
];
