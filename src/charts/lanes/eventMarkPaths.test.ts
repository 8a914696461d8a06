import { expect, test } from 'vitest';
import { isHospitalStay } from '../../clinical/change/sinceChoices.ts';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { isDrawnAsBar } from './eventMarkPaths.ts';

// https://terminology.hl7.org/ValueSet-v3-ActEncounterCode.html
test.each([
  ['IMP', true],
  ['ACUTE', true],
  ['NONAC', true],
  ['OBSENC', true],
  ['EMER', true],
  ['SS', true],
  ['imp', true],
  ['AMB', false],
  ['VR', false],
  ['HH', false],
  ['FLD', false],
  ['PRENC', false],
  ['', false],
])('an encounter of class "%s" is a stay on the axis and in "since": %s', (encounterClass, isStay) => {
  const event = madeCareEvent('Encounter', 'Visit', '2026-11-12T14:10:00Z', { encounterClass });
  expect(isDrawnAsBar(event)).toBe(isStay);
  expect(isHospitalStay(event)).toBe(isStay);
});
