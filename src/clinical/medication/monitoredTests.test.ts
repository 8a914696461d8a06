import { expect, test } from 'vitest';
import { analyteOf } from '../catalog/analyteProperties.ts';
import { monitoredAnalytes, MONITORED_ANALYTES } from './monitoredTests.ts';

test.each([
  ['Spironolactone', 'k', 'creat'],
  ['lisinopril 40 MG Oral Tablet [Zestril]', 'k', 'creat'],
  ['Losartan potassium 50 mg tablet', 'k', 'creat'],
  ['HYDROCHLOROTHIAZIDE 25 MG', 'k', 'na'],
  ['Warfarin sodium', 'inr', 'hgb'],
  ['norepinephrine 16 mg/250 mL infusion', 'map', 'bp-sys'],
  ['Insulin glargine', 'glucose', 'a1c'],
  ['levothyroxine', 'tsh', 'ft4'],
  ['carboplatin', 'neut-abs', 'wbc'],
])('%s is followed with %s and %s', (name, first, second) => {
  expect(monitoredAnalytes(name).slice(0, 2)).toEqual([first, second]);
});

test('a combination has the tests of each of its parts, none twice', () => {
  const tests = monitoredAnalytes('Lisinopril-hydrochlorothiazide');
  expect(tests).toContain('k');
  expect(tests).toContain('mg');
  expect(new Set(tests).size).toBe(tests.length);
});

test.each(['Nystatin', 'Imipenem and cilastatin', 'Somatostatin', 'Acetaminophen', '', 'Influenza vaccine'])(
  'no test is named for %s, which shares a part of another name',
  (name) => expect(monitoredAnalytes(name)).toEqual([]),
);

test('every test is one of the catalog', () => {
  expect(MONITORED_ANALYTES.filter((id) => analyteOf(id) === undefined)).toEqual([]);
});

test.each([
  ['Potassium chloride ER', 'k creat egfr'],
  ['empagliflozin', 'egfr creat a1c glucose bp-sys'],
  ['metformin', 'a1c glucose egfr creat b12'],
  ['Insulin lispro', 'glucose a1c glucose-poc k'],
  ['semaglutide', 'glucose a1c glucose-poc weight'],
  ['sitagliptin', 'glucose a1c glucose-poc weight'],
  ['atorvastatin', 'ldl chol alt ck tg hdl'],
  ['evolocumab', 'ldl chol alt ck tg hdl'],
  ['enoxaparin', 'aptt anti-xa-ufh anti-xa-lmwh plt hgb'],
  ['apixaban', 'hgb creat egfr plt'],
  ['amiodarone', 'hr qtc tsh alt ft4 ast'],
  ['digoxin', 'digoxin k creat hr mg'],
  ['lithium carbonate', 'lithium creat tsh na egfr ca'],
  ['methotrexate', 'wbc alt plt creat hgb neut-abs'],
  ['clozapine', 'neut-abs wbc'],
  ['prednisolone', 'glucose wbc k bp-sys a1c'],
  ['metoprolol', 'hr bp-sys'],
  ['carvedilol', 'hr bp-sys'],
  ['labetalol', 'hr bp-sys'],
  ['amlodipine', 'bp-sys hr'],
  ['epinephrine', 'map bp-sys hr lactate lactate-art'],
  ['adrenaline', 'map bp-sys hr lactate lactate-art'],
  ['noradrenaline', 'map bp-sys hr lactate lactate-art'],
  ['vancomycin', 'vanc creat egfr wbc'],
  ['gentamicin', 'genta-trough creat egfr'],
  ['tobramycin', 'tobra-trough creat egfr'],
  ['amikacin', 'amika-trough creat egfr'],
  ['tacrolimus', 'tacro creat k glucose mg egfr'],
  ['cyclosporine', 'csa creat k bp-sys mg egfr'],
  ['ciclosporin', 'csa creat k bp-sys mg egfr'],
  ['phenytoin', 'phenytoin alb alt'],
  ['fosphenytoin', 'phenytoin alb alt'],
  ['valproate', 'valproate plt alt nh3'],
  ['valproic acid', 'valproate plt alt nh3'],
  ['carbamazepine', 'carbamazepine na wbc alt'],
  ['oxcarbazepine', 'na alt'],
  ['eslicarbazepine acetate', 'na alt'],
  ['allopurinol', 'uric creat alt'],
  ['ferrous sulfate', 'hgb ferritin tsat mcv'],
  ['darbepoetin alfa', 'hgb ferritin tsat bp-sys'],
  ['filgrastim', 'neut-abs wbc plt hgb'],
  ['paclitaxel', 'neut-abs wbc plt hgb creat alt'],
  ['doxorubicin', 'neut-abs wbc plt hgb creat alt'],
])('%s is followed with these tests in their order: %s', (name, tests) => {
  expect(monitoredAnalytes(name).join(' ')).toBe(tests);
});

test('the list of all tests has those of each medication', () => {
  for (const id of ['k', 'digoxin', 'tacro', 'ferritin']) expect(MONITORED_ANALYTES).toContain(id);
});
