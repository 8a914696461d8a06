import { expect, test } from 'vitest';
import { changesIn, courseOf, dosage, mg, order, takenOf } from './eventFixture.ts';
import { coursesOf } from './courses.ts';

test('stretches of one medication are one course, oldest first and undated last, whatever their order', () => {
  const undated = takenOf('MedicationRequest', { id: 'u', status: 'completed' });
  const steps = [
    undated,
    order('b', '2026-04-01', undefined, 50),
    order('a', '2026-03-01', '2026-04-01', 25),
  ];
  for (const one of [steps, steps.toReversed()])
    expect(courseOf(...one).steps.map(({ id }) => id)).toEqual(['a', 'b', 'u']);
});

test('courses stand by their first stretch; another medication is another course', () => {
  const other = takenOf('MedicationRequest', {
    id: 'o',
    medicationCodeableConcept: { text: 'Digoxin' },
    authoredOn: '2025-01-01',
  });
  expect(coursesOf([order('a', '2026-03-01', undefined, 25), other]).map(({ name }) => name)).toEqual([
    'Digoxin',
    'Carvedilol',
  ]);
});

test('amounts of one course have one unit: another one keeps its words and has no amount', () => {
  const weekly = order('w', '2026-05-01', undefined, 100, {
    dosageInstruction: [dosage(100, { frequency: 1, period: 1, periodUnit: 'wk' })],
  });
  const { steps } = courseOf(
    order('a', '2026-03-01', '2026-04-01', 25),
    order('b', '2026-04-01', '2026-05-01', 50),
    weekly,
  );
  expect(steps.map(({ amount, unit }) => [amount, unit])).toEqual([
    [25, 'mg/d'],
    [50, 'mg/d'],
    [undefined, ''],
  ]);
  expect(steps.at(-1)).toMatchObject({ doseText: '100 mg weekly', shortDose: '100 mg/wk' });
});

test('the unit of the orders stands, however many single doses were given', () => {
  const doses = ['1', '2', '3'].map((id) =>
    takenOf('MedicationAdministration', {
      id,
      status: 'completed',
      effectiveDateTime: `2026-03-0${id}T08:00:00Z`,
      dosage: { dose: mg(25) },
    }),
  );
  const { steps } = courseOf(order('a', '2026-03-01', undefined, 25), ...doses);
  expect(steps.map(({ amount }) => amount)).toEqual([25, undefined, undefined, undefined]);
});

test('a course begins, rises, falls and stops', () => {
  expect(
    changesIn(
      order('a', '2026-03-01', '2026-04-01', 25),
      order('b', '2026-04-01', '2026-05-01', 50),
      order('c', '2026-05-01', '2026-06-01', 12.5),
    ),
  ).toEqual(['+ 25 mg/d 2026-03-01', '↑ 50 mg/d 2026-04-01', '↓ 12.5 mg/d 2026-05-01', '− 2026-06-01']);
});

test('the same dose ordered again is no change; after a pause it is stopped and begun', () => {
  expect(
    changesIn(order('a', '2026-03-01', '2026-04-01', 25), order('b', '2026-04-02', undefined, 25)),
  ).toEqual(['+ 25 mg/d 2026-03-01']);
  expect(
    changesIn(order('a', '2026-03-01', '2026-04-01', 25), order('b', '2026-04-20', undefined, 25)),
  ).toEqual(['+ 25 mg/d 2026-03-01', '− 2026-04-01', '+ 25 mg/d 2026-04-20']);
});

test('a pause of hours counts where the clock is known', () => {
  const infusion = (id: string, start: string, end: string) =>
    takenOf('MedicationAdministration', {
      id,
      status: 'completed',
      effectivePeriod: { start: `2026-03-01T${start}:00Z`, end: `2026-03-01T${end}:00Z` },
      dosage: { rateQuantity: mg(0.1, 'ug/kg/min') },
    });
  expect(
    changesIn(infusion('a', '08:00', '10:00'), infusion('b', '16:00', '18:00')).map(([sign]) => sign),
  ).toEqual(['+', '−', '+', '−']);
  expect(
    changesIn(infusion('a', '08:00', '10:00'), infusion('b', '10:05', '18:00')).map(([sign]) => sign),
  ).toEqual(['+', '−']);
});

test('two doses at the same time may add up: that is another dose, neither higher nor lower', () => {
  expect(changesIn(order('a', '2026-03-01', undefined, 25), order('b', '2026-04-01', undefined, 50))).toEqual(
    ['+ 25 mg/d 2026-03-01', '= 50 mg/d 2026-04-01'],
  );
  expect(
    changesIn(order('a', '2026-03-01', '2026-06-01', 25), order('b', '2026-04-01', '2026-05-01', 50)).at(-1),
  ).toBe('− 2026-06-01');
});

test('a course that goes on is not stopped by the end of a second order beside it', () => {
  const changes = changesIn(
    order('a', '2026-03-01', undefined, 25),
    order('b', '2026-04-01', '2026-05-01', 50),
  );
  expect(changes).toEqual(['+ 25 mg/d 2026-03-01', '= 50 mg/d 2026-04-01']);
});

test('orders that begin together are told once, with all their doses', () => {
  expect(
    changesIn(order('a', '2026-03-01', '2026-05-01', 10), order('b', '2026-03-01', '2026-06-01', 5)),
  ).toEqual(['+ 10 mg/d + 5 mg/d 2026-03-01', '− 2026-06-01']);
  const unsaid = order('b', '2026-03-01', undefined, 5, { dosageInstruction: [{ text: 'As told' }] });
  expect(changesIn(order('a', '2026-03-01', undefined, 10), unsaid)).toEqual(['+ 2026-03-01']);
});

test('an end that is not known is never called stopped', () => {
  const open = { dispenseRequest: { validityPeriod: { start: '2026-03-01' } }, status: 'completed' };
  expect(changesIn(order('a', '', undefined, 25, open))).toEqual(['+ 25 mg/d 2026-03-01']);
  expect(changesIn(order('a', '', undefined, 25, open), order('b', '2026-09-01', undefined, 50))).toEqual([
    '+ 25 mg/d 2026-03-01',
    '↑ 50 mg/d 2026-09-01',
  ]);
});

test('a dose that cannot be compared changes without a direction', () => {
  const asNeeded = { dosageInstruction: [{ ...dosage(50), asNeededBoolean: true }] };
  expect(
    changesIn(
      order('a', '2026-03-01', '2026-04-01', 25),
      order('b', '2026-04-01', undefined, 50, asNeeded),
    ).at(-1),
  ).toBe('= 50 mg as needed 2026-04-01');
});

test('what was never given, and what has no date, changes nothing', () => {
  expect(changesIn(order('a', '2026-03-01', undefined, 25, { status: 'draft' }))).toEqual([]);
  expect(changesIn(order('a', '', undefined, 25))).toEqual([]);
});

test('one change is told once, however many kinds of resources tell it', () => {
  const stated = takenOf('MedicationStatement', {
    id: 's',
    effectiveDateTime: '2026-03-05',
    dosage: [dosage(25)],
  });
  const dispensed = takenOf('MedicationDispense', {
    id: 'd',
    status: 'completed',
    whenHandedOver: '2026-03-06',
  });
  expect(changesIn(stated, dispensed, order('a', '2026-03-01', undefined, 25))).toEqual([
    '+ 25 mg/d 2026-03-01',
  ]);
  expect(changesIn(stated, dispensed)).toEqual(['+ 25 mg/d 2026-03-05']);
});

test('doses given one by one are one beginning, and no stop', () => {
  const doses = ['1', '2', '3'].map((id) =>
    takenOf('MedicationAdministration', {
      id,
      status: 'completed',
      effectiveDateTime: `2026-03-0${id}T08:00:00Z`,
      dosage: { dose: mg(id === '3' ? 50 : 25) },
    }),
  );
  expect(changesIn(...doses)).toEqual(['+ 25 mg 2026-03-01', '↑ 50 mg 2026-03-03']);
});
