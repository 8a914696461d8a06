/**
 * Laboratories call many substances by a name with that of another one in it: prealbumin, proBNP, antibodies against the receptor of TSH.
 * The catalog has no code for most of them, so that their names are found by these words, in English, German, Spanish and French.
 */
const HORMONE =
  /^(?!.*(?:neg|reflex|interf)).*(?:anti-?(?:tg|b|k)|anti[ck]|re[cz]ept|réc|\btra[kb]|\btsi\b|immunogl|pro-?ins)/;
const CRP = /peptid|péptid|prot\S{1,12} c\b(?!.r)/;
const LDL = /\blp ?\(|\blipo[^\s(]{1,20} ?\(?a\b|\bsd|\bdense|\box|\bldl-p|particle|\bvldl|ratio|quot/;

const WORDS_OF_OTHERS: ReadonlyMap<string, RegExp> = new Map([
  [
    'alb',
    /pr[eéä]-?alb|transthy|mi[ck]ro-?alb|\bgl[yiu][ckq]|\bis[ck]h?.{1,4}mi|isquem|\balb\S{1,8}uri[ae]|\bratio|quot/,
  ],
  ['ldl', LDL],
  ['ldl-direct', LDL],
  ['bnp', /^(?!.*\bnot\b).*pro.?bnp/],
  ['ntprobnp', /^(?!.*(?:pro|\bnt\b|n-term)).*natri/],
  ['psa', /ratio|quot|complex|veloc|densi|propsa/],
  ['tsh', HORMONE],
  ['insulin', HORMONE],
  ['thyroglobulin', HORMONE],
  ['crp', CRP],
  ['hscrp', CRP],
  ['calcitonin', /pro.?[ck]al/],
  ['pct', /^(?!.*(?:pro|pct)).*[ck]al[cz]/],
  ['mg', /\bi[oóô]ni[szcé]|\bimg\b|\brbc\b|er[iy]thro|érythro/],
  ['map', /perfusi[oó]n(?:s?dru| pre| c)|\bcpp\b/],
  ['folate', /\brbc\b|er[iy]thro|érythro/],
  ['pth', /pthrp|related/],
  ['transferrin', /carboh|s[aä]ttig|\bcdt\b/],
  ['b12', /holo|\ba[ck]ti[vf]/],
  ['t3', /uptake|captaci/],
  ['amylase', /pan[ck]rea/],
  ['alp', /\bbone\b|kno[ck]hen|[oó]sea\b|osseu/],
  ['ck', /ck-?mb/],
  ['testo', /di-?h[yi]dro|\bdht\b/],
  ['iron', /bind|satur|s[aä]ttig|\b[tu]ibc\b/],
  ['cortisol', /(?<!h[yi]dro)[ck]ortison/],
  ['chol', /\bno[nt]?[ -]hdl|\bhdl-?[ck]/],
  ['ppeak', /plateau/],
  ['creat', /(?<!for )(?:clear|a[ck]lara|clair)/],
]);

/** Returns whether a text in lower case names a substance that only shares a part of its name with the analyte of this id. */
export const isOtherSubstance = (analyteId: string, text: string): boolean =>
  WORDS_OF_OTHERS.get(analyteId)?.test(text) ?? false;
