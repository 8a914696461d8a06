import { expect, test } from 'vitest';
import { empty } from './empty.ts';
import { healthy } from './healthy.ts';
import { kidney } from './kidney/kidney.ts';
import type { PatientStory } from './story.ts';
import { topUpStory } from './topUp.ts';

const observationsOf = (story: PatientStory) =>
  story.resources().filter((resource) => resource.resourceType === 'Observation');

test('a story topped up to 100,000 has exactly that many Observations, each with its own id', () => {
  const observations = observationsOf(topUpStory(kidney, 100_000));
  expect(observations).toHaveLength(100_000);
  expect(new Set(observations.map((each) => each.id)).size).toBe(100_000);
});

test('topping up twice gives the same results, and one story is made only once', () => {
  const story = topUpStory(kidney, 100_000);
  expect(topUpStory(kidney, 100_000).resources()).toEqual(story.resources());
  expect(story.resources()).toBe(story.resources());
}, 60_000);

test('the own results stay as they are, and the further ones lie within their time', () => {
  const resources = kidney.resources();
  const topped = topUpStory(kidney, 5_000).resources();
  expect(topped.slice(0, resources.length)).toEqual(resources);
  const times = observationsOf(topUpStory(kidney, 5_000)).map((each) =>
    Date.parse(each.effectiveDateTime ?? ''),
  );
  expect(Math.min(...times)).toBeGreaterThanOrEqual(Date.parse('2014-12-03T00:00:00Z'));
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse('2026-11-24T23:59:00Z'));
});

test('further creatinine follows the patient, not the average', () => {
  const creatinine = observationsOf(topUpStory(kidney, 10_000))
    .filter((each) => each.id?.includes('creat') && each.id.includes('further'))
    .map((each) => each.valueQuantity?.value ?? 0);
  expect(creatinine[0]).toBeLessThan(1.1);
  expect(creatinine.at(-1)).toBeGreaterThan(2.1);
});

test.each([healthy, empty])('a person with few or no results can be topped up too ($id)', (story) => {
  expect(observationsOf(topUpStory(story, 1_000))).toHaveLength(1_000);
});

test('a count below the own results is refused', () => {
  expect(() => topUpStory(kidney, 3).resources()).toThrow('already has 741');
});
