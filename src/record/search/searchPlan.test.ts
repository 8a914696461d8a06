import { expect, test } from 'vitest';
import { searchPlanFor } from './searchPlan.ts';

test('vital signs and laboratory are asked first; a generic server also once without category', () => {
  const names = searchPlanFor('generic', 'p1').map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['vital-signs', 'laboratory']);
  expect(names.at(-1)).toBe('all');
});

test('what a server refuses is spelled another way: without order, without size, with the bare category', () => {
  const [first] = searchPlanFor('generic', 'p 1');
  const filter =
    'patient=p%201&category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fobservation-category%7Cvital-signs';
  expect(first?.queryVariants).toEqual([
    `${filter}&_count=1000&_sort=-date`,
    `${filter}&_count=1000`,
    filter,
    'patient=p%201&category=vital-signs',
  ]);
  expect(searchPlanFor('generic', 'p1').at(-1)?.queryVariants.at(-1)).toBe('patient=p1');
});

test('Epic gets no unknown category, no search without one and no order', () => {
  const plan = searchPlanFor('epic', 'p1');
  expect(plan.map(({ name }) => name)).toEqual(['vital-signs', 'laboratory', 'social-history']);
  expect(plan.flatMap(({ queryVariants }) => queryVariants).some((one) => one.includes('_sort'))).toBe(false);
});

test.each(['epic', 'oracle', 'meditech'] as const)('%s is never asked to sort', (vendor) => {
  const queryVariants = searchPlanFor(vendor, 'p1').flatMap((search) => search.queryVariants);
  expect(queryVariants.some((one) => one.includes('_sort'))).toBe(false);
});

test('the largest page that each is known to give is asked for', () => {
  const size = (vendor: Parameters<typeof searchPlanFor>[0]) =>
    new URLSearchParams(searchPlanFor(vendor, 'p1')[0]?.queryVariants.at(-3)).get('_count');
  expect(['generic', 'epic', 'oracle', 'meditech'].map((vendor) => size(vendor as 'epic'))).toEqual([
    '1000',
    '1000',
    '200',
    '1000',
  ]);
});

test('where a category is required, there is no search without one (decision 17)', () => {
  for (const vendor of ['epic', 'meditech'] as const)
    for (const { name, queryVariants } of searchPlanFor(vendor, 'p1')) {
      expect(name).not.toBe('all');
      expect(queryVariants.every((one) => one.includes('category='))).toBe(true);
    }
  expect(searchPlanFor('oracle', 'p1').at(-1)?.name).toBe('all');
});
