import { expect, test } from 'vitest';
import { RXNORM, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const NDC = 'http://hl7.org/fhir/sid/ndc';
const rxnorm = (display: string) => ({ system: RXNORM, code: '1', display });
const ndc = (display: string) => ({ system: NDC, code: '2', display });
const noteOf = (coding: readonly object[], text?: string) =>
  stepFrom('MedicationRequest', { medicationCodeableConcept: { coding, text } }).note ?? '';

test.each([
  [
    [rxnorm('Warfarin Sodium 5 MG Oral Tablet'), ndc('LISINOPRIL 10MG TAB')],
    undefined,
    'LISINOPRIL 10MG TAB',
  ],
  [[ndc('Lisinopril 10 mg tablet'), rxnorm('warfarin 5 mg tablet')], undefined, 'warfarin 5 mg tablet'],
  [[rxnorm('Lisinopril 10 mg tablet')], 'Warfarin 5 mg tablet', 'Lisinopril 10 mg tablet'],
])('a name that another code of a drug does not share is told: %j, "%s"', (coding, text, name) => {
  expect(noteOf(coding, text)).toContain(`Also coded as: ${name}`);
});

test.each([
  [[rxnorm('Warfarin Sodium 5 MG Oral Tablet'), ndc('WARFARIN 5MG TAB')], undefined],
  [[rxnorm('Warfarin'), { system: RXNORM, code: '3' }], undefined],
  [[rxnorm('lisinopril 10 MG Oral Tablet')], 'LISINOPRIL 10 MG PO TABS'],
  [[{ system: 'urn:local', code: 'x', display: 'Miscellaneous' }], 'Warfarin 5 mg'],
  [[rxnorm('Hydroxyzin')], 'Hydroxyzine'],
])('names that share a word are one: %j, "%s"', (coding, text) => {
  expect(noteOf(coding, text)).not.toContain('Also coded');
});
