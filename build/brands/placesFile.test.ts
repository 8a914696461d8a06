// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { knownSites, PLACES } from '../../src/smart/site/places.ts';
import type { Site } from '../../src/smart/site/site.ts';
import { siteOf } from '../../src/testing/sessionFixture.ts';
import { HOST_FILES } from '../hosts/hostFormats.ts';
import { headerTable } from '../hosts/headerTable.ts';
import { metaPolicy, policyHeaders, sentHeaders } from '../policy.ts';
import { isInPlacesFile, placesFile } from './placesFile.ts';

afterEach(() => {
  document.head.replaceChildren();
});

const listed = (count: number): Site[] =>
  Array.from({ length: count }, (_, i) =>
    siteOf({
      id: `brand-${String(i).padStart(16, '0')}`,
      label: `Care ${i}`,
      iss: `https://fhir-${i}.care.example/r4`,
      authOrigins: [`https://fhir-${i}.care.example`],
      launch: ['standalone'],
      frameAncestors: [],
      brands: [{ name: `Care ${i}`, places: ['Madison, WI'], aliases: [], portal: '' }],
    }),
  );

test('the page reads each site of the list as the build made it, behind those of the site file', () => {
  const sites = listed(3);
  const own = siteOf();
  for (const [id, content] of [
    ['sites', [own]],
    [PLACES, placesFile(sites)],
  ] as const) {
    const element = document.createElement('data');
    element.id = id;
    element.textContent = JSON.stringify(content);
    document.head.append(element);
  }
  expect(knownSites()).toEqual([own, ...sites]);
  expect(sites.every(isInPlacesFile)).toBe(true);
  expect(isInPlacesFile(own)).toBe(false);
});

test('10,000 sites take less than 3 MB, which compress well', () => {
  expect(JSON.stringify(placesFile(listed(10_000))).length).toBeLessThan(3_000_000);
});

test('where the servers are too many for a header, it says https alone, and the page itself names each', () => {
  const sites = listed(500);
  const sent = sentHeaders(sites, [])['Content-Security-Policy'] ?? '';
  expect(sent).toContain("connect-src 'self' https:;");
  expect(sent).toContain("form-action 'self' https:;");
  expect(sent).toContain("frame-ancestors 'self'");
  expect(sent.length).toBeLessThan(700);
  const own = metaPolicy(policyHeaders(sites, []));
  for (const { iss } of sites) expect(own).toContain(new URL(iss).origin);
  expect(own).not.toContain(' https: ');
});

test('every host gets a file then, and few servers stand in the header itself', () => {
  const table = headerTable(listed(500), [], 'off');
  for (const write of Object.values(HOST_FILES)) expect(write(table)).toBeDefined();
  expect(sentHeaders(listed(3), [])).toEqual(policyHeaders(listed(3), []));
});
