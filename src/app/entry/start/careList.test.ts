import { expect, test } from 'vitest';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { careListOf } from './careList.ts';

const placeOf = (id: string, places: readonly string[]) =>
  siteOf({
    id,
    iss: `https://${id}.example/r4`,
    launch: ['standalone'],
    brands: [{ name: 'Mercy Hospital', places, aliases: [], portal: '' }],
  });
const shownWhere = (...sites: ReturnType<typeof placeOf>[]): readonly string[] =>
  careListOf(sites).map(({ place }) => place.where);

test('two places of one name that differ in what their lines leave out say their servers', () => {
  const where = shownWhere(
    placeOf('north', ['Ashton', 'Birchton', 'Cedarton']),
    placeOf('south', ['Ashton', 'Birchton', 'Dogwood']),
  );
  expect(where).toEqual(['Ashton · Birchton · … · north.example', 'Ashton · Birchton · … · south.example']);
});

test('two places of one name in other towns are told apart by these', () => {
  expect(shownWhere(placeOf('north', ['Ashton']), placeOf('south', ['Birchton']))).toEqual([
    'Ashton',
    'Birchton',
  ]);
});
