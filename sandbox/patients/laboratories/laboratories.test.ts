import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { laboratories } from './laboratories.ts';

const observations = resourcesOfType(laboratories.resources(), 'Observation');
const byId = (name: string) => observations.find(({ id }) => id === `laboratories-${name}`);
const withCode = (loinc: string) =>
  observations.filter(({ code }) => code.coding?.some((coding) => coding.code === loinc));

test('the newest hemoglobin of the past is critical and has no number', () => {
  const past = withCode('718-7').filter(({ effectiveDateTime = '' }) => effectiveDateTime < '2027');
  const newest = past.toSorted(
    (a, b) => Date.parse(b.effectiveDateTime!) - Date.parse(a.effectiveDateTime!),
  )[0];
  expect(newest).toMatchObject({ valueString: expect.stringMatching(/^5\.9 g\/dL, /) });
  expect(newest?.interpretation?.[0]?.coding?.[0]?.code).toBe('LL');
  expect(newest?.valueQuantity).toBeUndefined();
});

test('the specimen of the critical potassium was hemolyzed', () => {
  expect(byId('k-hemolyzed')).toMatchObject({
    valueQuantity: { value: 6.9 },
    contained: [{ condition: [{ coding: [{ code: 'HEM' }] }] }],
  });
});

test('urea is twice its nitrogen, and both are in mg/dL', () => {
  const urea = byId('urea')?.valueQuantity;
  const nitrogen = withCode('3094-0').at(-2)?.valueQuantity;
  expect(urea?.unit).toBe(nitrogen?.unit);
  expect(urea!.value! / nitrogen!.value!).toBeCloseTo(2.14, 0);
});

test('one pressure is sent three times: as a panel, and as two results of their own', () => {
  const [panel] = withCode('85354-9').filter(({ effectiveDateTime }) =>
    effectiveDateTime?.startsWith('2026-11-23'),
  );
  const sides = [byId('systolic-twin'), byId('diastolic-twin')];
  expect(sides.map((side) => side?.effectiveDateTime)).toEqual([
    panel?.effectiveDateTime,
    panel?.effectiveDateTime,
  ]);
  expect(panel?.component?.map(({ valueQuantity }) => valueQuantity?.value)).toEqual(
    sides.map((side) => side?.valueQuantity?.value),
  );
});

test('one result is dated before she was born, and one has not been measured yet', () => {
  expect(byId('creat-1900')?.effectiveDateTime).toMatch(/^1900/);
  expect(byId('hgb-next-year')?.effectiveDateTime).toMatch(/^2027/);
});
