import { expect, test } from 'vitest';
import type { Site } from '../../smart/site/site.ts';
import { vendorOf } from '../vendors.ts';
import { searchPlanFor } from './searchPlan.ts';

const planOf = (vendor: Site['vendor'], patientId = 'p1') => searchPlanFor(vendorOf({ vendor }), patientId);

test('vital signs and laboratory are asked first; a generic server also once without category', () => {
  const names = planOf('generic').map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['vital-signs', 'laboratory']);
  expect(names.at(-1)).toBe('all');
});

test('what a server refuses is spelled another way: without order, without size, with the bare category', () => {
  const [first] = planOf('generic', 'p 1');
  const filter =
    'patient=p%201&category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fobservation-category%7Cvital-signs';
  expect(first?.queryVariants).toEqual([
    `${filter}&_count=1000&_sort=-date`,
    `${filter}&_count=1000`,
    filter,
    'patient=p%201&category=vital-signs',
  ]);
  expect(planOf('generic').at(-1)?.queryVariants.at(-1)).toBe('patient=p1');
});

test('Epic gets no unknown category, no search without one and no order', () => {
  const plan = planOf('epic');
  expect(plan.map(({ name }) => name)).toEqual(['vital-signs', 'laboratory', 'social-history']);
  expect(plan.flatMap(({ queryVariants }) => queryVariants).some((one) => one.includes('_sort'))).toBe(false);
});

test.each(['epic', 'oracle', 'meditech'] as const)('%s is never asked to sort', (vendor) => {
  const queryVariants = planOf(vendor).flatMap((search) => search.queryVariants);
  expect(queryVariants.some((one) => one.includes('_sort'))).toBe(false);
});

test('the largest page that each is known to give is asked for', () => {
  const size = (vendor: Site['vendor']) =>
    new URLSearchParams(planOf(vendor)[0]?.queryVariants.at(-3)).get('_count');
  expect((['generic', 'epic', 'oracle', 'meditech'] as const).map(size)).toEqual([
    '1000',
    '1000',
    '200',
    '1000',
  ]);
});

test('where a category is required, there is no search without one (decision 17)', () => {
  for (const vendor of ['epic', 'meditech'] as const)
    for (const { name, queryVariants } of planOf(vendor)) {
      expect(name).not.toBe('all');
      expect(queryVariants.every((one) => one.includes('category='))).toBe(true);
    }
  expect(planOf('oracle').at(-1)?.name).toBe('all');
});
