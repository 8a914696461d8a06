import type { CodeableConcept, Coding, Observation } from 'fhir/r4';

export const LOINC_SYSTEM = 'http://loinc.org';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const CATEGORY = `${TERMINOLOGY}/observation-category`;
export const INTERPRETATION = `${TERMINOLOGY}/v3-ObservationInterpretation`;

export const loincOf = (concept: CodeableConcept): readonly Coding[] =>
  (concept.coding ?? []).filter(({ system }) => system === LOINC_SYSTEM);

/** The LOINC codes of what is measured. */
export const codesOf = ({ code }: Observation): readonly string[] =>
  loincOf(code).map((coding) => coding.code ?? '');

export const isOfCategory = ({ category = [] }: Observation, code: string): boolean =>
  category.some(({ coding = [] }) => coding.some((one) => one.system === CATEGORY && one.code === code));

export const isLaboratory = (observation: Observation): boolean => isOfCategory(observation, 'laboratory');

/** What a nurse or a monitor enters: vital signs and scores. */
export const isCharted = (observation: Observation): boolean =>
  isOfCategory(observation, 'vital-signs') || isOfCategory(observation, 'survey');

export const categoryOf = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: CATEGORY, code, display }],
  text: display,
});

/** The code of HL7 for a flag, and its words. */
export const flagOf = ({ interpretation = [] }: Pick<Observation, 'interpretation'>): string | undefined =>
  interpretation.flatMap(({ coding = [] }) => coding).find(({ system }) => system === INTERPRETATION)?.code;

/** A small number that is the same for the same text: for what a vendor does to some results and not to others. */
export function digest(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
