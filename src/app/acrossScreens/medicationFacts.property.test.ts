/** The lists of changes of clinicians, notes and patients say the same of each drug, in whatever order its orders and doses came. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseChangesOf, isPlanned } from '../../charts/lanes/laneMoments.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { coursesOf } from '../../clinical/medication/courses.ts';
import { exportMedicationChanges } from '../../parts/export/exportMedicationChanges.ts';
import { recentMedicationChanges } from '../../parts/events/medicationText.ts';
import { createEventTable } from '../../record/events/eventTable.ts';
import { medicineChanges } from '../../screens/myResults/care/medicineChanges.ts';
import { medicinesNow } from '../../screens/myResults/care/medicinesNow.ts';
import { dosage, eventContext, medication, mg } from '../../testing/eventsFromFhirFixture.ts';
import { TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';

const TYPES = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
] as const;

const DAYS = [
  '2026-01-05',
  '2026-01-05T08:00:00Z',
  '2026-01-05T23:30:00-05:00',
  '2026-02-10',
  '2026-02',
  '2026-03-01T12:00:00+01:00',
  '2026-11-20',
  '2027-01-01',
  '1900-01-01',
  '',
];
const day = fc.constantFrom(...DAYS);
const periods = fc.tuple(day, fc.oneof(day, fc.constant(''))).map(([start, end]) => ({
  ...(start && { start }),
  ...(end && { end }),
}));

const dosages = fc.oneof(
  fc.constantFrom<object>(
    dosage(5),
    dosage(10),
    dosage(12.5, { frequency: 2, period: 1, periodUnit: 'd' }),
    dosage(1, { frequency: 1, period: 1, periodUnit: 'd' }, '{tablet}'),
    { text: '1-0-1' },
    { text: 'Take 10 mg daily' },
    { ...dosage(10), text: '5 mg daily' },
    { ...dosage(5), asNeededBoolean: true },
    { ...dosage(5), asNeededCodeableConcept: { text: 'pain' } },
    {
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseRange: { low: mg(5), high: mg(10) } }],
    },
    { doseAndRate: [{ rateQuantity: mg(5, 'mg/h') }] },
    { doseAndRate: [{ rateRatio: { numerator: mg(100), denominator: mg(2, 'h') } }] },
    {
      ...dosage(5),
      maxDosePerPeriod: { numerator: mg(20), denominator: mg(1, 'd') },
      sequence: 1,
    },
    { ...dosage(10), sequence: 2 },
  ),
  periods.map((boundsPeriod) => dosage(5, { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod })),
);

const DRUGS: readonly object[] = [
  {},
  { medicationCodeableConcept: { text: 'Carvedilol' } },
  { medicationCodeableConcept: { text: 'Carvedilol 12.5 mg tablet' } },
  { medicationCodeableConcept: { text: 'Losartan' } },
];

const references = fc.constantFrom('m0', 'm1', 'm2').map((id) => ({ reference: `MedicationRequest/${id}` }));

const resources = fc.record({
  type: fc.constantFrom(...TYPES.slice(0, 1), ...TYPES),
  id: fc.constantFrom('m0', 'm1', 'm2', 'm3', 'm4', undefined),
  meta: fc.constantFrom(
    undefined,
    { versionId: '1' },
    { versionId: '2' },
    { lastUpdated: '2026-03-01T00:00:00Z' },
  ),
  drug: fc.constantFrom(...DRUGS.slice(0, 1), ...DRUGS),
  status: fc.constantFrom(
    ...'active active active completed completed stopped on-hold cancelled draft unknown'.split(' '),
    ...'in-progress not-taken not-done entered-in-error intended'.split(' '),
  ),
  period: periods,
  at: day,
  dosages: fc.array(dosages, { maxLength: 2 }),
  more: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: references.map((priorPrescription) => ({ priorPrescription })) },
    { weight: 1, arbitrary: references.map((one) => ({ basedOn: [one] })) },
    { weight: 1, arbitrary: references.map((request) => ({ request })) },
    { weight: 1, arbitrary: fc.constant({ doNotPerform: true }) },
    { weight: 1, arbitrary: fc.constantFrom('plan', 'proposal', 'option').map((intent) => ({ intent })) },
    { weight: 1, arbitrary: fc.constant({ statusReason: { text: 'Side effects' } }) },
  ),
});

type Sent = typeof resources extends fc.Arbitrary<infer T> ? T : never;

function resourceOf({ type, id, meta, drug, status, period, at, dosages: sent, more }: Sent): object {
  const isRequest = type === 'MedicationRequest';
  return JSON.parse(
    JSON.stringify({
      ...medication(type, { id, meta, status, ...drug }),
      ...(isRequest && { intent: 'order', authoredOn: at, dispenseRequest: { validityPeriod: period } }),
      ...(type === 'MedicationDispense'
        ? { whenHandedOver: at }
        : isRequest
          ? {}
          : { effectivePeriod: period }),
      ...(type === 'MedicationAdministration'
        ? { dosage: sent[0] && { text: (sent[0] as { text?: string }).text, dose: mg(5) } }
        : { [type === 'MedicationStatement' ? 'dosage' : 'dosageInstruction']: sent }),
      ...more,
    }),
  ) as object;
}

const records = (maxLength: number) =>
  fc.array(resources, { minLength: 1, maxLength }).map((all) => all.map(resourceOf));

function coursesFrom(sent: readonly object[]): readonly MedicationCourse[] {
  return coursesOf(
    TYPES.flatMap((type) => {
      const table = createEventTable(type, () => eventContext);
      for (const one of sent)
        if ((one as { resourceType: string }).resourceType === type) table.take([one], 0);
      return table.content().steps;
    }),
  );
}

test('in whatever order orders and doses come, the courses are the same', () => {
  const shuffled = records(8).chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(coursesFrom(other)).toEqual(coursesFrom(one));
    }),
    { numRuns: 400 },
  );
});

test('the changes of clinicians, notes and patients are the same, and what has ended is not in use', () => {
  fc.assert(
    fc.property(records(6), (sent) => {
      const courses = coursesFrom(sent);
      const { inUse } = medicinesNow(courses, eventContext.nowMs, TEST_TIME_ZONE);
      for (const course of courses) {
        const changes = courseChangesOf(course, TEST_TIME_ZONE);
        const noted = exportMedicationChanges(course, TEST_TIME_ZONE, (ms) => new Date(ms).toISOString());
        const told = medicineChanges([course], TEST_TIME_ZONE);
        expect(noted.length).toBe(changes.length);
        expect(told.length).toBe(changes.length);
        expect(told.filter((one) => one.isPlanned).length).toBe(
          changes.filter((one) => isPlanned(one, TEST_TIME_ZONE)).length,
        );
        const past = changes.filter((one) => !isPlanned(one, TEST_TIME_ZONE));
        expect(recentMedicationChanges([course], Number.NEGATIVE_INFINITY, TEST_TIME_ZONE).since.length).toBe(
          changes.filter(({ sign }) => sign !== '·').length,
        );
        const isInUse = inUse.some(({ key }) => key === course.key);
        const ends = course.steps.filter(({ endMs }) => endMs === past.at(-1)?.atMs);
        // An order to stop is told in any case, also beside a report without a date.
        const isOrderedToStop = ends.some(({ status }) => status === 'stopped');
        expect(isInUse && past.at(-1)?.sign === '−' && !isOrderedToStop).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});
