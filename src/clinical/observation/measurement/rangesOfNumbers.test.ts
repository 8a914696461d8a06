import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';
import { createRowKinds } from '../rowKinds.ts';

test.each([
  { high: { value: 1.2, valueText: '1.200', comparator: '<' } },
  { high: { value: '<1.200' } },
  { low: { value: 1.205, comparator: '>' } },
  { text: '<1.200' },
  { text: '3.5-5.1' },
])('a range is read for each number, whichever came before: %j', (range) => {
  const numbers = [0.5, 2.5, 250, 12_000];
  const readIn = (kinds: ReturnType<typeof createRowKinds>, value: number) =>
    readRow(
      { code: loinc('1988-5'), valueQuantity: quantity(value, 'mg/L'), referenceRange: [range] },
      { kinds },
    ).kind;
  for (const order of [numbers, numbers.toReversed()]) {
    const kinds = createRowKinds();
    for (const value of order) expect(readIn(kinds, value)).toEqual(readIn(createRowKinds(), value));
  }
});
