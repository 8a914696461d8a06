import { expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { encounterClassOf } from './encounterClass.ts';

const LOCAL = 'urn:oid:1.2.3.4';

test.each([
  ['Inpatient', 'IMP'],
  ['inpatient hospital', 'IMP'],
  ['In-patient', 'IMP'],
  ['Stationär', 'IMP'],
  ['vollstationär', 'IMP'],
  ['Hospitalización', 'IMP'],
  ['Emergency', 'EMER'],
  ['Notfall', 'EMER'],
  ['Urgencias', 'EMER'],
  ['Outpatient', 'AMB'],
  ['Ambulant', 'AMB'],
  ['teilstationär', '13'],
  ['vorstationär', '13'],
  ['Pre-admission, inpatient', '13'],
  ['Support', '13'],
  ['Ambulanz', 'AMB'],
  ['Ambulance transport', '13'],
  ['Ambulancia', '13'],
  ['Emergency admission', '13'],
  ['Emergency inpatient', '13'],
  ['Emergency department', 'EMER'],
])('a class of the hospital’s own that is called "%s" is %s', (display, code) => {
  expect(encounterClassOf({ system: LOCAL, code: '13', display })).toEqual({ code, name: display });
});

test.each([
  [{ code: 'IMP', display: 'Outpatient' }, 'IMP'],
  [{ code: 'amb', display: 'Inpatient' }, 'amb'],
  [[{ coding: [{ system: LOCAL, code: '4' }, { code: 'EMER' }] }], 'EMER'],
  [[{ text: 'Inpatient' }], 'IMP'],
  [{ code: '4' }, '4'],
  [undefined, ''],
  ['IMP', ''],
])('the class of %j is %s: a code of HL7 counts before words, in R5 too', (sent, code) => {
  expect(encounterClassOf(sent).code).toBe(code);
});

test('a stay under a code of the hospital’s own is a stay, with the name that was sent', () => {
  const event = careEventFrom('Encounter', {
    status: 'finished',
    class: { system: LOCAL, code: '13', display: 'Inpatient' },
  });
  expect([event.encounterClass, event.text]).toEqual(['IMP', 'Inpatient']);
});
