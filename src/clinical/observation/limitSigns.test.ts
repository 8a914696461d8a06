import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, readRow } from './observationFixture.ts';

// A limit may have a sign of its own, and numbers and words of one range may each say a part of it (rules 26, 29 and 30).

type Limit = { readonly value: unknown; readonly comparator?: string; readonly unit?: string };
type Range = { readonly low?: Limit; readonly high?: Limit; readonly text?: string };

const rowOf = (range: Range, value: number) =>
  readRow({
    code: loinc('2345-7'),
    valueQuantity: quantity(value, 'mg/dL'),
    referenceRange: [range],
  });

/** Returns the side on which each of these values lies: "b" below, "a" above, "-" neither. */
const sidesOf = (range: Range, values: readonly number[]): string =>
  values.map((value) => rowOf(range, value).kind.outsideRange[0] ?? '-').join('');

/** Returns the limits and the words that are shown. */
function sentRange(range: Range): string {
  const { rangeLow, rangeHigh, rangeText } = rowOf(range, 40).kind;
  const limits = rangeLow === '' && rangeHigh === '' ? '' : `${rangeLow}…${rangeHigh}`;
  return `${limits} ${rangeText}`.trim();
}

const VALUES = [29, 30, 31, 59, 60, 61];
const mg = (value: unknown, comparator?: string): Limit => ({
  value,
  unit: 'mg/dL',
  ...(comparator !== undefined && { comparator }),
});

describe('the sign of a limit', () => {
  test.each([
    [{ low: mg(60, '>') }, '>60 mg/dL', 'bbbbb-'],
    [{ low: mg(60, '>=') }, '>=60 mg/dL', 'bbbb--'],
    [{ high: mg(60, '<') }, '<60 mg/dL', '----aa'],
    [{ high: mg(60, '<=') }, '<=60 mg/dL', '-----a'],
    [{ low: mg(60, '<') }, '<60 mg/dL', '----aa'],
    [{ high: mg(30, '>') }, '>30 mg/dL', 'bb----'],
    [{ low: mg('<60') }, '<60 mg/dL', '----aa'],
    [{ high: mg('>30') }, '>30 mg/dL', 'bb----'],
    [{ high: mg('≤60') }, '≤60 mg/dL', '-----a'],
    [{ low: { value: 60, comparator: '>' } }, '>60', 'bbbbb-'],
    [{ high: mg(60, '<'), text: '<60 mg/dL' }, '<60 mg/dL', '----aa'],
    [{ high: mg(60, '<'), text: 'less than 60' }, 'less than 60', '----aa'],
    [{ high: mg(60, '<'), text: 'see comment' }, '…60 see comment', '-----a'],
    [{ low: mg(60, '<'), text: 'see comment' }, '<60 mg/dL see comment', '------'],
    [{ low: mg(5, '<'), high: mg(60) }, '…60 <5 mg/dL–60 mg/dL', '-----a'],
    [{ low: mg(30, '>'), high: mg(60, '<') }, '30…60', 'b----a'],
  ])('of %j is kept: %s', (range, shown, sides) => {
    expect(sentRange(range)).toBe(shown);
    expect(sidesOf(range, VALUES)).toBe(sides);
  });

  test('in another unit is shown, and compared with nothing', () => {
    const range = { low: { value: 2, comparator: '<', unit: 'mmol/L' } };
    expect(sentRange(range)).toBe('<2 mmol/L');
    expect(sidesOf(range, VALUES)).toBe('------');
  });
});

describe('one limit in numbers and a sign in words', () => {
  test.each([
    [{ low: mg(60), text: '>60' }, 'bbbbb-'],
    [{ low: mg(60), text: '> 60 mg/dL' }, 'bbbbb-'],
    [{ low: mg(60), text: '≥ 60' }, 'bbbb--'],
    [{ low: mg(60), text: '>=60' }, 'bbbb--'],
    [{ high: mg(60), text: '<60' }, '----aa'],
    [{ high: mg(60), text: '<=60' }, '-----a'],
    [{ high: mg(60), text: 'up to 60' }, '-----a'],
    [{ low: mg(30), high: mg(60), text: '<60' }, 'b---aa'],
    [{ low: mg(30), high: mg(60), text: '>30' }, 'bb---a'],
    [{ low: mg(30), high: mg(60), text: '<=60' }, 'b----a'],
  ])('%j: words about the same limit say whether it is itself outside', (range, sides) => {
    expect(sidesOf(range, VALUES)).toBe(sides);
  });

  test.each([
    [{ low: mg(30), text: '<60' }, 'b---aa'],
    [{ low: mg(30), text: '<=60' }, 'b----a'],
    [{ low: mg(30), text: 'up to 60 mg/dL' }, 'b----a'],
    [{ high: mg(60), text: '>30' }, 'bb---a'],
    [{ high: mg(60), text: '≥30' }, 'b----a'],
    [{ low: mg(0), text: '<60' }, '----aa'],
  ])('%j: words about the other limit complete the range', (range, sides) => {
    expect(sidesOf(range, VALUES)).toBe(sides);
  });

  test.each([
    [{ low: mg(60), text: '<60' }, '------'],
    [{ low: mg(60), text: '<30' }, '------'],
    [{ high: mg(30), text: '>60' }, '------'],
    [{ low: mg(30), text: '<60 mmol/L' }, 'b-----'],
    [{ low: mg(30), text: 'goal <60' }, '------'],
    [{ low: mg(30), text: '<9999' }, 'b-----'],
    [{ low: mg(30), text: 'adults' }, 'b-----'],
    [{ low: mg(30), text: '20-60' }, '------'],
    [{ low: mg(30), high: mg(60), text: '30-60' }, 'b----a'],
    [{ low: mg(30), high: mg(60) }, 'b----a'],
    [{ low: mg(30) }, 'b-----'],
    [{ high: mg(60) }, '-----a'],
  ])('%j stays as it was', (range, sides) => {
    expect(sidesOf(range, VALUES)).toBe(sides);
  });
});

describe('a range around zero', () => {
  test.each(['-2 - +2', '-2 to +2', '-2.0 – +2.0 mg/dL', '−2 - 2', '−2 – +2', '-2,0 bis +2,0', '(-2 - +2)'])(
    '"%s" is from -2 to 2',
    (text) => {
      expect(rowOf({ text }, 40).kind).toMatchObject({
        rangeText: text,
        band: { low: -2, high: 2, isFromText: true },
      });
    },
  );

  test.each(['+1 - +3', '1+ - 3+', '+2', '± 2', '-2 - +', '-2 + 2', '+2 - -2'])(
    '"%s" stays words',
    (text) => {
      expect(rowOf({ text }, 40).kind).toMatchObject({ rangeText: text, band: undefined });
    },
  );
});
