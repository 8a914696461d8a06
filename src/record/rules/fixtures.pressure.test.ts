import { expect, test } from 'vitest';
import { arePaired, pressurePairsOf } from '../../clinical/series/pairs/pressurePairs.ts';
import { csvLine, observation, readRecord, seriesOf, ucum } from '../../testing/readRecordFixture.ts';
import { LOINC, loinc } from '../../testing/codes.ts';

const side = (code: string, value: number, ...more: readonly string[]) => ({
  code: loinc(code, ...more),
  valueQuantity: ucum(value, 'mm[Hg]'),
});

test('fixture 2: a blood pressure under three panel codes is its two sides, in mmHg', () => {
  const record = readRecord([
    observation({
      code: loinc('55284-4', '85354-9', '8716-3'),
      component: [side('8480-6', 128), side('8462-4', 82)],
    }),
  ]);
  expect(record.series.map(({ id, unitText, values }) => [id, unitText, ...values])).toEqual([
    ['bp-sys', 'mmHg', 128],
    ['bp-dia', 'mmHg', 82],
  ]);
  expect(pressurePairsOf(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toHaveLength(1);
  expect(record.account).toMatchObject({ received: 1, drawn: 1 });
});

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const panelFlag = (code: string) => [{ coding: [{ system: V3, code }] }];
const wholePressure = (fields: object, ...flags: readonly (object | undefined)[]) =>
  readRecord([
    observation({
      code: loinc('55284-4', '85354-9', '8716-3'),
      component: [
        { ...side('8480-6', 182), ...flags[0] },
        { ...side('8462-4', 82), ...flags[1] },
      ],
      ...fields,
    }),
  ]);
const flagsOf = ({ series }: ReturnType<typeof readRecord>) =>
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
    { band: undefined, outsideRange: '' },
    { band: undefined, outsideRange: '' },
  ]);
});

test('fixture 2: beside a value of its own the flag is about that value alone', () => {
  const saturation = observation({
    code: loinc('59408-5'),
    valueQuantity: ucum(84, '%'),
    interpretation: panelFlag('L'),
    component: [{ code: loinc('3151-8'), valueQuantity: ucum(2, 'L/min') }],
  });
  expect(
    Object.fromEntries(readRecord([saturation]).lines.map(({ series, flag }) => [series, flag])),
  ).toEqual({
    spo2: 'L',
    o2flow: '',
  });
});

test('fixture 3: the panel code inside each component swaps nothing', () => {
  const record = readRecord([
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
  const record = readRecord([
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
  expect(pressurePairsOf(seriesOf(record, 'bp-sys'), diastolic).at(-1)).toMatchObject({
    diastolic: undefined,
  });
});

test('fixture 5: two sides sent as two Observations of two minutes are both drawn and not taken for one measurement', () => {
  const record = readRecord([
    observation({ id: 's', ...side('8480-6', 128) }),
    observation({ id: 'd', effectiveDateTime: '2026-01-02T18:31:00Z', ...side('8462-4', 82) }),
  ]);
  expect(record.account).toMatchObject({ received: 2, drawn: 2 });
  expect(
    pressurePairsOf(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia')).map(({ systolic, diastolic }) => [
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
  const record = readRecord([
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
  const record = readRecord([
    observation({ id: 's1', ...one, ...at(1), ...side('8480-6', 128) }),
    observation({ id: 'd1', ...one, ...at(1), ...side('8462-4', 82) }),
    observation({ id: 's2', ...one, ...at(2), ...side('8480-6', 130) }),
    observation({ id: 'd2', ...other, ...at(2), ...side('8462-4', 84) }),
    observation({ id: 's3', ...one, ...at(3), ...side('8480-6', 132) }),
    observation({ id: 'd3', ...one, ...at(4), ...side('8462-4', 86) }),
  ]);
  const sides = pressurePairsOf(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'));
  expect(sides.map(({ systolic, diastolic }) => `${systolic?.id}/${diastolic?.id}`)).toEqual([
    's1/d1',
    's2/undefined',
    'undefined/d2',
    's3/undefined',
    'undefined/d3',
  ]);
  expect(arePaired(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toBe(true);
});

test('fixture 5: sides of different times are two series on the screen', () => {
  const record = readRecord([
    observation({ id: 's', ...side('8480-6', 128) }),
    observation({ id: 'd', effectiveDateTime: '2026-01-02T18:31:00Z', ...side('8462-4', 82) }),
  ]);
  expect(arePaired(seriesOf(record, 'bp-sys'), seriesOf(record, 'bp-dia'))).toBe(false);
});

test('fixture 6: a blood pressure as text is listed as text', () => {
  const pressure = { code: { ...loinc('85354-9'), text: 'Blood pressure' }, valueString: '120/80' };
  expect(csvLine(pressure)).toMatchObject({
    series: 'text:blood pressure',
    value: '120/80',
    drawn: 'no',
    reason: 'text, not a number',
  });
});
