import type {
  FhirResource,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  Patient,
  Quantity,
} from 'fhir/r4';
import { loincCodes, stableHash, isCharted, isLaboratory, LOINC_SYSTEM } from './codings.ts';
import { eventCode, withOwnFlag, categoriesWithHeadings, componentCode } from './oracleCodes.ts';
import { withUnit, mapQuantities } from './quantities.ts';
import { TIME_FORMATS, rewriteTimes } from './timeFormats.ts';

const PRESSURE_PANELS = ['85354-9', '76212-0'];
const RESPIRATORY_RATE_LOINC = '9279-1';
const RENDERED = 'http://hl7.org/fhir/StructureDefinition/rendered-value';
const NORMAL = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code: 'normal' }],
  text: 'Normal Range',
};
/** Oracle names these units in its own way. The keys are UCUM codes. */
const ORACLE_UNITS: Readonly<Record<string, string>> = {
  '/min': 'bpm',
  Cel: 'degC',
  'kg/m2': 'kgm2',
  'umol/L': 'mcmol/L',
  'mm[Hg]': 'mmHg',
};

/** Local codes stand before LOINC, and all times are in UTC with milliseconds. */
export function recodeForOracle(resource: FhirResource): FhirResource {
  const timed = rewriteTimes(resource, TIME_FORMATS.milliseconds);
  if (timed.resourceType === 'Patient') return recodePatient(timed);
  if (timed.resourceType !== 'Observation') return timed;
  return isLaboratory(timed) || isCharted(timed) ? recodeObservation(timed) : timed;
}

function recodeObservation(original: Observation): Observation {
  const { issued, ...rest } = original;
  const { category, interpretation, referenceRange, component } = original;
  const isWithoutIssued = isLaboratory(original) && stableHash(original.id ?? '') % 5 < 2;
  const recoded: Observation = {
    ...rest,
    ...(issued !== undefined && !isWithoutIssued && { issued }),
    ...(category && { category: [...categoriesWithHeadings(original)] }),
    code: isPressure(original) ? original.code : eventCode(original),
    ...(interpretation && { interpretation: interpretation.map(withOwnFlag) }),
    ...(referenceRange && { referenceRange: referenceRange.map(withNormalRangeType) }),
    ...(component && { component: component.map((part) => recodeComponent(part, original)) }),
  };
  const rate = loincCodes(original).includes(RESPIRATORY_RATE_LOINC) ? 'br/min' : undefined;
  return mapQuantities(recoded, (quantity) => withOracleUnit(quantity, rate));
}

const isPressure = (original: Observation): boolean =>
  loincCodes(original).some((code) => PRESSURE_PANELS.includes(code));

/** A side that was not heard has no local code. */
function recodeComponent(part: ObservationComponent, whole: Observation): ObservationComponent {
  const { interpretation } = part;
  const [panel = ''] = loincCodes(whole);
  const isMeasured = isPressure(whole) && part.valueQuantity !== undefined;
  return {
    ...part,
    ...(isMeasured && { code: componentCode(part.code, { system: LOINC_SYSTEM, code: panel }) }),
    ...(interpretation && { interpretation: interpretation.map(withOwnFlag) }),
  };
}

function withOracleUnit(quantity: Quantity, rate: string | undefined): Quantity {
  const { code = '', system } = quantity;
  const unit = code === '/min' ? (rate ?? ORACLE_UNITS[code]) : ORACLE_UNITS[code];
  return unit === undefined ? quantity : withUnit(quantity, { unit, code, ...(system && { system }) });
}

/** A range that begins at zero has an upper end alone. */
function withNormalRangeType(range: ObservationReferenceRange): ObservationReferenceRange {
  const { low, high, ...rest } = range;
  if (!low && !high) return range;
  return { ...rest, ...(low && low.value !== 0 && { low }), ...(high && { high }), type: NORMAL };
}

/** An old name in capitals stands before the true one, and one of the three record numbers has ended. */
function recodePatient(resource: Patient): Patient {
  const { name = [], identifier = [] } = resource;
  const [first] = identifier;
  const [best] = name;
  const oldName = [best?.family, best?.given?.join(' ')].filter((part) => part !== undefined).join(', ');
  return {
    ...resource,
    name: [
      ...(oldName === ''
        ? []
        : [
            { use: 'old' as const, text: oldName.toUpperCase(), period: { end: '2010-01-01T06:00:00.000Z' } },
          ]),
      ...name,
    ],
    identifier: first
      ? [
          { ...first, use: 'old', value: '55501', period: { end: '2010-01-01T06:00:00.000Z' } },
          { ...first, ...renderedNumber(first.value ?? '') },
          {
            use: 'usual',
            type: { text: 'Community Medical Record Number' },
            value: `C${stableHash(resource.id ?? '')}`,
          },
        ]
      : [],
  };
}

/** The value has eleven digits, and the extension shows the number as people know it. */
const renderedNumber = (value: string) => ({
  value: value.replaceAll(/\D/g, '').padStart(11, '0'),
  _value: { extension: [{ url: RENDERED, valueString: value }] },
});
