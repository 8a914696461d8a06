import { expect, test } from 'vitest';
import { arePaired, pairs } from '../clinical/curve.ts';
import {
  ABSENT,
  LOINC,
  line,
  loinc,
  MILLENNIUM,
  observation,
  row,
  seen,
  seriesOf,
  ucum,
  lineOf,
} from './readingFixture.ts';

/*
 * The fixtures of vendor behaviour that are about reading an Observation or a Patient are in `fixtures.*.test.ts`, each by its
 * number. Where the others are tested stands in docs/fixtures.md.
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
  expect(line(pulse)).toMatchObject({
    series: 'hr',
    code_system: LOINC,
    code: '8867-4',
    code_text: 'Pulse',
    value: '72',
    unit: '/min',
    drawn: 'yes',
  });
});

const side = (code: string, value: number, ...more: readonly string[]) => ({
  code: loinc(code, ...more),
  valueQuantity: ucum(value, 'mm[Hg]'),
});

test('fixture 2: a blood pressure under three panel codes is its two sides, in mmHg', () => {
  const record = seen([
    observation({
      code: loinc('55284-4', '85354-9', '8716-3'),
      component: [side('8480-6', 128), side('8462-4', 82)],
    }),
  ]);
  expect(record.series.map(({ id, unitText, values }) => [id, unitText, ...values])).toEqual([
    ['bp-sys', 'mmHg', 128],
    ['bp-dia', 'mmHg', 82],
  ]);
  expect(pairs(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toHaveLength(1);
  expect(record.account).toMatchObject({ received: 1, drawn: 1 });
});

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const panelFlag = (code: string) => [{ coding: [{ system: V3, code }] }];
const wholePressure = (fields: object, ...flags: readonly (object | undefined)[]) =>
  seen([
    observation({
      code: loinc('55284-4', '85354-9', '8716-3'),
      component: [
        { ...side('8480-6', 182), ...flags[0] },
        { ...side('8462-4', 82), ...flags[1] },
      ],
      ...fields,
    }),
  ]);
const flagsOf = ({ series }: ReturnType<typeof seen>) =>
  series.map(({ rows }) => [rows.at(0)?.kind.flag, rows.at(0)?.kind.flagText]);

test('fixture 2: a flag of the whole pressure stands with both sides, and never with a direction that was not said', () => {
  expect(flagsOf(wholePressure({ interpretation: panelFlag('A') }))).toEqual([
    ['A', 'A (whole panel)'],
    ['A', 'A (whole panel)'],
  ]);
  expect(flagsOf(wholePressure({ interpretation: panelFlag('HH') }))).toEqual([
    ['AA', 'HH (whole panel)'],
    ['AA', 'HH (whole panel)'],
  ]);
});

test('fixture 2: the file holds the letters that were sent for the whole pressure, and says so', () => {
  const record = wholePressure({ interpretation: panelFlag('HH') }, { interpretation: panelFlag('N') });
  expect(Object.fromEntries(record.lines.map(({ component, flag }) => [component, flag]))).toEqual({
    [`${LOINC}|8480-6`]: 'N',
    [`${LOINC}|8462-4`]: 'HH (whole panel)',
  });
});

test('fixture 2: a side that has a flag of its own keeps it', () => {
  const record = wholePressure({ interpretation: panelFlag('A') }, { interpretation: panelFlag('H') });
  expect(flagsOf(record)).toEqual([
    ['H', 'H'],
    ['A', 'A (whole panel)'],
  ]);
});

test('fixture 2: a range of the whole pressure is printed with both sides and drawn with none', () => {
  const referenceRange = [{ text: '90/60 - 140/90' }];
  const record = wholePressure({ referenceRange });
  expect(record.lines.map(({ range_text }) => range_text)).toEqual([
    '90/60 - 140/90 (whole panel)',
    '90/60 - 140/90 (whole panel)',
  ]);
  expect(record.series.map(({ rows }) => rows.at(0)?.kind)).toMatchObject([
    { band: undefined, outside: '' },
    { band: undefined, outside: '' },
  ]);
});

test('fixture 2: beside a value of its own the flag is about that value alone', () => {
  const saturation = observation({
    code: loinc('59408-5'),
    valueQuantity: ucum(84, '%'),
    interpretation: panelFlag('L'),
    component: [{ code: loinc('3151-8'), valueQuantity: ucum(2, 'L/min') }],
  });
  expect(Object.fromEntries(seen([saturation]).lines.map(({ series, flag }) => [series, flag]))).toEqual({
    spo2: 'L',
    o2flow: '',
  });
});

test('fixture 3: the panel code inside each component swaps nothing', () => {
  const record = seen([
    observation({
      code: loinc('85354-9'),
      component: [side('85354-9', 82, '8462-4'), side('8480-6', 128, '85354-9')],
    }),
  ]);
  expect(record.lines).toHaveLength(2);
  expect(record.lines).toContainEqual(
    expect.objectContaining({ series: 'bp-dia', component: `${LOINC}|8462-4`, value: '82' }),
  );
  expect(record.lines).toContainEqual(
    expect.objectContaining({ series: 'bp-sys', component: `${LOINC}|8480-6`, value: '128' }),
  );
});

test('fixture 4: a diastolic that was not recorded is listed with its reason, never 0 and never carried forward', () => {
  const pressure = (id: string, day: string, diastolic: object) =>
    observation({
      id,
      code: loinc('85354-9'),
      effectiveDateTime: `2026-01-0${day}T11:06:58.000Z`,
      component: [side('8480-6', 99), { code: loinc('8462-4'), ...diastolic }],
    });
  const absent = { dataAbsentReason: { coding: [{ code: 'unknown' }], text: 'Unknown' } };
  const record = seen([
    pressure('a', '1', { valueQuantity: ucum(61, 'mm[Hg]') }),
    pressure('b', '2', absent),
  ]);
  const diastolic = seriesOf(record, 'bp-dia');
  expect([...diastolic.values]).toEqual([61]);
  expect(diastolic.listed.map(({ id }) => id)).toEqual(['b']);
  expect(
    record.lines.find(({ observation_id, series }) => observation_id === 'b' && series === 'bp-dia'),
  ).toMatchObject({
    value: '',
    drawn: 'no',
    reason: 'no value: Unknown',
  });
  expect(pairs(seriesOf(record, 'bp-sys'), diastolic).at(-1)).toMatchObject({ diastolic: undefined });
});

test('fixture 5: two sides sent as two Observations are both drawn and not taken for one measurement', () => {
  const record = seen([
    observation({ id: 's', ...side('8480-6', 128) }),
    observation({ id: 'd', ...side('8462-4', 82) }),
  ]);
  expect(record.account).toMatchObject({ received: 2, drawn: 2 });
  expect(
    pairs(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia')).map(({ systolic, diastolic }) => [
      systolic?.id,
      diastolic?.id,
    ]),
  ).toEqual([
    ['s', undefined],
    [undefined, 'd'],
  ]);
});

test('fixture 5: what could make them one measurement is known: the encounter, of a lone side alone', () => {
  const encounter = { reference: 'Encounter/e1' };
  const record = seen([
    observation({ id: 's', encounter, ...side('8480-6', 128) }),
    observation({ id: 'd', ...side('8462-4', 82) }),
    observation({ id: 'k', encounter, code: loinc('2823-3'), valueQuantity: ucum(4, 'mmol/L') }),
    observation({ id: 'p', encounter, code: loinc('85354-9'), component: [side('8480-6', 120)] }),
  ]);
  const encounterOf = Object.fromEntries(
    record.series.flatMap(({ rows }) => rows.map(({ id, kind }) => [id, kind.encounter])),
  );
  expect(encounterOf).toEqual({ s: 'Encounter/e1', d: '', k: '', p: '' });
});

test('fixture 5: sides sent apart are one pressure at one instant of one encounter, and only then', () => {
  const [one, other] = ['Encounter/e1', 'Encounter/e2'].map((reference) => ({ encounter: { reference } }));
  const at = (minute: number) => ({ effectiveDateTime: `2026-01-02T18:0${minute}:00Z` });
  const record = seen([
    observation({ id: 's1', ...one, ...at(1), ...side('8480-6', 128) }),
    observation({ id: 'd1', ...one, ...at(1), ...side('8462-4', 82) }),
    observation({ id: 's2', ...one, ...at(2), ...side('8480-6', 130) }),
    observation({ id: 'd2', ...other, ...at(2), ...side('8462-4', 84) }),
    observation({ id: 's3', ...one, ...at(3), ...side('8480-6', 132) }),
    observation({ id: 'd3', ...one, ...at(4), ...side('8462-4', 86) }),
  ]);
  const sides = pairs(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'));
  expect(sides.map(({ systolic, diastolic }) => `${systolic?.id}/${diastolic?.id}`)).toEqual([
    's1/d1',
    's2/undefined',
    'undefined/d2',
    's3/undefined',
    'undefined/d3',
  ]);
  expect(arePaired(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toBe(true);
});

test('fixture 5: sides without an encounter are two series on the screen', () => {
  const record = seen([
    observation({ id: 's', ...side('8480-6', 128) }),
    observation({ id: 'd', ...side('8462-4', 82) }),
  ]);
  expect(arePaired(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toBe(false);
});

test('fixture 6: a blood pressure as text is listed as text', () => {
  const pressure = { code: { ...loinc('85354-9'), text: 'Blood pressure' }, valueString: '120/80' };
  expect(line(pressure)).toMatchObject({
    series: 'text:blood pressure',
    value: '120/80',
    drawn: 'no',
    reason: 'text, not a number',
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
  const record = seen([
    rate('a', ['69000-8', '8867-4'], 'Heart Rate Sitting'),
    rate('b', ['8867-4'], 'Heart Rate Monitored'),
  ]);
  const { rows, unitText } = seriesOf(record, 'hr');
  expect([rows.length, unitText]).toEqual([2, 'bpm']);
  expect(rows.map(({ kind }) => kind.context)).toEqual(['Sitting, Radial', 'Radial']);
});

test('fixture 8: oral and axillary temperature are one series, and each point says which it is', () => {
  const temperature = (id: string, code: object) =>
    observation({ id, code, valueQuantity: ucum(37.1, 'Cel', 'degC') });
  const record = seen([
    temperature('a', { ...loinc('8310-5', '8331-1'), text: 'Temperature Oral' }),
    temperature('b', { ...loinc('8331-1', '8310-5'), text: 'Temperature Oral' }),
    temperature('c', { ...loinc('8310-5'), text: 'Temperature Axillary' }),
    temperature('d', { coding: [{ system: LOINC, code: '8332-9', display: 'Rectal temperature' }] }),
    temperature('e', loinc('8310-5')),
  ]);
  expect(seriesOf(record, 'temp').rows.map(({ id, kind }) => [id, kind.context])).toEqual([
    ['a', 'Oral'],
    ['b', 'Oral'],
    ['c', 'Axillary'],
    ['d', 'Rectal'],
    ['e', ''],
  ]);
});

test('fixture 9: a code that only the vendor knows is a series of its own, without a unit', () => {
  const score = {
    code: {
      coding: [{ system: MILLENNIUM, code: '99', display: 'Weight Z-Score', userSelected: true }],
      text: 'Weight Z-Score',
    },
    valueQuantity: { value: 1.64 },
  };
  expect(line(score)).toMatchObject({
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
  const [girth] = seen([
    observation({ ...unknown, category: category('procedure', 'therapy', 'vital-signs') }),
  ]).series;
  expect(girth?.group).toBe('Circulation and body');
  const laboratory = [
    ...category('laboratory'),
    { coding: [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.10.798268.30', code: 'Lab' }] },
  ];
  expect(seen([observation({ ...unknown, category: laboratory })]).series[0]?.group).toBe('Other results');
});

test('fixture 35: a result whose category and code are only "absent" is kept among the other results', () => {
  const absent = { extension: [{ url: ABSENT, valueCode: 'unknown' }] };
  const glucose = seen([
    observation({
      id: 'L-7',
      category: [absent],
      code: { text: 'POC Glucose' },
      valueQuantity: { value: 189 },
    }),
  ]).series;
  expect(glucose.map(({ id, group }) => [id, group])).toEqual([['text:poc glucose', 'Other results']]);
  const nameless = seen([observation({ code: absent, valueQuantity: { value: 1 } })]).series;
  expect(nameless[0]?.name).toBe('Result without a name');
});

test('fixture 51: a panel stands by itself, and its members are drawn by their own codes', () => {
  const record = seen([
    observation({
      id: 'panel',
      code: { ...loinc('58410-2'), text: 'CBC' },
      hasMember: [{ reference: 'Observation/hgb' }],
    }),
    observation({ id: 'hgb', code: loinc('718-7'), valueQuantity: ucum(13.1, 'g/dL') }),
  ]);
  expect(record.account).toMatchObject({ received: 2, drawn: 1, listed: 1 });
  expect(lineOf(record, 'hgb')).toMatchObject({ series: 'hgb', drawn: 'yes' });
  expect(lineOf(record, 'panel')).toMatchObject({
    series: 'text:cbc',
    drawn: 'no',
    reason: 'a panel: its results stand by themselves',
  });
});

test('fixture 51: a panel in a panel in itself, and one whose members never came, are headers and nothing more', () => {
  const panel = (id: string, ...members: readonly string[]) =>
    observation({
      id,
      code: { text: 'Panel' },
      hasMember: members.map((member) => ({ reference: `Observation/${member}` })),
    });
  const record = seen([panel('a', 'b'), panel('b', 'a', 'b'), panel('c', 'nowhere')]);
  expect(record.account).toMatchObject({ received: 3, listed: 3 });
  expect(record.lines.map(({ reason }) => reason)).toEqual([
    'a panel: its results stand by themselves',
    'a panel: its results stand by themselves',
    'a panel: its results stand by themselves',
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
  const record = seen([
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
  expect(lineOf(record, 'fetus')).toMatchObject({
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
])('a code of two measures, %s and %s, is listed with its reason and stands with neither', (...codes) => {
  const record = seen([
    observation({ code: { ...loinc(...codes), text: 'Both' }, valueQuantity: ucum(4.1, 'mmol/L') }),
  ]);
  expect(record.lines).toMatchObject([{ drawn: 'no', reason: 'its code names two measures' }]);
  expect(record.series).toMatchObject([{ analyteId: '', name: 'Both' }]);
});

test.each([
  ['2708-6', '59408-5', 'spo2'],
  ['69000-8', '8867-4', 'hr'],
  ['41653-7', '2345-7', 'glucose-poc'],
  ['62238-1', '98979-8', 'egfr'],
  ['1988-5', '30522-7', 'crp'],
])('two codes of one measure, %s and %s, are its one series', (...[a, b, id]) => {
  expect(row({ code: loinc(a, b), valueString: 'see chart' }).kind.seriesId).toBe(id);
  expect(row({ code: loinc(b, a), valueString: 'see chart' }).kind).toMatchObject({
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
  expect(line(coded({ system: SCT, code: '364075005' }))).toMatchObject({
    series: 'hr',
    code_system: SCT,
    code: '364075005',
  });
  expect(line(coded({ system: SCT, code: '364075006' })).series).toBe(`${SCT}|364075006`);
  expect(line(coded({ system: 'urn:x', code: '364075005' })).series).toBe('urn:x|364075005');
  const fetal = coded({ system: SCT, code: '364075005' }, { system: LOINC, code: '55283-6' });
  expect(line(fetal).series).toBe(`${LOINC}|55283-6`);
});

test('a small number of one site is never matched, whatever its text says', () => {
  const site = { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8', display: 'Heart rate' };
  expect(line(coded(site)).series).toBe(`${site.system}|8`);
});

test('a code under another system that looks like LOINC is not LOINC', () => {
  const foreign = { code: { coding: [{ system: 'urn:oid:1.2.246.537.6.96', code: '8867-4' }] } };
  expect(row({ ...foreign, valueQuantity: ucum(72, '/min') }).kind.seriesId).toBe(
    'urn:oid:1.2.246.537.6.96|8867-4',
  );
});
