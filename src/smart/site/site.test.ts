import { expect, test } from 'vitest';
import { siteForIss, type Site } from './site.ts';

const site = (iss: string, issPrefix = false): Site => ({ id: iss, iss, issPrefix }) as Site;
const sites = [site('https://fhir.general.example/r4'), site('http://127.0.0.1:5300/sim', true)];

test.each([
  ['https://fhir.general.example/r4'],
  ['https://fhir.general.example/r4/'],
  ['https://FHIR.General.example/r4'],
  ['https://fhir.general.example:443/r4'],
  ['http://127.0.0.1:5300/sim/abc/fhir'],
])('row 3: the issuer %s is known', (iss) => {
  expect(siteForIss(sites, iss)).toBeDefined();
});

test.each([
  ['https://evil.example/r4'],
  ['http://fhir.general.example/r4'],
  ['https://fhir.general.example/r4x'],
  ['https://fhir.general.example/r4/other'],
  ['https://fhir.general.example.evil.example/r4'],
  ['https://fhir.general.example@evil.example/r4'],
  ['https://user:word@fhir.general.example/r4'],
  ['https://fhir.general.example/r4?x=1'],
  ['https://fhir.general.example/r4#x'],
  ['https://fhir.general.example:8443/r4'],
  ['https://%66hir.general.example/r4'],
  ['https://ｆhir.general.example/r4'],
  ['https://fhir。general.example/r4'],
  ['https://fh\u00ADir.general.example/r4'],
  ['https://fhir.general.example:0443/r4'],
  ['https://fhir.general.example:/r4'],
  ['http://127.1:5300/sim/abc/fhir'],
  ['http://2130706433:5300/sim/abc/fhir'],
  ['http://127.0.0.1:5300/simulated'],
  ['http://127.0.0.1:5300/sim/../other'],
  ['javascript:alert(1)'],
  ['not an address'],
  [''],
])('row 3: the issuer %s is not', (iss) => {
  expect(siteForIss(sites, iss)).toBeUndefined();
});
