import type {
  FhirResource,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  Patient,
  Quantity,
} from 'fhir/r4';
import { codesOf, digest, isCharted, isLaboratory, LOINC_SYSTEM } from './codings.ts';
import { eventCode, flagConcept, headings, partCode } from './oracleCodes.ts';
import { reworded, withQuantities } from './quantities.ts';
import { TIME_FORMS, withTimes } from './timeFormats.ts';

const PANELS = ['85354-9', '76212-0'];
const RESPIRATORY_RATE = '9279-1';
const RENDERED = 'http://hl7.org/fhir/StructureDefinition/rendered-value';
const NORMAL = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code: 'normal' }],
  text: 'Normal Range',
};
/** What the house calls a unit, by its UCUM code. */
const UNITS: Readonly<Record<string, string>> = {
  '/min': 'bpm',
  Cel: 'degC',
  'kg/m2': 'kgm2',
  'umol/L': 'mcmol/L',
  'mm[Hg]': 'mmHg',
};

/** Codes of the house before LOINC; all times in UTC with milliseconds. */
export function oracleRecode(resource: FhirResource): FhirResource {
  const timed = withTimes(resource, TIME_FORMS.milliseconds);
  if (timed.resourceType === 'Patient') return patient(timed);
  if (timed.resourceType !== 'Observation') return timed;
  return isLaboratory(timed) || isCharted(timed) ? observation(timed) : timed;
}

function observation(held: Observation): Observation {
  const { issued, ...rest } = held;
  const { category, interpretation, referenceRange, component } = held;
  const isUnissued = isLaboratory(held) && digest(held.id ?? '') % 5 < 2;
  const recoded: Observation = {
    ...rest,
    ...(issued !== undefined && !isUnissued && { issued }),
    ...(category && { category: [...headings(held)] }),
    code: isPressure(held) ? held.code : eventCode(held),
    ...(interpretation && { interpretation: interpretation.map(flagConcept) }),
    ...(referenceRange && { referenceRange: referenceRange.map(normalRange) }),
    ...(component && { component: component.map((part) => componentOf(part, held)) }),
  };
  const rate = codesOf(held).includes(RESPIRATORY_RATE) ? 'br/min' : undefined;
  return withQuantities(recoded, (quantity) => houseUnit(quantity, rate));
}

const isPressure = (held: Observation): boolean => codesOf(held).some((code) => PANELS.includes(code));

/** A side that was not heard has no code of the house. */
function componentOf(part: ObservationComponent, whole: Observation): ObservationComponent {
  const { interpretation } = part;
  const [panel = ''] = codesOf(whole);
  const isMeasured = isPressure(whole) && part.valueQuantity !== undefined;
  return {
    ...part,
    ...(isMeasured && { code: partCode(part.code, { system: LOINC_SYSTEM, code: panel }) }),
    ...(interpretation && { interpretation: interpretation.map(flagConcept) }),
  };
}

function houseUnit(quantity: Quantity, rate: string | undefined): Quantity {
  const { code = '', system } = quantity;
  const unit = code === '/min' ? (rate ?? UNITS[code]) : UNITS[code];
  return unit === undefined ? quantity : reworded(quantity, { unit, code, ...(system && { system }) });
}

/** A range that begins at nothing has an upper end alone. */
function normalRange(range: ObservationReferenceRange): ObservationReferenceRange {
  const { low, high, ...rest } = range;
  if (!low && !high) return range;
  return { ...rest, ...(low && low.value !== 0 && { low }), ...(high && { high }), type: NORMAL };
}

/** An old name in capitals before the true one; three record numbers, of which one has ended. */
function patient(resource: Patient): Patient {
  const { name = [], identifier = [] } = resource;
  const [first] = identifier;
  const [best] = name;
  const old = [best?.family, best?.given?.join(' ')].filter((part) => part !== undefined).join(', ');
  return {
    ...resource,
    name: [
      ...(old === ''
        ? []
        : [{ use: 'old' as const, text: old.toUpperCase(), period: { end: '2010-01-01T06:00:00.000Z' } }]),
      ...name,
    ],
    identifier: first
      ? [
          { ...first, use: 'old', value: '55501', period: { end: '2010-01-01T06:00:00.000Z' } },
          { ...first, ...rendered(first.value ?? '') },
          {
            use: 'usual',
            type: { text: 'Community Medical Record Number' },
            value: `C${digest(resource.id ?? '')}`,
          },
        ]
      : [],
  };
}

/** Eleven digits, and beside them how people know the number. */
const rendered = (value: string) => ({
  value: value.replaceAll(/\D/g, '').padStart(11, '0'),
  _value: { extension: [{ url: RENDERED, valueString: value }] },
});
