import { expect, test } from 'vitest';
import {
  ABSENT,
  csvLine,
  MILLENNIUM,
  observation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
  csvLineOf,
  inMmolPerL,
} from '../../testing/readRecordFixture.ts';
import { LOINC, loinc } from '../../testing/codes.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';
import { seriesTexts } from '../../clinical/series/series.messages.ts';

/*
 * The fixtures of vendor behaviour that concern the reading of an Observation or a Patient are in `fixtures.*.test.ts`, each by its
 * number. docs/fixtures.md names the tests of the others.
 */

test('fixture 1: the Epic pulse is heart rate, although "Vital signs" stands first', () => {
  const pulse = {
    category: [{ coding: [{ code: 'vital-signs' }], text: 'Vital Signs' }],
    code: {
      coding: [
        { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8', display: 'Pulse' },
        { system: 'http://open.epic.com/FHIR/StructureDefinition/observation-flowsheet-id', code: 't0' },
        { system: 'urn:oid:1.2.246.537.6.96', code: '8867-4' },
        { system: LOINC, code: '8716-3', display: 'Vital signs' },
        { system: LOINC, code: '8867-4', display: 'Heart rate' },
      ],
      text: 'Pulse',
    },
    valueQuantity: ucum(72, '/min'),
  };
  expect(csvLine(pulse)).toMatchObject({
    series: 'hr',
    code_system: LOINC,
    code: '8867-4',
    code_text: 'Pulse',
    value: '72',
    unit: '/min',
    drawn: 'yes',
  });
});

test('fixture 7: both LOINC of a heart rate are one series, and what the code says of posture stays on the point', () => {
  const rate = (id: string, codes: readonly string[], text: string) =>
    observation({
      id,
      code: { ...loinc(...codes), text },
      bodySite: { text: 'Radial' },
      valueQuantity: ucum(84, '/min', 'bpm'),
    });
  const record = readRecord([
    rate('a', ['69000-8', '8867-4'], 'Heart Rate Sitting'),
    rate('b', ['8867-4'], 'Heart Rate Monitored'),
  ]);
  const { rows, unitText } = seriesOf(record, 'hr');
  expect([rows.length, unitText]).toEqual([2, 'bpm']);
  expect(rows.map(({ kind }) => kind.context)).toEqual(['Sitting, Radial', 'Radial']);
});

test('fixture 8: a temperature with a site in its code or in its words is a series of its own, and a plain one without', () => {
  const temperature = (id: string, code: object) =>
    observation({ id, code, valueQuantity: ucum(37.1, 'Cel', 'degC') });
  const record = readRecord([
    temperature('a', { ...loinc('8310-5', '8331-1'), text: 'Temperature Oral' }),
    temperature('b', { ...loinc('8331-1', '8310-5'), text: 'Temperature Oral' }),
    temperature('c', { ...loinc('8310-5'), text: 'Temperature Axillary' }),
    temperature('d', { coding: [{ system: LOINC, code: '8332-9', display: 'Rectal temperature' }] }),
    temperature('e', loinc('8310-5')),
  ]);
  const contexts = (id: string) => seriesOf(record, id).rows.map((row) => [row.id, row.kind.context]);
  expect(contexts('temp-oral')).toEqual([
    ['a', 'Oral'],
    ['b', 'Oral'],
  ]);
  expect(contexts('temp-rect')).toEqual([['d', 'Rectal']]);
  expect(contexts('temp-ax')).toEqual([['c', 'Axillary']]);
  expect(contexts('temp')).toEqual([['e', '']]);
});

test('fixture 9: a code that only the vendor knows is a series of its own, without a unit', () => {
  const score = {
    code: {
      coding: [{ system: MILLENNIUM, code: '99', display: 'Weight Z-Score', userSelected: true }],
      text: 'Weight Z-Score',
    },
    valueQuantity: { value: 1.64 },
  };
  expect(csvLine(score)).toMatchObject({
    series: `${MILLENNIUM}|99`,
    code_text: 'Weight Z-Score',
    value: '1.64',
    unit: '',
    drawn: 'yes',
  });
});

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const category = (...codes: readonly string[]) =>
  codes.map((code) => ({ coding: [{ system: CATEGORY, code }] }));
const unknown = {
  code: { coding: [{ system: MILLENNIUM, code: '7', display: 'Girth' }] },
  valueQuantity: ucum(90, 'cm'),
};

test('fixture 34: a vital sign is found in any of several categories', () => {
  const [girth] = readRecord([
    observation({ ...unknown, category: category('procedure', 'therapy', 'vital-signs') }),
  ]).series;
  expect(girth?.group).toBe('Circulation and body');
  const laboratory = [
    ...category('laboratory'),
    { coding: [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.10.798268.30', code: 'Lab' }] },
  ];
  expect(readRecord([observation({ ...unknown, category: laboratory })]).series[0]?.group).toBe(
    'Other results',
  );
});

test('fixture 35: a result whose category and code are only "absent" is kept among the other results', () => {
  const absent = { extension: [{ url: ABSENT, valueCode: 'unknown' }] };
  const glucose = readRecord([
    observation({
      id: 'L-7',
      category: [absent],
      code: { text: 'POC Glucose' },
      valueQuantity: { value: 189 },
    }),
  ]).series;
  expect(glucose.map(({ id, group }) => [id, group])).toEqual([['text:poc glucose', 'Other results']]);
  const nameless = readRecord([observation({ code: absent, valueQuantity: { value: 1 } })]).series;
  expect(nameless[0]?.name).toBe(seriesTexts('resultWithoutName'));
});

test.each([
  ['no code at all', undefined],
  ['an empty code', {}],
  [
    'a code that says only why it is absent',
    { coding: [{ system: LOINC, _code: { extension: [{ url: ABSENT }] } }] },
  ],
  ['a code that is no concept', '2823-3'],
])('rule 18: results with %s may be of any test, so no line joins them', (_, code) => {
  const results = [4.2, 140].map((number, i) =>
    observation({
      id: `o${i}`,
      code,
      effectiveDateTime: `2026-01-0${i + 2}T08:00:00Z`,
      valueQuantity: ucum(number, 'mmol/L'),
      interpretation: [{ text: 'critical' }],
    }),
  );
  const { account, lines } = readRecord(results);
  expect(account).toMatchObject({ received: 2, drawn: 0, listed: 2 });
  expect(lines.map(({ value, reason, flag }) => [value, reason, flag])).toEqual([
    ['140', reasonsTexts('noName'), 'AA'],
    ['4.2', reasonsTexts('noName'), 'AA'],
  ]);
  const parts = readRecord([
    observation({ code: loinc('85354-9'), component: [{ code, ...inMmolPerL(4.2) }] }),
  ]);
  expect(parts.lines).toMatchObject([{ drawn: 'no', reason: reasonsTexts('noName') }]);
});

test('fixture 51: a panel stands by itself, and its members are drawn by their own codes', () => {
  const record = readRecord([
    observation({
      id: 'panel',
      code: { ...loinc('58410-2'), text: 'CBC' },
      hasMember: [{ reference: 'Observation/hgb' }],
    }),
    observation({ id: 'hgb', code: loinc('718-7'), valueQuantity: ucum(13.1, 'g/dL') }),
  ]);
  expect(record.account).toMatchObject({ received: 2, drawn: 1, listed: 1 });
  expect(csvLineOf(record, 'hgb')).toMatchObject({ series: 'hgb', drawn: 'yes' });
  expect(csvLineOf(record, 'panel')).toMatchObject({
    series: 'text:cbc',
    drawn: 'no',
    reason: reasonsTexts('panel'),
  });
});

test('fixture 51: a panel in a panel in itself, and one whose members never came, are headers and nothing more', () => {
  const panel = (id: string, ...members: readonly string[]) =>
    observation({
      id,
      code: { text: 'Panel' },
      hasMember: members.map((member) => ({ reference: `Observation/${member}` })),
    });
  const record = readRecord([panel('a', 'b'), panel('b', 'a', 'b'), panel('c', 'nowhere')]);
  expect(record.account).toMatchObject({ received: 3, listed: 3 });
  expect(record.lines.map(({ reason }) => reason)).toEqual([
    reasonsTexts('panel'),
    reasonsTexts('panel'),
    reasonsTexts('panel'),
  ]);
});

test('a result about somebody else than the patient never stands among the patient’s', () => {
  const pulse = (id: string, fields: object) =>
    observation({
      id,
      code: { ...loinc('8867-4'), text: 'Heart rate' },
      valueQuantity: ucum(72, '/min'),
      ...fields,
    });
  const record = readRecord([
    pulse('own', {}),
    pulse('same', { focus: [{ reference: 'Patient/p1' }] }),
    pulse('fetus', { valueQuantity: ucum(140, '/min'), focus: [{ reference: 'Patient/fetus1' }] }),
    pulse('device', { focus: [{ display: 'Pacemaker' }] }),
    pulse('named', { valueQuantity: ucum(148, '/min'), focus: [{ display: 'Fetus' }] }),
  ]);
  expect([...seriesOf(record, 'hr').values]).toEqual([72, 72]);
  expect(seriesOf(record, 'hr').listed).toHaveLength(0);
  expect(seriesOf(record, 'hr~another subject')).toMatchObject({
    name: 'Heart rate, about another subject',
    account: { drawn: 0, listed: 3 },
  });
  expect(csvLineOf(record, 'fetus')).toMatchObject({
    value: '140',
    drawn: 'no',
    reason: 'about another subject, not the patient',
  });
});

test.each([
  ['2951-2', '2823-3'],
  ['2823-3', '2951-2'],
  ['8480-6', '8462-4'],
  ['48065-7', '48066-5'],
  ['62238-1', '98979-8'],
  ['8328-7', '8332-9'],
  ['8460-8', '8459-0'],
  ['13457-7', '18262-6'],
  ['2823-3', '6298-4'],
  ['4090-7', '4092-3'],
])('a code of two measures, %s and %s, is listed with its reason and stands with neither', (...codes) => {
  const record = readRecord([
    observation({ code: { ...loinc(...codes), text: 'Both' }, valueQuantity: ucum(4.1, 'mmol/L') }),
  ]);
  expect(record.lines).toMatchObject([{ drawn: 'no', reason: reasonsTexts('twoMeasures') }]);
  expect(record.series).toMatchObject([{ analyteId: '', name: 'Both' }]);
});

test.each([
  ['2708-6', '59408-5', 'spo2'],
  ['69000-8', '8867-4', 'hr'],
  ['41653-7', '2345-7', 'glucose-poc'],
  ['69405-9', '98979-8', 'egfr'],
  ['1988-5', '30522-7', 'hscrp'],
  ['8310-5', '8332-9', 'temp-rect'],
  ['2089-1', '18262-6', 'ldl-direct'],
  ['32693-4', '2518-9', 'lactate-art'],
  ['20564-1', '59408-5', 'spo2'],
  ['77142-8', '2823-3', 'k'],
])('of two codes of one measure, %s and %s, the special one counts', (...[a, b, id]) => {
  expect(rowInRecord({ code: loinc(a, b), valueString: 'see chart' }).kind.seriesId).toBe(id);
  expect(rowInRecord({ code: loinc(b, a), valueString: 'see chart' }).kind).toMatchObject({
    seriesId: id,
    reason: 'text',
  });
});

const SCT = 'http://snomed.info/sct';
const coded = (...coding: readonly object[]) => ({
  code: { coding, text: 'Pulse' },
  valueQuantity: ucum(72, '/min'),
});

test('a code of SNOMED CT is matched where the catalog names it, exactly', () => {
  expect(csvLine(coded({ system: SCT, code: '364075005' }))).toMatchObject({
    series: 'hr',
    code_system: SCT,
    code: '364075005',
  });
  expect(csvLine(coded({ system: SCT, code: '364075006' })).series).toBe(`${SCT}|364075006`);
  expect(csvLine(coded({ system: 'urn:x', code: '364075005' })).series).toBe('urn:x|364075005');
  const fetal = coded({ system: SCT, code: '364075005' }, { system: LOINC, code: '55283-6' });
  expect(csvLine(fetal).series).toBe('fhr');
});

test('a small number of one site is never matched, whatever its text says', () => {
  const site = { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8', display: 'Heart rate' };
  expect(csvLine(coded(site)).series).toBe(`${site.system}|8`);
});

test('a code under another system that looks like LOINC is not LOINC', () => {
  const foreign = { code: { coding: [{ system: 'urn:oid:1.2.246.537.6.96', code: '8867-4' }] } };
  expect(rowInRecord({ ...foreign, valueQuantity: ucum(72, '/min') }).kind.seriesId).toBe(
    'urn:oid:1.2.246.537.6.96|8867-4',
  );
});
