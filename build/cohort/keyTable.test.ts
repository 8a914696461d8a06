import { expect, test } from 'vitest';
import { KeyTable } from './keyTable.ts';

test('thousands of keys are found again, and tell the same content from another', () => {
  const keys = new KeyTable();
  const name = (index: number): string => `Observation/${index}`;
  for (let index = 0; index < 20_000; index += 1)
    expect(keys.add(name(index), Buffer.from(`${index}`))).toBe('new');
  expect(keys.size).toBe(20_000);
  for (let index = 0; index < 20_000; index += 997) {
    expect(keys.has(name(index))).toBe(true);
    expect(keys.add(name(index), Buffer.from(`${index}`))).toBe('same');
    expect(keys.add(name(index), Buffer.from('other'))).toBe('other');
  }
  expect(keys.has('Patient/1')).toBe(false);
});
