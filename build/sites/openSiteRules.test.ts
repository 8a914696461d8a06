import { describe, expect, test } from 'vitest';
import { checkedSites } from './siteFile.ts';

describe('a site without a sign-in', () => {
  const open = { id: 'open', label: 'Open', iss: 'http://localhost:8080/fhir', clientId: 'none', open: true };
  const checked = (...sites: object[]): unknown => checkedSites({ sites }, 'sites.json');

  test.each(['http://localhost:8080/fhir', 'http://127.0.0.1/fhir', 'https://127.0.0.1:8443/fhir'])(
    'may be on this machine: %s',
    (iss) => {
      expect(checked({ ...open, iss })).toHaveLength(1);
    },
  );

  test.each(['https://hapi.example/r4', 'https://localhost.example/r4', 'https://127.0.0.1.example/r4'])(
    'stops the build on any other host: %s',
    (iss) => {
      expect(() => checked({ ...open, iss })).toThrow('/sites/0/open is for test data on this machine alone');
    },
  );

  test('stops the build for whatever lies below a prefix', () => {
    expect(() => checked({ ...open, issPrefix: true })).toThrow('/sites/0/open is for one server');
  });

  test('stops the build beside a site with one, whose page would say that there is none', () => {
    const other = { ...open, id: 'other', iss: 'http://localhost:9090/fhir', open: false };
    expect(() => checked(open, other)).toThrow('/sites/1/open differs from /sites/0/open');
    expect(() => checked(other, open)).toThrow('/sites/1/open differs from /sites/0/open');
  });

  test('allows no launch, whatever the file says', () => {
    const [site] = checkedSites({ sites: [{ ...open, launch: ['ehr', 'standalone'] }] }, 'sites.json');
    expect(site?.launch).toEqual([]);
  });

  test('cannot come from a brands bundle', () => {
    expect(() =>
      checkedSites({ sites: [], brands: { clientId: 'x', hosts: ['*'], open: true } }, 'sites.json'),
    ).toThrow('(open)');
  });
});
