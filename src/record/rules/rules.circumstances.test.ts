/** A line is decided too by what was done before, and by what a number was meant for (rule 18). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

/** Returns the ids of the series of results of one code, each with the words that its code has. */
const seriesIds = (code: string, unit: string, ...texts: readonly string[]): readonly string[] =>
  readRecord(
    texts.map((text, i) =>
      observation({ id: `o${i}`, code: { ...loinc(code), text }, valueQuantity: ucum(60, unit) }),
    ),
  ).series.map(({ id }) => id);

describe('a result of a test that stimulates or suppresses is never on the line of the others', () => {
  test.each([
    ['2143-6', 'ug/dL', 'Cortisol 30 min'],
    ['2143-6', 'ug/dL', 'Cortisol 8 AM post 1 mg dexamethasone'],
    ['2143-6', 'ug/dL', 'Cortisol after Synacthen'],
    ['20448-7', 'u[IU]/mL', 'Insulin 120 min'],
    ['20448-7', 'u[IU]/mL', 'Insulin 2 h post load'],
    ['3016-3', 'm[IU]/L', 'TSH 30 min after TRH'],
    ['2345-7', 'mg/dL', 'Glucose 30 min'],
    ['2345-7', 'mg/dL', 'Glucose 1.5 h'],
    ['2345-7', 'mg/dL', 'Glucose 90 minutes post load'],
    ['2963-7', 'ng/mL', 'GH 60 min after arginine'],
    ['1986-9', 'ng/mL', 'C-peptide, glucagon stimulated'],
  ])('%s in %s: %s', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(2);
  });

  test.each([
    ['2345-7', 'mg/dL', 'Glucose, 8 h fasting'],
    ['2345-7', 'mg/dL', 'Glucose, 24 h care'],
    ['2143-6', 'ug/dL', 'Cortisol, baseline'],
    ['67151-1', 'ng/L', 'Troponin T hs 1 h'],
    ['67151-1', 'ng/L', 'Troponin T hs 60 min'],
    ['2524-7', 'mmol/L', 'Lactate 2 h'],
    ['3016-3', 'm[IU]/L', 'Thyroid stimulating hormone'],
    ['15067-2', 'm[IU]/mL', 'Follicle-stimulating hormone (FSH)'],
    ['99504-3', 'mg/dL', 'Glucose, 15 min interval'],
    ['4548-4', '%', 'HbA1c, 2 h turnaround'],
    ['98979-8', 'mL/min/{1.73_m2}', 'eGFR mL/min/1.73 m2'],
    ['30341-2', 'mm/h', 'ESR 1 h'],
  ])('%s in %s: %s is an ordinary result', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(1);
  });

  test('a suppressed cortisol never stands on the line of the morning', () => {
    expect(seriesIds('2143-6', 'ug/dL', 'Cortisol 8 AM post dexamethasone')).not.toContain(
      'cortisol-morning',
    );
  });
});

describe('dialysis and the dose', () => {
  test.each([
    ['3094-0', 'mg/dL', 'BUN post dialysis'],
    ['2160-0', 'mg/dL', 'Creatinine, post-haemodialysis'],
    ['2823-3', 'mmol/L', 'Potassium after dialysis'],
    ['29463-7', 'kg', 'Weight post-dialysis'],
    ['14978-1', 'ng/mL', 'Cyclosporine C2'],
    ['11253-2', 'ng/mL', 'Tacrolimus 2 h post dose'],
  ])('%s in %s: %s has a series of its own', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(2);
  });

  test('a result of before dialysis is an ordinary one', () => {
    expect(seriesIds('3094-0', 'mg/dL', '', 'BUN pre-dialysis')).toEqual(['bun']);
  });
});

describe('what was not measured is no measurement', () => {
  test.each([
    ['29463-7', 'kg', 'Dry weight', 'weight-dry'],
    ['29463-7', 'kg', 'Ideal body weight', 'ibw'],
    ['29463-7', 'kg', 'Weight, patient reported', 'weight-stated'],
    ['29463-7', 'kg', 'Birth weight', 'birth-weight'],
    ['29463-7', 'kg', 'Pre-pregnancy weight', 'pre-preg-wt'],
    ['29463-7', 'kg', 'Estimated weight', 'weight-est'],
    ['29463-7', 'kg', 'Target weight', 'weight~target'],
    ['8867-4', '/min', 'Target heart rate', 'hr~target'],
    ['8867-4', '/min', 'Heart rate, maximum', 'hr~maximum'],
    ['8867-4', '/min', 'Resting heart rate', 'hr-rest'],
    ['8480-6', 'mm[Hg]', 'Systolic goal', 'bp-sys~target'],
    ['8310-5', 'Cel', 'Tmax', 'temp~maximum'],
    ['6301-6', '{INR}', 'INR goal', 'inr~target'],
    ['13457-7', 'mg/dL', 'LDL target', 'ldl~target'],
    ['8867-4', '/min', 'HR Alarm High', 'hr~alarm'],
    ['59408-5', '%', 'SpO2 alarm limit, low', 'spo2~alarm'],
    ['8480-6', 'mm[Hg]', 'NIBP sys alarm', 'bp-sys~alarm'],
    ['9279-1', '/min', 'Set respiratory rate', 'rr~setting'],
    ['9279-1', '/min', 'Respiratory Rate (Set)', 'rr~setting'],
    ['9279-1', '/min', 'Vent rate', 'rr~setting'],
    ['9279-1', '/min', 'Backup rate', 'rr~setting'],
    ['8867-4', '/min', 'Pacemaker rate', 'hr~setting'],
    ['8310-5', 'Cel', 'Incubator set temperature', 'temp~setting'],
  ])('%s in %s: %s is of %s', (code, unit, text, id) => {
    expect(seriesIds(code, unit, text)).toEqual([id]);
  });

  test.each([
    ['8867-4', '/min', 'Heart rate (beats/min)', 'hr'],
    ['13457-7', 'mg/dL', 'LDL calculated (goal <100)', 'ldl'],
    ['32585-2', '[IU]/mL', 'EBV DNA by Probe and target amplification method', 'ebv-vl~[IU]/mL'],
    ['1518-0', 'mg/dL', 'Glucose --2 hours post 75 g glucose PO', 'ogtt-2h-75-g'],
    ['29463-7', 'kg', 'Body weight, measured', 'weight'],
    ['8480-6', 'mm[Hg]', 'Systolic blood pressure', 'bp-sys'],
    ['8867-4', '/min', 'Ventricular rate', 'hr'],
    ['8867-4', '/min', 'Vital signs set, heart rate', 'hr'],
    ['9279-1', '/min', 'Respiratory rate, total', 'rr'],
    ['19834-1', '/min', 'Set respiratory rate', 'rr-set'],
    ['19835-8', '/min', 'Mandatory rate', 'rr-set~19835-8'],
  ])('%s in %s: %s is of %s', (code, unit, text, id) => {
    expect(seriesIds(code, unit, text)).toEqual([id]);
  });
});

describe('a weight or a height that nobody measured says so by its method too', () => {
  test.each([
    ['29463-7', 'kg', 'Stated', 'weight-stated'],
    ['29463-7', 'kg', 'Patient reported', 'weight-stated'],
    ['29463-7', 'kg', 'Estimated', 'weight-est'],
    ['3141-9', 'kg', 'Estimated', 'weight-est'],
    ['29463-7', 'kg', 'Bed scale', 'weight'],
    ['29463-7', 'kg', 'Measured', 'weight'],
    ['29463-7', 'kg', 'Measured, not estimated', 'weight'],
    ['29463-7', 'kg', 'Measured (not stated)', 'weight'],
    ['8302-2', 'cm', 'Stated by family', 'height~3138-5'],
    ['8302-2', 'cm', 'Self-reported', 'height~3138-5'],
    ['8302-2', 'cm', 'Estimated', 'height~estimated'],
    ['8302-2', 'cm', 'Knee height', 'height~estimated'],
    ['8302-2', 'cm', 'Arm span', 'height~estimated'],
    ['8302-2', 'cm', 'Stadiometer', 'height'],
    ['8302-2', 'cm', 'Actual', 'height'],
  ])('%s in %s, %s, is of %s', (code, unit, method, id) => {
    const sent = observation({
      code: loinc(code),
      valueQuantity: ucum(60, unit),
      method: { text: method },
    });
    expect(readRecord([sent]).series.map((one) => one.id)).toEqual([id]);
  });

  test.each([
    ['Height (patient reported)', 'height~3138-5'],
    ['Estimated height', 'height~estimated'],
    ['Height, measured', 'height'],
  ])('a height named %s is of %s', (text, id) => {
    expect(seriesIds('8302-2', 'cm', text)).toEqual([id]);
  });
});

describe('the words of a monitor that no code has', () => {
  const INVASIVE = 'http://loinc.org|76215-3';

  test.each([
    ['8480-6', 'mm[Hg]', 'ABP Systolic', 'bp-sys~ABP'],
    ['8480-6', 'mm[Hg]', 'ABPs', 'bp-sys~ABP'],
    ['8480-6', 'mm[Hg]', 'Art BP systolic', INVASIVE],
    ['8480-6', 'mm[Hg]', 'ART systolic', INVASIVE],
    ['8480-6', 'mm[Hg]', 'BP (Art) systolic', INVASIVE],
    ['8480-6', 'mm[Hg]', 'ABPM systolic, average of 24 h', 'sbp-24h'],
    ['59408-5', '%', 'SpO2 pre-ductal', 'spo2~pre-ductal'],
    ['59408-5', '%', 'SpO2 postductal', 'spo2~post-ductal'],
    ['9279-1', '/min', 'Spontaneous respiratory rate', 'rr~spontaneous'],
  ])('%s in %s: %s is of %s', (code, unit, text, id) => {
    expect(seriesIds(code, unit, text)).toEqual([id]);
  });

  test.each([
    ['8480-6', 'NIBP systolic', 'bp-sys'],
    ['8480-6', 'Arterial blood pressure, systolic', 'bp-sys'],
    ['8480-6', 'Systolic arterial pressure', 'bp-sys'],
  ])('but %s with the words %s is ordinary', (code, text, id) => {
    expect(seriesIds(code, 'mm[Hg]', text)).toEqual([id]);
  });
});

describe('a share that was sent as a fraction', () => {
  const saturation = (id: string, value: number, unit: string) =>
    observation({ id, code: loinc('59408-5'), valueQuantity: ucum(value, unit) });

  test.each(['1', '{ratio}', '{share}'])('in %s is a series that says so in words', (unit) => {
    const [series] = readRecord([saturation('a', 0.97, unit)]).series;
    expect(series!.name).toBe('Oxygen saturation, as a fraction');
  });

  test('called per cent says what it may be', () => {
    const [series] = readRecord([saturation('a', 97, '%'), saturation('b', 0.97, '%')]).series;
    const checks = [...series!.rows, ...series!.listed].map(({ kind }) => kind.check);
    expect(checks).toContain('check unit: may be a fraction, as 0.97 is 97 %');
  });

  test.each(['{ratio}', '{INR}', '1', ''])('of what has no unit, %j is the same line', (unit) => {
    const inr = observation({ code: loinc('6301-6'), valueQuantity: ucum(2.5, unit) });
    expect(readRecord([inr]).series.map(({ id }) => id)).toEqual(['inr']);
  });
});

describe('a code under the whole name of another test is neither of the two', () => {
  test.each([
    ['1975-2', 'mg/dL', 'Direct bilirubin'],
    ['1975-2', 'mg/dL', 'Bilirubin, indirect'],
    ['2085-9', 'mg/dL', 'LDL cholesterol'],
    ['3026-2', 'ug/dL', 'Free T4'],
    ['3968-5', 'ug/mL', 'Phenytoin, free'],
    ['2857-1', 'ng/mL', 'PSA, free'],
    ['17861-6', 'mg/dL', 'Ionized calcium'],
    ['8480-6', 'mm[Hg]', 'Diastolic blood pressure'],
    ['718-7', 'g/dL', 'Hemoglobin A1c'],
  ])('%s in %s: %s', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(2);
  });

  test.each([
    ['4548-4', '%', 'Hemoglobin'],
    ['1968-7', 'mg/dL', 'Bilirubin, direct'],
    ['736-9', '%', 'Lymphocytes'],
    ['1988-5', 'mg/L', 'C-reactive protein'],
    ['89579-7', 'ng/L', 'Troponin I, high sensitivity'],
    ['1994-3', 'mmol/L', 'Calcium'],
  ])('%s in %s: %s is its own name, or a shorter one', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(1);
  });
});

test.each([
  ['17861-6', 'mg/dL', 'Calcium, corrected'],
  ['2951-2', 'mmol/L', 'Sodium corrected for glucose'],
  ['1994-3', 'mmol/L', 'Ionized calcium normalized to pH 7.4'],
  ['2744-1', '[pH]', 'pH, temperature corrected'],
  ['2019-8', 'mm[Hg]', 'pCO2 corrected to patient temperature'],
])('%s in %s: what was calculated from it is another series: %s', (code, unit, text) => {
  expect(seriesIds(code, unit, '', text)).toHaveLength(2);
});

describe('words that laboratories use of ordinary results split no line', () => {
  test.each([
    ['2888-6', 'mg/dL', 'Total Protein'],
    ['2880-3', 'mg/dL', 'Protein, Total'],
    ['14422-0', 'mg/dL', 'Total Bilirubin'],
    ['6690-2', '10*3/uL', 'White Blood Cells'],
    ['5640-8', 'mg/dL', 'Ethanol, serum'],
    ['6301-6', '{INR}', 'INR (target range 2.0-3.0)'],
    ['4548-4', '%', 'Hemoglobin A1c (goal for most adults <7%)'],
    ['13457-7', 'mg/dL', 'LDL Cholesterol (goal: less than 100)'],
    ['3016-3', 'm[IU]/L', 'Thyroid stimulation hormone'],
    ['14334-7', 'mmol/L', 'Lithium (12 h post dose)'],
    ['10535-3', 'ng/mL', 'Digoxin 6-8 hrs post dose'],
    ['2345-7', 'mg/dL', 'Glucose every 4 hours'],
  ])('%s in %s: %s', (code, unit, text) => {
    expect(seriesIds(code, unit, '', text)).toHaveLength(1);
  });

  test('what is aimed at is told apart all the same', () => {
    expect(seriesIds('6301-6', '{INR}', '', 'INR goal')).toHaveLength(2);
    expect(seriesIds('29463-7', 'kg', '', 'Target weight')).toHaveLength(2);
  });
});

describe('the gas of a breath test is no blood', () => {
  test.each(['Hydrogen, exhaled gas', 'Methane in expired gas', 'H2 breath test gas', 'Gas breath test'])(
    '%s is named as it was sent',
    (text) => {
      const code = { coding: [{ system: 'https://codes.example', code: 'h2' }], text };
      const [only] = readRecord([observation({ code, valueQuantity: ucum(12, '[ppm]') })]).series;
      expect(only?.name).toBe(text);
    },
  );

  test('while one of a blood gas on room air is told from the others', () => {
    const code = { coding: [{ system: 'https://codes.example', code: 'na' }], text: 'Natrium' };
    const method = { text: 'Blood gas, breathing room air' };
    const [only] = readRecord([observation({ code, method, valueQuantity: ucum(140, 'mmol/L') })]).series;
    expect(only?.name).toBe('Natrium, blood gas analyser');
  });
});
