import { describe, expect, test } from 'vitest';
import { seriesOfResults } from '../../testing/readSeriesFixture.ts';
import { lineChangeText } from './comparability.ts';
import { methodWords } from '../observation/identity/methodWords.ts';

/** Returns what the app says beside the result before, of two potassiums with these methods. */
function changeBetweenMethods(from: object | undefined, to: object): string {
  const [series] = seriesOfResults(
    [from, to].map((method, i) => ({ at: i + 1, value: 4, more: method ? { method } : {} })),
  );
  const [before, after] = [...series!.rows];
  return lineChangeText(before!.kind, after!.kind);
}
const changeOfTexts = (from: string, to: string) => changeBetweenMethods({ text: from }, { text: to });

describe('rule 18: one method in two spellings is no change', () => {
  test.each([
    ['Jaffe', 'Jaffé'],
    ['Jaffe', 'JAFFE'],
    ['Jaffe', 'Jaffé, kinetic'],
    ['Jaffé kinetic', 'Kinetic Jaffe method'],
    ['enzymatic', 'Enzymatisch'],
    ['enzymatic', 'enzymatique'],
    ['enzymatic', 'enzimático'],
    ['enzymatic', 'Enzymatic assay'],
    ['Nephelometry', 'Nephelometrie'],
    ['Photometry', 'Photometrie'],
    ['Spectrophotometry', 'Spektrophotometrie'],
    ['Colorimetric', 'kolorimetrisch'],
    ['calculated', 'Calculation'],
    ['Automated count', 'automatisch'],
    ['Manual', 'manuell'],
    ['CKD-EPI 2021', '2021 CKD-EPI equation'],
    ['ISE', 'Ion selective electrode'],
    ['ISE (indirect)', 'indirect ISE'],
    ['HPLC', 'High-performance liquid chromatography'],
    ['HPLC', 'High pressure liquid chromatography'],
    ['PCR', 'Polymerase chain reaction'],
    ['NIBP', 'Non-invasive blood pressure'],
    ['Jaffé, kinetisch', 'Jaffe'],
    ['Photométrie', 'Fotometría'],
    ['automatizado', 'Automated'],
    ['酵素法', '酵素法 '],
  ])('%s and %s', (one, other) => {
    expect([changeOfTexts(one, other), changeOfTexts(other, one)]).toEqual(['', '']);
  });
});

describe('rule 18: another method is a change', () => {
  test.each([
    ['Jaffe', 'enzymatic'],
    ['Jaffé', 'Enzymatisch'],
    ['Jaffe', 'Jaffe, IDMS traceable'],
    ['Jaffe', 'Jaffe, end point'],
    ['Jaffe', 'Jaffe, compensated'],
    ['Jaffe, compensated', 'Jaffe, uncompensated'],
    ['ISE, direct', 'ISE, indirect'],
    ['ISE', 'Flame photometry'],
    ['CLIA', 'ECLIA'],
    ['HPLC', 'LC-MS/MS'],
    ['HPLC', 'Immunoassay'],
    ['BCG', 'BCP'],
    ['Bromocresol green', 'Bromocresol purple'],
    ['Turbidimetry', 'Nephelometry'],
    ['Turbidimetry', 'Immunoturbidimetry'],
    ['CKD-EPI 2009', 'CKD-EPI 2021'],
    ['CKD-EPI', 'CKD-EPI 2021'],
    ['CKD-EPI', 'MDRD'],
    ['Friedewald', 'Martin-Hopkins'],
    ['calculated', 'direct'],
    ['calculated', 'Calculated (Friedewald)'],
    ['Automated count', 'Manual count'],
    ['Generation 1', 'Generation 2'],
    ['Assay 1, lot 2', 'Assay 2, lot 1'],
    ['Method A', 'Method B'],
    ['glucose meter', 'laboratory'],
    ['Cuff', 'arterial line'],
    ['invasive', 'non-invasive'],
    ['No extraction', 'Extraction'],
    ['not derivatized', 'derivatized'],
    ['oscillometric', 'auscultatory'],
    ['Hexokinase', 'Glucose oxidase'],
    ['Method A', 'Architect'],
    ['E', 'ELISA'],
    ['CE', 'Colorimetric, enzymatic'],
    ['JaffeI', 'JaffeII'],
    ['Heparin', 'Heparinase'],
    ['Plasma', 'Plasmin'],
    ['Automated', 'AutoDELFIA'],
    ['Manual', 'Manufacturer'],
    ['AutoDELFIA', 'Autoradiography'],
    ['UV', 'UV, kinetic'],
    ['Not specified; Jaffe', 'Not specified; enzymatic'],
    ['See package insert: ECLIA', 'See package insert: CLIA'],
    ['Not standardized', 'No protein precipitation'],
    ['효소법', '형석법'],
    ['バス法', 'ハス法'],
    ['酵素法', 'ヤッフェ法'],
    ['Ферментативный', 'Яффе'],
  ])('from %s to %s', (from, to) => {
    expect(changeOfTexts(from, to)).toBe(`method changed: ${from} to ${to}`);
  });
});

describe('these words name no method', () => {
  test.each([
    'N/A',
    'NA',
    'n.a.',
    'k.A.',
    'unknown',
    'Unspecified',
    'UNK',
    'OTH',
    'TBD',
    'null',
    'none',
    'other',
    'Other method',
    'not specified',
    'Not applicable',
    'not available',
    'Not provided',
    'not reported',
    'not known',
    'No information',
    'see note',
    'See comment',
    'siehe Befund',
    'unbekannt',
    'nicht angegeben',
    'keine Angabe',
    '-',
    'no method',
    'not given',
    'No aplica',
    'Not available in this message',
  ])('"%s"', (text) => {
    expect([text, methodWords(text)]).toEqual([text, '']);
    expect(changeBetweenMethods(undefined, { text })).toBe('');
    expect(changeOfTexts(text, 'unknown')).toBe('');
    expect(changeOfTexts('Jaffe', text)).toBe(`method changed: Jaffe to ${text}`);
  });

  test.each([
    'Non-invasive',
    'No extraction',
    'NAT',
    'Nasal swab PCR',
    'Nonlinear fit',
    'Seeded',
    'Nota 3',
    'Not standardized',
  ])('"%s" may name one', (text) => {
    expect(methodWords(text)).not.toBe('');
  });
});

describe('a method that is sent as a bare code', () => {
  const coded = (code: string, display?: string) => ({
    coding: [{ system: 'http://snomed.info/sct', code, ...(display && { display }) }],
  });

  test('is the one that has this code beside its words', () => {
    expect(changeBetweenMethods(coded('702675006'), coded('702675006', 'Chromatography'))).toBe('');
    expect(changeBetweenMethods(coded('M12', 'Jaffe'), coded('M12'))).toBe('');
    expect(changeBetweenMethods(coded('M12', 'Jaffe'), { text: 'jaffe' })).toBe('');
  });

  test('is another one than words without it, and words count before a code', () => {
    expect(changeBetweenMethods(coded('M12'), { text: 'Jaffe' })).toBe('method changed: M12 to Jaffe');
    expect(changeBetweenMethods(coded('M12'), coded('M13', 'Jaffe'))).toBe('method changed: M12 to Jaffe');
    expect(changeBetweenMethods(coded('M12', 'Jaffe'), coded('M12', 'Enzymatic'))).toBe(
      'method changed: Jaffe to Enzymatic',
    );
    expect(changeBetweenMethods(undefined, coded('M12'))).toBe('method changed: not given to M12');
  });
});
