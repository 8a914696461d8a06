/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
import type { MeasurementKind } from './measurementKinds.ts';

/** These say on which side of the body something was measured, for codes that do not say of what. The numbers are those of SNOMED CT. */
export const SIDES: readonly MeasurementKind[] = [
  ['left', /\bleft\b|^os(?: \d|$)|\blink|\bizquierd|\bgauche|\bsinistr|\b7771000\b/],
  ['right', /\bright\b|^od(?: \d|$)|\brecht|\bderech|\bdroit|\bdestr|\b24028007\b/],
];
/** These say that a result was measured beside the patient and not in the laboratory. */
export const POINT_OF_CARE: readonly MeasurementKind[] = [
  [
    'blood gas analyser',
    /(?<!cromatograf[ií]a de |\bstrep |\bstreptococcus |\bex(?:haled|pired|hl) |\bbreath(?: test)? )\bgas(?:es)?\b(?! chrom| liq| ag\b| antigen| (?:\d )?breath\b)|\b[av]bg\b|\bbga\b|\bblutgas|\bgasometr|\bgaz du sang|\bco ?ox/,
  ],
  ['point of care', /\bpoct?\b|\bpoint of care|\bnear patient|\bbedside|\bi ?stat\b|\bhand ?held|\bhemocue/],
];

/** A sensor under the skin measures no blood. */
export const OF_SENSOR: MeasurementKind = ['sensor', /\bcgms?\b|\binterstitial\b/];
