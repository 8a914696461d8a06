import { describe, expect, test } from 'vitest';
import { loinc, UCUM } from '../../../testing/codes.ts';
import { isElement } from '../../fhirElements/fhirElement.ts';
import { readObservation } from '../observation.ts';
import { observationContextFixture, quantity } from '../observationFixture.ts';
import { createRowKinds, seriesKeyOf, type RowKinds } from '../rowKinds.ts';

type Fields = Readonly<Record<string, unknown>>;

const potassium = { code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L') };
const flagged = { ...potassium, interpretation: [{ coding: [{ code: 'H' }], text: 'High' }] };
const ranged = {
  ...potassium,
  referenceRange: [{ low: quantity(3.5, 'mmol/L'), high: quantity(5.1, 'mmol/L') }],
};

const systolic = { code: loinc('8480-6'), valueQuantity: quantity(120, 'mm[Hg]') };
const diastolic = { code: loinc('8462-4'), valueQuantity: quantity(80, 'mm[Hg]') };
const inParts = (...component: readonly Fields[]): Fields => ({ code: loinc('85354-9'), component });
const pressure = inParts(systolic, diastolic);
const strengthIn = (valueQuantity: Fields): Fields => ({
  code: { text: 'Grip' },
  component: [{ code: { text: 'Strength' }, valueQuantity }],
});

/** Each of these is read behind each of the others of its record. */
const PANELS: Readonly<Record<string, Fields>> = {
  'in parts': pressure,
  'with a flag of one part': inParts({ ...systolic, interpretation: [{ text: 'High' }] }, diastolic),
  'with another flag of one part': inParts(
    { ...systolic, interpretation: [{ text: 'hemolyzed' }] },
    diastolic,
  ),
  'with a flag of the whole': { ...pressure, interpretation: [{ coding: [{ code: 'HH' }] }] },
  'with a range of the whole': { ...pressure, referenceRange: [{ text: '90-140 / 60-90' }] },
  'with a range of one part': inParts(systolic, {
    ...diastolic,
    referenceRange: [{ low: quantity(60, 'mm[Hg]'), high: quantity(90, 'mm[Hg]') }],
  }),
  'with a range in words of one part': inParts(systolic, {
    ...diastolic,
    referenceRange: [{ text: '60-90' }],
  }),
  'with points that may part thousands in one part': {
    code: { text: 'Count' },
    component: [
      {
        code: loinc('777-3'),
        valueQuantity: quantity(250_000, '/uL'),
        referenceRange: [{ text: '150.000-400.000' }],
      },
    ],
  },
  'in another unit': inParts(
    { ...systolic, valueQuantity: quantity(16, 'kPa') },
    { ...diastolic, valueQuantity: quantity(10.6, 'kPa') },
  ),
  'beside other words about its specimen': {
    ...potassium,
    component: [{ code: { text: 'Specimen condition' }, valueString: 'lipemic' }],
  },
  'in parts in a unit of UCUM': strengthIn(quantity(2, 'kg', 'N')),
  'in parts in a unit of no system': strengthIn({ ...quantity(2, 'kg', 'N'), system: '' }),
  'in parts in a unit with another code': strengthIn(quantity(2, 'kg', 'g')),
  'in parts in another unit of no system': strengthIn({ ...quantity(2, 'lb', 'N'), system: '' }),
  'in a unit that does not fit': inParts({ ...systolic, valueQuantity: quantity(120, 'kg') }, diastolic),
  'without one of its values': inParts(
    { code: systolic.code, dataAbsentReason: { text: 'not performed' } },
    diastolic,
  ),
  'without any of its values': { ...inParts({ code: systolic.code }), dataAbsentReason: { text: 'unknown' } },
  'below a limit in one part': inParts(systolic, {
    ...diastolic,
    valueQuantity: { ...quantity(30, 'mm[Hg]'), comparator: '<' },
  }),
  'in parts the other way round': inParts(diastolic, systolic),
  'with three parts': inParts(systolic, diastolic, {
    code: loinc('8478-0'),
    valueQuantity: quantity(93, 'mm[Hg]'),
  }),
  'with a part twice': inParts(systolic, systolic),
  'with the size of its cuff': inParts(systolic, {
    code: loinc('8358-4'),
    valueQuantity: quantity(12, 'cm'),
  }),
  'with hours without food': {
    code: { text: 'Glucose panel' },
    component: [
      { code: loinc('2345-7'), valueQuantity: quantity(90, 'mg/dL') },
      { code: { text: 'Hours fasted' }, valueQuantity: quantity(8, 'h') },
    ],
  },
  'with the oxygen that was breathed': {
    code: loinc('59408-5'),
    valueQuantity: quantity(95, '%'),
    component: [{ code: loinc('3151-8'), valueQuantity: quantity(2, 'L/min') }],
  },
  'with the oxygen and a note': {
    code: loinc('59408-5'),
    valueQuantity: quantity(95, '%'),
    component: [{ code: loinc('3151-8'), valueQuantity: quantity(2, 'L/min') }],
    note: [{ text: 'At rest' }],
  },
  'with a value of its own': { ...pressure, valueQuantity: quantity(93, 'mm[Hg]') },
  'with words of its own': { ...pressure, valueString: 'taken twice' },
  'with a code of its own': { ...pressure, valueCodeableConcept: { text: 'Staphylococcus aureus' } },
  'of a germ in parts': {
    code: { text: 'Susceptibility panel' },
    valueCodeableConcept: { text: 'Escherichia coli' },
    component: [
      { code: { text: 'Gentamicin' }, valueQuantity: quantity(4, 'ug/mL'), interpretation: [{ text: 'S' }] },
    ],
  },
  'of an unknown germ in parts': {
    code: { text: 'Susceptibility panel' },
    component: [
      { code: { text: 'Gentamicin' }, valueQuantity: quantity(4, 'ug/mL'), interpretation: [{ text: 'S' }] },
    ],
  },
  'with a note about all parts': { ...pressure, note: [{ text: 'Sample diluted, specimen hemolyzed' }] },
  'with a refusal of all parts': { ...pressure, note: [{ text: 'Not performed' }] },
  'at a visit, in parts': { ...pressure, encounter: { reference: 'Encounter/1' } },
  'with a modifier of one part': inParts(
    { ...systolic, modifierExtension: [{ url: 'https://ehr.example/not' }] },
    diastolic,
  ),
  'whose parts have names alone': {
    code: { text: 'Wound' },
    component: [{ code: { text: 'Diameter' }, valueQuantity: quantity(2, 'cm') }],
  },
  'of another panel, whose parts have the same names': {
    code: { text: 'Aorta' },
    component: [{ code: { text: 'Diameter' }, valueQuantity: quantity(2, 'cm') }],
  },
  'with a part that is no object': { code: loinc('85354-9'), component: [null, 'text', systolic] },
  'whose parts are no list': { code: loinc('85354-9'), component: systolic },
};

/** Each of these is read behind each of the others of its record. */
const RESULTS: Readonly<Record<string, Fields>> = {
  potassium,
  flagged,
  ranged,
  sodium: { ...potassium, code: loinc('2951-2') },
  'beside words about its specimen': {
    ...potassium,
    component: [{ code: { text: 'Specimen condition' }, valueString: 'hemolyzed' }],
  },
  'in a unit of UCUM': { code: { text: 'Strength' }, valueQuantity: quantity(2, 'kg', 'N') },
  'in a unit of no system': {
    code: { text: 'Strength' },
    valueQuantity: { ...quantity(2, 'kg', 'N'), system: '' },
  },
  'whose range may be in thousands, by its number': {
    code: { text: 'Enzyme' },
    valueQuantity: quantity(2.1, 'U/L'),
    referenceRange: [{ text: '1.200-3.000' }],
  },
  'with a range in words': { ...potassium, referenceRange: [{ text: '3.5 - 5.1' }] },
  'with points that may part thousands': {
    code: loinc('777-3'),
    valueQuantity: quantity(250_000, '/uL'),
    referenceRange: [{ text: '150.000-400.000' }],
  },
  'in a unit that is converted': { code: loinc('2160-0'), valueQuantity: quantity(88, 'umol/L') },
  'in a unit that does not fit': { ...potassium, valueQuantity: quantity(4.2, 'kg') },
  'whose unit contradicts its code': { ...potassium, valueQuantity: quantity(4.2, 'mmol/L', 'kg') },
  'of another system of units': {
    ...potassium,
    valueQuantity: { ...quantity(4.2, 'mEq/L', 'mmol/L'), system: `${UCUM}/other` },
  },
  'without a unit': { ...potassium, valueQuantity: quantity(4.2) },
  'below a limit': { ...potassium, valueQuantity: { ...quantity(1.5, 'mmol/L'), comparator: '<' } },
  'without a value': { code: loinc('2823-3'), dataAbsentReason: { text: 'not performed' } },
  'in words': { code: loinc('2823-3'), valueString: 'hemolyzed' },
  'as a number in words': { code: loinc('2823-3'), valueString: '4.2 mmol/L' },
  'as a code': { code: loinc('2823-3'), valueCodeableConcept: { text: 'normal' } },
  'of a germ': {
    code: { text: 'Gentamicin' },
    valueQuantity: quantity(4, 'ug/mL'),
    interpretation: [{ text: 'S' }],
  },
  'of a drug': { code: { text: 'Gentamicin' }, valueQuantity: quantity(4, 'ug/mL') },
  'of urine': { ...potassium, specimen: { display: 'Urine, 24 hour' } },
  'at a visit': { ...potassium, encounter: { reference: 'Encounter/1' } },
  'of a method': { ...potassium, method: { text: 'point of care' } },
  'of a device': { ...potassium, device: { display: 'Home meter' } },
  'of a vital sign': { ...potassium, category: [{ coding: [{ code: 'vital-signs' }] }] },
  'of the left arm': { ...potassium, bodySite: { text: 'left arm' } },
  'by the patient': { ...potassium, performer: [{ display: 'Patient' }] },
  'while standing': {
    ...potassium,
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
        valueCodeableConcept: { text: 'standing' },
      },
    ],
  },
  'with a narrative': { ...potassium, text: { div: 'hemolyzed, not performed' }, language: 'en' },
  'at the end of a period': {
    ...potassium,
    effectiveDateTime: undefined,
    effectivePeriod: { start: '2026-01-01', end: '2026-01-02T10:00:00Z' },
  },
  'as a whole number without a unit': {
    code: loinc('2823-3'),
    valueQuantity: { unit: 'mmol/L', system: UCUM, code: 'mmol/L' },
    valueInteger: 4,
  },
  'that was derived': { ...potassium, derivedFrom: [{ reference: 'Observation/1' }] },
  'of 0 that fills a field': {
    ...potassium,
    valueQuantity: quantity(0, 'mmol/L'),
    dataAbsentReason: { text: 'not performed' },
  },
  'with a note': { ...potassium, note: [{ text: 'Specimen hemolyzed' }] },
  'with two notes': { ...potassium, note: [{ text: 'Specimen hemolyzed' }, { text: 'Called to the ward' }] },
  'with notes the other way round': {
    ...potassium,
    note: [{ text: 'Called to the ward' }, { text: 'Specimen hemolyzed' }],
  },
  'with a note by somebody': {
    ...potassium,
    note: [{ text: 'Specimen hemolyzed', authorString: 'Laboratory', time: '2026-01-02T19:00:00Z' }],
  },
  'with a note without words': { ...potassium, note: [{ authorString: 'Laboratory' }] },
  'with a note that refuses sodium': { ...potassium, note: [{ text: 'Sodium not performed' }] },
  'of sodium with a note that refuses it': {
    ...potassium,
    code: loinc('2951-2'),
    note: [{ text: 'Sodium not performed' }],
  },
  'that was refused': { ...potassium, note: [{ text: 'Not performed' }] },
  'of a hemolyzed specimen': { ...potassium, interpretation: [{ text: 'hemolyzed' }] },
  'of a contained specimen': {
    ...potassium,
    specimen: { reference: '#1' },
    contained: [{ resourceType: 'Specimen', id: '1', type: { text: 'Urine' } }],
  },
  'about a fetus': { ...potassium, focus: [{ reference: 'Group/1' }] },
  'with a modifier': { ...potassium, modifierExtension: [{ url: 'https://ehr.example/not' }] },
  ...PANELS,
};

function readIn(kinds: RowKinds | undefined, fields: Fields) {
  const own = {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-01-02T18:30:00Z',
  };
  const reading = readObservation(
    { ...own, ...fields },
    { ...observationContextFixture, hidePreliminary: true, ...(kinds && { kinds }) },
  );
  return reading.outcome === 'read'
    ? { ...reading, series: reading.rows.map(({ kind }) => seriesKeyOf(kind)) }
    : reading;
}

const withNumber = (fields: Fields, value: number | null): Fields =>
  typeof fields['valueQuantity'] === 'object'
    ? { ...fields, valueQuantity: { ...fields['valueQuantity'], value } }
    : fields;

/** Returns the same result with another id and time, and one of these numbers or states. */
function twinsOf(fields: Fields): readonly Fields[] {
  const { component } = fields;
  const numbers = [0, 5.1, 1e4, null].map((value) => ({
    ...withNumber(fields, value),
    ...(Array.isArray(component) && {
      component: component.map((part, i) => (isElement(part) ? withNumber(part, value && value + i) : part)),
    }),
  }));
  const states = ['cancelled', 'preliminary', 'entered-in-error'].map((status) => ({ ...fields, status }));
  return [...states, ...numbers].map((twin, i) => ({
    ...twin,
    id: `twin${i}`,
    effectiveDateTime: `202${i % 6}-03-04T05:06:00Z`,
  }));
}

describe('what results share is read once, and no result takes anything from another', () => {
  test.each(Object.entries(RESULTS))('a result %s', (_name, fields) => {
    const alone = readIn(undefined, fields);
    for (const other of Object.values(RESULTS)) {
      const kinds = createRowKinds();
      readIn(kinds, { ...other, id: 'another' });
      expect(readIn(kinds, fields)).toEqual(alone);
    }
  });

  test.each(Object.entries(RESULTS))('results %s with other numbers and states', (_name, fields) => {
    const kinds = createRowKinds();
    for (const twin of twinsOf(fields)) expect(readIn(kinds, twin)).toEqual(readIn(undefined, twin));
  });
});
