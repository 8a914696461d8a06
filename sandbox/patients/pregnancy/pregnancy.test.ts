import { expect, test } from 'vitest';
import { resourcesOfType } from '../testRecord.ts';
import { pregnancy } from './pregnancy.ts';

const observations = pregnancy.resources().filter((resource) => resource.resourceType === 'Observation');
const coded = (code: string) => observations.filter((each) => each.code.coding?.[0]?.code === code);

test('haemoglobin is sent with the range of a pregnancy, and only 10.6 and 10.9 are low', () => {
  const hemoglobin = coded('718-7');
  expect(new Set(hemoglobin.map((each) => each.referenceRange?.[0]?.low?.value))).toEqual(new Set([11]));
  const low = hemoglobin.filter((each) => each.interpretation?.[0]?.coding?.[0]?.code === 'L');
  expect(low.map((each) => each.valueQuantity?.value)).toEqual([10.6, 10.9]);
});

test('the heart rate of the fetus has a code of its own and is twice hers', () => {
  const [hers, fetal] = ['8867-4', '55283-6'].map((code) =>
    coded(code).map((each) => each.valueQuantity?.value ?? 0),
  );
  expect(Math.max(...(hers ?? []))).toBeLessThan(Math.min(...(fetal ?? [])));
});

test('the screening with 50 g was too high; the test with 100 g was not', () => {
  const flags = ['1504-0', '1501-6', '1514-9', '1530-5'].map(
    (code) => coded(code)[0]?.interpretation?.[0]?.coding?.[0]?.code,
  );
  expect(flags).toEqual(['H', undefined, undefined, undefined]);
});

test('the dipstick goes from negative over a trace to 1+, in words', () => {
  const words = coded('20454-5').map((each) => each.valueString);
  expect([words[0], words.at(-1), new Set(words).size]).toEqual(['negative', '1+', 3]);
});

test('she has been pregnant since 10 March, and four ultrasounds are told in words', () => {
  const [first] = resourcesOfType(pregnancy.resources(), 'Condition');
  expect(first).toMatchObject({ code: { text: 'Pregnancy' }, onsetDateTime: '2026-03-10' });
  const reports = resourcesOfType(pregnancy.resources(), 'DiagnosticReport');
  expect(reports.filter(({ conclusion }) => conclusion)).toHaveLength(4);
});
