import { isPanelCode, catalogMatch, targetOfOtherCode } from '../catalog/catalog.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { AnalyteTarget } from '../catalog/analyteTarget.ts';

/** What a result is of. */
export type ObservationCode = {
  /** The catalog's line, undefined for a code that it does not know. */
  readonly target: AnalyteTarget | undefined;
  /** Series id without a suffix for a unit: `k`, `egfr~62238-1`, `system|code`, `text:…`. */
  readonly baseId: string;
  readonly system: string;
  readonly code: string;
  readonly text: string;
  /** The codes of the catalog name two measures: which of them was measured is not known. */
  readonly isAmbiguous: boolean;
};

const LOINC = 'http://loinc.org';

type Choice = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly target?: AnalyteTarget;
};

/**
 * The series key of an Observation or component (vendors.md 2.2): a LOINC of the catalog by its fixed priority, else another
 * LOINC, else a code of another system that the catalog names, else the coding that the user selected, else the first one, else the text. Never a panel code; LOINC-looking codes
 * under another system are not LOINC. Where the LOINCs are of two measures neither is chosen.
 */
export function readCode(value: unknown): ObservationCode {
  const concept = elementOf(value);
  const text = conceptText(concept);
  const codings = elementsOf(concept['coding']);
  const choice = chosen(codings);
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
  const isAmbiguous = codings.length > 1 && areOfTwoMeasures(codings);
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

function chosen(codings: readonly FhirElement[]): Choice | undefined {
  let best: Choice | undefined;
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

// A general and a more special code of one measure, or two that the unit tells apart, are no contradiction.
const KINDS = /^hs|-(?:poc|hs|abs|pct|mass|molar)$/g;

function areOfTwoMeasures(codings: readonly FhirElement[]): boolean {
  const measures = codings.flatMap(({ system, code }) => {
    const id = trimmedText(system) === LOINC ? catalogMatch(trimmedText(code))?.target.analyte.id : undefined;
    return id === undefined ? [] : [id.replaceAll(KINDS, '')];
  });
  return measures.some((measure) => measure !== measures[0]);
}

/** A LOINC that the catalog does not know says more exactly what it is than a code that it knows of another system. */
const rankOf = (system: string, isKnown: boolean, userSelected: boolean): number => {
  if (system === LOINC) return 1e6;
  if (isKnown) return 1e6 + 1;
  return userSelected ? 1e6 + 2 : 1e6 + 3;
};
