import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../testing/codes.ts';
import { readCode } from './code.ts';
import { readObservation } from './observation.ts';
import { isGroupedByEncounter } from './observationContext.ts';
import {
  observationContextFixture,
  quantity,
  read,
  readPotassium,
  readRow,
  readRows,
} from './observationFixture.ts';
import { reasonText } from './reasons/reasons.ts';
import { seriesKeyOf } from './rowKinds.ts';
import { observationTexts } from './observation.messages.ts';

describe('subject', () => {
  const subjectCases: readonly (readonly [string, object, string])[] = [
    ['68: another patient', { reference: 'Patient/p2' }, 'other-patient'],
    ['69: absolute on this server', { reference: 'https://ehr.example/r4/Patient/p1' }, 'read'],
    ['63: absolute with the default port', { reference: 'https://ehr.example:443/r4/Patient/p1' }, 'read'],
    ['69: versioned', { reference: 'Patient/p1/_history/3' }, 'read'],
    [
      '69: the same id on another server',
      { reference: 'https://other.example/r4/Patient/p1' },
      'other-patient',
    ],
    ['69: identifier only', { identifier: { value: 'p1' } }, 'no-subject'],
    ['contained', { reference: '#p1' }, 'no-subject'],
    ['nobody', {}, 'no-subject'],
  ];
  test.each(subjectCases)('%s', (_, subject, expected) => {
    const reading = read({ code: loinc('2823-3'), subject });
    expect(reading.outcome === 'excluded' ? reading.reason : reading.outcome).toBe(expected);
  });

  test('68: of a result of another patient not even the id is kept', () => {
    expect(read({ code: loinc('2823-3'), subject: { reference: 'Patient/p2' } })).toEqual({
      outcome: 'excluded',
      reason: 'other-patient',
    });
    expect(read({ subject: undefined })).toEqual({ outcome: 'excluded', reason: 'no-subject', id: 'o1' });
  });

  test.each([[null], [1], ['Observation'], [[]], [{}], [{ resourceType: 'Patient' }]])(
    '%j is no Observation',
    (resource) => {
      expect(readObservation(resource, observationContextFixture)).toEqual({
        outcome: 'excluded',
        reason: 'unreadable',
      });
    },
  );
});

test('rule 22: method, body site, specimen and position stand with the result', () => {
  const { kind } = readRow({
    code: loinc('8310-5'),
    valueQuantity: quantity(37.2, 'Cel'),
    method: { text: 'Infrared' },
    bodySite: { coding: [{ display: 'Axilla' }] },
    specimen: { display: 'Probe cover 7' },
  });
  expect(kind).toMatchObject({
    context: 'Infrared, Axilla, Probe cover 7',
    method: 'Infrared\nProbe cover 7',
  });
});

const pressure = (more: object = {}) => ({
  code: loinc('85354-9'),
  component: [
    { code: loinc('8480-6'), valueQuantity: quantity(120, 'mmHg', 'mm[Hg]') },
    { code: loinc('8462-4'), valueQuantity: quantity(80, 'mmHg', 'mm[Hg]') },
  ],
  ...more,
});
const kindsOf = (fields: object) => readRows(read(fields)).map(({ kind }) => kind);

describe('whose result it is', () => {
  test('of a withdrawn result of another patient nothing is kept', () => {
    const subject = { reference: 'Patient/p2' };
    expect(read({ status: 'entered-in-error', code: loinc('2823-3'), subject })).toEqual({
      outcome: 'excluded',
      reason: 'other-patient',
    });
  });

  test.each([
    [{ code: { text: 'Glucose, quality control level 2' } }, 'text:glucose, quality control level 2'],
    [{ code: { ...loinc('2345-7'), text: 'Glucosa, control de calidad' } }, 'glucose~control'],
    [{ code: loinc('2345-7'), specimen: { display: 'QC level 1' } }, 'glucose~control'],
    [{ code: { ...loinc('99999-9'), text: 'Analyte, quality control' } }, 'http://loinc.org|99999-9~control'],
  ])(
    'a sample by which a laboratory checks itself is never drawn, and has its own series: %j',
    (sent, id) => {
      for (const status of ['final', 'cancelled']) {
        const valueQuantity = { value: 288, code: 'mg/dL', system: 'http://unitsofmeasure.org' };
        const { kind } = readRow({ status, ...sent, valueQuantity });
        expect(kind).toMatchObject({ seriesId: id, reason: 'quality-control', drawing: 'listed' });
        expect(reasonText({ kind })).toBe('quality control of the laboratory, not the patient');
      }
    },
  );

  const fetus = { focus: [{ reference: 'Patient/fetus' }] };

  test('a result that is about somebody else has a series of its own, and is never drawn', () => {
    const { kind } = readPotassium(fetus);
    expect(kind).toMatchObject({
      seriesId: 'k~another subject',
      reason: 'another-subject',
      drawing: 'listed',
    });
    expect(seriesKeyOf(kind)).toMatchObject({
      baseId: 'k~another subject',
      variant: 'about another subject',
      target: { id: 'k~another subject', variant: 'about another subject', unit: 'mmol/L' },
    });
    const unknown = readRow({ code: { text: 'Movements' }, valueInteger: 3, ...fetus }).kind;
    expect(seriesKeyOf(unknown)).toMatchObject({
      baseId: 'text:movements~another subject',
      variant: 'about another subject',
      target: undefined,
    });
  });

  test('a result whose focus is the patient is the patient’s', () => {
    expect(readPotassium({ focus: [{ reference: 'Patient/p1' }] }).kind).toMatchObject({
      seriesId: 'k',
      drawing: 'line',
    });
    const both = [{ reference: 'Patient/p1' }, { reference: 'Device/pump' }];
    expect(readPotassium({ focus: both }).kind.reason).toBe('another-subject');
    expect(readPotassium({ focus: [null] }).kind.seriesId).toBe('k');
  });

  test.each(['RelatedPerson/mother', ['Patient/fetus'], [['Patient/fetus']], true])(
    'a focus that is no reference (%j) is not known to be the patient',
    (focus) => {
      expect(readPotassium({ focus }).kind.reason).toBe('another-subject');
    },
  );

  test('one focus that stands in no list is read too', () => {
    expect(readPotassium({ focus: { reference: 'Patient/p1' } }).kind.seriesId).toBe('k');
  });

  test.each(['cancelled', 'unknown', 'registered', ''])(
    'that it is about somebody else comes before its status "%s"',
    (status) => {
      expect(readPotassium({ ...fetus, status }).kind.reason).toBe('another-subject');
    },
  );

  test('a modifier of one component turns only that one around', () => {
    const component = [
      { code: loinc('8480-6'), valueInteger: 120, modifierExtension: [{ url: 'x' }] },
      { code: loinc('8462-4'), valueQuantity: quantity(80, 'mmHg', 'mm[Hg]') },
    ];
    expect(kindsOf(pressure({ component })).map(({ reason }) => reason)).toEqual(['modifier', '']);
    expect(kindsOf(pressure({ modifierExtension: [{}] })).map(({ reason }) => reason)).toEqual([
      'modifier',
      'modifier',
    ]);
  });
});

describe('what is withheld', () => {
  test.each(['cancelled', 'canceled'])(
    'rule 36: %s has no value, flag or note, and keeps the rest',
    (status) => {
      const row = readPotassium({
        status,
        note: [{ text: 'would be 6.9' }],
        interpretation: [{ text: 'High' }],
        contained: [{ id: 's', collection: { collectedDateTime: '2026-01-01' } }],
        specimen: { reference: '#s' },
      });
      expect(row.kind).toMatchObject({ status, reason: 'status', flag: '', flagText: '' });
      expect([row.value, row.valueText]).toEqual([Number.NaN, '']);
      expect(row.attached).toEqual({ notes: [], collected: '2026-01-01', oxygen: '' });
    },
  );

  test('a listed value is never marked as outside of its range', () => {
    const sent = {
      valueQuantity: quantity(6, 'mmol/L'),
      referenceRange: [{ low: quantity(3.5, 'mmol/L'), high: quantity(5.1, 'mmol/L') }],
    };
    expect(readPotassium(sent).kind.outsideRange).toBe('above');
    expect(readPotassium({ ...sent, status: 'registered' }).kind.outsideRange).toBe('');
  });

  test('without a value and a reason for it, no reason is made up', () => {
    expect(readPotassium({ valueQuantity: undefined }).kind).toMatchObject({
      reason: 'no-value',
      absentReason: '',
    });
  });
});

describe('what rows belong together', () => {
  const encounter = { encounter: { reference: 'Encounter/e1' } };

  test('a side of a blood pressure that was sent alone, and a saturation with its oxygen, by their encounter', () => {
    const codes = [
      '8480-6',
      '8460-8',
      '8462-4',
      '76215-3',
      '76213-8',
      '59408-5',
      '3151-8',
      '2823-3',
      '8867-4',
    ];
    expect(codes.map((code) => isGroupedByEncounter(readCode(loinc(code))))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const side = readRow({ code: loinc('8480-6'), valueQuantity: quantity(120, 'mm[Hg]'), ...encounter });
    expect(side.kind).toMatchObject({ encounter: 'Encounter/e1', component: '' });
    expect(readPotassium(encounter).kind).toMatchObject({ encounter: '', component: '' });
  });

  test('components by their Observation, each with its code or its words', () => {
    const component = [...pressure().component, { code: { text: 'Cuff pressure' }, valueInteger: 30 }];
    expect(
      kindsOf(pressure({ component, ...encounter })).map((kind) => [kind.component, kind.encounter]),
    ).toEqual([
      [`${LOINC}|8480-6`, ''],
      [`${LOINC}|8462-4`, ''],
      ['text:cuff pressure', ''],
    ]);
  });

  test('a text belongs to the main series of what was measured, and a number to that of its unit', () => {
    const keyOf = (fields: object) => seriesKeyOf(readPotassium(fields).kind);
    expect(keyOf({})).toMatchObject({ baseId: 'k', unit: 'mmol/L', fit: 'same', isNumber: true });
    expect(keyOf({ valueQuantity: quantity(1, 'g/dL') })).toMatchObject({
      unit: 'g/dL',
      fit: 'mismatch',
      isNumber: true,
    });
    expect(keyOf({ valueQuantity: undefined, valueString: 'hemolyzed' })).toMatchObject({
      unit: 'mmol/L',
      fit: 'same',
      isNumber: false,
    });
    expect(seriesKeyOf(readRow({ code: { text: 'Culture' }, valueString: 'No growth' }).kind)).toMatchObject({
      baseId: 'text:culture',
      unit: '',
      fit: 'same',
      isNumber: false,
    });
  });
});

describe('vital signs', () => {
  const category = (...codes: readonly string[]) => [{ coding: codes.map((code) => ({ code })) }];
  const device = { device: { display: 'Meter  7' }, method: { text: 'Auto   matic' } };
  const read1 = (fields: object) => readPotassium({ ...device, ...fields }).kind;

  test.each([
    [category('vital-signs'), true],
    [category('x', 'vital-signs'), true],
    [[...category('laboratory'), ...category('vital-signs')], true],
    [category('laboratory'), false],
    [[], false],
    [undefined, false],
  ])('%j: %s', (sent, isVitalSign) => {
    expect(read1({ category: sent })).toMatchObject({ isVitalSign });
  });

  test('the device of a laboratory breaks the line, and one at the bedside does not', () => {
    expect(read1({ category: category('laboratory') }).method).toBe('Auto matic\n\nMeter 7');
    expect(read1({ category: category('vital-signs') }).method).toBe('Auto matic');
  });
});

test('of a result of twenty thousand parts and two more, the two are named', () => {
  const component = Array.from({ length: 20_002 }, () => ({ code: { text: 'x' }, valueInteger: 1 }));
  const rows = readRows(read({ code: loinc('2823-3'), interpretation: [{ text: 'HH' }], component }));
  expect(rows).toHaveLength(20_001);
  expect(rows.at(-1)?.valueText).toBe(observationTexts('furtherParts', { count: '2' }));
  expect(rows.at(-1)?.kind).toMatchObject({ reason: 'text', code: '2823-3', flag: '' });
});
