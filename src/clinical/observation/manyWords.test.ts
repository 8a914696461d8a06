import { afterEach, expect, test, vi } from 'vitest';
import { isMoreGeneral } from '../catalog/specialForms.ts';
import { joinConditions } from './attached/specimenCondition.ts';
import { readCode } from './code.ts';
import { readPotassium } from './observationFixture.ts';

vi.mock(import('../catalog/specialForms.ts'), async (load) => {
  const all = await load();
  return { ...all, isMoreGeneral: vi.fn<typeof all.isMoreGeneral>(all.isMoreGeneral) };
});
afterEach(() => {
  vi.restoreAllMocks();
});

const MANY = 3000;
const times = <T>(make: (i: number) => T): T[] => Array.from({ length: MANY }, (_, i) => make(i));

test('codings that repeat three codes three thousand times are compared as three', () => {
  const codes = ['2823-3', '2951-2', '718-7'];
  const coding = times((i) => ({ system: 'http://loinc.org', code: codes[i % 3] }));
  expect(readCode({ coding })).toMatchObject({ isAmbiguous: true, target: undefined });
  expect(vi.mocked(isMoreGeneral).mock.calls.length).toBeLessThanOrEqual(9);
});

test('of one code that stands there more than once the first display counts', () => {
  const potassium = { system: 'http://loinc.org', code: '2823-3' };
  const coding = ['Potassium', 'Sodium'].map((display) => ({ ...potassium, display }));
  expect(readCode({ coding })).toMatchObject({ baseId: 'k', text: 'Potassium' });
});

test('three thousand states of a specimen are compared no more often than their text has room for', () => {
  const words = times((i) => `state ${i}`);
  const compared = vi.spyOn(String.prototype, 'includes');
  expect(joinConditions(words)).toMatch(/^state 0, .*…$/);
  const count = compared.mock.calls.length;
  compared.mockRestore();
  expect(count).toBeLessThanOrEqual(40 * 40);
});

test('of states that say the same, the longest stays, as it was sent first', () => {
  expect(joinConditions(['hemolyzed', 'Slightly hemolyzed', 'HEMOLYZED', 'Clotted', 'clotted'])).toBe(
    'Slightly hemolyzed, Clotted',
  );
});

test.each(['display', 'code'])('a hundred thousand codings with a %s are read', (name) => {
  const coding = Array.from({ length: 130_000 }, () => ({ [name]: 'hemolyzed' }));
  const contained = [{ resourceType: 'Specimen', id: 's', condition: [{ coding }] }];
  expect(readPotassium({ interpretation: [{ coding }] }).kind.flag).toBe('other');
  expect(readPotassium({ specimen: { reference: '#s' }, contained }).kind.condition).toBe('hemolyzed');
});
