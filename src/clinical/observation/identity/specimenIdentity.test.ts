import { expect, test } from 'vitest';
import { catalogMatch } from '../../catalog/catalog.ts';
import { nameWithoutBrackets } from './specimenIdentity.ts';

test('what stands in brackets behind a name says nothing of what was measured', () => {
  const name = (code: string) =>
    nameWithoutBrackets(catalogMatch(code)!.target).trim().replaceAll(/\s+/g, ' ');
  expect(name('41653-7')).toBe('Capillary glucose');
  expect(name('62238-1')).toBe('eGFR eGFR CKD-EPI 2009');
  expect(name('2823-3')).toBe('Potassium');
});
