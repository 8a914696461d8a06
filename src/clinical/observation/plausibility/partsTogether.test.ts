import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readRows } from '../observationFixture.ts';

type Part = readonly [code: string, value: number, unit: string, more?: object | undefined];
const [SYS, DIA, MAP, HR] = ['8480-6', '8462-4', '8478-0', '8867-4'] as const;
const pressure = (code: string, value: number, more?: object): Part => [code, value, 'mm[Hg]', more];

/** Returns the values of the parts that are marked, of one Observation with these parts. */
const markedOf = (...parts: readonly Part[]): readonly number[] =>
  readRows(
    read({
      code: loinc('85354-9'),
      component: parts.map(([code, value, unit, more]) => ({
        code: loinc(code),
        valueQuantity: { ...quantity(value, unit), ...more },
      })),
    }),
  )
    .filter(
      ({ kind }) => kind.check === 'check value: does not fit the other parts' && kind.checkKind === 'parts',
    )
    .map(({ value }) => value);

const share = (code: string, value: number): Part => [code, value, '%'];
const [NEUT, LYM, MONO, EOS, BASO] = ['770-8', '736-9', '5905-5', '713-8', '706-2'] as const;

test.each<[string, readonly Part[], readonly number[]]>([
  ['a systolic below its diastolic', [pressure(SYS, 80), pressure(DIA, 120)], [80, 120]],
  ['a systolic equal to its diastolic', [pressure(SYS, 90), pressure(DIA, 90)], [90, 90]],
  ['the same in the other order', [pressure(DIA, 120), pressure(SYS, 80)], [120, 80]],
  ['a mean above the systolic', [pressure(SYS, 120), pressure(DIA, 80), pressure(MAP, 130)], [120, 130]],
  ['a mean below the diastolic', [pressure(SYS, 120), pressure(DIA, 80), pressure(MAP, 70)], [80, 70]],
  [
    'direct bilirubin above the total',
    [
      ['1968-7', 2.5, 'mg/dL'],
      ['1975-2', 1.2, 'mg/dL'],
    ],
    [2.5, 1.2],
  ],
  [
    'HDL above the cholesterol',
    [
      ['2085-9', 80, 'mg/dL'],
      ['2093-3', 70, 'mg/dL'],
    ],
    [80, 70],
  ],
  [
    'albumin above the protein',
    [
      ['1751-7', 5.1, 'g/dL'],
      ['2885-2', 4.9, 'g/dL'],
    ],
    [5.1, 4.9],
  ],
  [
    'shares of white cells above 100 %',
    [share(NEUT, 70), share(LYM, 30), share(MONO, 8), share(EOS, 2), share(BASO, 1)],
    [70, 30, 8, 2, 1],
  ],
])('parts that contradict each other are marked and drawn: %s', (_, parts, marked) => {
  expect(markedOf(...parts)).toEqual(marked);
});

test.each<[string, readonly Part[]]>([
  ['a usual pressure', [pressure(SYS, 120), pressure(DIA, 80), pressure(MAP, 93)]],
  ['a mean at the diastolic', [pressure(SYS, 120), pressure(DIA, 80), pressure(MAP, 80)]],
  ['a pulse above the systolic', [pressure(SYS, 80), [HR, 120, '/min']]],
  ['two pressures in one', [pressure(SYS, 80), pressure(DIA, 50), pressure(SYS, 150), pressure(DIA, 90)]],
  ['a limit', [pressure(SYS, 80), pressure(DIA, 120, { comparator: '<' })]],
  [
    'all bilirubin direct',
    [
      ['1968-7', 1.2, 'mg/dL'],
      ['1975-2', 1.2, 'mg/dL'],
    ],
  ],
  [
    'two units',
    [
      ['1968-7', 20, 'umol/L'],
      ['1975-2', 1.2, 'mg/dL'],
    ],
  ],
  [
    'shares that were rounded up',
    [share(NEUT, 64), share(LYM, 26), share(MONO, 8), share(EOS, 2), share(BASO, 1)],
  ],
])('nothing is marked on %s', (_, parts) => {
  expect(markedOf(...parts)).toEqual([]);
});
