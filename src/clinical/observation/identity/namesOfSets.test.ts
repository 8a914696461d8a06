import { describe, expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { quantity, read, readRow, readRows } from '../observationFixture.ts';

const SITE = 'urn:example:tests';

const kindOf = (code: object) => readRow({ code, valueQuantity: quantity(140, 'mmol/L') }).kind;

/** These are the sets of studies by which laboratories sort their results, and which some send as the code of a result. */
const SETS = [
  ['18716-1', 'Allergy studies (set)'],
  ['18717-9', 'Blood bank studies (set)'],
  ['18718-7', 'Cell marker studies (set)'],
  ['18719-5', 'Chemistry studies (set)'],
  ['18720-3', 'Coagulation studies (set)'],
  ['18721-1', 'Therapeutic drug monitoring studies (set)'],
  ['18722-9', 'Fertility studies (set)'],
  ['18723-7', 'Hematology studies (set)'],
  ['18724-5', 'HLA studies (set)'],
  ['18725-2', 'Microbiology studies (set)'],
  ['18727-8', 'Serology studies (set)'],
  ['18728-6', 'Toxicology studies (set)'],
  ['18729-4', 'Urinalysis studies (set)'],
  ['18767-4', 'Blood gas studies (set)'],
  ['18768-2', 'Cell counts+Differential studies (set)'],
  ['18769-0', 'Microbial susceptibility tests (set)'],
  ['26435-8', 'Molecular pathology studies (set)'],
  ['26436-6', 'Laboratory studies (set)'],
  ['26437-4', 'Chemistry challenge studies (set)'],
  ['26438-2', 'Cytology studies (set)'],
  ['26441-6', 'Cardiology studies (set)'],
  ['27898-6', 'Pathology studies (set)'],
] as const;

describe.each(SETS)('%s, %s', (code, display) => {
  test('names no test, so that its number is listed', () => {
    const listed = { drawing: 'listed', reason: 'two-measures' };
    expect(kindOf({ coding: [{ system: LOINC, code, display }] })).toMatchObject(listed);
    expect(kindOf({ coding: [{ system: LOINC, code }] })).toMatchObject(listed);
    expect(kindOf({ coding: [{ system: LOINC, code, display }], text: display })).toMatchObject(listed);
    expect(kindOf({ coding: [{ system: LOINC, code }], text: display.replace(' (set)', '') })).toMatchObject(
      code === '18769-0' ? {} : listed,
    );
  });
});

/** The names of these say where or how it was measured, which tells the results of a test apart. */
const SAYS_MORE: ReadonlySet<string> = new Set(['18729-4', '18767-4', '18769-0', '26437-4']);

describe.each(SETS.filter(([code]) => !SAYS_MORE.has(code)))('%s, %s', (code, display) => {
  test('beside the name of a test is that test, and no line joins two of them', () => {
    const [sodium, chloride] = ['Sodium', 'Chloride'].map((text) =>
      kindOf({ coding: [{ system: LOINC, code, display }], text }),
    );
    expect(sodium).toMatchObject({ seriesId: 'text:sodium', drawing: 'line' });
    expect(chloride).toMatchObject({ seriesId: 'text:chloride', drawing: 'line' });
  });

  test('beside the code of a test is that test', () => {
    const coding = { system: LOINC, code, display };
    expect(kindOf({ coding: [coding, { system: LOINC, code: '2951-2' }] })).toMatchObject({
      seriesId: 'na',
      drawing: 'line',
    });
    expect(kindOf({ coding: [coding, { system: SITE, code: 'NA', display: 'Sodium' }] })).toMatchObject({
      seriesId: `${SITE}|NA`,
      drawing: 'line',
    });
  });
});

test.each([
  ['18729-4', 'Urinalysis studies (set)', 'na~specimen urine, unlike its code'],
  ['18767-4', 'Blood gas studies (set)', 'na-bld'],
  ['26437-4', 'Chemistry challenge studies (set)', 'na~after a stimulus'],
])('%s, %s, beside sodium of serum says what the code of sodium leaves open', (code, display, seriesId) => {
  const coding = [
    { system: LOINC, code, display },
    { system: LOINC, code: '2951-2' },
  ];
  expect(kindOf({ coding })).toMatchObject({ seriesId, drawing: 'line' });
});

test.each([
  ['8716-3', 'Vital signs'],
  ['85353-1', 'Vital signs panel'],
  ['85354-9', 'Blood pressure panel with all children optional'],
  ['24321-2', 'Basic metabolic panel'],
])('the number of %s, %s, may be of any of its tests and is listed', (code, display) => {
  const listed = { drawing: 'listed', reason: 'two-measures' };
  expect(kindOf({ coding: [{ system: LOINC, code, display }] })).toMatchObject(listed);
  expect(kindOf({ coding: [{ system: LOINC, code }] })).toMatchObject(listed);
  expect(kindOf({ coding: [{ system: LOINC, code, display }], text: 'Foot pulse' })).toMatchObject({
    seriesId: 'text:foot pulse',
    drawing: 'line',
  });
});

test.each([
  ['44249-1', 'PHQ-9 quick depression assessment panel'],
  ['69737-5', 'Generalized anxiety disorder 7 item (GAD-7)'],
  ['72109-2', 'Alcohol Use Disorder Identification Test - Consumption [AUDIT-C]'],
  ['96789-3', 'Sequential Organ Failure Assessment SOFA'],
])('the number of a questionnaire or score, %s, %s, is its total and is drawn', (code, display) => {
  const { kind } = readRow({
    code: { coding: [{ system: LOINC, code, display }] },
    valueQuantity: quantity(12, '{score}'),
  });
  expect(kind).toMatchObject({ drawing: 'line', reason: '' });
});

test('the parts of a set are drawn by their own codes, and the set itself adds nothing', () => {
  const rows = readRows(
    read({
      code: { coding: [{ system: LOINC, code: '18719-5', display: 'Chemistry studies (set)' }] },
      component: [
        { code: { coding: [{ system: LOINC, code: '2951-2' }] }, valueQuantity: quantity(140, 'mmol/L') },
        { code: { coding: [{ system: LOINC, code: '2823-3' }] }, valueQuantity: quantity(4.1, 'mmol/L') },
      ],
    }),
  );
  expect(rows.map(({ kind }) => [kind.seriesId, kind.drawing])).toEqual([
    ['na', 'line'],
    ['k', 'line'],
  ]);
});

test('the words of a set without a number stay words', () => {
  const code = { coding: [{ system: LOINC, code: '18725-2', display: 'Microbiology studies (set)' }] };
  expect(readRow({ code, valueString: 'No growth' }).kind).toMatchObject({
    drawing: 'listed',
    reason: 'text',
  });
});
