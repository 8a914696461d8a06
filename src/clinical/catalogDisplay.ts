/**
 * How the analytes of the catalog stand on the screen: groups in clinical order, names, fixed y ranges, and the silence that
 * breaks a line. Data, by catalog id, that the build puts into its table (`build/catalogTable.ts`). Order, ranges and limits
 * are ours, made for adults and for one tile each: for clinical review before release.
 */

/** Group heading and catalog ids in clinical order. Arterial pressure is not in the catalog: it is placed by its code. */
export const GROUPS: readonly (readonly [heading: string, ids: string])[] = [
  [
    'Kidney and electrolytes',
    'creat egfr egfr-cys cysc k na co2 cl bun uacr upcr phos pth ca ica mg uric agap osmo ucreat uprot24',
  ],
  [
    'Circulation and body',
    'bp-sys bp-dia map http://loinc.org|76215-3 http://loinc.org|76213-8 http://loinc.org|76214-6 hr rr spo2 o2flow fio2 temp weight height bmi hc waist weight-pct height-pct bmi-pct wfl-pct hc-pct pef pain gcs',
  ],
  [
    'Blood count and iron',
    'hgb hct wbc plt rbc mcv mch mchc rdw mpv neut-abs lym-abs mono-abs eos-abs baso-abs ig-abs neut-pct lym-pct mono-pct eos-pct baso-pct ig-pct retic-pct retic-abs ferritin iron tibc tsat transferrin b12 folate',
  ],
  ['Diabetes', 'a1c glucose glucose-poc eag insulin cpep'],
  ['Lipids', 'ldl hdl tg chol nonhdl vldl cholhdl apob lpa-mass lpa-molar'],
  ['Liver and nutrition', 'alt ast alp ggt tbili dbili ibili alb tp glob agr ldh nh3 lipase amylase vitd'],
  ['Blood gas', 'ph-art pco2-art po2-art hco3-art be-art lactate'],
  ['Inflammation', 'crp hscrp esr pct'],
  ['Heart', 'tni-hs tni tnt-hs tnt bnp ntprobnp ck ckmb'],
  ['Coagulation', 'inr pt aptt fib ddimer-feu ddimer-ddu'],
  ['Thyroid and hormones', 'tsh ft4 ft3 t4 t3 tpo cortisol testo'],
  [
    'Urine',
    'ua-color ua-app ua-sg ua-ph ua-prot ua-glu ua-ket ua-bld ua-le ua-nit ua-bili ua-uro ua-wbc ua-rbc',
  ],
  ['Drug levels', 'digoxin lithium vanc tacro phenytoin valproate'],
  ['Other results', 'psa'],
];

/** The name on the screen, where it is not that of the catalog. */
export const NAMES: Readonly<Record<string, string>> = {
  egfr: 'eGFR',
  co2: 'Bicarbonate',
  bun: 'Urea nitrogen',
  uacr: 'Urine albumin/creat.',
  pth: 'Parathyroid hormone',
  chol: 'Total cholesterol',
  alt: 'ALT',
  ast: 'AST',
  vitd: 'Vitamin D',
  'http://loinc.org|76215-3': 'Systolic blood pressure, invasive',
  'http://loinc.org|76213-8': 'Diastolic blood pressure, invasive',
  'http://loinc.org|76214-6': 'Mean arterial pressure, invasive',
};

type Axis = readonly [low: number, high: number] | readonly [low: number, high: number, gapDays: number];
/** Rule 4, in the unit of the catalog: lowest, highest; rule 6: days of silence, where not the usual ones. */
export const AXES: Readonly<Record<string, Axis>> = {
  creat: [0.5, 2.8],
  egfr: [10, 100],
  k: [3, 6.5],
  na: [125, 150],
  co2: [14, 32],
  cl: [90, 115],
  bun: [0, 70],
  uacr: [0, 450, 800],
  phos: [2, 6, 500],
  pth: [0, 160, 800],
  ca: [7, 12],
  mg: [1, 3],
  'bp-sys': [40, 180],
  'bp-dia': [40, 180],
  map: [40, 140],
  'http://loinc.org|76215-3': [40, 180],
  'http://loinc.org|76213-8': [40, 180],
  'http://loinc.org|76214-6': [40, 140],
  hr: [40, 130],
  rr: [8, 36],
  spo2: [84, 100],
  temp: [35, 40],
  hgb: [8, 18, 800],
  hct: [24, 54, 800],
  wbc: [0, 20, 800],
  plt: [50, 450, 800],
  ferritin: [0, 350, 800],
  a1c: [5, 10],
  glucose: [40, 300],
  'glucose-poc': [40, 300],
  ldl: [20, 160, 800],
  chol: [80, 260, 800],
  hdl: [25, 65, 800],
  tg: [0, 300, 800],
  alt: [0, 80, 800],
  ast: [0, 80, 800],
  alb: [2.5, 5.4, 800],
  tbili: [0, 3, 800],
  'ph-art': [7.2, 7.5],
  'pco2-art': [25, 60],
  lactate: [0, 6.5],
  crp: [0, 100, 800],
  tsh: [0, 8, 800],
  inr: [0.8, 4],
};

/**
 * Wide bounds tighter than the catalog's, each for a trap of `loinc-catalog.md` that those let through; for clinical review.
 * "15.0 gm/L" haemoglobin would be 1.5 g/dL.
 */
export const PLAUSIBLE: Readonly<Record<string, readonly [low: number, high: number]>> = { hgb: [2, 28] };

/** In words, what tells a variant from the analyte's own line; codes and notes as in the catalog. */
export const VARIANTS: Readonly<Record<string, string>> = {
  '8461-6': 'supine',
  '8460-8': 'standing',
  '96608-5': 'average',
  '8455-8': 'supine',
  '8454-1': 'standing',
  '96609-3': 'average',
  '8306-3': 'lying',
  '1863-0': 'with potassium',
  '62238-1': 'CKD-EPI 2009',
  '33914-3': 'MDRD',
  '77147-7': 'MDRD, any specimen',
  '48642-3': 'MDRD, non-black',
  '48643-1': 'MDRD, black',
  '88293-6': 'CKD-EPI 2009, black',
  '69405-9': 'formula not given',
  '94677-2': '2012 formula',
  '21000-5': 'SD',
  '41995-2': 'mass per volume',
  '14958-3': 'microalbumin, 24 h',
  '13705-9': '24 h',
  '1989-3': 'D3 only',
  '14635-7': 'D3 only, molar',
  '5804-0': 'test strip',
  '2888-6': 'mass per volume',
  '5792-7': 'test strip',
  '5797-6': 'test strip',
  '20405-7': 'test strip',
  '5808-1': 'sediment',
  '2746-6': 'venous',
  '11558-4': 'specimen not given',
  '2021-4': 'venous',
  '11557-6': 'specimen not given',
  '11556-8': 'specimen not given',
  '1959-6': 'blood',
};
