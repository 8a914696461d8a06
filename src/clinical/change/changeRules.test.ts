import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';
import type { PatientFacts } from './patientFacts.ts';
import { rankOfChange } from './seriesChange.ts';

const SINCE = '2026-11-11T00:00:00Z';

/** Each result is a time in November and a value, with an optional flag: "11T08 0.9", "12T08 1.2 H". */
function changeOf(code: string, unit: string, results: readonly string[], facts: Partial<PatientFacts> = {}) {
  const sent = results.map((one): SentResult => {
    const [at = '', value = '', flag] = one.split(' ');
    return {
      at: `2026-11-${at}:00:00Z`,
      value,
      more: {
        code: loinc(code),
        valueQuantity: { value: Number(value), valueText: value, unit },
        ...(flag && { interpretation: [{ coding: [{ code: flag }] }] }),
      },
    };
  });
  return changeSince(onlySeriesOf(...sent), SINCE, facts);
}
const ruleOf = (...input: Parameters<typeof changeOf>) => {
  const { rule } = changeOf(...input);
  return rule && [rule.reference?.valueText, rule.quote];
};

describe('creatinine', () => {
  test.each([
    ['0.3 mg/dL in 48 h', 'mg/dL', ['10T09 0.9', '12T08 1.2'], ['0.9', 'KDIGO lists 0.3 mg/dL in 48 h']],
    [
      'the lowest of 48 h is meant',
      'mg/dL',
      ['10T09 1.4', '11T08 1.1', '12T08 1.4'],
      ['1.1', 'KDIGO lists 0.3 mg/dL in 48 h'],
    ],
    ['26.5 umol/L in 48 h', 'umol/L', ['11T08 80', '12T08 107'], ['80', 'KDIGO lists 26.5 µmol/L in 48 h']],
    ['0.3 in more than 48 h', 'mg/dL', ['10T07 1.0', '12T08 1.3'], undefined],
    ['1.5 times in 7 days', 'mg/dL', ['06T08 0.4', '12T08 0.6'], ['0.4', 'KDIGO lists 1.5 times in 7 days']],
    ['a fall', 'mg/dL', ['11T08 1.9', '12T08 1.2'], undefined],
  ] as const)('%s', (_, unit, results, rule) => {
    expect(ruleOf('2160-0', unit, results)).toEqual(rule);
  });

  test('a result by another method is no reference', () => {
    const method = (at: string, value: string, text: string): SentResult => ({
      at,
      value,
      more: {
        code: loinc('2160-0'),
        valueQuantity: { value: Number(value), unit: 'mg/dL' },
        method: { text },
      },
    });
    const series = onlySeriesOf(
      method('2026-11-11T08:00:00Z', '0.9', 'Jaffe'),
      method('2026-11-12T08:00:00Z', '1.4', 'Enzymatic'),
    );
    expect(changeSince(series, SINCE).rule).toBeUndefined();
  });
});

test('eGFR: more than 20 % in either direction', () => {
  const egfr = (...results: readonly string[]) => ruleOf('98979-8', 'mL/min/{1.73_m2}', results)?.[1];
  const quote = 'KDIGO lists a change of more than 20 %';
  expect(egfr('01T08 60', '12T08 47')).toBe(quote);
  expect(egfr('01T08 60', '12T08 73')).toBe(quote);
  expect(egfr('01T08 60', '12T08 48')).toBeUndefined();
});

test('albumin in urine: a doubling, and less is none', () => {
  const ratio = (...results: readonly string[]) => ruleOf('9318-7', 'mg/g', results)?.[1];
  expect(ratio('01T08 30', '12T08 60')).toBe('KDIGO lists a doubling');
  expect(ratio('01T08 30', '12T08 59')).toBeUndefined();
});

test('troponin: more than 20 % from a raised value on the same day, by the flag of the laboratory', () => {
  const troponin = (...results: readonly string[]) => ruleOf('89579-7', 'ng/L', results)?.[0];
  expect(troponin('12T05 60 H', '12T08 75')).toBe('60');
  expect(troponin('12T05 60 H', '12T08 45')).toBe('60');
  expect(troponin('12T05 60 H', '12T08 70')).toBeUndefined();
  expect(troponin('12T05 60', '12T08 75')).toBeUndefined();
  expect(troponin('02T05 60 H', '12T08 75')).toBeUndefined();
});

test('platelets: a fall of 30 % from the median or from the highest of ten days', () => {
  const platelets = (...results: readonly string[]) => ruleOf('777-3', '10*3/uL', results);
  expect(platelets('01T08 260', '02T08 250', '12T08 118')?.[0]).toBeUndefined();
  expect(platelets('01T08 260', '02T08 250', '12T08 118')?.[1]).toContain('4Ts');
  expect(platelets('01T08 150', '04T08 140', '05T08 145', '11T08 260', '12T08 150')?.[0]).toBe('260');
  expect(platelets('01T08 260', '12T08 185')).toBeUndefined();
});

test('hemoglobin: a fall of 2 g/dL, 20 g/L, in each unit', () => {
  expect(ruleOf('718-7', 'g/dL', ['01T08 13.4', '12T08 11.4'])?.[1]).toBe('ISTH lists a fall of 2 g/dL');
  expect(ruleOf('718-7', 'g/dL', ['01T08 13.4', '12T08 11.5'])).toBeUndefined();
  expect(ruleOf('718-7', 'g/dL', ['01T08 11.0', '11T20 13.2', '12T08 11.1'])?.[0]).toBe('13.2');
});

test('weight: more than 2 kg in 3 days, in an adult who is not pregnant', () => {
  const results = ['10T08 98.0', '12T08 100.1'];
  expect(ruleOf('29463-7', 'kg', results)?.[0]).toBe('98.0');
  expect(ruleOf('29463-7', 'kg', ['08T08 98.0', '12T08 100.1'])).toBeUndefined();
  const pregnancies = [{ startMs: Date.parse('2026-06-01'), endMs: Date.parse('2027-03-01') }];
  expect(ruleOf('29463-7', 'kg', results, { pregnancies })).toBeUndefined();
  const birth = { timeMs: Date.parse('2012-01-01'), precision: 'day' } as const;
  expect(ruleOf('29463-7', 'kg', results, { birth })).toBeUndefined();
});

describe('the order', () => {
  test('what the laboratory called critical leads, also where nothing can be compared, and where a newer result is not critical', () => {
    expect(rankOfChange(changeOf('2823-3', 'mmol/L', ['12T08 6.9 HH']))).toBe(0);
    const change = changeOf('2823-3', 'mmol/L', ['01T08 4.4', '11T08 6.9 HH', '12T08 4.5']);
    expect([rankOfChange(change), change.critical?.valueText]).toEqual([0, '6.9']);
    expect(rankOfChange(changeOf('718-7', 'g/dL', ['12T08 5.1 LL']))).toBe(0);
    expect(rankOfChange(changeOf('718-7', 'g/dL', ['12T08 5.1 AA']))).toBe(0);
    expect(rankOfChange(changeOf('2823-3', 'mmol/L', ['01T08 6.9 HH', '12T08 4.5']))).not.toBe(0);
  });

  test('then what is outside of its range and was inside before, by flag or range; unknown is never inside', () => {
    expect(rankOfChange(changeOf('2823-3', 'mmol/L', ['01T08 5.0 N', '12T08 5.2 H']))).toBe(1);
    expect(rankOfChange(changeOf('2823-3', 'mmol/L', ['01T08 5.0', '12T08 5.2 H']))).toBeUndefined();
    expect(rankOfChange(changeOf('2823-3', 'mmol/L', ['01T08 5.1 H', '12T08 5.2 H']))).toBeUndefined();
  });

  test('red-cell indices are listed alone only far out', () => {
    const mcv = (value: string) =>
      rankOfChange(changeOf('787-2', 'fL', ['01T08 88', '02T08 88', '03T08 88', `12T08 ${value}`]));
    expect(mcv('92')).toBeUndefined();
    expect(mcv('97')).toBe(3);
  });
});
