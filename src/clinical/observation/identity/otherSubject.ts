/**
 * This file finds the words that say that a result is about another being than the patient, or about no being at all: a
 * fetus, a donor, a control of the laboratory. Such a result never stands on the patient's line (docs/decisions/0033).
 */
import { spokenWords } from './specimenKind.ts';

const BEINGS: readonly (readonly [being: string, words: RegExp])[] = [
  ['control', /\bcontrols?\b|\bqc\b|\bcalibrators?\b|\bblank\b/],
  ['fetal', /\bf(?:o?et(?:al|us(?:es)?|i))\b/],
  ['placenta', /\bplacent(?:a|al|ae)\b/],
  ['cord', /\bumbilical|\bcord\b|\bbldco\b/],
  ['newborn', /\bnewborns?\b|\bneonat(?:al|e|es)\b|\bbab(?:y|ies)\b/],
  ['donor', /\bdonors?\b/],
  ['recipient', /\brecipients?\b/],
  ['maternal', /\bmaternal\b|\bmothers?\b/],
  ['paternal', /\bpaternal\b|\bfathers?\b/],
  ['sibling', /\bsiblings?\b/],
];

/** These are the names of all these beings. */
export const OTHER_SUBJECTS = BEINGS.map(([being]) => being);

/**
 * These words are the patient's own although one of the words above stands in them: haemoglobin F, a growth factor of
 * the placenta, the spinal cord, and how well a disease is controlled.
 */
const OWN_WORDS =
  /\bf(?:o?etal) (?:ha?emoglobin|hgb|hb|fibronectin|bovine|calf)\b|\bplacental (?:growth|alkaline|alk|lactogen)\b|\b(?:spinal|vocal|spermatic) cord\b|\bcord (?:compression|injury)\b|\b(?:glyca?emic|diabetes|asthma|pain|pressure|hypertension|birth|rate|rhythm|weight|symptom|disease|bladder|bowel|infection|motor|impulse|seizure|head|trunk|postural|remote|climate|locus of) control\b|\bcontrol (?:test|questionnaire|score|of|over|group)\b/g;

/**
 * Returns whom or what the words name instead of the patient: "fetal", "cord", "donor", "control"; '' when they name
 * nobody else. In doubt it is another being, which costs a line and hides nothing.
 */
export function otherSubjectIn(text: string): string {
  const words = spokenWords(text).replaceAll(OWN_WORDS, ' ');
  return BEINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
}

// These words mean a material of the laboratory and nothing else. "Control" alone is also a visit or a symptom that is controlled, and
// "Kontrollprobe" and "muestra de control" are also a sample that was taken from the patient again.
const QUALITY_CONTROL =
  /\bquality control\b(?! grade)|\bqc (?:level|lot|sample|material|serum|plasma|\d)|\bproficiency (?:test|sample|survey)|\bexternal quality (?:assessment|assurance)\b|\bcontrol (?:serum|sera|material|solution)\b|\bcontrol (?:interno |externo )?de (?:la )?calidad\b|\bsuero (?:de )?control\b|\bmaterial de control\b|\bensayos? de aptitud\b|\bevaluaci[oó]n externa de (?:la )?calidad\b|\bqualit(?:ä|ae)tskontroll|\bringversuch|\bkontroll(?:ser(?:um|en)|material|lösung|loesung)/u;

// A specimen can say it shorter. "Control sample" alone may be taken from the patient once more.
const CONTROL_SPECIMEN =
  /\bqc\b|\b(?:normal|abnormal|low|high|positive|negative|internal) control\b|\bcontrol (?:level|lot)\b/;

/**
 * Returns whether a result is one of a material by which a laboratory checks itself, so that it says nothing of the patient: the words of
 * its code say so in English, Spanish or German, or its specimen does. The words of a method and of a device do not count, because they
 * may say that the method itself is checked.
 */
export const isQualityControl = (words: string, specimen: string): boolean =>
  [words, specimen].some((text) => QUALITY_CONTROL.test(spokenWords(text))) ||
  CONTROL_SPECIMEN.test(spokenWords(specimen));
