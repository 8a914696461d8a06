import { readCode, type ObservationCode } from './code.ts';
import { measurementContextOf, specimenOf } from './measurementContext.ts';
import { readEffective, type EffectiveTime } from './effective.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  trimmedText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { createRowKinds, type RowKinds } from './rowKinds.ts';
import { readSubject } from '../fhirElements/subject.ts';

export type ReadingContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: number;
  /** Rule 34: on Oracle Health a preliminary result is listed without its value. */
  readonly hidePreliminary: boolean;
  /** Shared by all Observations of one record. */
  readonly kinds?: RowKinds;
};

/** What the rows of one Observation have in common. */
export type ObservationContext = {
  readonly id: string;
  readonly status: string;
  readonly effective: EffectiveTime;
  readonly method: string;
  readonly context: string;
  readonly isVitalSign: boolean;
  readonly isModified: boolean;
  readonly isAboutAnother: boolean;
  readonly hasNote: boolean;
  readonly encounter: string;
  readonly hidePreliminary: boolean;
  readonly kinds: RowKinds;
};

/** Reads what is said once for the Observation and holds for all its rows. */
export function observationContextOf(
  resource: FhirElement,
  status: string,
  context: ReadingContext,
): ObservationContext {
  const method = conceptText(resource['method']);
  const specimen = specimenOf(resource);
  return {
    id: resourceId(resource),
    status,
    effective: readEffective(resource, context.nowMs),
    method: withSpecimen(method.replaceAll(/\s+/g, ' '), specimen),
    context: measurementContextOf(resource, method, specimen),
    isVitalSign: isVital(resource['category']),
    isModified: hasModifierExtension(resource),
    isAboutAnother: isAboutAnother(resource, context),
    hasNote: elementsOf(resource['note']).some(({ text }) => trimmedText(text) !== ''),
    encounter: trimmedText(elementOf(resource['encounter'])['reference']),
    hidePreliminary: context.hidePreliminary,
    kinds: context.kinds ?? createRowKinds(),
  };
}

/** On a line of its own, and only "Capillary blood", not the number of one tube. */
const withSpecimen = (method: string, specimen: string): string =>
  specimen === '' || /\d/.test(specimen) ? method : `${method}\n${specimen}`;

/** `focus` names whom or what a result is about, where that is not its subject. */
const isAboutAnother = (resource: FhirElement, context: ReadingContext): boolean =>
  elementsOf(resource['focus']).some((subject) => readSubject({ subject }, context) !== 'this-patient');

/** Whether something was sent that may turn its meaning around. */
export const hasModifierExtension = (source: FhirElement): boolean =>
  elementsOf(source['modifierExtension']).length > 0;

const isVital = (category: unknown): boolean =>
  elementsOf(category).some(({ coding }) => elementsOf(coding).some(({ code }) => code === 'vital-signs'));

/** The result of a fetus, a device or a specimen has a series of its own: it never stands among the patient's. */
export function codeOf(
  source: FhirElement,
  { isAboutAnother: isOther }: ObservationContext,
): ObservationCode {
  const code = readCode(source['code']);
  if (!isOther) return code;
  const baseId = `${code.baseId}~another subject`;
  const { target } = code;
  return { ...code, baseId, target: target && { ...target, id: baseId, variant: 'about another subject' } };
}

// By cuff and invasive; average and posture are variants of the first two.
const PRESSURE_SIDES = new Set(['bp-sys', 'bp-dia', 'http://loinc.org|76215-3', 'http://loinc.org|76213-8']);
/** Whether it is one side of a blood pressure. */
export const isPressureSide = ({ target, baseId }: ObservationCode): boolean =>
  PRESSURE_SIDES.has(target?.analyte.id ?? baseId);
