import type { CodeableConcept, Coding, Observation } from 'fhir/r4';
import { categoryOf, codesOf, digest, isOfCategory, loincOf, LOINC_SYSTEM } from './codings.ts';

const TENANT = 'https://fhir.cerner.com/sandbox-tenant/codeSet';

/** A second LOINC code for the same thing. Which of the two comes first is not to be relied on. */
const SECOND: Readonly<Record<string, Coding>> = {
  '8867-4': { system: LOINC_SYSTEM, code: '69000-8', display: 'Heart rate --sitting' },
  '8310-5': { system: LOINC_SYSTEM, code: '8331-1', display: 'Oral temperature' },
  '8302-2': { system: LOINC_SYSTEM, code: '3137-7', display: 'Body height Measured' },
  '59408-5': { system: LOINC_SYSTEM, code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
};
/** A vital sign that nobody has mapped to LOINC. */
const UNMAPPED = '39156-5';
/** Filed under more than one heading. */
const HEADINGS: Readonly<Record<string, readonly CodeableConcept[]>> = {
  '8310-5': [categoryOf('therapy', 'Therapy')],
  '9279-1': [categoryOf('therapy', 'Therapy')],
  '59408-5': [categoryOf('procedure', 'Procedure'), categoryOf('therapy', 'Therapy')],
};

const FLAGS: Readonly<Record<string, readonly [own: string, words: string]>> = {
  N: ['212', 'NORMAL'],
  L: ['211', 'LOW'],
  H: ['214', 'HI'],
  LL: ['210', 'CRIT LOW'],
  HH: ['209', 'CRIT HI'],
  A: ['205', 'ABN'],
};

/** The code of the house first, chosen by the user; then what of LOINC it was mapped to. */
export function eventCode(observation: Observation): CodeableConcept {
  const { code } = observation;
  const loinc = loincOf(code);
  const [first] = loinc;
  if (!first?.code) return code;
  const mapped = first.code === UNMAPPED ? [] : withSecond(observation, loinc);
  return { ...code, coding: [own(code, first.code), ...mapped] };
}

function withSecond(observation: Observation, loinc: readonly Coding[]): readonly Coding[] {
  const second = SECOND[loinc[0]?.code ?? ''];
  if (!second || loinc.length > 1 || !isSo(observation, second)) return loinc;
  return digest(observation.id ?? '') % 2 === 0 ? [second, ...loinc] : [...loinc, second];
}

/** The second code says where or how: not where the story says otherwise, nor of somebody in bed. */
function isSo({ bodySite, performer = [] }: Observation, { code }: Coding): boolean {
  if (code === '8331-1') return bodySite === undefined;
  return code !== '69000-8' || !performer.some(({ display = '' }) => /monitor/i.test(display));
}

const own = (concept: CodeableConcept, loinc: string): Coding => ({
  system: `${TENANT}/72`,
  code: `70${loinc.replaceAll(/\D/g, '')}`,
  display: concept.text ?? loinc,
  userSelected: true,
});

/** Each part of a pressure also carries the code of the whole. */
export function partCode(code: CodeableConcept, panel: Coding): CodeableConcept {
  const [first] = loincOf(code);
  if (!first?.code) return code;
  return { ...code, coding: [own(code, first.code), first, panel] };
}

export function headings(observation: Observation): readonly CodeableConcept[] {
  const further = codesOf(observation).flatMap((code) => HEADINGS[code] ?? []);
  const isVital = isOfCategory(observation, 'vital-signs');
  return [...(isVital ? further : []), ...(observation.category ?? [])];
}

/** The flag of the house before HL7's. */
export function flagConcept(concept: CodeableConcept): CodeableConcept {
  const [coding] = concept.coding ?? [];
  const known = FLAGS[coding?.code ?? ''];
  if (!coding || !known) return concept;
  const [code, words] = known;
  return {
    coding: [{ system: `${TENANT}/52`, code, display: words, userSelected: true }, coding],
    text: words,
  };
}
