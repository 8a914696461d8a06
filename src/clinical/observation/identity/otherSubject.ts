/* oxlint-disable longview/texts-in-catalogs -- the words of a being are a part of the id of its series */
/**
 * This file finds the words that say that a result is about another being than the patient, or about no being at all: a
 * fetus, a donor, a control of the laboratory. Such a result never stands on the patient's line (docs/decisions/0033).
 */
import { lowerCaseWords } from './specimenKind.ts';

const BEINGS: readonly (readonly [being: string, words: RegExp])[] = [
  ['control', /\bcontrols?\b|\bqc\b|\bcalibrators?\b|\bblank\b/],
  ['fetal', /\bf(?:o?et(?:al|us(?:es)?|i))\b/],
  ['placenta', /\bplacent(?:a|al|ae)\b/],
  // What the artery carries comes from the child, and what the vein carries from the placenta.
  ['cord artery', /\bns?a ?ph\b|^(?=.*(?:\bumbilical|\bcord[oó]?n?\b|\bbldco\b|\bnabel)).*arter/],
  ['cord vein', /\bns?v ?ph\b|^(?=.*(?:\bumbilical|\bcord[oó]?n?\b|\bbldco\b|\bnabel)).*(?:\bvei?n|vene)/],
  ['cord', /\bumbilical|\bcord[oó]?n?\b|\bbldco\b|\bnabel/],
  [
    'newborn',
    /\bnewborns?\b|\bneonat(?:al|e|es|os?)\b|\bbab(?:y|ies)\b|\binfants?\b|\bneugeb|\breci[eé]n nacid/,
  ],
  ['twin', /\btwins?\b|\bzwilling|\bgemel[oa]s?\b/],
  ['donor', /\bdonors?\b|\bspender|\bdonantes?\b/],
  ['recipient', /\brecipients?\b/],
  ['maternal', /\bmaternal\b|\bmothers?\b|\bmutter\b|\bmadre\b/],
  ['paternal', /\bpaternal\b|\bfathers?\b|\bvaters?\b|\bpadre\b/],
  ['sibling', /\bsiblings?\b|\bbrothers?\b|\bgeschwister\b|\bherman[oa]s?\b/],
  ['partner', /\bpartners?\b|\bhusbands?\b|\bwife\b|\bspouses?\b/],
];

/** These are the names of all these beings. */
export const OTHER_SUBJECTS = BEINGS.map(([being]) => being);

/**
 * These words are the patient's own although one of the words above stands in them: haemoglobin F, a growth factor of
 * the placenta, the spinal cord, and how well a disease is controlled.
 */
const OWN_WORDS =
  /\bf(?:o?etal) (?:ha?emoglobin|hgb|hb|fibronectin|bovine|calf)\b|\bplacental (?:growth|alkaline|alk|lactogen)\b|\bumbilical (?:arter\w+|ve\w+) (?:line|cath\w*)|\b(?:spinal|vocal|spermatic) cord\b|\bcord (?:compression|injury)\b|\bcord[oó]n espinal\b|\b(?:infant|neonatal|newborn|baby) (?:\w{1,12} )?(?:scales?|cuff|warmer|probe|sensor|size|mode|board)\b|\b(?:infant|baby|newborn) (?:formula|foods?|feed\w*|milk)\b|\b(?:donor|maternal|mother s|mothers) (?:\w{1,12} )?(?:breast ?)?milk\b|\bnumber of (?:siblings|brothers)\b|\binfant (?:body )?(?:weight|length|height|head|bp|blood pressure|temp\w*|pulse|heart|resp\w*|spo2|bmi)\b|\b(?:reported|stated|estimated|measured|taken|told) by (?:\w{1,12} )?\w{1,12}\b|\b(?:glyca?emic|diabetes|asthma|pain|pressure|hypertension|birth|rate|rhythm|weight|symptom|disease|bladder|bowel|infection|motor|impulse|seizure|head|trunk|postural|remote|climate|locus of) control\b|\bcontrol (?:test|questionnaire|score|of|over|group)\b/g;

/**
 * Returns whom or what the words name instead of the patient: "fetal", "cord", "donor", "control"; '' when they name
 * nobody else. In doubt it is another being, which costs a line and hides nothing.
 */
export function otherSubjectIn(text: string): string {
  const words = lowerCaseWords(text).replaceAll(OWN_WORDS, ' ');
  return BEINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
}

// These words mean a material of the laboratory and nothing else. "Control" alone is also a visit or a symptom that is controlled, and
// "Kontrollprobe" and "muestra de control" are also a sample that was taken from the patient again. A blank of the
// reagent holds no sample; that of a serum is taken from the patient's own, and a value that was corrected for a blank is the patient's.
const QUALITY_CONTROL =
  /\bquality control\b(?! grade)|\b(?:qc|calibrators?) (?:level|lot|run|sample|material|serum|plasma|\d)|\bproficiency (?:test|sample|survey)|\bexternal quality ass|\bcontrol (?:ser(?:um|a)|material|solution)|\bmdc conc glu control\b|\bcalibration (?:material|verification|blank)|\b(?:control(?: interno| externo)?|evaluaci[oó]n externa) de (?:la )?calidad\b|\bsuero (?:de )?control\b|\b(?:material|blanco) de (?:control|calibraci[oó]n)|\bensayos? de aptitud\b|\bcorridas? de calibrador|\b(?:calibrador(?:es)?|kalibrator) ?(?:nivel|lote|lauf|stufe|charge|\d)|\bqualit(?:ä|ae)tskontroll|\bringversuch|\bk(?:ontroll|alibrier)(?:ser(?:um|en)|material|l(?:ö|oe)sung)|^(?!.*\b(?:correct|corregid|subtract|minus|resta|abz|abgez)).*\b(?:(?:reagents?|method) blank|blanco del? (?:los )?(?:reactivo|m[eé]todo)|reagenz(?:ien)? ?(?:leer|blind)wert)/u;

// A specimen can say it shorter. "Control sample" alone may be taken from the patient once more.
const CONTROL_SPECIMEN =
  /\bqc\b|\b(?:normal|abnormal|low|high|positive|negative|internal) control\b|\bcontrol (?:level|lot)\b|\b[ck]alibra[td]or|^(?:blank|blanco|leerwert)$/;

/**
 * Returns whether a result is one of a material by which a laboratory checks itself, so that it says nothing of the patient: the words of
 * its code say so in English, Spanish or German, or its specimen does. The words of a method and of a device do not count, because they
 * may say that the method itself is checked.
 */
export const isQualityControl = (words: string, specimen: string): boolean =>
  [words, specimen].some((text) => QUALITY_CONTROL.test(lowerCaseWords(text))) ||
  CONTROL_SPECIMEN.test(lowerCaseWords(specimen));
