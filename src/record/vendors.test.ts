import { expect, test } from 'vitest';
import type { Session } from '../smart/session/session.ts';
import { siteSchema } from '../smart/site/siteSchema.ts';
import { patientContextOf } from './patientContext.ts';
import { OUTCOME_CODE_SYSTEMS, vendorOf, VENDORS_OMITTING_REFRESH_GRANT } from './vendors.ts';

const VENDORS = siteSchema.entries.vendor.wrapped.options;

test('every vendor of the site file has a row, and a name of its own', () => {
  const names = VENDORS.map((vendor) => vendorOf({ vendor }).name);
  expect(new Set(names).size).toBe(VENDORS.length);
});

test('every vendor reads vital signs and laboratory first, in pages of at least one resource', () => {
  for (const vendor of VENDORS) {
    const { observationCategories, pageSize } = vendorOf({ vendor });
    expect(observationCategories.slice(0, 2)).toEqual(['vital-signs', 'laboratory']);
    expect(new Set(observationCategories).size).toBe(observationCategories.length);
    expect(pageSize).toBeGreaterThan(0);
  }
});

test('rule 34: preliminary values are hidden for Oracle Health alone', () => {
  const hiding = VENDORS.filter((vendor) => {
    const session = { patientId: 'p1', iss: 'https://fhir.general.example/r4', site: { vendor } };
    return patientContextOf(session as Session).hidePreliminary;
  });
  expect(hiding).toEqual(['oracle']);
});

test('Bundle.total counts matches on a generic server alone', () => {
  expect(VENDORS.filter((vendor) => vendorOf({ vendor }).isTotalOfMatches)).toEqual(['generic']);
});

test('a vendor is read by windows of time only where it searches without category, sorts, counts its matches, and answers many searches at once', () => {
  // Whether the windows brought every result is told by the number of matches. They are asked for at once and beside other searches.
  const readByDate = VENDORS.map((vendor) => vendorOf({ vendor })).filter(({ isReadByDate }) => isReadByDate);
  expect(readByDate.length).toBeGreaterThan(0);
  for (const vendor of readByDate)
    expect(vendor).toMatchObject({
      isCategoryOptional: true,
      isSortSupported: true,
      isTotalOfMatches: true,
      answersManyAtOnce: true,
    });
});

test('the vendors that renew tokens unannounced are named as they are on the screen', () => {
  expect(VENDORS_OMITTING_REFRESH_GRANT).toEqual(['Oracle Health']);
});

test('no two vendors claim the same code system', () => {
  const system = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';
  expect(OUTCOME_CODE_SYSTEMS.filter((one) => one.system.test(system))).toHaveLength(1);
});
