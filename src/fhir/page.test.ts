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

test('where a list of one came as that one, it is read; what is no entry is passed on to be counted', () => {
  const resource = { resourceType: 'Observation', id: 'o1' };
  const page = { resourceType: 'Bundle', entry: { resource }, link: { relation: 'next', url: 'page-2' } };
  expect(pageFromBundle(page, 'Observation')).toMatchObject({ entries: [resource], next: 'page-2' });
  expect(pageFromBundle({ entry: 'none' }, 'Observation').entries).toEqual([undefined]);
  for (const entry of [undefined, null, []])
    expect(pageFromBundle({ entry, link: null }, 'Observation')).toMatchObject({
      entries: [],
      next: undefined,
    });
});

// A gateway that answers a batch puts each answer into an entry, and one that writes types of its own changes their letters.
test.each([
  ['an answer inside of an answer', { resourceType: 'Bundle', entry: [{ resource: result }] }],
  ['the type in other letters', { ...result, resourceType: 'observation' }],
])('%s is passed on as what cannot be read, so that nobody is told that there is nothing', (_, resource) => {
  expect(pageFromBundle(bundle({ resource, search: { mode: 'match' } }), 'Observation')).toMatchObject({
    entries: [resource],
    shortfalls: ['unreadable'],
  });
});
