import { isPanelCode, catalogMatch, targetOfOtherCode } from '../catalog/catalog.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';

/** The code says what was measured, for an Observation or a component. */
export type ObservationCode = {
  /** The catalog maps the code to this target; it is undefined for a code that the catalog does not know. */
  readonly target: AnalyteTarget | undefined;
  /** This is the series id without a suffix for a unit: `k`, `egfr~62238-1`, `system|code`, `text:…`. */
  readonly baseId: string;
  readonly system: string;
  readonly code: string;
  readonly text: string;
  /** True when the codes of the catalog name two measures, so that it is not known which of them was measured. */
  readonly isAmbiguous: boolean;
};

const LOINC = 'http://loinc.org';

type ChosenCoding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly target?: AnalyteTarget;
};

/**
 * Reads the `code` of an Observation or a component and chooses the coding that names its series: a LOINC of the
 * catalog by its fixed priority, else another LOINC, else a code of another system that the catalog names, else the
 * coding that the user selected, else the first one, else the text. Panel codes are never chosen, and a LOINC under
 * another system is no LOINC (fixtures 1 to 9 and 35). When the LOINCs name two measures the series belongs to no
 * analyte.
 */
export function readCode(value: unknown): ObservationCode {
  const concept = elementOf(value);
  const text = conceptText(concept);
  const codings = elementsOf(concept['coding']);
  const choice = chooseCoding(codings);
  if (choice === undefined) {
    const [panel] = codings;
    return {
      target: undefined,
      baseId: `text:${text.toLowerCase()}`,
      system: trimmedText(panel?.['system']),
      code: trimmedText(panel?.['code']),
      text,
      isAmbiguous: false,
    };
  }
  const { system, code, display } = choice;
  const isAmbiguous = codings.length > 1 && nameTwoMeasures(codings);
  const target = isAmbiguous ? undefined : choice.target;
  return {
    target,
    baseId: target?.id ?? `${system}|${code}${isAmbiguous ? '~two measures' : ''}`,
    system,
    code,
    isAmbiguous,
    text: trimmedText(concept['text']) || display || text,
  };
}

function chooseCoding(codings: readonly FhirElement[]): ChosenCoding | undefined {
  let best: ChosenCoding | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const coding of codings) {
    const code = trimmedText(coding['code']);
    const system = trimmedText(coding['system']);
    if (code === '' || (system === LOINC && isPanelCode(code))) continue;
    const match = system === LOINC ? catalogMatch(code) : undefined;
    const target = system === LOINC ? match?.target : targetOfOtherCode(`${system}|${code}`);
    const rank = match?.rank ?? rankOf(system, target !== undefined, coding['userSelected'] === true);
    if (rank >= bestRank) continue;
    bestRank = rank;
    best = { system, code, display: trimmedText(coding['display']), ...(target && { target }) };
  }
  return best;
}

// These parts of a catalog id tell a general from a more special code of one measure, or two codes that the unit
// tells apart, which is no contradiction.
const VARIANT_AFFIXES = /^hs|-(?:poc|hs|abs|pct|mass|molar)$/g;

function nameTwoMeasures(codings: readonly FhirElement[]): boolean {
  const measures = codings.flatMap(({ system, code }) => {
    const id = trimmedText(system) === LOINC ? catalogMatch(trimmedText(code))?.target.analyte.id : undefined;
    return id === undefined ? [] : [id.replaceAll(VARIANT_AFFIXES, '')];
  });
  return measures.some((measure) => measure !== measures[0]);
}

/** A LOINC that the catalog does not know is more exact than a code of another system that it knows. */
const rankOf = (system: string, isKnown: boolean, userSelected: boolean): number => {
  if (system === LOINC) return 1e6;
  if (isKnown) return 1e6 + 1;
  return userSelected ? 1e6 + 2 : 1e6 + 3;
};
