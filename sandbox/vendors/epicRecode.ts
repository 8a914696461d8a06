import type { FhirResource, Observation, ObservationReferenceRange, Patient, Quantity } from 'fhir/r4';
import { flowsheetCode, LABORATORY_CATEGORY, laboratoryCode } from './epicCodes.ts';
import {
  categoryOf,
  codesOf,
  flagOf,
  INTERPRETATION,
  isCharted,
  isLaboratory,
  isOfCategory,
} from './codings.ts';
import { reworded, textOf, withQuantities } from './quantities.ts';
import { TIME_FORMS, withTimes } from './timeFormats.ts';

const ROOT = 'urn:oid:1.2.840.114350.1.13.0.1.7';
const EXTENSION = 'http://open.epic.com/FHIR/StructureDefinition/extension';
const HEMOGLOBIN_A1C = '4548-4';
/** Whose ranges are text alone: hematocrit and TSH. */
const RANGE_IN_WORDS = ['4544-3', '3016-3'];
const COUNTS: Readonly<Record<string, string>> = { '10*3/uL': '10*3/µL', '10*6/uL': '10*6/µL' };

/** Flowsheet rows and laboratory components; all times in UTC. */
export function epicRecode(resource: FhirResource): FhirResource {
  const timed = withTimes(resource, TIME_FORMS.seconds);
  if (timed.resourceType === 'Patient') return patient(timed);
  if (timed.resourceType !== 'Observation') return timed;
  if (isLaboratory(timed)) return laboratory(timed);
  return isCharted(timed) ? flowsheetRow(timed) : timed;
}

/** The flag says that something is abnormal, and not in which direction; components carry none. */
function flowsheetRow(observation: Observation): Observation {
  const { interpretation: _flag, component, category = [], ...rest } = observation;
  const flags = [observation, ...(component ?? [])].map(flagOf);
  const isAbnormal = flags.some((flag) => flag !== undefined && flag !== 'N');
  const isScore = !isOfCategory(observation, 'vital-signs');
  const row: Observation = {
    ...rest,
    category: [...(isScore ? [categoryOf('vital-signs', 'Vital Signs')] : []), ...category],
    code: flowsheetCode(observation.code),
    ...(isAbnormal && { interpretation: [{ coding: [{ system: INTERPRETATION, code: 'A' }] }] }),
    ...(component && { component: component.map(({ interpretation: _one, ...part }) => part) }),
  };
  return withFahrenheit(withQuantities(row, (quantity) => bareCelsius(quantity)));
}

const bareCelsius = (quantity: Quantity): Quantity =>
  quantity.code === 'Cel'
    ? reworded(quantity, { unit: 'Cel', system: quantity.system ?? '', code: 'Cel' })
    : quantity;

/** The same temperature once more, in an extension. */
function withFahrenheit(observation: Observation): Observation {
  const { value, code } = observation.valueQuantity ?? {};
  if (value === undefined || code !== 'Cel') return observation;
  const fahrenheit = { value: Math.round((value * 1.8 + 32) * 10) / 10, unit: '[degF]' };
  const extension = [{ url: `${EXTENSION}/temperature-in-fahrenheit`, valueQuantity: fahrenheit }];
  return { ...observation, extension: [...(observation.extension ?? []), ...extension] };
}

function laboratory(observation: Observation): Observation {
  const codes = codesOf(observation);
  const isInWords = RANGE_IN_WORDS.some((code) => codes.includes(code));
  const { referenceRange } = observation;
  const result: Observation = {
    ...observation,
    category: [...(observation.category ?? []), LABORATORY_CATEGORY],
    code: laboratoryCode(observation.code),
    ...(!observation.interpretation && { interpretation: [{ text: '(NONE)' }] }),
    ...(referenceRange && { referenceRange: referenceRange.map((range) => inWords(range, isInWords)) }),
  };
  return withQuantities(result, (quantity) => laboratoryUnit(quantity, codes));
}

function laboratoryUnit(quantity: Quantity, codes: readonly string[]): Quantity {
  if (codes.includes(HEMOGLOBIN_A1C)) return reworded(quantity, {});
  const unit = COUNTS[quantity.code ?? ''];
  return unit === undefined ? quantity : reworded(quantity, { unit });
}

/** `0.70 - 1.30 mg/dL` beside its two ends, or in their place. */
function inWords(range: ObservationReferenceRange, alone: boolean): ObservationReferenceRange {
  const { low, high } = range;
  if (!low || !high) return range;
  const text = `${textOf(low)} - ${textOf(high)} ${high.unit ?? ''}`.trim();
  return alone ? { text } : { ...range, text };
}

/** One name twice; identifiers whose types are words of the house, one of them with blanks in front. */
function patient(resource: Patient): Patient {
  const { name = [], identifier = [], gender } = resource;
  const [first] = identifier;
  return {
    ...resource,
    ...(gender && {
      extension: [
        ...(resource.extension ?? []),
        {
          url: `${EXTENSION}/legal-sex`,
          valueCodeableConcept: {
            coding: [{ system: `${ROOT}.10.698084.130.657370.19999000`, code: gender }],
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
          { use: 'usual', type: { text: 'EPIC' }, system: `${ROOT}.5.737384.0`, value: first.value ?? '' },
          {
            use: 'usual',
            type: { text: 'INTERNAL' },
            system: `${ROOT}.2.698084`,
            value: `     ${first.value ?? ''}`,
          },
        ]
      : [],
  };
}
