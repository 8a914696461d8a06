import { expect, test } from 'vitest';
import { launchParameter } from './launchQuery.ts';

test.each([
  ['?iss=https%3A%2F%2Ffhir.example%2Fr4&launch=a%2Bb%2Fc%3D%3D', 'a+b/c=='],
  ['?iss=https://fhir.example/r4&launch=a+b/c==', 'a+b/c=='],
  ['?launch=a%20b', 'a b'],
  ['?launch=', ''],
  ['?iss=https://fhir.example/r4', ''],
  ['', ''],
  ['?launch=one&launch=one', 'one'],
  ['?launch=one&launch=two', undefined],
  ['?LAUNCH=one', ''],
])('the launch of %s is "%s"', (search, launch) => {
  expect(launchParameter(search, 'launch')).toBe(launch);
});

test.each([
  ['?iss=https%3A%2F%2Ffhir.example%2Fr4%2F', 'https://fhir.example/r4/'],
  ['?launch=x&iss=https://fhir.example/r4//', 'https://fhir.example/r4//'],
  ['?iss=https://fhir.example/r4&iss=https://evil.example/r4', undefined],
])('the issuer of %s is "%s"', (search, iss) => {
  expect(launchParameter(search, 'iss')).toBe(iss);
});
