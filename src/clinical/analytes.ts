/**
 * How the analytes of the catalog stand on the screen: groups, clinical order, fixed y ranges, and the silence that breaks
 * a line. Order, ranges and limits are ours, made for adults and for one tile each: for clinical review before release.
 */
import { catalogAnalyte, type Target } from './catalog.ts';

const DAY_MS = 86_400_000;

/** Group heading and catalog ids in clinical order. Arterial pressure is not in the catalog: it is placed by its code. */
const GROUPS: readonly (readonly [string, string])[] = [
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
const CIRCULATION = 1;
const OTHER = GROUPS.length - 1;

/** Rule 4, in the unit of the catalog: lowest, highest; rule 6: days of silence, where not the usual ones. */
const AXES: Readonly<Record<string, readonly [number, number, number?]>> = {
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
const USUAL_GAP_DAYS = 400;

/** In words, what tells a variant from the analyte's own line; codes and notes as in the catalog. */
const VARIANTS: Readonly<Record<string, string>> = {
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

type Standing = { readonly group: string; readonly order: number };

const GROUP_ROOM = 100_000;
const standings = new Map<string, Standing>(
  GROUPS.flatMap(([group, ids], g) =>
    ids.split(' ').map((id, i) => [id, { group, order: g * GROUP_ROOM + i * 10 }] as const),
  ),
);
const lastOf = (g: number): Standing => ({ group: GROUPS[g]?.[0] ?? '', order: (g + 1) * GROUP_ROOM - 1 });

/** Group and place in the clinical order. `base` is the series id without a suffix for a unit. */
export function standingOf(target: Target | undefined, base: string, isVital: boolean): Standing {
  const known = standings.get(target?.analyte.id ?? base);
  if (known === undefined) return lastOf(isVital ? CIRCULATION : OTHER);
  return target === undefined || target.variant === ''
    ? known
    : { group: known.group, order: known.order + 1 };
}

/** An analyte of the catalog with its place, by its id; undefined for one that it does not have. */
export function analyteOf(
  id: string,
): (Standing & { readonly id: string; readonly name: string }) | undefined {
  const analyte = catalogAnalyte(id);
  return analyte && { id, name: analyte.name, ...(standings.get(id) ?? lastOf(OTHER)) };
}

/** "eGFR (creatinine), CKD-EPI 2009". */
export const nameOf = ({ analyte, variant }: Target): string => withVariant(analyte.name, variant);
export const shortOf = ({ analyte, variant }: Target): string => withVariant(analyte.short, variant);
const withVariant = (name: string, variant: string): string =>
  variant === '' ? name : `${name}, ${VARIANTS[variant] ?? variant}`;

/** Rule 4: the y range fixed beforehand, in `unit`; undefined where there is none for that unit. */
export function axisOf(
  target: Target | undefined,
  base: string,
  unit: string,
): readonly [number, number] | undefined {
  const axis = AXES[target?.analyte.id ?? base];
  if (axis === undefined) return undefined;
  const [low, high] = axis;
  if (target === undefined || unit === target.unit) return [low, high];
  const conversion = target.other.get(unit);
  if (conversion === undefined) return undefined;
  return [(low - conversion.offset) / conversion.factor, (high - conversion.offset) / conversion.factor];
}

/** Rule 6: a longer silence than this breaks the line of this measure. In ms. */
export const gapMsOf = (target: Target | undefined, base: string): number =>
  (AXES[target?.analyte.id ?? base]?.[2] ?? USUAL_GAP_DAYS) * DAY_MS;
