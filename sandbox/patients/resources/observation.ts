import type {
  CodeableConcept,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  Quantity,
} from 'fhir/r4';
import { withDecimalText } from '../../decimals.ts';
import { categoryConcept, codeableConcept, interpretationConcept, LOINC, UCUM, type Flag } from './codes.ts';
import { instantMs, MINUTE_MS, withUtcOffset, localTimeText, localTimeMs } from './localTime.ts';
import { measureOf, type Measure } from './measures.ts';

/** "0.70-1.30" is a range of two numbers; anything else ("<5.7", ">=40 mg/dL") is sent as text only. */
type WrittenRange = string;

export type ObservationInput = {
  readonly patient: string;
  readonly measure: string;
  /** This is a local time or a date alone. */
  readonly at: string;
  readonly value?: number;
  /** This text keeps the decimals that the laboratory wrote. */
  readonly valueText?: string;
  readonly comparator?: Quantity['comparator'] | undefined;
  readonly flag?: Flag | undefined;
  readonly status?: Observation['status'];
  readonly range?: WrittenRange | undefined;
  readonly method?: string | undefined;
  readonly encounter?: string | undefined;
  readonly performer?: string;
  /** The suffix tells two results of one measure and minute apart. */
  readonly suffix?: string;
  /** This is the time from drawing the specimen to the report. */
  readonly reportedAfterMinutes?: number;
};

const LABORATORY_NAME = 'Lakeshore Clinical Laboratory';
const NURSE_NAME = 'Dana Whitfield, RN';

export function numericObservation(input: ObservationInput): Observation {
  const measure = measureOf(input.measure);
  const { value, valueText = String(value), comparator, flag, range, method } = input;
  return {
    ...observationBase(input, measure),
    ...(value !== undefined && {
      valueQuantity: withDecimalText(quantityOf(measure, value, comparator), valueText),
    }),
    ...(flag && { interpretation: [interpretationConcept(flag)] }),
    ...(method && { method: { text: method } }),
    ...(measure.specimen && { specimen: { display: measure.specimen } }),
    ...(range && { referenceRange: [referenceRange(measure, range)] }),
  };
}

/** Returns every element of an Observation that does not depend on the type of its value. */
export function observationBase(
  input: ObservationInput,
  measure: Pick<Measure, 'code' | 'display' | 'text' | 'category'>,
): Observation {
  const isLaboratory = measure.category === 'laboratory';
  const minutes = input.reportedAfterMinutes ?? (isLaboratory ? 95 : 2);
  const status = input.status ?? 'final';
  return {
    resourceType: 'Observation',
    id: observationId(input),
    meta: {
      versionId: status === 'corrected' || status === 'entered-in-error' ? '2' : '1',
      lastUpdated: new Date(instantMs(input.at) + minutes * MINUTE_MS).toISOString(),
    },
    status,
    category: [categoryConcept(measure.category)],
    code: codeableConcept(LOINC, measure.code, measure.display, measure.text),
    subject: { reference: `Patient/${input.patient}` },
    ...(input.encounter && { encounter: { reference: `Encounter/${input.encounter}` } }),
    effectiveDateTime: withUtcOffset(input.at),
    issued: withUtcOffset(localTimeText(localTimeMs(input.at) + minutes * MINUTE_MS)),
    performer: [{ display: input.performer ?? (isLaboratory ? LABORATORY_NAME : NURSE_NAME) }],
  };
}

export function quantityOf(
  measure: Pick<Measure, 'unit' | 'ucum'>,
  value: number,
  comparator?: Quantity['comparator'],
): Quantity {
  return { value, ...(comparator && { comparator }), unit: measure.unit, system: UCUM, code: measure.ucum };
}

function referenceRange(
  measure: Pick<Measure, 'unit' | 'ucum'>,
  range: WrittenRange,
): ObservationReferenceRange {
  const [, low, high] = /^(-?[\d.]+)-([\d.]+)$/.exec(range) ?? [];
  if (low === undefined || high === undefined) return { text: range };
  return {
    low: withDecimalText(quantityOf(measure, Number(low)), low),
    high: withDecimalText(quantityOf(measure, Number(high)), high),
  };
}

export function observationComponent(
  code: CodeableConcept,
  value: Quantity,
  flag?: Flag,
): ObservationComponent {
  return { code, valueQuantity: value, ...(flag && { interpretation: [interpretationConcept(flag)] }) };
}

function observationId({ patient, measure, at, suffix }: ObservationInput): string {
  return `${patient}-${measure}-${at.replaceAll(/[-:T]/g, '')}${suffix ? `-${suffix}` : ''}`;
}
