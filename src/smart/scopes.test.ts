import { expect, test } from 'vitest';
import { isGranted, scopesFor } from './scopes.ts';
import type { Site } from './site.ts';

const site = (scopes: Site['scopes']): Site => ({ scopes, resources: ['Encounter'] }) as unknown as Site;
const v1 = { capabilities: ['permission-v1'], scopesSupported: [] };
const v2 = { capabilities: ['permission-v1', 'permission-v2'], scopesSupported: [] };

test('row 17: an EHR launch asks for launch, a standalone one for launch/patient, never both', () => {
  expect(scopesFor(site('auto'), 'ehr', v2)).toBe(
    'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs',
  );
  expect(scopesFor(site('auto'), 'standalone', v2)).toBe(
    'launch/patient patient/Patient.r patient/Observation.rs patient/Encounter.rs',
  );
  expect(scopesFor(site(['launch', 'launch/patient', 'patient/*.read']), 'ehr', v2)).toBe(
    'launch patient/*.read',
  );
});

test('the form follows what the server speaks, unless the site says', () => {
  expect(scopesFor(site('auto'), 'ehr', v1)).toBe(
    'launch patient/Patient.read patient/Observation.read patient/Encounter.read',
  );
  expect(scopesFor(site('auto'), 'ehr', { capabilities: [], scopesSupported: [] })).toContain('.read');
  expect(scopesFor(site('auto'), 'ehr', { capabilities: [], scopesSupported: ['patient/*.rs'] })).toContain(
    'Observation.rs',
  );
  expect(scopesFor(site('v2'), 'ehr', v1)).toContain('Observation.rs');
  expect(scopesFor(site('v1'), 'ehr', v2)).toContain('Observation.read');
});

test.each([
  ['patient/Observation.read', true],
  ['patient/Observation.rs', true],
  ['patient/Observation.s', true],
  ['patient/*.cruds', true],
  ['user/Observation.*', true],
  ['patient/Observation.Read', true],
  [
    'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
    true,
  ],
  ['patient/Observation.write', false],
  ['patient/Observation.r', false],
  ['patient/Observation.sr', false],
  ['patient/Patient.read launch openid', false],
  ['', false],
])('row 42: "%s" lets results be searched: %s', (granted, expected) => {
  expect(isGranted(granted, 'Observation', 's')).toBe(expected);
});
