import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';
import { derivedSeriesOf } from './derived.ts';
import { derivedOptions } from './derivedFixture.ts';

const measured = (code: string, value: number, unit: string) =>
  observation({
    id: code,
    code: loinc(code),
    valueQuantity: ucum(value, unit),
    effectiveDateTime: '2026-03-01T08:00:00Z',
  });

test.each([
  [69, undefined],
  [17.5, undefined],
  [275, undefined],
  [120, 48.6],
  [175, 22.9],
  [213, 15.4],
])('a height of an adult of %d cm gives a body mass index of %s', (cm, expected) => {
  const { birth } = derivedOptions;
  const { series } = readRecord([measured('8302-2', cm, 'cm'), measured('29463-7', 70, 'kg')], { birth });
  const bodyMass = derivedSeriesOf('bmi~calculated', series, derivedOptions)?.series?.values[0];
  expect(bodyMass === undefined ? undefined : Math.round(bodyMass * 10) / 10).toBe(expected);
});
