import { expect, it } from 'vitest';
import { flagDescription } from './flagText.ts';

it('fixture 2: a flag of a whole panel has no direction, and says what was sent', () => {
  expect(flagDescription({ flag: 'AA', flagText: 'HH (whole panel)' })).toBe(
    'critically abnormal, direction not given (lab: HH (whole panel))',
  );
  expect(flagDescription({ flag: 'H', flagText: 'H' })).toBe('high');
});

it.each([
  ['HH', 'Critical high', 'critically high'],
  ['LL', 'Critical low', 'critically low'],
  ['HH', 'Critical high, called', 'critically high (lab: Critical high, called)'],
  ['HH', 'High', 'critically high (lab: High)'],
  ['AA', 'Critical, see note', 'critically abnormal, direction not given (lab: Critical, see note)'],
  ['L', 'LOW', 'low'],
  ['H', 'H', 'high'],
] as const)('rule 27: the flag %s sent as "%s" keeps the words that say more', (flag, flagText, expected) => {
  expect(flagDescription({ flag, flagText })).toBe(expected);
});
