import type { CodeableConcept, Coding, Observation } from 'fhir/r4';

export const LOINC_SYSTEM = 'http://loinc.org';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const CATEGORY_SYSTEM = `${TERMINOLOGY}/observation-category`;
export const INTERPRETATION_SYSTEM = `${TERMINOLOGY}/v3-ObservationInterpretation`;

export const loincCodings = (concept: CodeableConcept): readonly Coding[] =>
  (concept.coding ?? []).filter(({ system }) => system === LOINC_SYSTEM);

export const loincCodes = ({ code }: Observation): readonly string[] =>
  loincCodings(code).map((coding) => coding.code ?? '');

export const hasCategory = ({ category = [] }: Observation, code: string): boolean =>
  category.some(({ coding = [] }) =>
    coding.some((one) => one.system === CATEGORY_SYSTEM && one.code === code),
  );

export const isLaboratory = (observation: Observation): boolean => hasCategory(observation, 'laboratory');

/** A nurse or a monitor enters these: vital signs and scores. */
export const isCharted = (observation: Observation): boolean =>
  hasCategory(observation, 'vital-signs') || hasCategory(observation, 'survey');

export const observationCategory = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: CATEGORY_SYSTEM, code, display }],
  text: display,
});

/** Returns HL7's code for the flag, if there is one. */
export const interpretationCode = ({
  interpretation = [],
}: Pick<Observation, 'interpretation'>): string | undefined =>
  interpretation.flatMap(({ coding = [] }) => coding).find(({ system }) => system === INTERPRETATION_SYSTEM)
    ?.code;

/**
 * Returns a small number that is always the same for the same text. A vendor's habit that applies to some
 * results only is decided by it.
 */
export function stableHash(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
