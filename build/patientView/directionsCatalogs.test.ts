import { expect, test } from 'vitest';
import { needsOf, writtenCatalog } from './patientCatalogs.ts';

// One function puts an instruction together for both readers, so the texts of both must take the same values.
test('the directions of a medicine take the same values for patients and for clinicians', () => {
  const forClinicians = writtenCatalog('clinical/medication/dosage/dosage.messages.ts');
  const forPatients = writtenCatalog('screens/myResults/care/directions.messages.ts');
  const needs = ({ texts }: typeof forPatients) =>
    Object.fromEntries([...texts].map(([key, text]) => [key, needsOf(text)]));
  expect(needs(forPatients)).toEqual(needs(forClinicians));
});
