import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { createRowKinds } from '../rowKinds.ts';
import { observationContextFixture, read, readRow } from '../observationFixture.ts';

const glucose = { code: { coding: [{ ...loinc('2345-7'), display: 'Glucose' }] } };
const reference = (text: string, more: object = {}) => ({ reference: text, ...more });
const side = (code: string) => ({
  code: { coding: [loinc(code)] },
  valueQuantity: { value: 80, unit: 'mmHg' },
});
const posture = (text: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
  valueCodeableConcept: { text },
});
const nested = (depth: number): unknown =>
  JSON.parse(`${'{"extension":['.repeat(depth)}{}${']}'.repeat(depth)}`);

/** Each differs from the first in one thing that says what was measured, or how. */
const OBSERVATIONS: readonly object[] = [
  {},
  { code: { ...glucose.code, text: 'Glucose, fasting' } },
  { code: { coding: [{ ...loinc('2345-7'), display: 'Potassium' }] } },
  { code: { text: 'Glucose' } },
  { code: { coding: [loinc('2823-3')] } },
  { code: [glucose.code] },
  { code: undefined },
  { method: { text: 'Glucometer' } },
  { method: { coding: [{ display: 'Self-measured' }] } },
  { category: [{ coding: [{ code: 'vital-signs' }] }] },
  { category: [{ text: 'Patient-reported' }] },
  { bodySite: { text: 'Arm' } },
  { bodySite: { text: 'Arm', coding: [{ display: 'Left arm' }] } },
  { device: { display: 'Home blood pressure monitor' } },
  { device: reference('Device/1', { display: 'Ward analyser' }) },
  { device: reference('Device/2', { display: 'Ward analyser' }) },
  { specimen: { display: 'Arterial blood' } },
  { specimen: reference('Specimen/1', { display: 'Urine' }) },
  { specimen: reference('Specimen/2', { display: 'Urine' }) },
  { specimen: reference('Specimen/2') },
  { specimen: [reference('Specimen/2', { display: 'Urine' })] },
  { specimen: reference('#s'), contained: [{ resourceType: 'Specimen', id: 's', type: { text: 'Urine' } }] },
  { specimen: reference('#s'), contained: [{ resourceType: 'Specimen', id: 's', type: { text: 'CSF' } }] },
  { specimen: reference('#s'), contained: [] },
  { extension: [posture('Standing')] },
  { extension: [posture('Supine')] },
  { extension: [{ url: 'https://ehr.example/fasting', valueBoolean: true }] },
  { extension: [nested(20_000)] },
  { extension: [posture('x'.repeat(3000))] },
  { extension: [posture(`${'x'.repeat(3000)} Standing`)] },
  { encounter: reference('Encounter/e1') },
  { encounter: reference('Encounter/e2') },
  { performer: [reference('Patient/p1')] },
  { performer: [reference('Patient/p2')] },
  { performer: [reference('Patient/p1'), reference('Practitioner/n1')] },
  { performer: [{ type: 'Organization', display: 'Harbor Clinic' }] },
  { performer: [{ display: 'Patient' }] },
  { performer: [reference('#m')], contained: [{ resourceType: 'RelatedPerson', id: 'm' }] },
  { performer: [reference('#m')], contained: [{ resourceType: 'Practitioner', id: 'm' }] },
  { performer: [reference(' #m')] },
  { focus: [reference('Patient/p2')] },
  { component: [side('8480-6'), side('8462-4')] },
  {
    component: [side('8480-6'), side('8462-4'), { code: { text: 'Body position' }, valueString: 'Standing' }],
  },
  { component: [{ ...side('8480-6'), code: { text: 'Systolic, standing' } }, side('8462-4')] },
  { interpretation: [{ text: 'hemolyzed' }] },
  { note: [{ text: 'Specimen hemolyzed.' }] },
  { hasEncounter: true, patientId: 'p2', kinds: [] },
];

test('a result is read as it is alone, whatever was read before it (rule 18)', () => {
  const kinds = createRowKinds();
  for (const [i, more] of [...OBSERVATIONS, ...OBSERVATIONS.toReversed()].entries()) {
    const sent = { ...glucose, valueQuantity: { value: 5, unit: 'mmol/L' }, ...more };
    // A list of contained resources makes it be read by itself, from all that was sent.
    const alone = read({ contained: [], ...sent }, { kinds: createRowKinds() });
    expect([i, read(sent, { kinds })]).toEqual([i, alone]);
  }
});

test('a contained specimen is that of its own result', () => {
  const kinds = createRowKinds();
  const contexts = ['Urine', 'CSF', 'Urine'].map((text) => {
    const contained = [{ resourceType: 'Specimen', id: 's', type: { text } }];
    return readRow({ ...glucose, specimen: reference('#s'), contained }, { kinds }).kind.context;
  });
  expect(contexts).toEqual(['Urine', 'CSF', 'Urine']);
});

test('a result of another record of the same browser is read for its own patient', () => {
  const sent = {
    ...glucose,
    valueQuantity: { value: 5, unit: 'mmol/L' },
    performer: [reference('Patient/p1')],
  };
  const measuredBy = (patientId: string): string => {
    const reading = read(
      { ...sent, subject: reference(`Patient/${patientId}`) },
      { ...observationContextFixture, patientId, kinds: createRowKinds() },
    );
    return reading.outcome === 'read'
      ? reading.rows.map(({ kind }) => kind.measuredBy).join()
      : reading.outcome;
  };
  expect([measuredBy('p1'), measuredBy('p2'), measuredBy('p1')]).toEqual(['person', '', 'person']);
});
