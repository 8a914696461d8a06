import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readPotassium, readRow } from '../observationFixture.ts';
import { rangePosition } from './rangePosition.ts';

/** Returns where a number lies beside its range, and whether it has a mark of ours. */
function sidesOf(code: string, valueQuantity: object, range: object) {
  const row = readRow({ code: loinc(code), valueQuantity, referenceRange: [range] });
  return [rangePosition(row).side, row.kind.outsideRange];
}

const limit = (value: number, unit?: string) => quantity(value, unit);

test('a number that only fills a field completes no range', () => {
  const referenceRange = [{ low: { value: 3.5 }, text: '3.5-9999' }];
  expect(readPotassium({ referenceRange }).kind.band).toMatchObject({ low: 3.5 });
  expect(readPotassium({ referenceRange }).kind.band?.high).toBeUndefined();
});

describe('decision 66: words that have a limit on the side that the numbers leave open', () => {
  const potassium = (value: number, range: object) => sidesOf('2823-3', quantity(value, 'mmol/L'), range);

  test.each([
    [5.2, { low: limit(3.2), text: '3.5-5.1 mmol/L' }],
    [3.2, { high: limit(5.5), text: '3.5 - 5.1' }],
  ])('%d is called inside of neither: %j', (value, range) => {
    expect(potassium(value, range)).toEqual(['unknown', '']);
  });

  test.each([
    [5.2, { low: limit(3.5), high: limit(5.1), text: '3.5-5.1 mmol/L' }, 'above'],
    [5.2, { low: limit(3.5), high: limit(5.1), text: '<5.1' }, 'above'],
    [4.2, { low: limit(3.5), high: limit(5.1), text: 'see report' }, 'inside'],
    [5.2, { low: limit(3.5), text: '3.5-5.1 mmol/L' }, 'above'],
    [2.9, { low: limit(3.5), text: '3.5-5.1 mmol/L' }, 'below'],
    [4.2, { low: limit(3.5), text: '3.5-5.1 mmol/L' }, 'inside'],
    [3.2, { high: limit(5.1), text: '3.5 - 5.1' }, 'below'],
    [6.8, { high: limit(5.1), text: '3.5 - 5.1' }, 'above'],
    [5.2, { high: limit(5.1), text: '<=5.1' }, 'above'],
    [5.2, { high: limit(5.1), text: '0-5.1' }, 'above'],
    [5.2, { high: limit(5.1), text: '0.0 - 5.1 mmol/L' }, 'above'],
    [3.2, { low: limit(3.5), text: '3.5-9999' }, 'below'],
    [3.2, { low: limit(3.5), high: limit(9999), text: '3.5 - 9999' }, 'below'],
    [3.2, { low: limit(3.5), text: '>3.5' }, 'below'],
    [3.5, { low: limit(3.5), text: '>3.5' }, 'below'],
    [5.2, { low: limit(3.5), text: '<5.1' }, 'above'],
    [4.2, { low: limit(3.5), text: '<5.1' }, 'inside'],
    [3.5, { low: limit(3.5), text: '<5.1' }, 'inside'],
    [5.1, { low: limit(3.5), text: '<5.1' }, 'above'],
    [3.2, { high: limit(5.1), text: '> 3.5 mmol/L' }, 'below'],
    [3.2, { low: limit(3.5), text: 'Adults' }, 'below'],
  ])('but %d beside %j is %s', (value, range, side) => {
    expect(potassium(value, range)[0]).toBe(side);
  });
});

describe('rule 26: a unit in which every number is the same is the unit of the value', () => {
  test.each([
    ['2823-3', quantity(5.5, 'mmol/L'), { low: limit(3.5, 'meq/L'), high: limit(5.1, 'meq/L') }],
    [
      '2823-3',
      { ...quantity(5.5, 'mmol/L'), unit: 'mEq/L' },
      { low: { value: 3.5, unit: 'mEq/L' }, high: { value: 5.1, unit: 'mEq/L' } },
    ],
    ['2823-3', quantity(5.5, 'mmol/L'), { text: '3.5-5.1 mEq/L' }],
    ['2823-3', quantity(5.5, 'meq/L'), { low: limit(3.5, 'mmol/L'), high: limit(5.1, 'mmol/L') }],
    ['6690-2', quantity(12.2, '10*3/uL'), { text: '4.5-11.0 x10^9/L' }],
    ['6690-2', quantity(12.2, '10*9/L'), { low: limit(4.5, '10*3/uL'), high: limit(11, '10*3/uL') }],
    ['3016-3', quantity(6.1, 'u[IU]/mL'), { low: limit(0.4, 'm[IU]/L'), high: limit(4, 'm[IU]/L') }],
    ['2276-4', quantity(500, 'ug/L'), { low: limit(30, 'ng/mL'), high: limit(400, 'ng/mL') }],
  ])('%s: %j is above %j', (code, value, range) => {
    expect(sidesOf(code, value, range)).toEqual(['above', 'above']);
  });

  test.each([
    ['718-7', quantity(12.5, 'g/dL'), { low: limit(130, 'g/L'), high: limit(170, 'g/L') }],
    ['718-7', quantity(12.5, 'g/dL'), { text: '130-170 g/L' }],
    ['2345-7', quantity(99, 'mg/dL'), { low: limit(3.9, 'mmol/L'), high: limit(5.5, 'mmol/L') }],
    ['17861-6', quantity(9.4, 'mg/dL'), { low: limit(4.3, 'meq/L'), high: limit(5.3, 'meq/L') }],
    ['6690-2', quantity(7.2, '10*3/uL'), { low: limit(4500, '/uL'), high: limit(11_000, '/uL') }],
    ['8310-5', quantity(37, 'Cel'), { low: limit(97, '[degF]'), high: limit(99, '[degF]') }],
    ['4548-4', quantity(6.5, '%'), { low: limit(20, 'mmol/mol'), high: limit(42, 'mmol/mol') }],
    ['2823-3', quantity(5.5, 'mmol/L'), { low: limit(3.5, 'mg/dL'), high: limit(5.1, 'mg/dL') }],
  ])('but %s: %j is compared with nothing in %j', (code, value, range) => {
    expect(sidesOf(code, value, range)).toEqual(['unknown', '']);
  });
});

describe('rule 17: a number that is refused for its unit lies on no side of its range', () => {
  test.each([
    ['718-7', quantity(12.5, 'g/dL'), { low: limit(130), high: limit(170) }],
    ['4544-3', quantity(42, '%'), { low: limit(0.4), high: limit(0.52) }],
    ['4544-3', quantity(0.42, '%'), { low: limit(0.4), high: limit(0.52) }],
    ['2823-3', quantity(-4, 'mmol/L'), { low: limit(3.5), high: limit(5.1) }],
  ])('%s: %j beside %j', (code, value, range) => {
    expect(sidesOf(code, value, range)).toEqual(['unknown', '']);
  });

  test('but one that is only extreme lies on its side', () => {
    const range = { low: limit(3.5), high: limit(5.1) };
    expect(sidesOf('2823-3', quantity(9.8, 'mmol/L'), range)).toEqual(['above', 'above']);
    expect(sidesOf('2823-3', quantity(1.4, 'mmol/L'), range)).toEqual(['below', 'below']);
  });
});

describe('rule 26: a limit of which every number lies outside has a mark of ours, on the side that patients read', () => {
  const glucose = (comparator: string, value: number, range: object, more: object = {}) => {
    const valueQuantity = { ...quantity(value, 'mg/dL'), comparator };
    const row = readRow({ code: loinc('2345-7'), valueQuantity, referenceRange: [range], ...more });
    return [rangePosition(row).byRange, row.kind.outsideRange];
  };
  const usual = { low: limit(70), high: limit(99) };

  test.each([
    ['>', 600, usual, 'above'],
    ['>=', 600, usual, 'above'],
    ['>', 99, usual, 'above'],
    ['<', 40, usual, 'below'],
    ['<=', 40, usual, 'below'],
    ['<', 70, usual, 'below'],
    ['>', 600, { text: '<100' }, 'above'],
    ['<', 40, { text: '>=70' }, 'below'],
  ])('%s%d beside %j is %s', (comparator, value, range, side) => {
    expect(glucose(comparator, value, range)).toEqual([side, side]);
  });

  test.each([
    ['>=', 99, usual, 'unknown'],
    ['<=', 70, usual, 'unknown'],
    ['<', 600, usual, 'unknown'],
    ['>', 40, usual, 'unknown'],
    ['>', 80, usual, 'unknown'],
    ['<', 80, usual, 'unknown'],
    ['<', 90, { text: '<100' }, 'inside'],
    ['<', 100, { high: limit(100) }, 'inside'],
    ['>', 90, { text: '>=70' }, 'inside'],
    ['>', 600, { text: 'see report' }, 'unknown'],
    ['>', 600, { low: limit(3.9, 'mmol/L'), high: limit(5.5, 'mmol/L') }, 'unknown'],
  ])('but %s%d beside %j has none', (comparator, value, range, side) => {
    expect(glucose(comparator, value, range)).toEqual([side, '']);
  });

  test('but the flag of the laboratory stands alone, and what is not drawn has no mark', () => {
    const flagged = { interpretation: [{ text: 'normal' }] };
    expect(glucose('>', 600, usual, flagged)[1]).toBe('');
    expect(glucose('>', 600, usual, { status: 'unknown' })[1]).toBe('');
  });
});

test.each([
  [5.1, { low: { value: 3.5 }, text: '<5.1' }, 'above'],
  [3.5, { low: { value: 3.5 }, text: '<5.1' }, 'inside'],
  [3.5, { high: { value: 5.1 }, text: '>3.5' }, 'below'],
  [5.1, { high: { value: 5.1 }, text: '>3.5' }, 'inside'],
  [5.1, { low: { value: 3.5 }, text: '<=5.1' }, 'inside'],
  [5.1, { low: { value: 3.5 }, high: { value: 5.1 } }, 'inside'],
  [5.1, { text: '3.5-5.1' }, 'inside'],
])(
  '%d is compared alike everywhere with a range that two fields make behind a critical one: %j',
  (value, usual, side) => {
    for (const critical of ['>6.0', '<2.8', '>=6.0']) {
      const referenceRange = [{ text: critical, type: { text: 'critical' } }, usual];
      const row = readPotassium({ valueQuantity: quantity(value, 'mmol/L'), referenceRange });
      expect(rangePosition(row).side).toBe(side);
      expect(row.kind.outsideRange).toBe(side === 'inside' ? '' : side);
    }
  },
);

test.each([
  [3.5, '>6.0', '3.5-5.1', 'inside'],
  [5.1, '<2.8', '3.5-5.1', 'inside'],
  [5.1, '>6.0', '<=5.1', 'inside'],
  [5.1, '>6.0', '<5.1', 'above'],
  [3.4, '>6.0', '3.5-5.1', 'below'],
])(
  '%d is compared with the usual range alone, whatever critical limit stands before it: %s; %s',
  (value, critical, usual, side) => {
    const referenceRange = [{ text: critical, type: { text: 'critical' } }, { text: usual }];
    const row = readPotassium({ valueQuantity: quantity(value, 'mmol/L'), referenceRange });
    expect(rangePosition(row).side).toBe(side);
    expect(row.kind.outsideRange).toBe(side === 'inside' ? '' : side);
  },
);
