import { expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { wholesOf } from './partOfEncounter.ts';

const encounter = (id: string, start: string | undefined, end?: string, more: object = {}) =>
  careEventFrom('Encounter', {
    id,
    status: 'finished',
    class: { code: 'IMP' },
    period: { start, end },
    ...more,
  });
const partOf = (id: string) => ({ partOf: { reference: `Encounter/${id}` } });

const hospital = encounter('hospital', '2026-03-01T08:00:00Z', '2026-03-10T08:00:00Z');
const ward = encounter('ward', '2026-03-05T08:00:00Z', '2026-03-08T08:00:00Z', partOf('hospital'));
const bed = encounter('bed', '2026-03-05T08:00:00Z', undefined, partOf('ward'));

test('an encounter says that it is part of another one, with its name where that was sent', () => {
  expect(ward).toMatchObject({ partOfId: 'hospital', note: 'Part of another encounter' });
  const named = encounter('e', '2026-03-05', '2026-03-06', { partOf: { display: 'Stay on 4 West' } });
  expect(named.note).toBe('Part of: Stay on 4 West');
  expect(named).not.toHaveProperty('partOfId');
  expect(hospital).not.toHaveProperty('partOfId');
});

test('a part of a part is part of the whole', () => {
  expect([...wholesOf([bed, ward, hospital])].map(([id, whole]) => [id, whole.id])).toEqual([
    ['bed', 'hospital'],
    ['ward', 'hospital'],
  ]);
});

test('what is part of nothing that is dated and known stands alone', () => {
  expect(wholesOf([ward]).size).toBe(0);
  expect(wholesOf([ward, encounter('hospital', undefined)]).size).toBe(0);
  const circle = [
    encounter('a', '2026-03-01', '2026-03-02', partOf('b')),
    encounter('b', '2026-03-01', '2026-03-02', partOf('a')),
    encounter('c', '2026-03-01', '2026-03-02', partOf('c')),
  ];
  expect(wholesOf(circle).size).toBe(0);
});

test.each([
  ['hospitalization', { text: 'Expired' }, 'Discharge: Expired'],
  [
    'hospitalization',
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/discharge-disposition',
          code: 'exp',
          display: 'Expired',
        },
      ],
    },
    'Discharge: Expired',
  ],
  ['admission', { text: 'Skilled nursing facility' }, 'Discharge: Skilled nursing facility'],
])('an encounter says how it ended, in %s', (name, dischargeDisposition, told) => {
  const period = { start: '2026-11-01T08:00:00Z', end: '2026-11-03T08:00:00Z' };
  const stay = careEventFrom('Encounter', {
    status: 'finished',
    class: { code: 'IMP' },
    period,
    [name]: { dischargeDisposition },
  });
  expect(stay.note).toBe(told);
});
