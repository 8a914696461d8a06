import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

/** 70 kg at 69 inches that were read as centimeters are 147. The highest index that was published is 204 (610 kg). */
test.each([
  [147, 'check value', 'line'],
  [204, 'check value', 'line'],
  [112, '', 'line'],
  [45, '', 'line'],
  [230, '', 'listed'],
])('a body mass index of %d that was sent has the check "%s" and is a %s', (value, check, drawing) => {
  const { kind } = readRow({ code: loinc('39156-5'), valueQuantity: quantity(value, 'kg/m2') });
  expect(kind).toMatchObject({ check, drawing });
});
