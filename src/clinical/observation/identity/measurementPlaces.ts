/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
import type { MeasurementKind, MeasurementRule } from './measurementRule.ts';

/** These say on which side of the body something was measured, for codes that do not say of what. The numbers are those of SNOMED CT. */
export const SIDES: readonly MeasurementKind[] = [
  ['left', /\bleft\b|^os(?: \d|$)|\blink|\bizquierd|\bgauche|\bsinistr|\b7771000\b/],
  ['right', /\bright\b|^od(?: \d|$)|\brecht|\bderech|\bdroit|\bdestr|\b24028007\b/],
];
const PULMONARY = 'pulmonary artery';
/**
 * These places have a pressure that is no blood pressure of the circulation. A catheter of the heart or of the pulmonary artery sends each
 * with the codes of a blood pressure, and often its panel alone names the place.
 */
const PLACES_OF_PRESSURE: readonly MeasurementKind[] = [
  ['wedge', /\bwedge|\bpa?c?wp\b|\bpaop\b|\bocclusion pressure|\bverschlussdruck|\benclavamiento/],
  [
    PULMONARY,
    /\bpulmonary (?:art|pressure|blood)|\bpulmonal|\bpap\b|\bpa (?:sys|dias|mean|press|cath)|\barteria pulmonar|\bswan ganz/,
  ],
  ['right ventricle', /\bright ventric|\brechtsventrik|\brechter ventrik|\bventr[ií]culo derecho|\brvs?p\b/],
  [
    'left ventricle',
    /\bleft ventric|\blinksventrik|\blinker ventrik|\bventr[ií]culo izquierdo|\blvs?e?d?p\b/,
  ],
  ['right atrium', /\bright atri|\brechtsatri|\brechter vorhof|\baur[ií]cula derecha|\brap\b/],
  ['left atrium', /\bleft atri|\blinksatri|\blinker vorhof|\baur[ií]cula izquierda/],
  ['central venous', /\bcentral ven|\bzentralven|\bvenosa central|\bcvp\b|\bzvd\b|\bpvc\b|\bvena cava/],
  ['aorta', /\baort(?:a|ic|al)\b/],
  ['intracranial', /\bintra ?cran|\bicp\b|\bhirndruck/],
  ['portal vein', /\bportal\b|\bhepatic ven|\bpfortader/],
  ['extracorporeal', /\bextra ?corp|\becmo\b|\bha?emofilt|\bcrrt\b|\bcircuit\b|\bballoon/],
];
/** A panel that names the circulation as well tells nothing of one part. */
const CIRCULATION: MeasurementKind = [
  'circulation',
  /\b(?:abp|systemic|ha?emodynamics?|h(?:ä|ae)modynamik|art(?:erial)? (?:line|bp)|systemarteri\w+)\b/,
  undefined,
  true,
];

/** Returns whether a kind is a place whose pressure is no blood pressure. */
export const isPlaceOfPressure = (kind: string): boolean =>
  PLACES_OF_PRESSURE.some(([name]) => name === kind);

/** Returns the rule that keeps the pressures of other places from a blood pressure. `pulmonary` is the LOINC of the pulmonary artery. */
export const placesOfPressure = (of: RegExp, pulmonary: string): MeasurementRule => ({
  of,
  reads: ['bodySite', 'codeWords'],
  kinds: [
    CIRCULATION,
    ...PLACES_OF_PRESSURE.map(([name, words]): MeasurementKind =>
      name === PULMONARY ? [name, words, pulmonary] : [name, words],
    ),
  ],
});

/** These say that a result was measured beside the patient and not in the laboratory. */
export const POINT_OF_CARE: readonly MeasurementKind[] = [
  [
    'blood gas analyser',
    /(?<!cromatograf[ií]a de |\bstrep |\bstreptococcus |\b(?:ex|in)(?:haled|pired|hl|spired) |\b(?:fresh|sweep|carrier|ana?esthetic) |\bbreath(?: test)? )\bgas(?:es)?\b(?! chrom| liq| exchange| flow| ag\b| antigen| (?:\d )?breath\b)|\b[av]bg\b|\bbga\b|\bblutgas|\bgasometr|\bgaz du sang|\bco ?ox/,
  ],
  ['point of care', /\bpoct?\b|\bpoint of care|\bnear patient|\bbedside|\bi ?stat\b|\bhand ?held|\bhemocue/],
];

/** A sensor under the skin measures no blood. */
export const OF_SENSOR: MeasurementKind = ['sensor', /\bcgms?\b|\binterstitial\b/];
