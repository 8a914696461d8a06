/**
 * This file says which analyte or code is a special form of which: an axillary temperature of a temperature, a fasting
 * glucose of a glucose. The catalog holds it in `specialOf`, `variant` and `mark`.
 */
import { formsOfId, targetOfId, type CatalogMatch } from './catalog.ts';
import type { Analyte, AnalyteTarget } from './analyteTarget.ts';

/** These are words with which a code leaves open what other codes of its measure say. */
const LEAVES_OPEN = /not given|or blood/;

/** Returns the analyte of which this one is a form, unless the two exclude each other. */
const generalOf = ({ specialOf, contradictsGeneral }: Analyte): Analyte | undefined =>
  contradictsGeneral ? undefined : targetOfId(specialOf)?.analyte;

/** Returns the analyte and those that it is a form of, the most general one last. */
function lineage(analyte: Analyte): readonly Analyte[] {
  const general = generalOf(analyte);
  return general === undefined ? [analyte] : [analyte, ...lineage(general)];
}

/** Returns whether one of two analytes is a form of the other, or both are forms of a third. */
export const areForms = (a: Analyte, b: Analyte): boolean => lineage(a).at(-1) === lineage(b).at(-1);

/** Returns what a code says beyond the most general code of its measure; '' when it says nothing. */
const specialWords = ({ target, mark }: CatalogMatch): string =>
  target.variant || mark || (target.analyte.contradictsGeneral ? '' : target.analyte.differsBy);

/** Returns 0 for a code that says that something is not given, 1 for one that says nothing, 2 for a special one. */
function specialty(match: CatalogMatch): 0 | 1 | 2 {
  const words = specialWords(match);
  if (words === '') return 1;
  return LEAVES_OPEN.test(words) ? 0 : 2;
}

/**
 * The profile of vital signs asks for a general code beside that of the measure, so the systolic pressure of the pulmonary artery has the
 * code of a blood pressure too (https://hl7.org/fhir/R4/observation-vitalsigns.html). Guides name every temperature of the mouth, the ear
 * and the armpit as one of the core besides.
 */
const GIVES_WAY =
  /^(?:bp-(sys|dia) pap-\1|map (?:pap-mean|cvp|icp)|temp-core temp-(?:oral|ax|rect|tymp|temporal))$/;

/**
 * Returns whether the first code says less than the second of the same measure, so that the second one is meant when an
 * Observation has both: 8310-5 beside 8332-9 is a rectal temperature.
 */
export function isMoreGeneral(a: CatalogMatch, b: CatalogMatch): boolean {
  if (GIVES_WAY.test(`${a.target.id} ${b.target.id}`)) return true;
  if (!areForms(a.target.analyte, b.target.analyte)) return false;
  const [specialtyA, specialtyB] = [specialty(a), specialty(b)];
  if (specialtyA !== specialtyB) return specialtyA < specialtyB;
  const isFormOfA = lineage(b.target.analyte).includes(a.target.analyte) && a.target.variant === '';
  return isFormOfA && a.mark === '' && (a.target !== b.target || b.mark !== '');
}

/** This is a special form of a target, with the words that tell it from the target: "arterial", "axillary", "whole blood". */
type SpecialForm = { readonly target: AnalyteTarget; readonly differsBy: string };

/**
 * Returns all special forms of a target that have a series of their own, those of its forms among them: of potassium in
 * serum or plasma that in whole blood, and of this the arterial one. A variant has none.
 */
export function specialFormsOf({ analyte, variant }: AnalyteTarget): readonly SpecialForm[] {
  if (variant !== '') return [];
  return formsOfId(analyte.id).flatMap((target) => [
    { target, differsBy: target.variant || target.analyte.differsBy },
    ...specialFormsOf(target),
  ]);
}

/**
 * Returns the one special form of a target whose words match, for a result that says by its specimen, method, device,
 * site or position what its code leaves open. It is undefined when none matches, or several do.
 */
export function specialFormOf(target: AnalyteTarget, words: RegExp): AnalyteTarget | undefined {
  const [form, ...others] = specialFormsOf(target).filter(({ differsBy }) => words.test(differsBy));
  return others.length === 0 ? form?.target : undefined;
}
