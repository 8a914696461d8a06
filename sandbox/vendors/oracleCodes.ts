import type { CodeableConcept, Coding, Observation } from 'fhir/r4';
import {
  observationCategory,
  loincCodes,
  stableHash,
  hasCategory,
  loincCodings,
  LOINC_SYSTEM,
} from './codings.ts';

const ORACLE_TENANT = 'https://fhir.cerner.com/sandbox-tenant/codeSet';

/** These measures have a second LOINC code. A client must not rely on which of the two comes first. */
const SECOND_LOINC: Readonly<Record<string, Coding>> = {
  '8867-4': { system: LOINC_SYSTEM, code: '69000-8', display: 'Heart rate --sitting' },
  '8310-5': { system: LOINC_SYSTEM, code: '8331-1', display: 'Oral temperature' },
  '8302-2': { system: LOINC_SYSTEM, code: '3137-7', display: 'Body height Measured' },
  '59408-5': { system: LOINC_SYSTEM, code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
};
/** Nobody has mapped this vital sign to LOINC. */
const UNMAPPED_LOINC = '39156-5';
/** These measures have more than one category. */
const FURTHER_CATEGORIES: Readonly<Record<string, readonly CodeableConcept[]>> = {
  '8310-5': [observationCategory('therapy', 'Therapy')],
  '9279-1': [observationCategory('therapy', 'Therapy')],
  '59408-5': [observationCategory('procedure', 'Procedure'), observationCategory('therapy', 'Therapy')],
};

const ORACLE_FLAGS: Readonly<Record<string, readonly [ownCoding: string, text: string]>> = {
  N: ['212', 'NORMAL'],
  L: ['211', 'LOW'],
  H: ['214', 'HI'],
  LL: ['210', 'CRIT LOW'],
  HH: ['209', 'CRIT HI'],
  A: ['205', 'ABN'],
};

/**
 * Returns the local code first, marked as chosen by the user, and then the LOINC codes that it was mapped to.
 */
export function eventCode(observation: Observation): CodeableConcept {
  const { code } = observation;
  const loinc = loincCodings(code);
  const [first] = loinc;
  if (!first?.code) return code;
  const mapped = first.code === UNMAPPED_LOINC ? [] : withSecondLoinc(observation, loinc);
  return { ...code, coding: [ownCoding(code, first.code), ...mapped] };
}

function withSecondLoinc(observation: Observation, loinc: readonly Coding[]): readonly Coding[] {
  const second = SECOND_LOINC[loinc[0]?.code ?? ''];
  if (!second || loinc.length > 1 || !isSecondCodeTrue(observation, second)) return loinc;
  return stableHash(observation.id ?? '') % 2 === 0 ? [second, ...loinc] : [...loinc, second];
}

/**
 * The second code says where or how it was measured. It is left out where the story says otherwise, and for a
 * patient in bed.
 */
function isSecondCodeTrue({ bodySite, performer = [] }: Observation, { code }: Coding): boolean {
  if (code === '8331-1') return bodySite === undefined;
  return code !== '69000-8' || !performer.some(({ display = '' }) => /monitor/i.test(display));
}

const ownCoding = (concept: CodeableConcept, loinc: string): Coding => ({
  system: `${ORACLE_TENANT}/72`,
  code: `70${loinc.replaceAll(/\D/g, '')}`,
  display: concept.text ?? loinc,
  userSelected: true,
});

/** Each component of a pressure also has the code of the panel. */
export function componentCode(code: CodeableConcept, panel: Coding): CodeableConcept {
  const [first] = loincCodings(code);
  if (!first?.code) return code;
  return { ...code, coding: [ownCoding(code, first.code), first, panel] };
}

export function categoriesWithHeadings(observation: Observation): readonly CodeableConcept[] {
  const further = loincCodes(observation).flatMap((code) => FURTHER_CATEGORIES[code] ?? []);
  const isVital = hasCategory(observation, 'vital-signs');
  return [...(isVital ? further : []), ...(observation.category ?? [])];
}

/** The local flag stands before HL7's. */
export function withOwnFlag(concept: CodeableConcept): CodeableConcept {
  const [coding] = concept.coding ?? [];
  const flag = ORACLE_FLAGS[coding?.code ?? ''];
  if (!coding || !flag) return concept;
  const [code, text] = flag;
  return {
    coding: [{ system: `${ORACLE_TENANT}/52`, code, display: text, userSelected: true }, coding],
    text,
  };
}
