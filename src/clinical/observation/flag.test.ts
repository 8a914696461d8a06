import { describe, expect, test } from 'vitest';
import { quantity, readPotassium } from './observationFixture.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const flagOf = (...interpretation: readonly unknown[]) => readPotassium({ interpretation }).kind;

const v3 = (...codes: readonly string[]) => ({ coding: codes.map((code) => ({ system: V3, code })) });

describe('flag', () => {
  test.each([
    ['41: A alone', [v3('A')], 'A', 'A'],
    ['42: "(NONE)"', [{ text: '(NONE)' }], '', ''],
    [
      '43: the standard code after a proprietary one',
      [{ coding: [{ system: 'https://x/codeSet/52', code: '211' }, ...v3('L').coding], text: 'LOW' }],
      'L',
      'LOW',
    ],
    ['44: the most severe', [v3('H', 'HH')], 'HH', 'HH'],
    ['44: the most severe of several concepts', [v3('N'), v3('LL')], 'LL', 'LL'],
    ['a code without a direction', [v3('POS')], 'other', 'POS'],
    [
      'a proprietary code alone has its words and no direction',
      [{ coding: [{ system: 'https://x/52', code: 'H', display: 'Above' }] }],
      'other',
      'Above',
    ],
  ])('%s', (_, interpretation, flag, flagText) => {
    expect(flagOf(...interpretation)).toMatchObject({ flag, flagText });
  });

  const referenceRange = [{ low: quantity(3.5, 'mmol/L'), high: quantity(5.1, 'mmol/L') }];
  const six = { valueQuantity: quantity(6, 'mmol/L') };

  test('rule 26: outside the one range sent and no flag sent: a mark of ours, never a letter', () => {
    expect(readPotassium({ ...six, referenceRange }).kind).toMatchObject({ flag: '', outsideRange: 'above' });
    expect(readPotassium({ ...six, referenceRange: [{ text: '<6' }] }).kind.outsideRange).toBe('above');
    expect(readPotassium({ ...six, referenceRange: [{ text: '<=6' }] }).kind.outsideRange).toBe('');
  });

  test('rule 26: the laboratory says N: no mark of ours', () => {
    expect(readPotassium({ ...six, referenceRange, interpretation: [v3('N')] }).kind).toMatchObject({
      flag: 'N',
      outsideRange: '',
    });
  });

  test('rule 26: two ranges that apply: no mark', () => {
    expect(
      readPotassium({ ...six, referenceRange: [...referenceRange, ...referenceRange] }).kind.outsideRange,
    ).toBe('');
  });
});
