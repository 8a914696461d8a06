import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardAttributes } from './cardAttributes.ts';
import { onlyCardOf, potassiumResult } from './cardFixture.ts';
import { cardsOf, isMeasurement } from './cards.ts';

describe('a card stands for one test', () => {
  test('rule 7: a blood pressure without its upper number gives no number for it', () => {
    const card = onlyCardOf(pressure(130, 80, '2026-11-01T08:00:00Z'), {
      ...pressure(134, 72, '2026-11-12T08:00:00Z'),
      component: [{ code: loinc('8462-4'), valueQuantity: { value: 72, unit: 'mmHg' } }],
    });
    expect(card.result.text).toBe('–/72');
    expect(cardAttributes(card, 'complete')).not.toHaveProperty('data-latest');
  });

  test('a result in words alone has a card, and one about somebody else has none', () => {
    const words = resultInput('5196-1', 'Not detected', '', '2026-11-12');
    expect(onlyCardOf(words).result.text).toBe('Not detected');
    const ofDonor = potassiumResult(4.1, '2026-11-12', { focus: [{ display: 'Donor' }] });
    expect(cardsOf(recordOf([ofDonor]).series)).toEqual([]);
  });

  test.each([
    [{ value: 5, comparator: 'ad', unit: 'mg/dL' }, 'ad 5', 'mg/dL'],
    [{ value: '95', unit: 'mg/dL' }, '95', 'mg/dL'],
    [{ value: '95', code: 'mg/dL' }, '95', 'mg/dL'],
    [{ value: '95' }, '95', ''],
    [{ value: 95, unit: 'mg/dL' }, '95', 'mg/dL'],
    [{ value: 95, unit: 'mmHg' }, '95', 'mmHg'],
  ])('rule 15: the number %j has its unit', (valueQuantity, text, unit) => {
    const { result } = onlyCardOf(resultInput('2345-7', 0, '', '2026-11-12', { valueQuantity }));
    expect([result.text, result.unit]).toEqual([text, unit]);
  });

  test.each(['5 mg/dL, hemolyzed', 'Not detected', '95'])(
    'rule 15: the words "%s" have none more',
    (words) => {
      const { result } = onlyCardOf(
        resultInput('2345-7', 0, '', '2026-11-12', { valueQuantity: undefined, valueString: words }),
      );
      expect([result.text, result.unit]).toEqual([words, '']);
    },
  );

  test('rule 33: what was withdrawn stands on no card', () => {
    expect(
      cardsOf(recordOf([potassiumResult(9.9, '2026-11-20', { status: 'entered-in-error' })]).series),
    ).toEqual([]);
  });

  test('rule 7: both numbers of a blood pressure are one card, which is a measurement', () => {
    const card = onlyCardOf(pressure(134, 72, '2026-11-12T08:00:00Z'));
    expect([card.result.text, isMeasurement(card), card.result.positions.length]).toEqual([
      '134/72',
      true,
      2,
    ]);
  });
});
