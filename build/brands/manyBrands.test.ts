import { expect, test, vi } from 'vitest';
import { bundle, endpoint, organization, readBrands } from './brandFixture.ts';

test('a server with thousands of places is read with a few looks at each place, and what stands twice is left out', () => {
  const places = Array.from({ length: 2000 }, (_, i) => organization(`o${i}`, `Clinic ${i % 1900}`, ['one']));
  const looks = vi.spyOn(JSON, 'stringify');
  const { sites, report } = readBrands(bundle(endpoint('one', 'https://one.care.example/r4'), ...places));
  const count = looks.mock.calls.length;
  looks.mockRestore();
  expect(sites.map(({ brands }) => brands?.length)).toEqual([1900]);
  expect(report).toContain('left out: 100 brands that stand twice');
  expect(count).toBeLessThan(3 * places.length);
});
