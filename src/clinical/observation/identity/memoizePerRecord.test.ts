import { expect, test, vi } from 'vitest';
import { createRowKinds } from '../rowKinds.ts';
import { memoizePerRecord } from './memoizePerRecord.ts';

test('each key of one record is decided once, and another record decides it anew', () => {
  const decide = vi.fn<(text: string) => number>((text) => text.length);
  const lengthOf = memoizePerRecord((text: string) => text, decide);
  const [one, other] = [createRowKinds(), createRowKinds()];
  expect([lengthOf(one, 'serum'), lengthOf(one, 'serum'), lengthOf(one, '')]).toEqual([5, 5, 0]);
  expect(decide).toHaveBeenCalledTimes(2);
  expect([lengthOf(one, ''), lengthOf(other, 'serum')]).toEqual([0, 5]);
  expect(decide).toHaveBeenCalledTimes(3);
});

test('without a table nothing is kept', () => {
  const decide = vi.fn<(text: string) => number>((text) => text.length);
  const lengthOf = memoizePerRecord((text: string) => text, decide);
  expect([lengthOf(undefined, 'urine'), lengthOf(undefined, 'urine')]).toEqual([5, 5]);
  expect(decide).toHaveBeenCalledTimes(2);
});

test('a record with ever new words does not grow the table without end, and its answers stay right', () => {
  const lengthOf = memoizePerRecord(
    (text: string) => text,
    (text: string) => text.length,
  );
  const kinds = createRowKinds();
  for (let number = 0; number < 9000; number += 1)
    expect(lengthOf(kinds, `tube ${number}`)).toBe(`tube ${number}`.length);
  expect(lengthOf(kinds, 'tube 1')).toBe(6);
});
