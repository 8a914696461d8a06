import type {
  CodeableConcept,
  FhirResource,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  Quantity,
} from 'fhir/r4';
import { withDecimalText } from '../decimals.ts';
import { codesOf, isCharted, isLaboratory, loincOf, LOINC_SYSTEM } from './codings.ts';
import { reworded, textOf, withQuantities } from './quantities.ts';
import { TIME_FORMS, withTimes } from './timeFormats.ts';

/** Results that have a name and no code: ferritin, urate, magnesium, vitamin D. */
const UNCODED = ['2276-4', '3084-1', '19123-9', '62292-8'];
const SATURATION = '59408-5';
const WEIGHT = '29463-7';
const UCUM = 'http://unitsofmeasure.org';

/** How the laboratory spells a unit, by its UCUM code. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '10*3/uL': 'K/mm3',
  '10*6/uL': 'M/mm3',
  'g/dL': 'g/dl',
  'g/L': 'gm/L',
  'mg/dL': 'mg/dl',
  'mg/L': 'mg/l',
  'ng/mL': 'ng/ml',
  'pg/mL': 'pg/ml',
};
const PULSE = '8867-4';

type Ends = readonly [low: number, high: number];
/** What the chart prints beside a pressure of a grown-up woman, whoever was measured. */
const PRESSURES: Readonly<Record<string, Ends>> = { '8480-6': [90, 140], '8462-4': [60, 90] };

/** Laboratory results as text, weights in grams; all times in UTC, written with an offset. */
export function meditechRecode(resource: FhirResource): FhirResource {
  const timed = withTimes(resource, TIME_FORMS.offset);
  if (timed.resourceType !== 'Observation') return timed;
  if (isLaboratory(timed)) return laboratory(timed);
  return isCharted(timed) ? charted(timed) : timed;
}

function laboratory({ valueQuantity, ...observation }: Observation): Observation {
  const { referenceRange, code } = observation;
  const isUncoded = codesOf(observation).some((one) => UNCODED.includes(one));
  return {
    ...observation,
    ...(isUncoded && code.text !== undefined && { code: { text: code.text } }),
    ...(valueQuantity && { valueString: valueText(spelled(valueQuantity)) }),
    ...(referenceRange && { referenceRange: referenceRange.map(normalRange) }),
  };
}

const spelled = (quantity: Quantity): Quantity => {
  const { code = '', unit = '' } = quantity;
  return reworded(quantity, { unit: SPELLINGS[code] ?? unit });
};

/** "13.4 g/dl", "<12 mg/g" */
const valueText = (quantity: Quantity): string =>
  `${quantity.comparator ?? ''}${textOf(quantity)} ${quantity.unit ?? ''}`.trim();

/** "Normal Range: 4.0-6.0 M/mm3", beside its two ends. */
function normalRange({ low, high, text, ...rest }: ObservationReferenceRange): ObservationReferenceRange {
  if (!low || !high) return { ...rest, ...(text !== undefined && { text: `Normal Range: ${text}` }) };
  const [lower, upper] = [spelled(low), spelled(high)];
  const words = `Normal Range: ${textOf(lower)}-${textOf(upper)} ${upper.unit ?? ''}`.trim();
  return { ...rest, low: lower, high: upper, text: words };
}

function charted(observation: Observation): Observation {
  const { code, component, valueQuantity } = observation;
  const isWeight = codesOf(observation).includes(WEIGHT);
  const row: Observation = {
    ...observation,
    code: saturationTwice(code),
    ...(isWeight && valueQuantity && { valueQuantity: inGrams(valueQuantity) }),
    ...(component && { component: component.map(withWomensRange) }),
  };
  const isPulse = codesOf(observation).includes(PULSE);
  return withQuantities(row, (quantity) => chartedUnit(quantity, isPulse));
}

function saturationTwice(code: CodeableConcept): CodeableConcept {
  const loinc = loincOf(code);
  if (!loinc.some((coding) => coding.code === SATURATION)) return code;
  const arterial = { system: LOINC_SYSTEM, code: '2708-6', display: 'Oxygen saturation in Arterial blood' };
  const own = loinc.filter((coding) => coding.code !== arterial.code);
  return { ...code, coding: [arterial, arterial, ...own] };
}

function chartedUnit(quantity: Quantity, isPulse: boolean): Quantity {
  const { code = '', system } = quantity;
  const unit = code === 'Cel' ? 'C' : isPulse && code === '/min' ? 'beats/minute' : undefined;
  return unit === undefined ? quantity : reworded(quantity, { unit, code, ...(system && { system }) });
}

/** By moving the point, so that no digit changes. */
function inGrams(quantity: Quantity): Quantity {
  if (quantity.code !== 'kg') return quantity;
  const [whole = '', fraction = ''] = textOf(quantity).split('.');
  const text = `${whole}${fraction.slice(0, 3).padEnd(3, '0')}${fraction.length > 3 ? `.${fraction.slice(3)}` : ''}`;
  return withDecimalText(
    { value: Number(text), unit: 'g', system: UCUM, code: 'g' },
    text.replace(/^0+(?=\d)/, ''),
  );
}

function withWomensRange(part: ObservationComponent): ObservationComponent {
  const ends = loincOf(part.code).map(({ code = '' }) => PRESSURES[code])[0];
  if (!ends || !part.valueQuantity) return part;
  const [low, high] = ends;
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
