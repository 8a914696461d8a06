/** Units as a voice says them. Only what has one reading is put into words; any other unit is said as it was sent (rule 15). */

/** The one that is counted and, after "per", a single one. */
type Atom = readonly [many: string, one: string];

const regular = (one: string): Atom => [`${one}s`, one];

const ATOMS: Readonly<Record<string, Atom>> = {
  kg: regular('kilogram'),
  g: regular('gram'),
  mg: regular('milligram'),
  ug: regular('microgram'),
  mcg: regular('microgram'),
  ng: regular('nanogram'),
  pg: regular('picogram'),
  mol: regular('mole'),
  mmol: regular('millimole'),
  umol: regular('micromole'),
  nmol: regular('nanomole'),
  pmol: regular('picomole'),
  meq: regular('milliequivalent'),
  mEq: regular('milliequivalent'),
  L: regular('litre'),
  dL: regular('decilitre'),
  mL: regular('millilitre'),
  uL: regular('microlitre'),
  fL: regular('femtolitre'),
  U: regular('unit'),
  mU: regular('milliunit'),
  IU: regular('international unit'),
  mIU: regular('milli-international unit'),
  min: regular('minute'),
  h: regular('hour'),
  d: regular('day'),
  cm: regular('centimetre'),
  mm: regular('millimetre'),
  kPa: regular('kilopascal'),
  m2: regular('square metre'),
  beats: regular('beat'),
  '10*3': ['ten to the third', 'ten to the third'],
  '10*6': ['ten to the sixth', 'ten to the sixth'],
  '10*9': ['ten to the ninth', 'ten to the ninth'],
  '10*12': ['ten to the twelfth', 'ten to the twelfth'],
};

const WHOLE: Readonly<Record<string, string>> = {
  '%': 'percent',
  mmHg: 'millimetres of mercury',
  'mm[Hg]': 'millimetres of mercury',
  '°C': 'degrees Celsius',
  Cel: 'degrees Celsius',
  '°F': 'degrees Fahrenheit',
  '[degF]': 'degrees Fahrenheit',
};

/** Of the filtration rate, in its many spellings. */
const SURFACE = /^1\.73\s?_?m2$/;

const atomOf = (text: string): Atom | undefined => (Object.hasOwn(ATOMS, text) ? ATOMS[text] : undefined);
const onePer = (text: string): string | undefined =>
  SURFACE.test(text) ? '1.73 square metres' : atomOf(text)?.[1];

/** "millimoles per litre" of "mmol/L". */
export function spokenUnit(sent: string): string {
  const whole = Object.hasOwn(WHOLE, sent) ? WHOLE[sent] : undefined;
  if (whole !== undefined) return whole;
  const [first = '', ...others] = sent
    .replaceAll(/[µμ]/g, 'u')
    .replaceAll('²', '2')
    .replaceAll(/\{(1\.73_m2)\}/g, '$1')
    .split('/')
    .map((part) => part.trim());
  const counted = first === '' ? '' : atomOf(first)?.[0];
  const per = others.map(onePer);
  if (counted === undefined || per.includes(undefined)) return sent;
  return [counted, ...per.map((one) => `per ${one}`)].filter(Boolean).join(' ');
}

const COMPARED = [
  ['<=', 'at most'],
  ['>=', 'at least'],
  ['<', 'less than'],
  ['>', 'greater than'],
] as const;

/** A voice leaves out a sign that changes what the number means. */
export function spokenComparator(shown: string): string {
  const [sign, word] = COMPARED.find(([one]) => shown.startsWith(one)) ?? ['', ''];
  return sign === '' ? shown : `${word} ${shown.slice(sign.length).trim()}`;
}
