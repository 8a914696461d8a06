import { expect, test } from 'vitest';
import { healthy } from './healthy.ts';

test('of four results one is known to the day only and one has no range', () => {
  const observations = healthy.resources().filter((resource) => resource.resourceType === 'Observation');
  expect(observations).toHaveLength(4);
  expect(observations.filter((each) => each.effectiveDateTime?.length === 10)).toHaveLength(1);
  expect(observations.filter((each) => !each.referenceRange)).toHaveLength(1);
});
