import { expect, test } from 'vitest';
import { child } from '../patients/child/child.ts';
import { icu } from '../patients/icu/icu.ts';
import { stories } from '../patients/stories.ts';
import { VENDOR_BEHAVIOURS, recodeStories } from './vendorBehaviours.ts';
import { comparableValues } from './testVendor.ts';
import { VENDORS } from './vendor.ts';

test.each(VENDORS)('%s: a story whose writing matters is served as it is written', (vendor) => {
  const [story] = recodeStories([{ ...child, isNeverRecoded: true }], VENDOR_BEHAVIOURS[vendor]);
  expect(story?.resources()).toEqual(child.resources());
});

const LISTED = stories.filter(({ isOnDemand }) => !isOnDemand);
const RETOLD = (['epic', 'oracle'] as const).flatMap((vendor) => LISTED.map((story) => ({ vendor, story })));

test.each(RETOLD)(
  '$vendor: $story.id keeps its values, times and statuses',
  { timeout: 20_000 },
  ({ vendor, story }) => {
    const [retold] = recodeStories([story], VENDOR_BEHAVIOURS[vendor]);
    expect(comparableValues(retold?.resources() ?? [])).toEqual(comparableValues(story.resources()));
  },
);

test('meditech: a newborn weighed in grams stays in grams, and a child in kilograms is in grams too', () => {
  const [story] = recodeStories([child], VENDOR_BEHAVIOURS.meditech);
  const weights = (story?.resources() ?? [])
    .filter((resource) => resource.resourceType === 'Observation')
    .filter(({ code }) => code.coding?.some((coding) => coding.code === '29463-7'))
    .map(({ id, valueQuantity }) => [id, valueQuantity?.value, valueQuantity?.unit]);
  expect(weights).toContainEqual(['child-weightG-201708142355', 3340, 'g']);
  expect(weights).toContainEqual(['child-weight-202608191015', 28_900, 'g']);
});

test('oracle: nobody in bed is measured sitting, and a bladder is no mouth', { timeout: 20_000 }, () => {
  const [story] = recodeStories([icu], VENDOR_BEHAVIOURS.oracle);
  const text = JSON.stringify(story?.resources());
  expect(text).not.toContain('69000-8');
  expect(text).not.toContain('8331-1');
});
