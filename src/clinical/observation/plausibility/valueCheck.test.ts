import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../../catalog/catalog.ts';
import { loinc } from '../../../testing/codes.ts';
import { readableUnit } from '../../units/readableUnit.ts';
import { quantity, readRow } from '../observationFixture.ts';
import { reasonText } from '../reasons/reasons.ts';
import type { Row } from '../resultRow.ts';
import { reasonsTexts } from '../reasons/reasons.messages.ts';

const flagged = (code: string) => ({
  interpretation: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }],
    },
  ],
});
const ranged = (low?: number, high?: number, unit?: string) => ({
  referenceRange: [
    {
      ...(low !== undefined && { low: quantity(low, unit) }),
      ...(high !== undefined && { high: quantity(high, unit) }),
    },
  ],
});
const result = (code: string, value: number, unit: string, ...more: readonly object[]) =>
  readRow(Object.assign({ code: loinc(code), valueQuantity: quantity(value, unit) }, ...more));

const [HGB, GLUCOSE, K, LDL, CREAT, WBC, NEUT, EOS, TEMP, HR, SPO2, PLT, A1C, CA, BILI] = [
  '718-7',
  '2345-7',
  '2823-3',
  '13457-7',
  '2160-0',
  '6690-2',
  '751-8',
  '711-2',
  '8310-5',
  '8867-4',
  '59408-5',
  '777-3',
  '4548-4',
  '17861-6',
  '1975-2',
] as const;

describe('a critical result is drawn', () => {
  type Case = readonly [string, () => Row, string];
  const supported: readonly Case[] = [
    ['haemoglobin 1.8 LL', () => result(HGB, 1.8, 'g/dL', flagged('LL'), ranged(12, 16)), ''],
    ['haemoglobin 1.2 L without range', () => result(HGB, 1.2, 'g/dL', flagged('L')), ''],
    ['glucose 8 LL', () => result(GLUCOSE, 8, 'mg/dL', flagged('LL'), ranged(70, 99)), ''],
    ['glucose 3 abnormal', () => result(GLUCOSE, 3, 'mg/dL', flagged('A')), ''],
    ['potassium 12.8 HH', () => result(K, 12.8, 'mmol/L', flagged('HH')), ''],
    ['ferritin 180000 HH', () => result('2276-4', 180_000, 'ng/mL', flagged('HH')), ''],
    ['TSH 750 H', () => result('3016-3', 750, 'm[IU]/L', flagged('H'), ranged(0.4, 4)), ''],
    ['white cells 0', () => result(WBC, 0, '10*3/uL'), ''],
    ['ALT 12000', () => result('1742-6', 12_000, 'U/L', ranged(10, 40)), ''],
    ['bilirubin 17 beside 0.1 to 1.2', () => result(BILI, 17, 'mg/dL', ranged(0.1, 1.2)), ''],
    ['troponin 5200 after none', () => result('89579-7', 5200, 'ng/L', ranged(0, 14)), ''],
    ['a limit below the meter', () => result(GLUCOSE, 5, 'mg/dL', {}), 'check value: unit may be mmol/L'],
  ];
  const unsupported: readonly Case[] = [
    ['haemoglobin 1.6', () => result(HGB, 1.6, 'g/dL'), 'check value'],
    ['haemoglobin 1.4 beside 12 to 16', () => result(HGB, 1.4, 'g/dL', ranged(12, 16)), 'check value'],
    ['pulse 0', () => result(HR, 0, '/min'), 'check value'],
    ['saturation 12', () => result(SPO2, 12, '%'), 'check value'],
    ['temperature 20.5', () => result(TEMP, 20.5, 'Cel'), 'check value'],
    ['pH 6.41', () => result('2744-1', 6.41, '[pH]'), 'check value'],
    ['ferritin 400000', () => result('2276-4', 400_000, 'ng/mL'), 'check value'],
    ['LDL 3.1', () => result(LDL, 3.1, 'mg/dL'), 'check value: unit may be mmol/L'],
    ['haemoglobin 61 HH', () => result(HGB, 61, 'g/dL', flagged('HH')), 'check value'],
  ];
  test.each([...supported, ...unsupported])('%s', (_, make, mark) => {
    const { kind } = make();
    expect(kind.reason).toBe('');
    expect(kind.check).toBe(mark);
    expect(kind.drawing).toBe('line');
  });

  test('a limit of the analyser needs no other support', () => {
    const limit = readRow({
      code: loinc(GLUCOSE),
      valueQuantity: { ...quantity(5, 'mg/dL'), comparator: '<' },
    });
    expect(limit.kind).toMatchObject({ reason: '', check: '', drawing: 'point' });
  });

  test('a text of a low value is drawn as a number of the same size is', () => {
    expect(readRow({ code: loinc(HGB), valueString: '1.8 g/dL', ...flagged('LL') }).kind).toMatchObject({
      drawing: 'line',
      check: '',
      isParsedFromText: true,
    });
    expect(readRow({ code: loinc(HGB), valueString: '1.7 g/dL' }).kind).toMatchObject({
      drawing: 'line',
      check: 'check value',
    });
  });
});

describe('a mistake of unit is refused with its reason', () => {
  type Refused = readonly [string, () => Row, string];
  const impossible: readonly Refused[] = [
    ['a negative potassium', () => result(K, -4, 'mmol/L', flagged('LL')), reasonsTexts('implausible')],
    ['a saturation of 104 %', () => result(SPO2, 104, '%', flagged('H')), reasonsTexts('implausible')],
    ['pH 73.8', () => result('2744-1', 73.8, '[pH]', flagged('HH')), reasonsTexts('implausible')],
    ['101 degrees called Celsius', () => result(TEMP, 101, 'Cel'), reasonsTexts('implausible')],
    ['a weight of 0 kg', () => result('29463-7', 0, 'kg'), reasonsTexts('implausible')],
    ['a coma scale of 17', () => result('9269-2', 17, '{score}'), reasonsTexts('implausible')],
    ['potassium 38', () => result(K, 38, 'mmol/L'), reasonsTexts('implausible')],
    ['neutrophils 4100 thousand', () => result(NEUT, 4100, '10*3/uL'), reasonsTexts('implausible')],
    [
      'its range is that of another unit',
      () => result(HGB, 178, 'g/dL', flagged('H'), ranged(120, 160)),
      reasonsTexts('implausible'),
    ],
  ];
  const words = reasonsTexts('contradiction');
  const contradicting: readonly Refused[] = [
    [
      'creatinine 97 beside 0.6 to 1.2',
      () => result(CREAT, 97, 'mg/dL', ranged(0.6, 1.2)),
      `${words}, check unit: may be ${readableUnit('umol/L')}`,
    ],
    [
      'glucose 5.5 N',
      () => result(GLUCOSE, 5.5, 'mg/dL', flagged('N'), ranged(70, 99)),
      `${words}, check unit: may be mmol/L`,
    ],
    [
      'glucose 5.1',
      () => result(GLUCOSE, 5.1, 'mg/dL', ranged(70, 99)),
      `${words}, check unit: may be mmol/L`,
    ],
    [
      'glucose 14 H',
      () => result(GLUCOSE, 14, 'mg/dL', flagged('H'), ranged(70, 99)),
      `${words}, check unit: may be mmol/L`,
    ],
    ['calcium 2.3', () => result(CA, 2.3, 'mg/dL', ranged(8.5, 10.5)), `${words}, check unit: may be mmol/L`],
    [
      'haemoglobin 13.9 N beside 120 to 160',
      () => result(HGB, 13.9, 'g/L', flagged('N'), ranged(120, 160)),
      `${words}, check unit: may be g/dL`,
    ],
    [
      'eosinophils 90 thousand N',
      () => result(EOS, 90, '10*3/uL', flagged('N'), ranged(0.02, 0.5)),
      `${words}, check unit: may be ${readableUnit('/uL')}`,
    ],
    [
      'white cells 6100 thousand',
      () => result(WBC, 6100, '10*3/uL', ranged(4.5, 11)),
      `${words}, check unit: may be ${readableUnit('/uL')}`,
    ],
    [
      'neutrophils 90 thousand',
      () => result(NEUT, 1900, '10*3/uL', ranged(1.8, 7.7)),
      `${words}, check unit: may be ${readableUnit('/uL')}`,
    ],
    ['potassium 0.41 N', () => result(K, 0.41, 'mmol/L', flagged('N'), ranged(3.5, 5.1)), words],
    ['platelets 1100 L', () => result(PLT, 1100, '10*3/uL', flagged('L'), ranged(150, 400)), words],
    [
      'glucose 5.2 beside its range in mmol/L',
      () => result(GLUCOSE, 5.2, 'mg/dL', ranged(3.9, 5.5, 'mmol/L')),
      `${words}, check unit: may be mmol/L`,
    ],
    [
      'HbA1c 31 N',
      () => result(A1C, 31, '%', flagged('N'), ranged(4, 5.6)),
      `${words}, check unit: may be mmol/mol`,
    ],
  ];
  test.each([...impossible, ...contradicting])('%s', (_, make, reason) => {
    const row = make();
    expect(row.kind.drawing).toBe('listed');
    expect(reasonText(row)).toBe(reason);
  });

  test('a code that the catalog does not know is judged by its own range and flag', () => {
    const unknown = { code: loinc('99999-9'), ...ranged(12, 16), ...flagged('N') };
    expect(readRow({ ...unknown, valueQuantity: quantity(142, 'U') }).kind.reason).toBe('contradiction');
    expect(readRow({ ...unknown, valueQuantity: quantity(22, 'U') }).kind.reason).toBe('');
  });
});

describe('properties', () => {
  const numbers = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  test('what the laboratory flagged in its direction is drawn, however extreme it is', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...UNITS.keys()), (value, code) => {
        const row = (flag: string) => result(code, value, UNITS.get(code)!, flagged(flag));
        expect(['line', 'point']).toContain(
          ['HH', 'LL'].map((flag) => row(flag).kind.drawing).find((drawing) => drawing !== 'listed'),
        );
      }),
    );
  });

  test('a value inside its own range is drawn without a mark', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...UNITS.keys()),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom('', 'N', 'A'),
        (code, share, flag) => {
          const [low, high] = catalogMatch(code)!.target.analyte.axis!;
          const value = low + share * (high - low);
          const { kind } = result(
            code,
            value,
            UNITS.get(code)!,
            ranged(low, high),
            flag === '' ? {} : flagged(flag),
          );
          expect(kind).toMatchObject({ reason: '', check: '', drawing: 'line' });
        },
      ),
    );
  });
});

const UNITS = new Map<string, string>([
  [K, 'mmol/L'],
  [GLUCOSE, 'mg/dL'],
  [LDL, 'mg/dL'],
  [CREAT, 'mg/dL'],
  [WBC, '10*3/uL'],
  [PLT, '10*3/uL'],
  [CA, 'mg/dL'],
  [BILI, 'mg/dL'],
]);
