import type { Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { kidney } from './kidney.ts';

const observations = kidney.resources().filter((resource) => resource.resourceType === 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const onDay = (code: string, day: string): readonly Observation[] =>
  coded(code).filter((each) => each.effectiveDateTime?.startsWith(day));
const upperLimitOfPotassium = (day: string): number | undefined =>
  onDay('2823-3', day)[0]?.referenceRange?.[0]?.high?.value;
const flagOf = (each: Observation | undefined): string | undefined =>
  each?.interpretation?.[0]?.coding?.[0]?.code;

test('the account of the record is 720 to draw, 19 to list and 2 withdrawn', () => {
  const withdrawn = observations.filter((each) => each.status === 'entered-in-error');
  const listed = observations.filter((each) => !each.valueQuantity && !each.component);
  expect([observations.length - withdrawn.length - listed.length, listed.length, withdrawn.length]).toEqual([
    720, 19, 2,
  ]);
});

test('each eGFR formula ends before the next begins', () => {
  const spans = ['33914-3', '62238-1', '98979-8'].map((code) => {
    const days = coded(code)
      .map((each) => each.effectiveDateTime?.slice(0, 10) ?? '')
      .toSorted();
    return [days.length, days[0], days.at(-1)];
  });
  expect(spans).toEqual([
    [4, '2014-12-03', '2015-12-09'],
    [12, '2016-05-11', '2021-11-10'],
    [23, '2022-03-16', '2026-11-12'],
  ]);
});

test('eGFR is ">60" under the first formula, and 30 and low at the last', () => {
  expect(coded('33914-3').map((each) => each.valueQuantity?.comparator)).toEqual(['>', '>', '>', '>']);
  const last = onDay('98979-8', '2026-11-12')[0];
  expect([last?.valueQuantity?.value, flagOf(last)]).toEqual([30, 'L']);
});

test('potassium rises under spironolactone, and the last is preliminary', () => {
  const rise = coded('2823-3').filter((each) => (each.effectiveDateTime ?? '') >= '2026-10-20');
  expect(rise.map((each) => [each.valueQuantity?.value, flagOf(each), each.status])).toEqual([
    [4.9, undefined, 'final'],
    [5.4, 'H', 'final'],
    [5.8, 'H', 'final'],
    [5.3, 'H', 'preliminary'],
  ]);
});

test('the upper limit of potassium changes with the new laboratory', () => {
  expect([upperLimitOfPotassium('2021-11-10'), upperLimitOfPotassium('2022-03-16')]).toEqual([5.1, 5]);
});

test('urine albumin has limits, a result outside its range without a flag, a corrected one and a text', () => {
  const albumin = coded('9318-7');
  expect(albumin.filter((each) => each.valueQuantity?.comparator === '<')).toHaveLength(2);
  expect(flagOf(onDay('9318-7', '2020-02-12')[0])).toBeUndefined();
  expect(onDay('9318-7', '2023-06-14')[0]).toMatchObject({ status: 'corrected', meta: { versionId: '2' } });
  expect(onDay('9318-7', '2026-01-14')[0]?.valueString).toBe('specimen insufficient');
});

test('a visit at eight in the morning is sent with the offset of its season', () => {
  expect(onDay('2160-0', '2014-12-03')[0]?.effectiveDateTime).toBe('2014-12-03T08:05:00-06:00');
  expect(onDay('2160-0', '2015-06-24')[0]?.effectiveDateTime).toBe('2015-06-24T08:10:00-05:00');
});

test('a lower blood pressure that was not heard is sent with a reason', () => {
  const diastolic = onDay('85354-9', '2019-04-10')[0]?.component?.[1];
  expect(diastolic?.valueQuantity).toBeUndefined();
  expect(diastolic?.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
});

test('spironolactone is one stopped prescription from 20 Oct to 13 Nov 2026', () => {
  const prescriptions = kidney
    .resources()
    .filter((resource) => resource.resourceType === 'MedicationRequest');
  const [spironolactone, ...others] = prescriptions.filter((each) => each.id?.includes('spironolactone'));
  expect(others).toEqual([]);
  expect(spironolactone).toMatchObject({
    status: 'stopped',
    dispenseRequest: { validityPeriod: { start: '2026-10-20', end: '2026-11-13' } },
  });
});
