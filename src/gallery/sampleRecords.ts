/** This file makes up a record for the screens of a record, read as a server sends it. */
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../testing/recordFixture.ts';
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
import { HOUR_MS } from '../clinical/time/durations.ts';

const AT = '2026-11-12T14:10:00Z';
const NEWEST = '2026-11-24T15:20:00Z';
const SODIUM: Kind = { loinc: '2951-2', unit: 'mmol/L', range: [136, 145] };
const CHLORIDE: Kind = { loinc: '2075-0', unit: 'mmol/L', range: [98, 107] };
const BICARBONATE: Kind = { loinc: '1963-8', unit: 'mmol/L', range: [22, 29] };
const WEIGHT: Kind = { loinc: '29463-7', unit: 'kg' };
const HEIGHT: Kind = { loinc: '8302-2', unit: 'cm' };

const pressures = [
  [150, 80, '2026-01-14'],
  [156, 84, '2026-05-06'],
  [146, 80, '2026-08-25'],
  [136, 74, '2026-11-12'],
] as const;

const yearFields = [
  ...earlier(POTASSIUM_KIND, [4.6, 4.6, 4.8, 4.7, 4.9, 5.4]),
  resultOf(POTASSIUM_KIND, 5.8, AT, { id: 'k1', ...flagConcept('H') }),
  resultOf(POTASSIUM_KIND, 5.3, NEWEST, { status: 'preliminary' }),
  resultInput('2823-3', 'specimen haemolysed', '', '2026-06-01T14:10:00Z'),
  resultOf(POTASSIUM_KIND, 9.9, '2026-06-02T14:10:00Z', { status: 'entered-in-error' }),
  ...earlier(CREATININE_KIND, [1.88, 1.9, 1.92, 1.86, 1.95, 2.02], flagConcept('H')),
  resultOf(CREATININE_KIND, 2.31, AT, flagConcept('H')),
  ...earlier(SODIUM, [139, 138, 139, 140, 138, 137]),
  resultOf(SODIUM, 135, AT, flagConcept('L')),
  ...earlier(CHLORIDE, [104, 105, 104, 106, 105, 107]),
  resultOf(CHLORIDE, 108, AT, flagConcept('H')),
  ...earlier(BICARBONATE, [23, 22, 22, 21, 21, 20]),
  resultOf(BICARBONATE, 19, AT, flagConcept('L')),
  ...earlier(HEMOGLOBIN_KIND, [13.9, 14.1, 13.8, 14, 12.6, 11.4]),
  resultOf(HEMOGLOBIN_KIND, 10.8, AT, flagConcept('L')),
  ...pressures.map(([systolic, diastolic, day]) => pressure(systolic, diastolic, `${day}T14:20:00Z`)),
  pressure(134, 72, NEWEST),
  ...earlier(HEART_RATE_KIND, [74, 75, 73, 76, 74, 75]),
  resultOf(HEART_RATE_KIND, 77, NEWEST),
  ...earlier(WEIGHT, [90.4, 90.8, 91.2, 92, 92.9, 93.4]),
  resultOf(WEIGHT, 94.1, NEWEST),
  resultOf(HEIGHT, 175, '2026-08-25T14:10:00Z'),
  resultInput('2276-4', 58, 'ng/mL', '2019-03-04'),
  resultInput('5804-0', '++', '', AT),
];

const complete = (received: number): Partial<RecordSnapshot> => ({
  searches: [
    { name: 'laboratory', state: 'complete', pages: 2, received },
    { name: 'vital-signs', state: 'complete', pages: 1, received: 12 },
  ],
});

/** This record shows a man with falling kidney function over a year. */
export const yearRecord = recordOf(yearFields, complete(yearFields.length - 12));

const MINUTES = 5;
const SATURATION: Kind = { loinc: '59408-5', unit: '%' };
const BREATHS: Kind = { loinc: '9279-1', unit: '/min' };

/** These readings come every few minutes for two days. */
const monitored = Array.from({ length: (48 * 60) / MINUTES }, (_, i) => {
  const at = new Date(NOW_MS - i * MINUTES * 60_000).toISOString();
  const wave = Math.sin(i / 20);
  return [
    resultOf(
      HEART_RATE_KIND,
      Math.round(96 + 12 * wave + (i % 5)),
      at,
      i % 190 === 60 ? flagConcept('H') : {},
    ),
    resultOf(SATURATION, Math.round(95 + 2 * wave), at, i % 230 === 90 ? flagConcept('L') : {}),
    resultOf(BREATHS, Math.round(20 + 3 * wave), at),
  ];
}).flat();

const LACTATE: Kind = { loinc: '2524-7', unit: 'mmol/L', range: [0.5, 2] };
const lactates = [4.8, 3.9, 2.6, 1.8].map((value, i) =>
  resultOf(
    LACTATE,
    value,
    new Date(NOW_MS - (44 - i * 12) * HOUR_MS).toISOString(),
    value > 2 ? flagConcept('H') : {},
  ),
);

/** This record shows a stay with a monitor. */
export const monitorRecord = recordOf([...monitored, ...lactates], complete(monitored.length));

const HEAD: Kind = { loinc: '9843-4', unit: 'cm' };
const GROWN = [
  ['2025-06-18', 4.1, 54.8, 38.2],
  ['2025-09-17', 6.3, 63, 42],
  ['2026-01-14', 8.1, 71, 44.6],
  ['2026-05-13', 9.2, 76, 46],
  ['2026-11-16', 10.1, 79.9, 47],
] as const;

/** These fields make the patient of the gallery the girl of `childRecord`. */
export const CHILD = { gender: 'female', birthDate: '2025-03-19' };

/** This record shows the growth of a girl who was born on 19 March 2025, after 29 weeks. */
export const childRecord = recordOf([
  resultInput('76516-4', 29, 'wk', '2025-03-19'),
  ...GROWN.flatMap(([day, weight, height, head]) => [
    resultOf(WEIGHT, weight, day),
    resultOf(HEIGHT, height, day),
    resultOf(HEAD, head, day),
  ]),
]);

/** The laboratory marked this result as urgent, and none of the others. */
export const urgentResultRecord = recordOf(
  [
    ...earlier(POTASSIUM_KIND, [4.6, 4.6, 4.8, 4.7, 4.9, 5.4]),
    resultOf(POTASSIUM_KIND, 6.9, AT, flagConcept('HH')),
    resultOf(SODIUM, 135, AT, flagConcept('L')),
  ],
  complete(8),
);

/** This record holds one measurement that was marked as urgent. */
export const urgentRecord = recordOf([
  ...earlier(HEART_RATE_KIND, [74, 75, 73, 76, 74, 75]),
  resultOf(HEART_RATE_KIND, 171, NEWEST, flagConcept('HH')),
]);
