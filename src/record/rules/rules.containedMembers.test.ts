import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, read, readRows } from '../../clinical/observation/observationFixture.ts';

const potassium = (id: string, value: number, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  code: loinc('2823-3'),
  valueQuantity: quantity(value, 'mmol/L'),
  ...more,
});
const panel = (contained: readonly object[], more: object = {}) =>
  read({
    code: { text: 'Electrolytes' },
    contained,
    hasMember: contained.map((_, i) => ({ reference: `#m${i}` })),
    ...more,
  });
const valuesOf = (...sent: Parameters<typeof panel>) =>
  readRows(panel(...sent)).flatMap(({ kind, value, effective }) =>
    kind.seriesId === 'k' ? [`${value} ${effective} ${kind.flag}`.trim()] : [],
  );

test('the members that lie inside of a panel are results, with the status and time of the panel', () => {
  const flag = { interpretation: [{ coding: [{ code: 'HH' }] }] };
  expect(valuesOf([potassium('m0', 7.2, flag), potassium('m1', 4.2)])).toEqual([
    '7.2 2026-01-02T18:30:00Z HH',
    '4.2 2026-01-02T18:30:00Z',
  ]);
  expect(readRows(panel([potassium('m0', 7.2)])).map(({ id }) => id)).toEqual(['o1', 'o1']);
});

test('what a member says of its time, status and subject counts for it', () => {
  const effectivePeriod = { end: '2026-01-01T08:00:00Z' };
  expect(valuesOf([potassium('m0', 7.2, { effectivePeriod })])).toEqual(['7.2 /2026-01-01T08:00:00Z']);
  for (const more of [
    { status: 'entered-in-error' },
    { subject: { reference: 'Patient/p2' } },
    { resourceType: 'Specimen' },
  ])
    expect(valuesOf([potassium('m0', 7.2, more)])).toEqual([]);
  expect(panel([potassium('m0', 7.2)], { status: 'entered-in-error' }).outcome).toBe('withdrawn');
});

test('a member that names itself, or one that is not there, ends', () => {
  const own = { hasMember: [{ reference: '#m0' }] };
  expect(valuesOf([potassium('m0', 7.2, own)])).toHaveLength(1);
  expect(valuesOf([], { hasMember: [{ reference: '#m9' }, { reference: 'Observation/o2' }, {}] })).toEqual(
    [],
  );
});

test('what holds for the panel as a whole holds for its members', () => {
  const listed = (more: object) =>
    readRows(panel([potassium('m0', 4.2)], more)).flatMap(({ kind }) =>
      kind.component === '' && kind.reason === 'panel' ? [] : [kind.reason],
    );
  expect(listed({})).toEqual(['']);
  expect(listed({ focus: [{ reference: 'Patient/fetus' }] })).toContain('another-subject');
  expect(listed({ modifierExtension: [{ url: 'https://ehr.example/not' }] })).toContain('modifier');
});

test('a member that is named twice is one result', () => {
  const twice = { hasMember: [{ reference: '#m0' }, { reference: '#m0' }] };
  expect(valuesOf([potassium('m0', 4.2)], twice)).toHaveLength(1);
});
