/** This file lists the states of a tile, as servers send their results. */
import { flagConcept, pressure, pressureWith, resultInput } from '../testing/recordFixture.ts';
import type { RecordCompleteness } from '../parts/recordStatus/recordCompleteness.ts';
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

export type TileState = {
  readonly name: string;
  readonly caption: string;
  readonly observations: readonly unknown[];
  readonly completeness?: RecordCompleteness;
  readonly startMs?: number;
};

const AT = '2026-11-12T14:10:00Z';
export const TWO_YEARS_AGO = Date.parse('2024-11-24T06:00:00Z');
const TWO_DAYS_AGO = Date.parse('2026-11-22T20:05:00Z');
const steady = earlier(POTASSIUM_KIND, [4.4, 4.6, 4.5, 4.7, 4.6]);
const GLUCOSE_KIND: Kind = { loinc: '2345-7', unit: 'mg/dL', range: [70, 99] };
const unranged = { ...POTASSIUM_KIND, range: undefined };

const text = (range: string) => ({ referenceRange: [{ text: range }] });
const method = (words: string) => ({ method: { text: words } });
const heartRates = Array.from({ length: 900 }, (_, i) =>
  resultOf(
    HEART_RATE_KIND,
    82 + Math.round(14 * Math.sin(i / 31) + 6 * Math.sin(i * 1.7)),
    minutesBack(900 - i),
  ),
);

function minutesBack(steps: number): string {
  return new Date(NOW_MS - steps * 3 * 60_000).toISOString();
}

export const tileStates: readonly TileState[] = [
  { name: 'in-range', caption: 'In range', observations: [...steady, resultOf(POTASSIUM_KIND, 4.6, AT)] },
  {
    name: 'high',
    caption: 'H',
    observations: [...steady, resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H'))],
  },
  {
    name: 'low',
    caption: 'L',
    observations: [
      ...earlier(HEMOGLOBIN_KIND, [13.9, 13.1, 12.4, 11.7]),
      resultOf(HEMOGLOBIN_KIND, 10.8, AT, flagConcept('L')),
    ],
  },
  {
    name: 'critically-high',
    caption: 'HH',
    observations: [...steady, resultOf(POTASSIUM_KIND, 6.8, AT, flagConcept('HH'))],
  },
  {
    name: 'critically-low',
    caption: 'LL',
    observations: [...steady, resultOf(POTASSIUM_KIND, 2.4, AT, flagConcept('LL'))],
  },
  {
    name: 'abnormal',
    caption: 'A: abnormal, direction not given',
    observations: [...steady, resultOf(POTASSIUM_KIND, 5.4, AT, flagConcept('A'))],
  },
  {
    name: 'outside-range',
    caption: 'Outside the range sent, no flag sent',
    observations: [...steady, resultOf(POTASSIUM_KIND, 5.4, AT)],
  },
  {
    name: 'preliminary-newer',
    caption: 'A newer preliminary result; the last final stays',
    observations: [
      ...steady,
      resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H')),
      resultOf(POTASSIUM_KIND, 5.3, '2026-11-24T15:40:00Z', { status: 'preliminary', ...flagConcept('H') }),
    ],
  },
  {
    name: 'listed-newer',
    caption: 'A newer result that cannot be drawn; the last number stays',
    observations: [
      ...steady,
      resultOf(POTASSIUM_KIND, 4.6, AT),
      resultInput('2823-3', '7.9, hemolyzed, called', '', '2026-11-13T14:10:00Z'),
    ],
  },
  {
    name: 'newer-critical',
    caption: 'Of several newer results that are not charted the critical one is named',
    observations: [
      ...earlier(HEMOGLOBIN_KIND, [13.9, 13.1, 12.4, 11.7]),
      resultOf(HEMOGLOBIN_KIND, 9.1, AT, flagConcept('L')),
      resultOf(HEMOGLOBIN_KIND, 'clotted', '2026-11-20T14:10:00Z'),
      resultOf(HEMOGLOBIN_KIND, '4.1, repeat called', '2026-11-19T14:10:00Z', flagConcept('LL')),
      resultOf(HEMOGLOBIN_KIND, 8.7, '2026-11-18T14:10:00Z', { status: 'preliminary' }),
    ],
  },
  {
    name: 'newer-other-unit',
    caption: 'A newer result stands in the series of another unit',
    observations: [
      ...earlier(GLUCOSE_KIND, [94, 101, 98]),
      resultOf(GLUCOSE_KIND, 104, AT),
      resultInput('2345-7', 17.2, 'mmol/L', '2026-11-20T14:10:00Z', flagConcept('H')),
    ],
  },
  {
    name: 'newer-pressure',
    caption: 'A newer blood pressure that is preliminary',
    observations: [
      pressure(138, 82, '2026-07-08T14:10:00Z'),
      pressure(146, 84, AT),
      { ...pressure(88, 46, '2026-11-24T15:40:00Z'), status: 'preliminary' },
    ],
  },
  {
    name: 'newer-cancelled',
    caption: 'A newer test was cancelled and has no value',
    observations: [
      ...steady,
      resultOf(POTASSIUM_KIND, 4.6, AT),
      resultOf(POTASSIUM_KIND, 9.9, '2026-11-20T14:10:00Z', { status: 'cancelled' }),
    ],
  },
  {
    name: 'newer-reading',
    caption: 'A newer result while pages arrive: the tile keeps its height',
    observations: [
      ...steady,
      resultOf(POTASSIUM_KIND, 4.6, AT),
      resultOf(POTASSIUM_KIND, '7.9, hemolyzed', '2026-11-20T14:10:00Z', flagConcept('HH')),
    ],
    completeness: 'reading',
  },
  {
    name: 'preliminary-only',
    caption: 'Preliminary, and no final yet',
    observations: [resultOf(POTASSIUM_KIND, 5.3, AT, { status: 'preliminary' })],
  },
  {
    name: 'corrected',
    caption: 'Corrected',
    observations: [
      ...steady,
      resultOf(POTASSIUM_KIND, 5.2, AT, { status: 'corrected', ...flagConcept('H') }),
    ],
  },
  {
    name: 'limit',
    caption: 'A limit is no number to compare',
    observations: [
      ...earlier({ loinc: '33762-6', unit: 'pg/mL' }, [120, 95, 88]),
      resultInput('33762-6', 0, '', AT, { valueQuantity: { value: 50, comparator: '<', unit: 'pg/mL' } }),
    ],
  },
  {
    name: 'critical-limit',
    caption: 'A limit that is critical',
    observations: [
      ...earlier({ loinc: '2345-7', unit: 'mg/dL', range: [70, 99] }, [120, 95, 188]),
      resultInput('2345-7', 0, '', AT, {
        valueQuantity: { value: 600, comparator: '>', unit: 'mg/dL' },
        ...flagConcept('HH'),
      }),
    ],
  },
  {
    name: 'no-range',
    caption: 'No range sent',
    observations: [...earlier(unranged, [4.4, 4.6]), resultOf(unranged, 4.5, AT)],
  },
  {
    name: 'range-in-words',
    caption: 'Range sent as text only',
    observations: [
      ...earlier(unranged, [4.4, 4.6], text('adult: 3.5 to 5')),
      resultOf(unranged, 4.5, AT, text('adult: 3.5 to 5')),
    ],
  },
  {
    name: 'converted',
    caption: 'Converted from another unit',
    observations: [
      resultInput('29463-7', 84.1, 'kg', '2026-03-04T14:10:00Z'),
      resultInput('29463-7', 182, '[lb_av]', AT, {
        valueQuantity: { value: 182, unit: 'lb', system: 'http://unitsofmeasure.org', code: '[lb_av]' },
      }),
    ],
  },
  {
    name: 'converted-infant',
    caption: 'Converted with what was sent: grams of an infant',
    observations: [850, 880].map((grams, i) =>
      resultInput('29463-7', grams, 'g', `2026-11-1${i + 1}T14:10:00Z`),
    ),
  },
  {
    name: 'after-limit',
    caption: 'After a limit: no arrow over it',
    observations: [12, '<5 ng/L', 9].map((value, i) =>
      resultInput('89579-7', value, 'ng/L', `2026-11-1${i + 1}T14:10:00Z`),
    ),
  },
  {
    name: 'gap',
    caption: 'A long silence breaks the line',
    observations: [
      resultOf(CREATININE_KIND, 1.1, '2024-12-02T14:10:00Z'),
      resultOf(CREATININE_KIND, 1.2, '2025-02-02T14:10:00Z'),
      ...[1.5, 1.6].map((value, i) =>
        resultOf(CREATININE_KIND, value, `2026-0${8 + i}-02T14:10:00Z`, flagConcept('H')),
      ),
    ],
  },
  {
    name: 'method-change',
    caption: 'A change of method breaks the line',
    observations: [
      ...earlier(CREATININE_KIND, [1.1, 1.2, 1.15], method('Jaffe')),
      resultOf(CREATININE_KIND, 1.0, '2026-08-25T14:10:00Z', method('Enzymatic')),
      resultOf(CREATININE_KIND, 1.05, AT, method('Enzymatic')),
    ],
  },
  {
    name: 'month-only',
    caption: 'A date that is a month',
    observations: [resultOf(POTASSIUM_KIND, 4.4, '2025-06'), resultOf(POTASSIUM_KIND, 4.8, AT)],
  },
  { name: 'dense', caption: 'More results than pixels', observations: heartRates, startMs: TWO_DAYS_AGO },
  {
    name: 'pressure',
    caption: 'Blood pressure: a bar for each pair',
    observations: [
      pressure(138, 82, '2025-12-02T14:10:00Z'),
      pressure(142, 86, '2026-03-04T14:10:00Z'),
      pressure(151, 88, '2026-07-08T14:10:00Z'),
      pressure(158, undefined, '2026-08-25T14:10:00Z'),
      pressure(146, 84, AT),
    ],
  },
  {
    name: 'pressure-ranges',
    caption: 'Blood pressure with the ranges sent with each side',
    observations: ['2025-12-02T14:10:00Z', '2026-03-04T14:10:00Z', AT].map((at, i) =>
      pressureWith(
        [138 + 4 * i, 82 + i],
        [
          [90, 140],
          [60, 85],
        ],
        at,
      ),
    ),
  },
  {
    name: 'only-one',
    caption: 'One result: nothing to compare',
    observations: [resultOf(POTASSIUM_KIND, 4.6, AT)],
  },
  {
    name: 'reading',
    caption: 'While pages arrive: no “latest”, no change',
    observations: [...steady, resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H'))],
    completeness: 'reading',
  },
  {
    name: 'incomplete',
    caption: 'Ended with something missing',
    observations: [...steady, resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H'))],
    completeness: 'incomplete',
  },
  {
    name: 'long-number',
    caption: 'A number too long for its place is smaller, never cut',
    observations: [
      resultInput('2345-7', 88.4, 'mg/dL', '2026-03-04T14:10:00Z'),
      resultInput('2345-7', 90.02955545613635, 'mg/dL', AT),
    ],
  },
  {
    name: 'long-name',
    caption: 'A long name gives way to its short one',
    observations: [
      resultInput('9318-7', 262, 'mg/g', '2026-03-04T14:10:00Z'),
      resultInput('9318-7', 228, 'mg/g', AT),
    ],
  },
];
