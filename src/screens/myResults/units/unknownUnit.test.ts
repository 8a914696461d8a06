import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { readableUnit } from '../../../clinical/units/readableUnit.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { patientUnit } from './patientUnits.ts';
import { patientUnitsSpanish } from './patientUnits.es.messages.ts';
import { unknownUnit } from './unknownUnit.ts';

type Entry = { readonly unit: string | null };
const { vitals, labs }: { vitals: readonly Entry[]; labs: readonly Entry[] } = JSON.parse(
  readFileSync('src/clinical/catalog/loinc-catalog.json', 'utf8'),
);

afterEach(() => speakEnglish());

const inSpanish = (unit: string, value = ''): string => {
  speak('es', 'es-US', { patientUnits: patientUnitsSpanish });
  return unknownUnit(patientUnit(unit, value));
};

test.each(['spots', 'Ehrlich units', 'organisms/mL', 'grams per day', 'sachets'])(
  'the unit "%s" stays in words of a language that is not known',
  (unit) => expect(inSpanish(unit)).toBe(unit),
);

test.each([
  'mmol/L',
  'mL/min/1.73 m²',
  '10³/µL',
  'mosmol/kg',
  'mOsm/kg',
  'K/uL',
  'mIU/L',
  'degC',
  'log IU/mL',
  '%',
  '',
])('the sign "%s" is the same in every language', (unit) => expect(inSpanish(unit)).toBe(''));

test.each(['weeks', 'breaths/min', 'cells/uL', 'score', 'wbc/hpf', 'copies/mL', 'lb', 'ratio', 'per minute'])(
  'the unit "%s" is said in the language of the page',
  (unit) => expect([inSpanish(unit, '2'), inSpanish(unit, '1')]).toEqual(['', '']),
);

test('no unit of the catalog is one that nobody knows', () => {
  speak('es', 'es-US', { patientUnits: patientUnitsSpanish });
  const units = [...new Set([...vitals, ...labs].map(({ unit }) => readableUnit(unit ?? '')))];
  expect(units.length).toBeGreaterThan(60);
  expect(units.filter((unit) => unknownUnit(patientUnit(unit)) !== '')).toEqual([]);
});
