import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventTime } from '../events/careEvent.ts';
import { careEventOf, type CareEventReading } from '../events/careEvents.ts';
import { courseChanges } from './courseChanges.ts';
import { coursesOf } from './courses.ts';
import { eventContext, dosage, medication, mg, RXNORM } from '../../testing/eventsFromFhirFixture.ts';
import { medicationStepOf, type MedicationStep, type MedicationStepReading } from './medicationSteps.ts';
import { withText } from '../../testing/fullResultFixture.ts';
import { foundInherited, INHERITED_NAMES } from '../../testing/mangledJson/inheritedNames.ts';
import { mangledJson } from '../../testing/mangledJson/mangledJson.ts';

const subject = { reference: 'Patient/p1' };
const concept = (code: string) => ({
  coding: [{ system: 'urn:x', code, display: 'As sent' }],
  text: 'As sent',
});
const period = { start: '2026-03-03T08:00:00Z', end: '2026-03-04' };
const asNeeded = {
  ...dosage(5),
  asNeededCodeableConcept: concept('a'),
  route: concept('iv'),
  text: 'As sent',
};
const rate = { rateRatio: { numerator: mg(100, 'mL'), denominator: mg(1, 'h') } };

const SHAPES: readonly object[] = [
  {
    resourceType: 'Encounter',
    status: 'finished',
    class: { code: 'AMB' },
    type: [concept('a')],
    period,
    serviceProvider: { display: 'x' },
    reasonCode: [concept('r')],
  },
  {
    resourceType: 'Procedure',
    status: 'completed',
    code: concept('a'),
    performedPeriod: period,
    bodySite: [concept('b')],
    note: [{ text: 'x' }],
  },
  {
    resourceType: 'Procedure',
    status: 'not-done',
    code: concept('a'),
    performedAge: { value: 9, unit: 'a' },
    modifierExtension: [{ url: 'x' }],
  },
  {
    resourceType: 'Condition',
    clinicalStatus: concept('active'),
    verificationStatus: concept('refuted'),
    code: concept('a'),
    onsetPeriod: period,
    abatementAge: { value: 9 },
  },
  {
    resourceType: 'Condition',
    clinicalStatus: concept('resolved'),
    code: concept('a'),
    recordedDate: '2026',
    abatementDateTime: '2026-04',
    severity: concept('s'),
  },
  {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: concept('a'),
    occurrenceDateTime: '2026-03',
    protocolApplied: [{ doseNumberPositiveInt: 2 }],
  },
  {
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: concept('a'),
    effectiveDateTime: '2026-03-03',
    conclusion: 'x',
    conclusionCode: [concept('c')],
  },
  {
    resourceType: 'DiagnosticReport',
    status: 'partial',
    presentedForm: [{ contentType: 'text/html; charset=utf-8', data: 'PGI+eDwvYj4mIzY1Ow==', title: 't' }],
  },
  medication('MedicationRequest', {
    id: 'm1',
    authoredOn: '2026-03',
    dosageInstruction: [
      dosage(25, { frequency: 2, period: 8, periodUnit: 'h', boundsPeriod: period, when: ['MORN', 'EVE'] }),
    ],
  }),
  medication('MedicationRequest', {
    id: 'm2',
    status: 'stopped',
    intent: 'plan',
    dosageInstruction: [asNeeded, dosage(5)],
    dispenseRequest: { validityPeriod: period },
  }),
  medication('MedicationRequest', {
    id: 'm3',
    doNotPerform: true,
    dosageInstruction: [{ doseAndRate: [rate] }],
  }),
  medication('MedicationStatement', {
    id: 'm4',
    effectivePeriod: period,
    dosage: [dosage(25)],
    contained: [{ resourceType: 'Medication', id: 'a', code: { coding: [{ system: RXNORM, code: '1' }] } }],
    medicationCodeableConcept: undefined,
    medicationReference: { reference: '#a', display: 'x' },
  }),
  medication('MedicationAdministration', {
    id: 'm5',
    status: 'completed',
    effectiveDateTime: '2026-03-03T08:00:00Z',
    dosage: { dose: mg(5), ...rate, route: concept('iv') },
  }),
  medication('MedicationDispense', {
    id: 'm6',
    status: 'completed',
    whenHandedOver: '2026-03-03',
    quantity: mg(30),
    daysSupply: mg(30, 'd'),
  }),
  medication('MedicationRequest', {
    id: 'm7',
    intent: 'filler-order',
    basedOn: [{ reference: 'MedicationRequest/m0' }],
    priorPrescription: { reference: 'MedicationRequest/m1' },
    reportedReference: { reference: 'RelatedPerson/1' },
    dosageInstruction: [
      {
        ...dosage(5, { boundsDuration: mg(5, 'd'), timeOfDay: ['08:00:00'] }),
        sequence: 2,
        additionalInstruction: [concept('f')],
        maxDosePerPeriod: { numerator: mg(4), denominator: mg(1, 'd') },
      },
      { ...dosage(10), sequence: 1, maxDosePerAdministration: mg(4) },
    ],
  }),
  medication('MedicationAdministration', {
    id: 'm8',
    status: 'in-progress',
    request: { reference: 'MedicationRequest/m0' },
    effectiveDateTime: '2026-03-03T08:00:00Z',
    dosage: [{ rateQuantity: mg(5, 'mg/h') }],
    medicationCodeableConcept: undefined,
    medicationReference: { reference: '#mix' },
    contained: [
      { resourceType: 'Medication', id: 'mix', ingredient: [{ itemCodeableConcept: concept('i') }] },
    ],
  }),
  {
    resourceType: 'Encounter',
    status: 'in-progress',
    class: { code: 'IMP' },
    partOf: { reference: 'Encounter/e1', display: 'x' },
    period: { start: '2026-03-03' },
  },
  {
    resourceType: 'Procedure',
    status: 'completed',
    code: concept('a'),
    performedRange: { low: { value: 9, code: 'a' }, high: { value: 11, code: 'a' } },
    asserter: { reference: 'RelatedPerson/1' },
  },
].map(
  (fields) =>
    JSON.parse(
      JSON.stringify({ id: 'e1', meta: { versionId: '1' }, subject, patient: subject, ...fields }),
    ) as object,
);

const isTimeSound = (
  { startMs, precision, endMs, endPrecision, isOngoing }: EventTime,
  isNotDone: true | undefined,
): boolean =>
  Number.isNaN(startMs) === (precision === 'none') &&
  (endMs === undefined) === (endPrecision === 'none') &&
  !Number.isNaN(endMs ?? 0) &&
  !(isOngoing && (endMs !== undefined || isNotDone === true));

const isEventSound = (reading: CareEventReading): boolean =>
  reading.outcome !== 'read' ||
  (isTimeSound(reading.event, reading.event.isNotDone) && reading.event.text !== '');

function isStepSound(reading: MedicationStepReading): boolean {
  if (reading.outcome !== 'read') return true;
  const { amount, unit, isNotDone } = reading.step;
  const isAmountSound =
    amount === undefined ? unit === '' : unit !== '' && Number.isFinite(amount) && amount >= 0;
  return isTimeSound(reading.step, isNotDone) && isAmountSound && reading.medication.name !== '';
}

const arbitrary = mangledJson(SHAPES, { kept: ['resourceType', 'subject', 'patient'], maxSwaps: 4 });

test('no resource makes the reading throw, and what is read keeps its promises', () => {
  fc.assert(
    fc.property(arbitrary, (resource) => {
      const [event, step] = [careEventOf(resource, eventContext), medicationStepOf(resource, eventContext)];
      expect(isEventSound(event)).toBe(true);
      expect(isStepSound(step)).toBe(true);
      // Each type is read by one of the two.
      expect([event.outcome, step.outcome]).toContain('unreadable');
    }),
    { numRuns: 1000 },
  );
});

test.each(INHERITED_NAMES)('a text that reads %s finds nothing in a table', (name) => {
  const found = SHAPES.flatMap((shape) =>
    Array.from({ length: withText(shape, -1, '').count }, (_, at) => {
      const { value } = withText(shape, at, name);
      return foundInherited([careEventOf(value, eventContext), medicationStepOf(value, eventContext)]) ?? [];
    }).flat(),
  );
  expect(found).toEqual([]);
});

test('any JSON at all is left out or read, and never thrown over', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...SHAPES), (value, shape) => {
      for (const one of [value, { ...shape, ...(typeof value === 'object' ? value : {}) }]) {
        expect(isEventSound(careEventOf(one, eventContext))).toBe(true);
        expect(isStepSound(medicationStepOf(one, eventContext))).toBe(true);
      }
    }),
  );
});

test('courses and their changes do not depend on the order of arrival, and have one unit each', () => {
  const stepsOf = (resources: readonly object[]): MedicationStep[] =>
    resources.flatMap((resource, i) => {
      const reading = medicationStepOf({ ...resource, id: `m${i}` }, eventContext);
      return reading.outcome === 'read' ? [reading] : [];
    });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 8 }), (resources) => {
      const steps = stepsOf(resources);
      const courses = coursesOf(steps);
      expect(coursesOf(steps.toReversed())).toEqual(courses);
      for (const course of courses) {
        expect(
          new Set(course.steps.flatMap(({ amount, unit }) => (amount === undefined ? [] : [unit]))).size,
        ).toBeLessThanOrEqual(1);
        for (const { atMs } of courseChanges(course)) expect(Number.isFinite(atMs)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
