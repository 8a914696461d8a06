import { expect, test } from 'vitest';
import { storiesWith } from './topUpArgument.ts';

test('one of the people has so many results, and the others are as they are', () => {
  const [before, after] = [storiesWith(undefined), storiesWith('healthy=50')];
  const counts = after.map((story, i) => (story === before[i] ? undefined : story.resources()));
  const changed = counts.filter((one) => one !== undefined);
  expect(changed).toHaveLength(1);
  expect(changed[0]?.filter(({ resourceType }) => resourceType === 'Observation')).toHaveLength(50);
});

test.each([
  ['kidney', 'a patient and a number up to 1000000'],
  ['kidney=', 'a patient and a number'],
  ['kidney=-1', 'a patient and a number'],
  ['kidney=1e5', 'a patient and a number'],
  ['kidney=100000=5', 'a patient and a number'],
  ['kidney=1000001', 'a patient and a number up to 1000000'],
  ['nobody=5', 'patients: kidney, icu'],
  ['constructor=5', 'patients: kidney, icu'],
  ['healthy=1', 'healthy has 4 results already; name a higher number'],
])('--top-up=%s is refused before anything starts', (text, why) => {
  expect(() => storiesWith(text)).toThrow(why);
});
