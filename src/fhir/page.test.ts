import { expect, test } from 'vitest';
import { pageFromBundle } from './page.ts';

const result = { resourceType: 'Observation', id: '1' };
const bundle = (...entry: object[]) => ({ resourceType: 'Bundle', entry });

test.each([
  ['matches', bundle({ resource: result, search: { mode: 'match' } }, { resource: result }), false],
  ['a member that the server included', bundle({ resource: result, search: { mode: 'include' } }), true],
  [
    'another type that it included',
    bundle({ resource: { resourceType: 'Provenance' }, search: { mode: 'include' } }),
    false,
  ],
  ['nothing', { resourceType: 'Bundle' }, false],
])('a page says whether it holds results that match nothing: %s', (_, page, hasIncluded) => {
  expect(pageFromBundle(page, 'Observation').hasIncluded).toBe(hasIncluded);
});
