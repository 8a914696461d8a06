import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './patientCatalogs.ts';

// A unit that is a word is said in the language of the page, so no file but one says a unit to a patient as clinicians read it (decision 54).

const FILES = sourceFiles(/^screens\/myResults\/.*\.tsx?$/).filter((file) => !file.includes('.test.'));
const CLINICIANS = /\b(?:unitText|sentUnitText|originalText|titleWithUnit|spokenUnit)\b(?=[,\s}])/;
const usesUnits = (file: string): boolean =>
  CLINICIANS.test(
    [...readFileSync(join('src', file), 'utf8').matchAll(/^import [^;]+;/gm)]
      .map(([text]) => text)
      .join('\n'),
  );

test('one file takes the units of results, and every other takes them from it', () => {
  expect(FILES.length).toBeGreaterThan(80);
  expect(FILES.filter(usesUnits)).toEqual(['screens/myResults/units/patientUnits.ts']);
});
