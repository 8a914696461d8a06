import type { CodeableConcept, Coding, Observation } from 'fhir/r4';

export const LOINC_SYSTEM = 'http://loinc.org';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const CATEGORY_SYSTEM = `${TERMINOLOGY}/observation-category`;
export const INTERPRETATION_SYSTEM = `${TERMINOLOGY}/v3-ObservationInterpretation`;

export const loincCodings = (concept: CodeableConcept): readonly Coding[] =>
  (concept.coding ?? []).filter(({ system }) => system === LOINC_SYSTEM);

/** The LOINC codes of what is measured. */
export const loincCodes = ({ code }: Observation): readonly string[] =>
  loincCodings(code).map((coding) => coding.code ?? '');

export const hasCategory = ({ category = [] }: Observation, code: string): boolean =>
  category.some(({ coding = [] }) =>
    coding.some((one) => one.system === CATEGORY_SYSTEM && one.code === code),
  );

export const isLaboratory = (observation: Observation): boolean => hasCategory(observation, 'laboratory');

/** What a nurse or a monitor enters: vital signs and scores. */
export const isCharted = (observation: Observation): boolean =>
  hasCategory(observation, 'vital-signs') || hasCategory(observation, 'survey');

export const observationCategory = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: CATEGORY_SYSTEM, code, display }],
  text: display,
});

/** The code of HL7 for a flag, and its words. */
export const interpretationCode = ({
  interpretation = [],
}: Pick<Observation, 'interpretation'>): string | undefined =>
  interpretation.flatMap(({ coding = [] }) => coding).find(({ system }) => system === INTERPRETATION_SYSTEM)
    ?.code;

/** A small number that is the same for the same text: for what a vendor does to some results and not to others. */
export function stableHash(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
