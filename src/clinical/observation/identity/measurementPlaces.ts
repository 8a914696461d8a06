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
  [
    'wedge',
    /\bwedge|\bpa?c?wp\b|\bpaop\b|\bocclusion pressure|\bverschlussdruck|\benclavamiento|\bcapil\w+ pulmon|\bwigged/,
  ],
  [
    PULMONARY,
    // "PAP therapy" blows air.
    /\bpulm(?:onary)? (?:art|sys|dia|mean|pressure|blood)|\bpulmonal|\b(?:arteria|presi[oó]n|(?:di|s[ií])\wt[oó]lica|art[eè]re|pression) pulmona[ir]|\blongslagader|\b[sdm]?pap(?:[sdm]|sys|dia|mean)?\b(?! th| m[ao]| dev)|\bpa[sdm]p\b|\bpsap\b|\bp ?a (?:sys|dias|mean|press|cath)|\bswan (?:ganz|sys|dia|mean|cath)/,
  ],
  [
    'right ventricle',
    /\bright ventric|\brechtsventrik|\brechter ?ventrik|\bventr[ií]cul(?:o derecho|ar derecha|e droit)|\brv (?:sys|dia|end|mean|press)|\brve?[sd]?p\b/,
  ],
  [
    'left ventricle',
    /\bleft ventric|\blinksventrik|\blinker ?ventrik|\bventr[ií]cul(?:o izquierdo|ar izquierda|e gauche)|\blv (?:sys|dia|end|mean|press)|\blvs?e?d?p\b/,
  ],
  [
    'right atrium',
    /\bright atri|\brechtsatri|\brechte[rn] (?:vorhof|atri)|\baur[ií]cular? derecha|\boreillette droite|\bra (?:sys|dia|mean|press)|\brap\b(?! app)/,
  ],
  [
    'left atrium',
    // "La pression" is French.
    /\bleft atri|\blinksatri|\blinke[rn] (?:vorhof|atri)|\baur[ií]cular? izquierda|\boreillette gauche|\bla (?:mean|pressure)\b|\blap\b/,
  ],
  [
    'central venous',
    // After a premature ventricular contraction, which is a PVC too, the pressure is still that of the circulation.
    /\b[cz]entra+l ?ven|\bvenosa central|\bveineuse centrale|\bcvp\b|\bzvd\b|(?<!post |after )\bpvc\b|\bvena cava|\b[is]vc press/,
  ],
  [
    'aorta',
    /\baort(?:a|ic|al)\b(?! (?:clinic|stenosis|valve|aneurysm))|\baorten ?druck|\baortique|\bao (?:sys|dia|mean|press)|\biabp\b|\bballoon pump/,
  ],
  ['intracranial', /\bintra ?cr[aâ]n|\bicp\b|\bhirndruck/],
  // Patients enter a blood pressure in a portal.
  ['portal vein', /\bportal (?:ve|press)|\bvena porta\b|\bhepatic ven|\bhvpg\b|\bpfortader/],
  [
    'extracorporeal',
    /\bextra ?corp|\becmo\b|\bha?emofilt|\bcrrt\b|\b(?:dialysis|bypass) circuit|\bcircuit (?:press|art|ven)/,
  ],
];
/** A panel that names the circulation as well tells nothing of one part. */
const CIRCULATION: MeasurementKind = [
  'circulation',
  /\b(?:abp|systemic|ha?emodynamics?|h(?:ä|ae)modynamik|art(?:erial)? (?:line|bp)|systemarteri\w+)\b/,
  undefined,
  true,
];

/** Returns whether the limits of a blood pressure or of the temperature of a body do not hold at a place: a foot may have 20 Cel. */
export const hasOtherLimits = (kind: string): boolean =>
  kind === 'limb' || kind === 'surroundings' || PLACES_OF_PRESSURE.some(([name]) => name === kind);

/** Returns the rule that keeps the pressures of other places from a blood pressure. `pulmonary` is the LOINC of the pulmonary artery. */
export const placesOfPressure = (of: RegExp, pulmonary: string): MeasurementRule => ({
  of,
  reads: ['bodySite', 'codeWords'],
  isOwnFirst: true,
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
