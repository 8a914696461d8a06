import { expect, test } from 'vitest';
import { changesIn, dosage, mg, order, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';

test('a course begins, rises, falls and stops', () => {
  expect(
    changesIn(
      order('a', '2026-03-01', '2026-04-01', 25),
      order('b', '2026-04-01', '2026-05-01', 50),
      order('c', '2026-05-01', '2026-06-01', 12.5),
    ),
  ).toEqual([
    '+ 25 mg/day 2026-03-01',
    '↑ 50 mg/day 2026-04-01, was 25 mg/day',
    '↓ 12.5 mg/day 2026-05-01, was 50 mg/day',
    '− 2026-06-01, was 12.5 mg/day',
  ]);
});

test('the same dose ordered again is no change; after a pause it is stopped and begun', () => {
  expect(
    changesIn(order('a', '2026-03-01', '2026-04-01', 25), order('b', '2026-04-02', undefined, 25)),
  ).toEqual(['+ 25 mg/day 2026-03-01']);
  expect(
    changesIn(order('a', '2026-03-01', '2026-04-01', 25), order('b', '2026-04-20', undefined, 25)),
  ).toEqual(['+ 25 mg/day 2026-03-01', '− 2026-04-01, was 25 mg/day', '+ 25 mg/day 2026-04-20']);
});

test('a pause of hours counts where the clock is known', () => {
  const infusion = (id: string, start: string, end: string) =>
    medicationStepFrom('MedicationAdministration', {
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
    ['+ 25 mg/day 2026-03-01', '= 50 mg/day 2026-04-01, was 25 mg/day'],
  );
  expect(
    changesIn(order('a', '2026-03-01', '2026-06-01', 25), order('b', '2026-04-01', '2026-05-01', 50)).at(-1),
  ).toBe('− 2026-06-01, was 25 mg/day');
});

test('a course that goes on is not stopped by the end of a second order beside it, and that end is told', () => {
  const changes = changesIn(
    order('a', '2026-03-01', undefined, 25),
    order('b', '2026-04-01', '2026-05-01', 50),
  );
  expect(changes).toEqual([
    '+ 25 mg/day 2026-03-01',
    '= 50 mg/day 2026-04-01, was 25 mg/day',
    '= 25 mg/day 2026-05-01, ended 50 mg/day',
  ]);
});

const BURST = order('burst', '2026-03-01', '2026-03-06', 40);

test('a burst beside a dose that goes on begins and ends', () => {
  expect(changesIn(order('long', '2026-01-01', undefined, 5), BURST)).toEqual([
    '+ 5 mg/day 2026-01-01',
    '= 40 mg/day 2026-03-01, was 5 mg/day',
    '= 5 mg/day 2026-03-06, ended 40 mg/day',
  ]);
});

test('what comes after a burst is compared with the dose that ran until then, and so is a stop', () => {
  const long = order('long', '2026-01-01', '2026-06-01', 5);
  expect(changesIn(long, BURST, order('more', '2026-06-01', undefined, 7.5)).slice(2)).toEqual([
    '= 5 mg/day 2026-03-06, ended 40 mg/day',
    '↑ 7.5 mg/day 2026-06-01, was 5 mg/day',
  ]);
  expect(changesIn(long, BURST).at(-1)).toBe('− 2026-06-01, was 5 mg/day');
});

test('each dose of a taper beside a dose that goes on begins and ends', () => {
  const taper = [BURST, order('less', '2026-03-07', '2026-03-12', 20)];
  expect(changesIn(order('long', '2026-01-01', undefined, 5), ...taper)).toEqual([
    '+ 5 mg/day 2026-01-01',
    '= 40 mg/day 2026-03-01, was 5 mg/day',
    '= 5 mg/day 2026-03-06, ended 40 mg/day',
    '= 20 mg/day 2026-03-07, was 5 mg/day',
    '= 5 mg/day 2026-03-12, ended 20 mg/day',
  ]);
});

test('the same dose ordered again beside another one is no change, and its end is none', () => {
  const long = order('long', '2026-01-01', undefined, 5);
  expect(changesIn(long, order('again', '2026-02-01', '2026-02-10', 5))).toEqual(['+ 5 mg/day 2026-01-01']);
  expect(changesIn(long, BURST, order('again', '2026-03-07', '2026-03-12', 40)).slice(2)).toEqual([
    '= 5 mg/day 2026-03-12, ended 40 mg/day',
  ]);
});

test('an end beside a dose whose own end is not known says no dose that goes on', () => {
  const open = { dispenseRequest: { validityPeriod: { start: '2026-03-03' } }, status: 'completed' };
  expect(changesIn(BURST, order('open', '', undefined, 5, open))).toEqual([
    '+ 40 mg/day 2026-03-01',
    '= 5 mg/day 2026-03-03, was 40 mg/day',
    '= 2026-03-06, ended 40 mg/day',
  ]);
});

test('orders that begin together are told once, with all their doses; one that goes on longer is told', () => {
  expect(
    changesIn(order('a', '2026-03-01', '2026-05-01', 10), order('b', '2026-03-01', '2026-06-01', 5)),
  ).toEqual([
    '+ 10 mg/day + 5 mg/day 2026-03-01',
    '= 5 mg/day 2026-05-01, ended 10 mg/day',
    '− 2026-06-01, was 5 mg/day',
  ]);
  const unsaid = order('b', '2026-03-01', undefined, 5, { dosageInstruction: [{ text: 'As told' }] });
  expect(changesIn(order('a', '2026-03-01', undefined, 10), unsaid)).toEqual(['+ 2026-03-01']);
});

test('orders of several doses that are renewed together are no change', () => {
  const both = (id: string, start: string, end: string | undefined) => [
    order(`${id}1`, start, end, 10),
    order(`${id}2`, start, end, 5),
  ];
  expect(changesIn(...both('a', '2026-03-01', '2026-05-01'), ...both('b', '2026-05-01', undefined))).toEqual([
    '+ 10 mg/day + 5 mg/day 2026-03-01',
  ]);
  expect(
    changesIn(...both('a', '2026-03-01', '2026-05-01'), order('b', '2026-05-01', undefined, 20)).at(-1),
  ).toBe('= 20 mg/day 2026-05-01, was 10 mg/day + 5 mg/day');
});

test('an end that is not known is never called stopped', () => {
  const open = { dispenseRequest: { validityPeriod: { start: '2026-03-01' } }, status: 'completed' };
  expect(changesIn(order('a', '', undefined, 25, open))).toEqual(['+ 25 mg/day 2026-03-01']);
  expect(changesIn(order('a', '', undefined, 25, open), order('b', '2026-09-01', undefined, 50))).toEqual([
    '+ 25 mg/day 2026-03-01',
    '↑ 50 mg/day 2026-09-01, was 25 mg/day',
  ]);
});

test('a dose that cannot be compared changes without a direction', () => {
  const asNeeded = { dosageInstruction: [{ ...dosage(50), asNeededBoolean: true }] };
  expect(
    changesIn(
      order('a', '2026-03-01', '2026-04-01', 25),
      order('b', '2026-04-01', undefined, 50, asNeeded),
    ).at(-1),
  ).toBe('= 50 mg as needed 2026-04-01, was 25 mg/day');
});

test('what was never given, and what has no date, changes nothing', () => {
  expect(changesIn(order('a', '2026-03-01', undefined, 25, { status: 'draft' }))).toEqual([]);
  expect(changesIn(order('a', '', undefined, 25))).toEqual([]);
});

test('one change is told once, however many kinds of resources tell it', () => {
  const stated = medicationStepFrom('MedicationStatement', {
    id: 's',
    effectiveDateTime: '2026-03-05',
    dosage: [dosage(25)],
  });
  const dispensed = medicationStepFrom('MedicationDispense', {
    id: 'd',
    status: 'completed',
    whenHandedOver: '2026-03-06',
  });
  expect(changesIn(stated, dispensed, order('a', '2026-03-01', undefined, 25))).toEqual([
    '+ 25 mg/day 2026-03-01',
  ]);
  expect(changesIn(stated, dispensed)).toEqual(['+ 25 mg/day 2026-03-05']);
});

test('doses given one by one are one beginning, and no stop', () => {
  const doses = ['1', '2', '3'].map((id) =>
    medicationStepFrom('MedicationAdministration', {
      id,
      status: 'completed',
      effectiveDateTime: `2026-03-0${id}T08:00:00Z`,
      dosage: { dose: mg(id === '3' ? 50 : 25) },
    }),
  );
  expect(changesIn(...doses)).toEqual(['+ 25 mg 2026-03-01', '↑ 50 mg 2026-03-03, was 25 mg']);
});

test('a single dose beside an infusion changes neither what it is compared with nor its end', () => {
  const given = (id: string, more: object) =>
    medicationStepFrom('MedicationAdministration', { id, status: 'completed', ...more });
  const infusion = (id: string, start: string, end: string, rate: number) =>
    given(id, {
      effectivePeriod: { start: `2026-03-01T${start}:00Z`, end: `2026-03-01T${end}:00Z` },
      dosage: { rateQuantity: mg(rate, 'ug/kg/min') },
    });
  const bolus = (id: string, at: string) =>
    given(id, { effectiveDateTime: `2026-03-01T${at}:00Z`, dosage: { dose: mg(5) } });
  expect(
    changesIn(
      infusion('a', '08:00', '12:00', 0.1),
      bolus('b', '09:00'),
      bolus('c', '10:00'),
      infusion('d', '12:00', '16:00', 0.2),
    ),
  ).toEqual([
    '+ 0.1 ug/kg/min 2026-03-01',
    '= 5 mg 2026-03-01, was 0.1 ug/kg/min',
    '↑ 0.2 ug/kg/min 2026-03-01, was 0.1 ug/kg/min',
    '− 2026-03-01, was 0.2 ug/kg/min',
  ]);
  expect(changesIn(infusion('a', '08:00', '12:00', 0.1), bolus('b', '11:50')).at(-1)).toBe(
    '− 2026-03-01, was 0.1 ug/kg/min',
  );
  expect(changesIn(infusion('a', '08:00', '12:00', 0.1), bolus('b', '12:10'))).toEqual([
    '+ 0.1 ug/kg/min 2026-03-01',
    '− 2026-03-01, was 0.1 ug/kg/min',
    '+ 5 mg 2026-03-01',
  ]);
});

const stated = (start: string, end: string | undefined, dose: object = { dosage: [dosage(50)] }) =>
  medicationStepFrom('MedicationStatement', {
    id: 's',
    status: end === undefined ? 'active' : 'completed',
    effectivePeriod: { start, end },
    ...dose,
  });
const STAY = order('stay', '2026-11-01', '2026-11-12', 50);

test('what is still reported as taken is not stopped by the end of an order, and was begun before it', () => {
  expect(changesIn(stated('2019-05-01', undefined), STAY)).toEqual(['+ 50 mg/day 2019-05-01']);
  expect(changesIn(stated('2019-05-01', undefined), order('stay', '2026-11-01', '2026-11-12', 100))).toEqual([
    '+ 50 mg/day 2019-05-01',
    '= 100 mg/day 2026-11-01, was 50 mg/day',
    '= 50 mg/day 2026-11-12, ended 100 mg/day',
  ]);
});

test('what is reported as taken without a dose is not stopped either', () => {
  expect(changesIn(stated('2026-11-05', undefined, {}), STAY)).toEqual([
    '+ 50 mg/day 2026-11-01',
    '= 2026-11-12, ended 50 mg/day',
  ]);
});

test('a statement stops where it ends itself, and begins again what an order ended', () => {
  expect(changesIn(stated('2026-11-05', '2026-11-20'), STAY)).toEqual([
    '+ 50 mg/day 2026-11-01',
    '− 2026-11-20, was 50 mg/day',
  ]);
  expect(changesIn(stated('2026-11-20', undefined), STAY)).toEqual([
    '+ 50 mg/day 2026-11-01',
    '− 2026-11-12, was 50 mg/day',
    '+ 50 mg/day 2026-11-20',
  ]);
});

test('a statement that is over stops no order whose end is not known', () => {
  const open = order('o', '', undefined, 50, {
    dispenseRequest: { validityPeriod: { start: '2026-11-01' } },
    status: 'completed',
  });
  expect(changesIn(stated('2026-10-20', '2026-11-05'), open)).toEqual(['+ 50 mg/day 2026-10-20']);
  expect(changesIn(stated('2026-11-03', '2026-11-05'), open)).toEqual(['+ 50 mg/day 2026-11-01']);
});

test('statements that say what the orders say take no direction and no dose from a change', () => {
  const orders = [order('a', '2026-02-01', '2026-04-01', 25), order('b', '2026-04-01', undefined, 50)];
  const told = ['+ 25 mg/day 2026-02-01', '↑ 50 mg/day 2026-04-01, was 25 mg/day'];
  expect(changesIn(...orders, stated('2026-02-01', undefined))).toEqual(told);
  expect(changesIn(...orders, stated('2026-02-01', undefined, {}))).toEqual(told);
  expect(changesIn(...orders, stated('2026-02-01', '2026-04-01', { dosage: [dosage(25)] }))).toEqual(told);
});
