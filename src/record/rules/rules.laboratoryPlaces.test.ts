/** Where a sample was taken, and the panel that a part stands in, tell results of one name apart (rule 18). */
import { describe, expect, test } from 'vitest';
import { isIdentityWords } from '../../clinical/observation/identity/identityWords.ts';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

describe('a puncture is of one side, and its tubes are filled in turn', () => {
  const at = (bodySite: string, display = 'Pleural fluid') => ({
    code: loinc('2881-1'),
    valueQuantity: ucum(3, 'g/dL'),
    specimen: { display },
    ...(bodySite !== '' && { bodySite: { text: bodySite } }),
  });
  const idsOf = (...fields: readonly object[]) =>
    readRecord(fields.map((one, i) => observation({ id: `o${i}`, ...one }))).series.map(({ id }) => id);

  test('the left and the right pleura are two courses', () => {
    expect(
      idsOf(at('Left pleural cavity'), at('Right pleural cavity'), at('', 'Pleural fluid, left')),
    ).toEqual(['fld-prot~pleural fluid, left', 'fld-prot~pleural fluid, right']);
  });

  test('the left and the right adrenal vein are two', () => {
    const cortisol = (text: string) => ({
      code: { ...loinc('2143-6'), text },
      valueQuantity: ucum(7, 'ug/dL'),
    });
    expect(
      idsOf(cortisol('Cortisol, left adrenal vein'), cortisol('Cortisol, right adrenal vein')),
    ).toHaveLength(2);
  });

  test('the first and the fourth tube of a lumbar puncture are two', () => {
    const cells = (text: string) => ({ code: { ...loinc('26454-9'), text }, valueQuantity: ucum(40, '/uL') });
    expect(idsOf(cells('RBC, CSF Tube 1'), cells('RBC, CSF Tube 4'), cells('RBC, CSF'))).toEqual([
      'csf-rbc',
      'csf-rbc~tube 1',
      'csf-rbc~tube 4',
    ]);
    expect(['tube 1', 'pleural fluid, left'].filter(isIdentityWords)).toHaveLength(2);
  });

  test('a vein has a side too, which tells nothing of its blood', () => {
    const blood = (text: string) => ({
      code: loinc('2823-3'),
      valueQuantity: ucum(4, 'mmol/L'),
      specimen: { display: 'Serum' },
      bodySite: { text },
    });
    expect(idsOf(blood('Left arm'), blood('Right arm'))).toEqual(['k']);
  });
});

describe('a part that is named by words alone belongs to its panel', () => {
  const panel = (id: string, text: string, part: string) =>
    observation({ id, code: { text }, component: [{ code: { text: part }, valueQuantity: ucum(60, 's') }] });

  test.each([
    ['ROTEM EXTEM', 'ROTEM INTEM', 'CT'],
    ['Serum Protein Electrophoresis', 'Urine Protein Electrophoresis', 'Albumin'],
    ['Left ventricle', 'Aortic root', 'Diameter'],
    ['Spirometry, pre', 'Spirometry, post', 'FEV1'],
  ])('%s and %s are two courses of %s, each with its name', (one, other, part) => {
    const { series } = readRecord([panel('a', one, part), panel('b', other, part)]);
    expect(series.map(({ name }) => name).toSorted()).toEqual(
      [`${part}, ${one}`, `${part}, ${other}`].toSorted(),
    );
  });

  test('results of one panel are one course, whatever its capitals', () => {
    const { series } = readRecord([panel('a', 'ROTEM EXTEM', 'CT'), panel('b', 'Rotem, EXTEM', 'CT')]);
    expect(series.map(({ rows }) => rows.length)).toEqual([2]);
  });

  test('a part with a code needs no panel', () => {
    const withCode = (id: string, text: string) =>
      observation({
        id,
        code: { text },
        component: [{ code: loinc('2823-3'), valueQuantity: ucum(4, 'mmol/L') }],
      });
    expect(readRecord([withCode('a', 'BMP'), withCode('b', 'CMP')]).series.map(({ id }) => id)).toEqual([
      'k',
    ]);
  });
});
