import { describe, expect, it } from 'vitest';
import { readSource, type Source } from './source.ts';
import type { SourceFact } from './sourceFacts.ts';
import { sourceTexts } from './source.messages.ts';

const context = {
  id: 'o1',
  patientId: 'p1',
  fhirBase: 'https://fhir.general.example/r4',
  hidePreliminary: false,
};

const quantity = { value: 5.8, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' };
const potassium = {
  resourceType: 'Observation',
  id: 'o1',
  meta: { versionId: '2', lastUpdated: '2026-11-12T15:00:00Z' },
  status: 'corrected',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: {
    text: 'Potassium',
    coding: [
      { system: 'http://loinc.org', code: '2823-3', display: 'Potassium [Moles/volume]' },
      { system: 'urn:oid:1.2.3', code: 'K' },
    ],
  },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-12T08:10:00-06:00',
  issued: '2026-11-12T14:42:00Z',
  valueQuantity: { ...quantity, comparator: '>' },
  interpretation: [
    {
      text: 'High',
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'H' }],
    },
  ],
  referenceRange: [
    { low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' } },
    { text: 'M 13-17', appliesTo: [{ text: 'men' }], age: { low: { value: 18, unit: 'y' } } },
  ],
  performer: [{ display: 'Core Laboratory' }, { reference: 'Practitioner/77' }],
  specimen: { reference: '#s' },
  contained: [{ resourceType: 'Specimen', id: 's', type: { text: 'Serum' } }],
  method: { text: 'ISE' },
  device: { type: 'Device' },
  focus: [{ display: 'Fetus A' }],
  bodySite: { text: 'Left arm' },
  note: [{ text: '<b>haemolysed</b>' }],
  basedOn: [{ reference: 'ServiceRequest/1' }],
  hasMember: [{ reference: 'Observation/2' }, { reference: 'Observation/3' }],
};

const sourceOf = (resource: object, more: Partial<typeof context> = {}): Source => {
  const reading = readSource(resource, { ...context, ...more });
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return reading.source;
};
const valuesOf = (facts: readonly SourceFact[], name: string) =>
  facts.find((fact) => fact.name === name)?.values;

describe('rule 12: everything that was sent with a result, as it was sent', () => {
  const { title, status, version, result, facts } = sourceOf(potassium);

  it('value with comparator, unit and code; flag; every range with whom it is for; every coding', () => {
    expect([title, status, version, result?.value]).toEqual([
      'Potassium',
      'corrected',
      'version 2',
      '>5.8 mmol/L',
    ]);
    const own = result?.facts ?? [];
    expect(valuesOf(own, 'Unit code')).toEqual(['mmol/L http://unitsofmeasure.org']);
    expect(valuesOf(own, 'Flag as sent')).toEqual([
      'High',
      'H http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
    ]);
    expect(valuesOf(own, 'Flag')).toEqual(['High (H)']);
    expect(valuesOf(own, 'Reference range')).toEqual(['3.5–5.1 mmol/L', '“M 13-17” (men) (age 18 y)']);
    expect(valuesOf(own, 'Code')).toEqual([
      'Potassium [Moles/volume]: 2823-3 http://loinc.org',
      'K urn:oid:1.2.3',
    ]);
  });

  it('who, how, from what and when; a reference without a name by its kind, never by its address', () => {
    expect(valuesOf(facts, 'Performed by')).toEqual(['Core Laboratory', 'Practitioner, no name']);
    expect(valuesOf(facts, 'Specimen')).toEqual(['Serum']);
    expect(valuesOf(facts, 'Device')).toEqual([sourceTexts('withoutName', { type: 'Device' })]);
    expect(valuesOf(facts, 'About')).toEqual(['Fetus A']);
    expect(valuesOf(facts, 'Method')).toEqual(['ISE']);
    expect(valuesOf(facts, 'Body site')).toEqual(['Left arm']);
    expect(valuesOf(facts, 'Collected')).toEqual(['2026-11-12T08:10:00-06:00']);
    expect(valuesOf(facts, 'Reported')).toEqual(['2026-11-12T14:42:00Z']);
    expect(valuesOf(facts, 'Based on')).toEqual(['1 order']);
    expect(valuesOf(facts, sourceTexts('hasMember'))).toEqual(['2 results']);
    expect(JSON.stringify(facts)).not.toContain('/77');
  });

  it('every time that was sent, also where they differ', () => {
    const sent = {
      ...potassium,
      effectiveDateTime: '2026-11-12T14:10:00Z',
      effectiveInstant: '2025-11-12T14:10:00Z',
    };
    const both = ['2026-11-12T14:10:00Z', '2025-11-12T14:10:00Z'];
    expect(sourceOf(sent).facts.map(({ values }) => values)).toContainEqual(both);
    expect(readSource({ ...sent, status: 'entered-in-error' }, context)).toMatchObject({
      day: '12 Nov 2026; 12 Nov 2025',
    });
  });

  it('clinician’s facts hold no code, address, id or version: these are technical', () => {
    const [own, about] = [result?.facts ?? [], facts].map((all) =>
      all.filter(({ isTechnical }) => !isTechnical),
    );
    expect([...own!, ...about!].map(({ name }) => name)).toEqual([
      'Flag',
      'Reference range',
      'Collected',
      'Reported',
      'Status',
      'Performed by',
      'Method',
      'Specimen',
      'Note',
      'Body site',
      'Device',
      'About',
      'Includes',
    ]);
    expect(JSON.stringify([own, about])).not.toMatch(/http|urn:|"o1"|2823-3/);
    expect(valuesOf(facts, 'Observation id')).toEqual(['o1']);
    expect(facts.find(({ name }) => name === 'Observation id')?.isTechnical).toBe(true);
  });

  it('a method, a body site and a condition are said in words, and their codes are technical', () => {
    const snomed = 'http://snomed.info/sct';
    const { facts: coded } = sourceOf({
      ...potassium,
      method: { text: 'ISE', coding: [{ system: snomed, code: '1', display: 'Ion-selective electrode' }] },
      bodySite: { coding: [{ system: snomed, code: '2', display: 'Left arm' }] },
    });
    expect(valuesOf(coded, 'Method')).toEqual(['ISE']);
    expect(valuesOf(coded, 'Method, code')).toEqual([`Ion-selective electrode: 1 ${snomed}`]);
    expect(valuesOf(coded, 'Body site')).toEqual(['Left arm']);
    expect(
      coded
        .filter(({ isTechnical }) => !isTechnical)
        .flatMap(({ values }) => values)
        .join(),
    ).not.toContain(snomed);
  });

  it('a vital sign was measured, a laboratory result and what has a specimen was collected', () => {
    const nameOfTime = (more: object) =>
      sourceOf({ ...potassium, category: undefined, specimen: undefined, ...more }).facts[0]?.name;
    expect(nameOfTime({ category: [{ coding: [{ code: 'vital-signs' }] }] })).toBe('Measured');
    expect(nameOfTime({ category: [{ coding: [{ code: 'laboratory' }] }] })).toBe('Collected');
    expect(nameOfTime({ specimen: { display: 'Serum' } })).toBe('Collected');
  });

  it.each([
    [{ low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' } }, '3.5–5.1 mmol/L'],
    [{ low: { value: 60, unit: 'mL/min' } }, 'from 60 mL/min'],
    [{ high: { value: 0.04, unit: 'ng/mL' } }, 'to 0.04 ng/mL'],
    [{ low: { value: 1, unit: 'g/L' }, high: { value: 200, unit: 'mg/dL' } }, 'from 1 g/L to 200 mg/dL'],
    [
      { low: { value: -2, unit: 'mmol/L' }, high: { value: 2, unit: 'mmol/L' } },
      'from -2 mmol/L to 2 mmol/L',
    ],
    [{ low: { value: 4 }, high: { value: 11 } }, '4–11'],
  ])('rule 29: the range %j is written %s, and never with a unit that is not its own', (range, text) => {
    const { result: own } = sourceOf({ ...potassium, referenceRange: [range] });
    expect(valuesOf(own?.facts ?? [], 'Reference range')).toEqual([text]);
  });

  it('rule 59: a note is text, with its markup as text', () => {
    expect(valuesOf(facts, 'Note')).toEqual(['<b>haemolysed</b>']);
  });

  it('rule 59: each note is whole, with who wrote it and when', () => {
    const long = 'x'.repeat(5000);
    const { facts: noted } = sourceOf({
      ...potassium,
      note: [
        { text: long, authorString: 'Core Laboratory', time: '2026-11-12T15:00:00Z' },
        { text: ' ' },
        { text: 'Repeated', authorReference: { display: 'A. Chemist' } },
      ],
    });
    expect(valuesOf(noted, 'Note 1')).toEqual([long]);
    expect(valuesOf(noted, 'Note 1, by')).toEqual(['Core Laboratory']);
    expect(valuesOf(noted, 'Note 1, written')).toEqual(['2026-11-12T15:00:00Z']);
    expect(valuesOf(noted, 'Note 2')).toEqual(['Repeated']);
    expect(valuesOf(noted, 'Note 2, by')).toEqual(['A. Chemist']);
  });

  it('how the specimen was when it was taken and received', () => {
    const { facts: taken } = sourceOf({
      ...potassium,
      contained: [
        {
          resourceType: 'Specimen',
          id: 's',
          condition: [{ text: 'Haemolysed' }, { coding: [{ code: 'COOL' }] }],
          receivedTime: '2026-11-12T09:00:00-06:00',
          collection: { collectedDateTime: '2026-11-12T08:05:00-06:00', method: { text: 'Line draw' } },
          note: [{ text: 'One tube of two' }],
        },
      ],
      specimen: { reference: '#s' },
    });
    expect(valuesOf(taken, 'Specimen condition')).toEqual(['Haemolysed', 'COOL']);
    expect(valuesOf(taken, 'Specimen collected')).toEqual(['2026-11-12T08:05:00-06:00']);
    expect(valuesOf(taken, 'Collection')).toEqual(['Line draw']);
    expect(valuesOf(taken, 'Specimen received')).toEqual(['2026-11-12T09:00:00-06:00']);
    expect(valuesOf(taken, 'Specimen note')).toEqual(['One tube of two']);
  });

  it('rule 14: 7.0 sent reads 7.0', () => {
    const sent = { ...potassium, valueQuantity: { ...quantity, value: 7, valueText: '7.0' } };
    expect(sourceOf(sent).result?.value).toBe('7.0 mmol/L');
  });

  it('components each with value, and why one has none', () => {
    const { parts, result: whole } = sourceOf({
      ...potassium,
      valueQuantity: undefined,
      component: [
        { code: { text: 'Systolic' }, valueQuantity: { value: 134, unit: 'mmHg' } },
        { code: { text: 'Diastolic' }, dataAbsentReason: { text: 'not measured' } },
      ],
    });
    expect(whole?.value).toBe('');
    expect(parts.map((part) => [part.title, part.value])).toEqual([
      ['Systolic', '134 mmHg'],
      ['Diastolic', ''],
    ]);
    expect(valuesOf(parts[1]?.facts ?? [], 'Reason for no value')).toEqual(['not measured']);
  });
});

describe('what must not be shown', () => {
  it('rule 48: another result, another patient, and one that does not say whose it is are refused', () => {
    expect(readSource({ ...potassium, id: 'o2' }, context)).toEqual({
      outcome: 'refused',
      why: 'another result',
    });
    expect(readSource({ ...potassium, subject: { reference: 'Patient/p2' } }, context)).toEqual({
      outcome: 'refused',
      why: 'another patient',
    });
    expect(readSource({ ...potassium, subject: undefined }, context)).toEqual({
      outcome: 'refused',
      why: 'no patient',
    });
    for (const junk of [undefined, null, 7, 'x', [], {}])
      expect(readSource(junk, context).outcome).toBe('refused');
  });

  it('rule 33: a result withdrawn meanwhile says what and when, and no value', () => {
    const reading = readSource({ ...potassium, status: 'entered-in-error ' }, context);
    expect(reading).toEqual({ outcome: 'withdrawn', title: 'Potassium', day: '12 Nov 2026' });
  });

  it('rules 34 and 36: no value of a cancelled result, nor of a preliminary one where the vendor says so', () => {
    const hidden = [
      sourceOf({ ...potassium, status: 'cancelled' }),
      sourceOf({ ...potassium, status: 'preliminary' }, { hidePreliminary: true }),
    ];
    for (const source of hidden) {
      expect(source.result).toBeUndefined();
      expect(JSON.stringify(source)).not.toMatch(/5\.8|haemolysed|High/);
    }
    expect(sourceOf({ ...potassium, status: 'preliminary' }).result?.value).toBe('>5.8 mmol/L');
  });
});
