import type {
  CodeableConcept,
  FhirResource,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  Quantity,
} from 'fhir/r4';
import { withDecimalText } from '../decimals.ts';
import { loincCodes, isCharted, isLaboratory, loincCodings, LOINC_SYSTEM } from './codings.ts';
import { withUnit, decimalText, mapQuantities } from './quantities.ts';
import { TIME_FORMATS, rewriteTimes } from './timeFormats.ts';

/** These results have a name and no code: ferritin, urate, magnesium, vitamin D. */
const UNCODED_LOINC = ['2276-4', '3084-1', '19123-9', '62292-8'];
const SATURATION_LOINC = '59408-5';
const WEIGHT_LOINC = '29463-7';
const UCUM = 'http://unitsofmeasure.org';

/** The laboratory spells these units in its own way. The keys are UCUM codes. */
const LOCAL_UNITS: Readonly<Record<string, string>> = {
  '10*3/uL': 'K/mm3',
  '10*6/uL': 'M/mm3',
  'g/dL': 'g/dl',
  'g/L': 'gm/L',
  'mg/dL': 'mg/dl',
  'mg/L': 'mg/l',
  'ng/mL': 'ng/ml',
  'pg/mL': 'pg/ml',
};
const PULSE_LOINC = '8867-4';

type Limits = readonly [low: number, high: number];
/** The chart prints the limits of a grown-up woman beside every pressure, whoever was measured. */
const PRESSURE_LIMITS: Readonly<Record<string, Limits>> = { '8480-6': [90, 140], '8462-4': [60, 90] };

/** Laboratory results become text and weights are in grams; all times are in UTC, written with an offset. */
export function recodeForMeditech(resource: FhirResource): FhirResource {
  const timed = rewriteTimes(resource, TIME_FORMATS.offset);
  if (timed.resourceType !== 'Observation') return timed;
  if (isLaboratory(timed)) return recodeLaboratory(timed);
  return isCharted(timed) ? recodeCharted(timed) : timed;
}

function recodeLaboratory({ valueQuantity, ...observation }: Observation): Observation {
  const { referenceRange, code } = observation;
  const isUncoded = loincCodes(observation).some((one) => UNCODED_LOINC.includes(one));
  return {
    ...observation,
    ...(isUncoded && code.text !== undefined && { code: { text: code.text } }),
    ...(valueQuantity && { valueString: valueText(withLocalUnit(valueQuantity)) }),
    ...(referenceRange && { referenceRange: referenceRange.map(withRangeText) }),
  };
}

const withLocalUnit = (quantity: Quantity): Quantity => {
  const { code = '', unit = '' } = quantity;
  return withUnit(quantity, { unit: LOCAL_UNITS[code] ?? unit });
};

/** Returns "13.4 g/dl" or "<12 mg/g". */
const valueText = (quantity: Quantity): string =>
  `${quantity.comparator ?? ''}${decimalText(quantity)} ${quantity.unit ?? ''}`.trim();

/** Writes "Normal Range: 4.0-6.0 M/mm3" beside the two ends of the range. */
function withRangeText({ low, high, text, ...rest }: ObservationReferenceRange): ObservationReferenceRange {
  if (!low || !high) return { ...rest, ...(text !== undefined && { text: `Normal Range: ${text}` }) };
  const [lower, upper] = [withLocalUnit(low), withLocalUnit(high)];
  const words = `Normal Range: ${decimalText(lower)}-${decimalText(upper)} ${upper.unit ?? ''}`.trim();
  return { ...rest, low: lower, high: upper, text: words };
}

function recodeCharted(observation: Observation): Observation {
  const { code, component, valueQuantity } = observation;
  const isWeight = loincCodes(observation).includes(WEIGHT_LOINC);
  const row: Observation = {
    ...observation,
    code: withArterialSaturation(code),
    ...(isWeight && valueQuantity && { valueQuantity: inGrams(valueQuantity) }),
    ...(component && { component: component.map(withWomensRange) }),
  };
  const isPulse = loincCodes(observation).includes(PULSE_LOINC);
  return mapQuantities(row, (quantity) => withChartedUnit(quantity, isPulse));
}

function withArterialSaturation(code: CodeableConcept): CodeableConcept {
  const loinc = loincCodings(code);
  if (!loinc.some((coding) => coding.code === SATURATION_LOINC)) return code;
  const arterial = { system: LOINC_SYSTEM, code: '2708-6', display: 'Oxygen saturation in Arterial blood' };
  const others = loinc.filter((coding) => coding.code !== arterial.code);
  return { ...code, coding: [arterial, arterial, ...others] };
}

function withChartedUnit(quantity: Quantity, isPulse: boolean): Quantity {
  const { code = '', system } = quantity;
  const unit = code === 'Cel' ? 'C' : isPulse && code === '/min' ? 'beats/minute' : undefined;
  return unit === undefined ? quantity : withUnit(quantity, { unit, code, ...(system && { system }) });
}

/** Moves the decimal point, so that no digit changes. */
function inGrams(quantity: Quantity): Quantity {
  if (quantity.code !== 'kg') return quantity;
  const [whole = '', fraction = ''] = decimalText(quantity).split('.');
  const text = `${whole}${fraction.slice(0, 3).padEnd(3, '0')}${fraction.length > 3 ? `.${fraction.slice(3)}` : ''}`;
  return withDecimalText(
    { value: Number(text), unit: 'g', system: UCUM, code: 'g' },
    text.replace(/^0+(?=\d)/, ''),
  );
}

function withWomensRange(part: ObservationComponent): ObservationComponent {
  const limits = loincCodings(part.code).map(({ code = '' }) => PRESSURE_LIMITS[code])[0];
  if (!limits || !part.valueQuantity) return part;
  const [low, high] = limits;
  const unit = { unit: 'mmHg', system: UCUM, code: 'mm[Hg]' };
  const range: ObservationReferenceRange = {
    low: { value: low, ...unit },
    high: { value: high, ...unit },
    text: `Normal Range: ${low}-${high} mmHg`,
    appliesTo: [
      { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }], text: 'Female' },
    ],
    age: { low: { value: 18, unit: 'years', system: UCUM, code: 'a' } },
  };
  return { ...part, referenceRange: [range] };
}
