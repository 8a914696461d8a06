import type { FhirResource, Observation, ObservationReferenceRange, Patient, Quantity } from 'fhir/r4';
import { flowsheetCode, LABORATORY_CATEGORY, laboratoryCode } from './epicCodes.ts';
import {
  observationCategory,
  loincCodes,
  interpretationCode,
  INTERPRETATION_SYSTEM,
  isCharted,
  isLaboratory,
  hasCategory,
} from './codings.ts';
import { withUnit, decimalText, mapQuantities } from './quantities.ts';
import { TIME_FORMATS, rewriteTimes } from './timeFormats.ts';

const EPIC_OID_ROOT = 'urn:oid:1.2.840.114350.1.13.0.1.7';
const EPIC_EXTENSION = 'http://open.epic.com/FHIR/StructureDefinition/extension';
const HEMOGLOBIN_A1C = '4548-4';
/** Hematocrit and TSH have ranges as text only. */
const TEXT_RANGE_CODES = ['4544-3', '3016-3'];
const CELL_COUNT_UNITS: Readonly<Record<string, string>> = { '10*3/uL': '10*3/µL', '10*6/uL': '10*6/µL' };

/** Observations become flowsheet rows and laboratory components, and all times are in UTC. */
export function recodeForEpic(resource: FhirResource): FhirResource {
  const timed = rewriteTimes(resource, TIME_FORMATS.seconds);
  if (timed.resourceType === 'Patient') return recodePatient(timed);
  if (timed.resourceType !== 'Observation') return timed;
  if (isLaboratory(timed)) return recodeLaboratory(timed);
  return isCharted(timed) ? recodeFlowsheetRow(timed) : timed;
}

/** The flag says that something is abnormal and not in which direction; components have none. */
function recodeFlowsheetRow(observation: Observation): Observation {
  const { interpretation: _flag, component, category = [], ...rest } = observation;
  const flags = [observation, ...(component ?? [])].map(interpretationCode);
  const isAbnormal = flags.some((flag) => flag !== undefined && flag !== 'N');
  const isScore = !hasCategory(observation, 'vital-signs');
  const row: Observation = {
    ...rest,
    category: [...(isScore ? [observationCategory('vital-signs', 'Vital Signs')] : []), ...category],
    code: flowsheetCode(observation.code),
    ...(isAbnormal && { interpretation: [{ coding: [{ system: INTERPRETATION_SYSTEM, code: 'A' }] }] }),
    ...(component && { component: component.map(({ interpretation: _one, ...part }) => part) }),
  };
  return withFahrenheit(mapQuantities(row, (quantity) => withBareCelsius(quantity)));
}

const withBareCelsius = (quantity: Quantity): Quantity =>
  quantity.code === 'Cel'
    ? withUnit(quantity, { unit: 'Cel', system: quantity.system ?? '', code: 'Cel' })
    : quantity;

/** Adds the same temperature in Fahrenheit, in an extension. */
function withFahrenheit(observation: Observation): Observation {
  const { value, code } = observation.valueQuantity ?? {};
  if (value === undefined || code !== 'Cel') return observation;
  const fahrenheit = { value: Math.round((value * 1.8 + 32) * 10) / 10, unit: '[degF]' };
  const extension = [{ url: `${EPIC_EXTENSION}/temperature-in-fahrenheit`, valueQuantity: fahrenheit }];
  return { ...observation, extension: [...(observation.extension ?? []), ...extension] };
}

function recodeLaboratory(observation: Observation): Observation {
  const codes = loincCodes(observation);
  const isRangeTextOnly = TEXT_RANGE_CODES.some((code) => codes.includes(code));
  const { referenceRange } = observation;
  const result: Observation = {
    ...observation,
    category: [...(observation.category ?? []), LABORATORY_CATEGORY],
    code: laboratoryCode(observation.code),
    ...(!observation.interpretation && { interpretation: [{ text: '(NONE)' }] }),
    ...(referenceRange && {
      referenceRange: referenceRange.map((range) => withRangeText(range, isRangeTextOnly)),
    }),
  };
  return mapQuantities(result, (quantity) => laboratoryUnit(quantity, codes));
}

function laboratoryUnit(quantity: Quantity, codes: readonly string[]): Quantity {
  if (codes.includes(HEMOGLOBIN_A1C)) return withUnit(quantity, {});
  const unit = CELL_COUNT_UNITS[quantity.code ?? ''];
  return unit === undefined ? quantity : withUnit(quantity, { unit });
}

/** Writes `0.70 - 1.30 mg/dL` beside the two ends of the range, or in their place. */
function withRangeText(range: ObservationReferenceRange, isTextOnly: boolean): ObservationReferenceRange {
  const { low, high } = range;
  if (!low || !high) return range;
  const text = `${decimalText(low)} - ${decimalText(high)} ${high.unit ?? ''}`.trim();
  return isTextOnly ? { text } : { ...range, text };
}

/**
 * The official name is sent twice. The types of the identifiers are local words, and one value begins with
 * blanks.
 */
function recodePatient(resource: Patient): Patient {
  const { name = [], identifier = [], gender } = resource;
  const [first] = identifier;
  return {
    ...resource,
    ...(gender && {
      extension: [
        ...(resource.extension ?? []),
        {
          url: `${EPIC_EXTENSION}/legal-sex`,
          valueCodeableConcept: {
            coding: [{ system: `${EPIC_OID_ROOT}.10.698084.130.657370.19999000`, code: gender }],
          },
        },
      ],
    }),
    name: [
      ...name,
      ...name.filter(({ use }) => use === 'official').map((one) => ({ ...one, use: 'usual' as const })),
    ],
    identifier: first
      ? [
          {
            use: 'usual',
            type: { text: 'EPIC' },
            system: `${EPIC_OID_ROOT}.5.737384.0`,
            value: first.value ?? '',
          },
          {
            use: 'usual',
            type: { text: 'INTERNAL' },
            system: `${EPIC_OID_ROOT}.2.698084`,
            value: `     ${first.value ?? ''}`,
          },
        ]
      : [],
  };
}
