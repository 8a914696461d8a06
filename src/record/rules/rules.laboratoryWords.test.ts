/** Laboratories map several of their tests to one LOINC, and only the words tell them apart (rule 18). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

const UNITS: Readonly<Record<string, string>> = {
  '11253-2': 'ng/mL',
  '14978-1': 'ng/mL',
  '32684-3': '[IU]/mL',
  '33914-3': 'mL/min/{1.73_m2}',
  '11558-4': '[pH]',
  '2019-8': 'mm[Hg]',
  '2823-3': 'mmol/L',
  '1995-0': 'mmol/L',
  '1960-4': 'mmol/L',
  '1925-7': 'mmol/L',
  '2951-2': 'mmol/L',
  '6690-2': '10*3/uL',
  '777-3': '10*3/uL',
  '10839-9': 'ng/mL',
  '67151-1': 'ng/L',
  '89579-7': 'ng/L',
  '1988-5': 'mg/L',
  '33358-3': 'g/dL',
  '1751-7': 'g/dL',
  '718-7': 'g/dL',
  '3016-3': 'm[IU]/L',
  '29463-7': 'kg',
  '2842-3': 'ng/mL',
  '3013-0': 'ng/mL',
  '1986-9': 'ng/mL',
  '3024-7': 'ng/dL',
  '2986-8': 'ng/dL',
  '2143-6': 'ug/dL',
  '10535-3': 'ng/mL',
  '4298-1': 'ug/mL',
  '2857-1': 'ng/mL',
  '3209-4': '%',
  '36916-5': 'mg/L',
  '2532-0': 'U/L',
};
const percentCodes = new Set(['770-8', '736-9', '17849-1', '709-6', '4544-3']);
const unitOf = (code: string): string => UNITS[code] ?? (percentCodes.has(code) ? '%' : 'mg/dL');

const result = (id: string, code: string, text: string, fields: object = {}) =>
  observation({ id, code: { ...loinc(code), text }, valueQuantity: ucum(7, unitOf(code)), ...fields });

/** Returns the ids of the series that results of one code with these words make. */
const seriesIds = (code: string, ...texts: readonly string[]): readonly string[] =>
  readRecord(texts.map((text, i) => result(`o${i}`, code, text))).series.map(({ id }) => id);

describe('words that name another quantity than the plain code keep a result off its line', () => {
  test.each([
    // These are drug levels by time and by method.
    ['11253-2', 'Tacrolimus Level, 2h post'],
    ['11253-2', 'Tacrolimus (Spitzenspiegel)'],
    ['14978-1', 'Cyclosporine 2HR Lvl'],
    ['14978-1', 'Cyclosporine, LC/MS/MS'],
    // These are blood gases.
    ['2823-3', 'Kalium (BGA)'],
    ['2823-3', 'Potasio (gasometría)'],
    ['2823-3', 'K (gaz du sang)'],
    ['2823-3', 'Potassium, Art'],
    ['2823-3', 'Art K'],
    ['2524-7', 'Lactic Acid, Art'],
    ['4544-3', 'Hct Art POC'],
    ['1963-8', 'Bicarbonate (art)'],
    ['2823-3', 'Potassium Gas'],
    ['718-7', 'Hemoglobin, Total (Co-ox)'],
    ['2019-8', 'pCO2(T), Arterial'],
    ['2019-8', 'PaCO2 at patient temperature'],
    ['2019-8', 'pCO2 temperaturkorrigiert'],
    ['1960-4', 'HCO3 standard'],
    ['1925-7', 'BE (ecf)'],
    ['1995-0', 'Ca++ (7.4)'],
    ['1995-0', 'Calcium Ionized Adj to pH 7.40'],
    ['1995-0', 'iCa pH-corrected'],
    // These were calculated from a measured value.
    ['17861-6', 'Calcium korrigiert'],
    ['17861-6', 'Calcio corregido'],
    ['17861-6', 'Calcium corr. for albumin'],
    ['6690-2', 'WBC, Uncorrected'],
    ['89579-7', 'Troponin I HS Delta'],
    ['67151-1', 'hs-TnT 0-2h change'],
    // Another measure under the code of its neighbour.
    ['10839-9', 'Troponin T'],
    ['1988-5', 'CRP, High Sensitivity'],
    ['32684-3', 'Anti-Xa UFH'],
    ['32684-3', 'Anti-Xa Apixaban'],
    ['770-8', 'Bands %'],
    ['770-8', 'Segs %'],
    ['736-9', 'Atypical Lymphocytes %'],
    ['17849-1', 'Reticulocyte Production Index'],
    ['17849-1', 'Immature Retic Fraction'],
    ['4544-3', 'Hematocrit, Spun'],
    ['777-3', 'Platelet Count, Citrate'],
    ['777-3', 'Platelets, Fluorescent'],
    ['1975-2', 'TcB'],
    ['1975-2', 'Bilirubin transkutan'],
    ['1975-2', 'Bilirubina transcutánea'],
    ['1975-2', 'Bilirubin, Conjugated'],
    ['1751-7', 'Albumin (SPE)'],
    ['33358-3', 'M-Spike 2'],
    ['33358-3', 'Monoclonal protein #2'],
    ['33358-3', 'Paraprotein IgA lambda'],
    // These were measured by another method or in another sample.
    ['3024-7', 'T4 Free, Direct Dialysis'],
    ['2842-3', 'Prolactin, Monomeric'],
    ['2842-3', 'Prolactin after PEG'],
    ['2986-8', 'Testosterone, Bioavailable'],
    ['2986-8', 'Testosterone, Total, LC-MS/MS'],
    ['3013-0', 'Thyroglobulin by LC-MS/MS'],
    ['3013-0', 'Thyroglobulin, FNA washout'],
    ['2143-6', 'Cortisol, Right Adrenal Vein'],
    ['1986-9', 'C-Peptide, 6 min'],
    ['709-6', 'Blasts, Bone Marrow'],
    ['2160-0', 'Creatinine, JP Drain'],
    ['2345-7', 'Glucose (patient reported)'],
    ['2345-7', 'Home glucose'],
    ['2345-7', 'Glucosa 2 horas poscarga'],
    ['2857-1', 'PSA, Ultrasensitive'],
    ['3255-7', 'Fibrinogen, derived'],
    ['3209-4', 'Factor VIII chromogenic'],
    ['36916-5', 'Kappa Light Chains, Total'],
    ['2532-0', 'LDH Isoenzyme 1'],
    ['3016-3', 'TSH (dried blood spot)'],
  ])('%s: %s', (code, text) => {
    expect(seriesIds(code, '', text)).toHaveLength(2);
  });

  test.each([
    ['11558-4', 'pH Art', 'pH Ven'],
    ['11558-4', 'pH cap', 'pH art'],
    ['11558-4', 'pH Cord Art', 'pH Cord Ven'],
    // Both contradict their code, and they are not the same measure either.
    ['2465-3', 'IgG Subclass 1', 'IgG Subclass 2'],
    ['33914-3', 'eGFR (African American)', 'eGFR (non-African American)'],
    ['33914-3', 'eGFR If Africn Am', 'eGFR If NonAfricn Am'],
    ['33358-3', 'M Protein, Peak 1', 'M Protein, Peak 2'],
    ['13457-7', 'LDL-Cholesterin berechnet', 'LDL-Cholesterin direkt'],
  ])('%s: %s and %s', (code, one, other) => {
    expect(seriesIds(code, one, other)).toHaveLength(2);
  });
});

describe('each stands where its words say, and nowhere else', () => {
  test.each([
    ['1988-5', 'CRP, High Sensitivity', 'hscrp'],
    ['1988-5', 'hs-CRP', 'hscrp'],
    ['17861-6', 'Calcium korrigiert', 'ca-corr'],
    ['6690-2', 'WBC, Corrected', 'wbc-corr'],
    ['770-8', 'Bands %', 'neut-pct~bands'],
    ['770-8', 'Neutrófilos en banda', 'neut-pct~bands'],
    ['10839-9', 'Troponin T', 'tni~troponin T'],
    ['1975-2', 'Bilirubin, Conjugated', 'tbili~conjugated'],
    ['2986-8', 'Testosterone, Bioavailable', 'testo~bioavailable'],
  ])('%s: %s is %s', (code, text, id) => {
    expect(seriesIds(code, text)).toEqual([id]);
  });

  test.each([
    ['neither of two that both are named', '32684-3', 'Heparin Anti-Xa, UFH/LMWH', 'Heparin Anti-Xa'],
    ['a gas that is no blood gas', '5640-8', 'Etanol, cromatografía de gases', 'Etanol'],
    ['a therapy', '20447-9', 'HIV-1 RNA (ART)', 'HIV-1 RNA'],
    ['a therapy', '24467-3', 'CD4 Count, on ART', 'CD4 Count'],
    ['the German word for “kind”', '2823-3', 'Art des Materials: Serum', 'Kalium'],
    ['the German word for “kind”', '2823-3', 'Kalium, Probe Art: Serum', 'Kalium'],
  ])('%s is no kind: %s %s', (_, code, text, plain) => {
    expect(seriesIds(code, text)).toEqual(seriesIds(code, plain));
  });

  test.each([
    ['Testosterone, Free, Bioavailable and Total', '2986-8', 'Testosterone, Total', 'testo'],
    ['Total and conjugated bilirubin', '1975-2', 'Bilirubin, Total', 'tbili'],
    ['hs troponin with delta', '67151-1', 'Troponin T, hs', 'tnt-hs'],
    ['Dialysis labs', '3024-7', 'T4 Free', 'ft4'],
    ['CBC with manual bands', '770-8', 'Neutrophils %', 'neut-pct'],
  ])('the name of a panel (%s) is not that of each of its parts: %s %s', (panel, code, text, id) => {
    const component = [{ code: { ...loinc(code), text }, valueQuantity: ucum(7, unitOf(code)) }];
    const { series } = readRecord([observation({ id: 'p', code: { text: panel }, component })]);
    expect(series.map((one) => one.id)).toEqual([id]);
  });
});

describe('a course is not broken by words that move no number', () => {
  test.each([
    ['1988-5', 'CRP, Non-Cardiac'],
    ['1988-5', 'CRP (not high sensitivity)'],
    ['17861-6', 'Calcium, nicht korrigiert'],
    ['17861-6', 'Calcio no corregido'],
    ['17861-6', 'Calcium (non-corrected)'],
    ['17861-6', 'Calcium, not albumin corrected'],
    ['770-8', 'ANC (Polys + Bands)'],
    ['770-8', 'Neutrophils + Bands'],
    ['770-8', 'Neutrophils % incl. bands'],
    ['770-8', 'Neutrophils %, no bands seen'],
    ['1975-2', 'Bilirubin total (conjugated + unconjugated)'],
    ['2823-3', 'Kalium (Art des Materials: Serum)'],
    ['33358-3', 'Pico monoclonal'],
    ['2823-3', 'Kalium (Art der Probe: Serum)'],
    ['2823-3', 'Potassium, venous'],
    ['770-8', 'Neutrophils % (segs + bands)'],
    ['17861-6', 'Calcium, not corrected'],
    ['33358-3', 'M-Spike 1'],
    ['33358-3', 'M protein IgG kappa'],
    ['11253-2', 'Tacrolimus (FK506)'],
    ['10535-3', 'Digoxin 6 h post dose'],
    ['67151-1', 'hs-Troponin T 0h'],
    ['67151-1', 'hs-Troponin T 3h'],
    ['3016-3', 'TSH W/REFLEX TO FT4'],
    ['2345-7', 'Glucose, Random'],
    ['2160-0', 'Creatinine (IDMS traceable)'],
    ['1975-2', 'Bilirubin, Total'],
    ['777-3', 'Platelet Count'],
  ])('%s: %s', (code, text) => {
    expect(seriesIds(code, '', text)).toHaveLength(1);
  });

  test.each([
    ['3094-0', 'UREA', 'Urea'],
    ['2143-6', 'Cortisol, AM', 'Cortisol, A.M.'],
    ['2143-6', 'Cortisol morgens', 'Cortisol, Morning'],
    ['2842-3', 'Prolactin, macroprolactin removed', 'Prolactin after PEG'],
  ])('%s: %s and %s', (code, one, other) => {
    expect(seriesIds(code, one, other)).toHaveLength(1);
  });
});

test('rule 15: a word that is a unit of no table is one unit whatever its capitals', () => {
  const ids = ['index', 'Index', 'INDEX', 'AU/mL'].map((unit, i) =>
    observation({ id: `o${i}`, code: { text: 'Rubella IgG' }, valueQuantity: { value: 4, unit } }),
  );
  const { series } = readRecord(ids);
  expect(new Set(series.map(({ rows }) => rows.length))).toEqual(new Set([1, 3]));
});

describe('a result of somebody else in the record of a mother', () => {
  test.each([
    ['2345-7', 'Infant Glucose', 'glucose~newborn'],
    ['2345-7', 'Glucose, Twin B', 'glucose~twin'],
    ['2345-7', 'Glukose Neugeborenes', 'glucose~newborn'],
    ['2345-7', 'Glucosa recién nacido', 'glucose~newborn'],
    ['2345-7', 'Husband Glucose', 'glucose~partner'],
    ['2823-3', 'Kalium (Spender)', 'k~donor'],
    ['1975-2', 'Nabelschnur-Bilirubin', 'tbili~cord'],
  ])('%s: %s is of %s', (code, text, id) => {
    expect(seriesIds(code, text)).toEqual([id]);
  });

  test.each(['Infant weight', 'Weight (reported by wife)'])('%s is the weight of the patient', (text) => {
    expect(seriesIds('29463-7', text)[0]).not.toMatch(/newborn|partner/);
  });

  test.each(['Infant scale', 'Infant digital scale', 'Neonatal cuff', 'Baby weighing scale', 'Infant board'])(
    'a device for small patients (%s) names nobody else',
    (display) => {
      const weights = [
        result('a', '29463-7', 'Weight'),
        result('b', '29463-7', 'Weight', { device: { display } }),
      ];
      expect(readRecord(weights).series.map(({ id }) => id)).toEqual(['weight']);
    },
  );
});
