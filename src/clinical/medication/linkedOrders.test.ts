import { expect, test } from 'vitest';
import {
  changesIn,
  courseFrom,
  dosage,
  medicationStepFrom,
  order,
} from '../../testing/eventsFromFhirFixture.ts';
import { coursesOf } from './courses.ts';
import { deduplicatedSteps } from './deduplicatedSteps.ts';
import { medicationTexts } from './medication.messages.ts';

const replacing = (id: string, more: object = {}) => ({
  priorPrescription: { reference: `MedicationRequest/${id}` },
  ...more,
});
const first = order('a', '2026-03-01', undefined, 5);

test('an order that goes on ends where the order that replaces it begins, which is one dose and not two', () => {
  const second = order('b', '2026-06-01', undefined, 10, replacing('a'));
  expect(changesIn(first, second)).toEqual(['+ 5 mg/day 2026-03-01', '↑ 10 mg/day 2026-06-01, was 5 mg/day']);
  const [replaced] = courseFrom(first, second).steps;
  expect(replaced).toMatchObject({ isOngoing: false, endMs: Date.UTC(2026, 5, 1), endPrecision: 'day' });
  expect(replaced?.note).toContain(medicationTexts('replaced'));
});

test('an order that was sent without an id is replaced and filled by none that names no order', () => {
  const unnamed = order('', '2026-03-01', undefined, 5);
  const others = [order('b', '2026-06-01', undefined, 10), order('c', '2026-06-01', undefined, 5)];
  for (const one of others) {
    const steps = courseFrom(unnamed, one).steps;
    expect(steps.map(({ isOngoing, isFilling, note }) => [isOngoing, isFilling, note])).toEqual([
      [true, undefined, undefined],
      [true, undefined, undefined],
    ]);
  }
  const ofAnotherDrug = order('d', '2026-06-01', undefined, 10, {
    medicationCodeableConcept: { text: 'Losartan' },
  });
  expect(coursesOf([unnamed, ofAnotherDrug]).map(({ steps }) => steps[0]?.isOngoing)).toEqual([true, true]);
});

test('an order is replaced by an order for another strength under another code', () => {
  const second = order('b', '2026-06-01', undefined, 10, {
    ...replacing('a'),
    medicationCodeableConcept: { text: 'Carvedilol 10 mg' },
  });
  expect(coursesOf([second, first]).map(({ steps }) => steps.map(({ isOngoing }) => isOngoing))).toEqual([
    [false],
    [true],
  ]);
});

test.each([
  ['an order that was never in force', replacing('a', { status: 'cancelled' }), '2026-06-01'],
  ['a draft', replacing('a', { status: 'draft' }), '2026-06-01'],
  ['an order that begins after the record was read', replacing('a'), '2027-06-01'],
  ['an order from before', replacing('a'), '2026-01-01'],
  [
    'an order of another server',
    { priorPrescription: { reference: 'https://other.example/r4/MedicationRequest/a' } },
    '2026-06-01',
  ],
  ['an order that is not in the record', replacing('z'), '2026-06-01'],
  ['itself', replacing('b'), '2026-06-01'],
])('an order goes on beside %s', (_, more, start) => {
  const { steps } = courseFrom(first, order('b', start, undefined, 10, more));
  expect(steps.find(({ id }) => id === 'a')?.isOngoing).toBe(true);
});

test('of two orders that replace each other both go on', () => {
  const { steps } = courseFrom(
    order('a', '2026-03-01', undefined, 5, replacing('b')),
    order('b', '2026-03-01', undefined, 10, replacing('a')),
  );
  expect(steps.map(({ isOngoing }) => isOngoing)).toEqual([true, true]);
});

const filling = (intent: string, value: number, unit: string) =>
  order('f', '2026-03-01', undefined, value, {
    intent,
    basedOn: [{ reference: 'CarePlan/1' }, { reference: 'https://ehr.example/r4/MedicationRequest/a' }],
    dosageInstruction: [dosage(value, { frequency: 1, period: 1, periodUnit: 'd' }, unit)],
  });

test.each([
  ['filler-order', 5, 'mg'],
  ['filler-order', 1, 'tablet'],
  ['instance-order', 5, 'mg'],
])('an order that fills another one is no second dose: %s of %d %s', (intent, value, unit) => {
  const filler = filling(intent, value, unit);
  expect(changesIn(first, filler)).toEqual(['+ 5 mg/day 2026-03-01']);
  const { steps } = courseFrom(first, filler);
  expect(deduplicatedSteps(steps).map(({ id }) => id)).toEqual(['a']);
  expect(steps.find(({ id }) => id === 'f')?.note).toContain(medicationTexts('filling'));
});

test.each([
  ['an order of its own', 'order', 5],
  ['another dose', 'filler-order', 10],
])('%s stands beside the order that it names', (_, intent, value) => {
  const { steps } = courseFrom(first, filling(intent, value, 'mg'));
  expect(deduplicatedSteps(steps).map(({ id }) => id)).toEqual(['a', 'f']);
});

test('an order that fills one which was cancelled stands alone', () => {
  const cancelled = order('a', '2026-03-01', undefined, 5, { status: 'cancelled' });
  expect(changesIn(cancelled, filling('filler-order', 5, 'mg'))).toEqual(['+ 5 mg/day 2026-03-01']);
});

const rate = (id: string, clock: string, value: number, more: object = {}) =>
  medicationStepFrom('MedicationAdministration', {
    id,
    status: 'in-progress',
    request: { reference: 'MedicationRequest/pump' },
    effectiveDateTime: `2026-11-24T${clock}:00Z`,
    dosage: { rateQuantity: { value, unit: 'mL/h' } },
    ...more,
  });

test('a rate ends where the next rate for the same order begins, so that three rates do not run at once', () => {
  const { steps } = courseFrom(rate('c', '10:00', 0), rate('a', '08:00', 5), rate('b', '09:00', 7));
  expect(steps.map(({ id, isOngoing, endMs }) => [id, isOngoing, endMs])).toEqual([
    ['a', false, Date.UTC(2026, 10, 24, 9)],
    ['b', false, Date.UTC(2026, 10, 24, 10)],
    ['c', true, undefined],
  ]);
});

test('rates of one moment both end where the next one begins, whatever came first', () => {
  const all = [rate('c', '10:00', 0), rate('a', '08:00', 5), rate('b', '08:00', 7)];
  for (const sent of [all, all.toReversed()])
    expect(courseFrom(...sent).steps.map(({ id, isOngoing }) => [id, isOngoing])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ]);
});

test('of two orders that replace one, the earlier one ends it, whatever came first', () => {
  const later = [
    order('b', '2026-06-01', undefined, 10, replacing('a')),
    order('c', '2026-08-01', undefined, 20, replacing('a')),
  ];
  for (const sent of [later, later.toReversed()])
    expect(courseFrom(first, ...sent).steps[0]?.endMs).toBe(Date.UTC(2026, 5, 1));
});

test.each([
  ['of two orders', { request: { reference: 'MedicationRequest/other' } }],
  ['without an order', { request: undefined }],
  ['of one moment', { effectiveDateTime: '2026-11-24T08:00:00Z' }],
])('two rates %s run side by side', (_, more) => {
  const { steps } = courseFrom(rate('a', '08:00', 5), rate('b', '09:00', 7, more));
  expect(steps.map(({ isOngoing }) => isOngoing)).toEqual([true, true]);
});

test.each([
  ['is on hold', { status: 'on-hold' }],
  ['says not to give the medication', { status: 'active', doNotPerform: true }],
  ['has no known status', { status: 'unknown' }],
])('an order that %s ends where the order that replaces it begins, also on the same day', (_, more) => {
  const held = order('a', '2026-06-01', undefined, 5, more);
  for (const day of ['2026-06-01', '2026-06-20']) {
    const [one] = courseFrom(held, order('b', day, undefined, 5, replacing('a'))).steps;
    expect(one).toMatchObject({ id: 'a', endMs: Date.parse(day), endPrecision: 'day' });
  }
  const draft = order('b', '2026-06-20', undefined, 5, replacing('a', { status: 'draft' }));
  expect(courseFrom(held, draft).steps[0]?.endMs).toBeUndefined();
});
