/** What the words or the flags of a result say of its part, its germ or its conditions decides its line, or is said beside it (rule 18). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const seriesOf = (results: readonly object[]) =>
  readRecord(results.map((fields, i) => observation({ id: `o${i}`, ...fields }))).series;

const named = (code: string, unit: string, text: string, fields: object = {}) => ({
  code: { ...loinc(code), text },
  valueQuantity: ucum(7, unit),
  ...fields,
});
const inWords = (text: string, fields: object = {}) => ({
  code: { text },
  valueQuantity: ucum(7.2, '[pH]'),
  ...fields,
});

describe('the artery and the vein of a cord are two series', () => {
  test.each([
    ['Nabelschnur pH arteriell', 'Nabelschnur pH venös'],
    ['pH Nabelschnurarterie', 'pH Nabelschnurvene'],
    ['Nabelarterien-pH', 'Nabelvenen-pH'],
    ['NA-pH', 'NV-pH'],
    ['NApH', 'NVpH'],
    ['Umbilical artery pH', 'Umbilical vein pH'],
    ['pH cord blood arterial', 'pH cord blood venous'],
    ['pH arteria umbilical', 'pH vena umbilical'],
    ['pH cordón arterial', 'pH cordón venoso'],
  ])('%s, %s', (artery, vein) => {
    expect(seriesOf([artery, vein].map((text) => inWords(text)))).toHaveLength(2);
    const ids = seriesOf([artery, vein].map((text) => named('2744-1', '[pH]', text))).map(({ id }) => id);
    expect(ids.join(' ')).toMatch(/^ph-art~cord artery\b.* ph-art~cord vein\b/);
  });

  test.each(['arteriell', 'arterial'])('where the specimen says cord, and the code says %s', (word) => {
    const specimen = { specimen: { display: 'Nabelschnurblut' } };
    const ids = seriesOf([inWords(`pH ${word}`, specimen), inWords('pH venös', specimen)]).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('a code of the artery of a cord is at home there, and with the words of a vein it is not', () => {
    const idsOf = (text: string) => seriesOf([named('28646-8', '[pH]', text)]).map(({ id }) => id);
    expect(idsOf('pH cord blood')).toEqual(['ph-cord-a']);
    expect(idsOf('NA-pH')).toEqual(['ph-cord-a']);
    expect(idsOf('NV-pH')).not.toEqual(['ph-cord-a']);
  });
});

describe('bands are a part of the neutrophils', () => {
  const idsOf = (text: string) =>
    seriesOf([named('770-8', '%', 'Neutrophils'), named('770-8', '%', text)]).map(({ id }) => id);

  test.each(['Neutrophils, Bands', 'Neutrophils Bands', 'Neutrophils Band Form', 'Stabkernige Neutrophile'])(
    '%s are bands',
    (text) => expect(idsOf(text)).toHaveLength(2),
  );

  test.each([
    'Neutrophils (Bands + Segs)',
    'Neutrophils, Segs and Bands',
    'Neutrophils with bands',
    'Neutrophils plus bands',
    'Neutrophils + Bands',
    'Neutrophils & Bands',
    'Neutrophils w/ bands',
    'Neutrophile mit Stabkernigen',
    'Neutrófilos con cayados',
  ])('%s are all neutrophils', (text) => expect(idsOf(text)).toHaveLength(1));
});

describe('a susceptibility beside another flag is one all the same', () => {
  const code = (one: string) => ({ coding: [{ system: V3, code: one }] });
  test.each([
    ['[R, A]', [code('R'), code('A')]],
    ['[A, R]', [code('A'), code('R')]],
    ['[S, N]', [code('S'), code('N')]],
    ['one concept with two codes', [{ coding: [...code('R').coding, ...code('A').coding] }]],
    ['in words', [{ text: 'Resistant' }, { text: 'Abnormal' }]],
  ])('%s', (_, interpretation) => {
    const level = named('20578-1', 'ug/mL', 'Vancomycin');
    const ids = seriesOf([level, { ...level, interpretation }]).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids.some((id) => id.endsWith('~susceptibility'))).toBe(true);
  });

  test.each([
    ['a high level', [code('H')]],
    ['a critical level', [code('HH'), code('A')]],
    ['in words', [{ text: 'High' }]],
  ])('%s is none', (_, interpretation) => {
    const level = named('20578-1', 'ug/mL', 'Vancomycin');
    expect(seriesOf([level, { ...level, interpretation }])).toHaveLength(1);
  });
});

describe('what the words of a code say of how it was taken is marked as its own code would be', () => {
  const marksOf = (code: string, unit: string, text: string) =>
    seriesOf([named(code, unit, text)])[0]?.rows.map(({ kind }) => kind.mark);

  test.each([
    ['2345-7', 'mg/dL', 'Glucose, fasting', 'fasting'],
    ['2345-7', 'mg/dL', 'Glukose nüchtern', 'fasting'],
    ['2345-7', 'mg/dL', 'Glucosa en ayunas', 'fasting'],
    ['2571-8', 'mg/dL', 'Triglycerides fasting', 'fasting'],
    ['20448-7', 'u[IU]/mL', 'Insulin, fasting', 'fasting'],
    ['2345-7', 'mg/dL', 'Glucose, random', 'not fasting'],
    ['2345-7', 'mg/dL', 'Glucose, non-fasting', 'not fasting'],
    ['2571-8', 'mg/dL', 'Triglyceride, nicht nüchtern', 'not fasting'],
    ['777-3', '10*3/uL', 'Platelets, manual count', 'manual count'],
    ['770-8', '%', 'Neutrophils manual diff', 'manual count'],
  ])('%s in %s: %s', (code, unit, text, mark) => expect(marksOf(code, unit, text)).toEqual([mark]));

  test.each([
    ['2345-7', 'mg/dL', 'Glucose'],
    ['777-3', '10*3/uL', 'Platelets, automated count'],
    ['2823-3', 'mmol/L', 'Potassium, random'],
    ['8480-6', 'mm[Hg]', 'Systolic, manual'],
    ['2888-6', 'mg/dL', 'Protein, random urine'],
    ['2345-7', 'mg/dL', 'Glucose (fasting status unknown)'],
    ['2345-7', 'mg/dL', 'Glucose, fasting or random'],
    ['2345-7', 'mg/dL', 'Glucose, random or fasting?'],
  ])('%s in %s: %s has none', (code, unit, text) => expect(marksOf(code, unit, text)).toEqual(['']));

  test('two hours after a meal is a series of its own', () => {
    const ids = seriesOf([
      named('2345-7', 'mg/dL', 'Glucose'),
      named('2345-7', 'mg/dL', 'Glucose, post prandial 2h'),
      named('2345-7', 'mg/dL', 'Glucose 2h PP'),
    ]).map(({ id }) => id);
    expect(ids).toHaveLength(2);
  });
});

describe('a part without a code is named after its panel, as the newest result spells it', () => {
  const panel = (text: string, effectiveDateTime: string, value: number) => ({
    code: { text },
    effectiveDateTime,
    valueQuantity: undefined,
    component: [{ code: {}, valueQuantity: ucum(value, 'mm') }],
  });
  const nameOf = (...panels: readonly object[]) => seriesOf(panels).map(({ name }) => name);

  test('whichever came first', () => {
    const older = panel('Left Ventricle', '2026-01-02T03:04:05Z', 40);
    const newer = panel('left ventricle', '2026-02-02T03:04:05Z', 42);
    expect(nameOf(older, newer)).toEqual(['Unnamed result, left ventricle']);
    expect(nameOf(newer, older)).toEqual(['Unnamed result, left ventricle']);
  });

  test('of two at one moment always the same, also without an id or a value', () => {
    const at = '2026-01-02T03:04:05Z';
    const [one, other] = ['Left Ventricle', 'left ventricle'].map((text) => ({
      ...panel(text, at, 40),
      id: undefined,
      status: 'cancelled',
    }));
    expect(nameOf(other!, one!)).toEqual(nameOf(one!, other!));
  });
});
