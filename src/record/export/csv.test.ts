import { expect, test } from 'vitest';
import { recordCsv, type AboutRecord } from './csv.ts';
import { seriesInUnit } from '../../clinical/unitChoice/unitConversion.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';

const about = { zone: 'CST, UTC−06:00', readAt: '24 Nov 2026, 14:05', incomplete: undefined };
const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const observation = (id: string, fields: object): object => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-01-02T18:30:00-06:00',
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
  ...fields,
});

function csvOf(resources: readonly object[], more: Partial<AboutRecord> = {}): string {
  const sheet = emptyFlowsheet();
  sheet.take(resources);
  const snapshot = { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: 0 };
  return recordCsv(snapshot, marlowe, { ...about, ...more });
}

/** Returns the lines below the header. */
const linesOf = (resources: readonly object[]): readonly string[] =>
  csvOf(resources).split('\r\n').slice(4, -1);

test('it begins with a byte-order mark, says whose record it is, where and when it was read, and ends every line with CRLF', () => {
  expect(
    csvOf([], { incomplete: 'Incomplete: laboratory failed', notices: ['Suppressed: some results'] }),
  ).toBe(
    '\uFEFF"# MARLOWE, Edwin, born 14 Mar 1959 (67 y), Male, MRN 004 829 17"\r\n' +
      '"# Time zone: CST, UTC−06:00"\r\n' +
      '"# Loaded: 24 Nov 2026, 14:05"\r\n' +
      '"# Incomplete: laboratory failed"\r\n' +
      '"# Suppressed: some results"\r\n' +
      'observation_id,component,series,code_system,code,code_text,status,effective,comparator,value,unit,unit_code,range_low,range_high,range_text,flag,drawn,reason,value_converted,unit_converted,attached\r\n',
  );
});

test('in a unit that the reader chose the columns of what was sent hold what was sent', () => {
  const sheet = emptyFlowsheet();
  const limit = (value: number) => ({ value, unit: 'g/dL' });
  const haemoglobin = { coding: [{ system: 'http://loinc.org', code: '718-7' }] };
  const valueQuantity = { value: 12.1, unit: 'g/dL', code: 'g/dL', system: 'http://unitsofmeasure.org' };
  const referenceRange = [{ low: limit(13.5), high: limit(17.5) }];
  sheet.take([observation('h1', { code: haemoglobin, valueQuantity, referenceRange })]);
  const { series, ...snapshot } = sheet.snapshot();
  const [line] = recordCsv(
    {
      ...snapshot,
      series: series.map((one) => seriesInUnit(one, 'mmol/L') ?? one),
      searches: [],
      ended: true,
      complete: true,
      readAtMs: 0,
    },
    marlowe,
    about,
  )
    .split('\r\n')
    .slice(4);
  expect(line).toContain(',12.1,g/dL,g/dL,13.5,17.5,,');
  expect(line).toMatch(/,7\.50\d*,mmol\/L,/);
});

test('a result with everything: numbers and time as sent', () => {
  const potassium = observation('k1', {
    valueQuantity: {
      value: 7,
      valueText: '7.0',
      unit: 'mEq/L',
      code: 'meq/L',
      system: 'http://unitsofmeasure.org',
    },
    referenceRange: [
      {
        low: { value: 3.5, unit: 'mEq/L' },
        high: { value: 5, valueText: '5.0', unit: 'mEq/L' },
        text: '3.5 to 5.0, adults',
      },
    ],
    interpretation: [{ coding: [{ system: V3, code: 'HH', display: 'Critical high' }] }],
  });
  expect(linesOf([potassium])).toEqual([
    'k1,,k,http://loinc.org,2823-3,Potassium,final,2026-01-02T18:30:00-06:00,,7.0,mEq/L,meq/L,3.5,5.0,"3.5 to 5.0, adults",HH,yes,,,,',
  ]);
});

test('a converted and a parsed result keep what was sent beside what is drawn', () => {
  const weight = observation('w', {
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    valueQuantity: { value: 180, unit: 'lb' },
  });
  const cells = observation('r', {
    code: { coding: [{ system: 'http://loinc.org', code: '26453-1' }] },
    valueString: '5.00 M/mm3',
  });
  const [parsed, converted] = linesOf([weight, cells]);
  expect(converted).toBe(
    'w,,weight,http://loinc.org,29463-7,29463-7,final,2026-01-02T18:30:00-06:00,,180,lb,,,,,,yes,,81.6466266,kg,',
  );
  expect(parsed).toBe(
    'r,,rbc,http://loinc.org,26453-1,26453-1,final,2026-01-02T18:30:00-06:00,,5.00 M/mm3,,,,,,,yes,,5,10*6/uL,',
  );
});

const coding = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

test('one line for each component, a missing one with its reason', () => {
  const pressure = observation('bp', {
    code: coding('85354-9'),
    component: [
      { code: coding('8480-6'), valueQuantity: { value: 99, unit: 'mmHg' } },
      { code: coding('8462-4'), dataAbsentReason: { text: 'Unknown' } },
    ],
  });
  expect(linesOf([pressure])).toEqual([
    'bp,http://loinc.org|8462-4,bp-dia,http://loinc.org,8462-4,8462-4,final,2026-01-02T18:30:00-06:00,,,,,,,,,no,no value: Unknown,,,',
    'bp,http://loinc.org|8480-6,bp-sys,http://loinc.org,8480-6,8480-6,final,2026-01-02T18:30:00-06:00,,99,mmHg,,,,,,yes,,,,',
  ]);
});

const atTime = (id: string, effective: object) =>
  observation(id, { valueInteger: 4, effectiveDateTime: undefined, ...effective });

test('rule 37: a record that is not complete says so in the file, one that is does not', () => {
  expect(csvOf([], { incomplete: 'Incomplete: laboratory\nfailed' })).toContain(
    '\r\n"# Incomplete: laboratory failed"\r\n',
  );
  expect(csvOf([])).not.toContain('Incomplete');
});

test('rules 57 and 58: newest first, undated last; a Period as start/end', () => {
  const lines = linesOf([
    atTime('undated', {}),
    atTime('old', { effectiveDateTime: '2020' }),
    atTime('new', { effectivePeriod: { start: '2026-01-01', end: '2026-01-03T08:00:00Z' } }),
    atTime('middle', { effectiveDateTime: '2025-05-05' }),
  ]);
  expect(lines.map((line) => line.split(',')[0])).toEqual(['new', 'middle', 'old', 'undated']);
  expect(lines[0]).toContain(',2026-01-01/2026-01-03T08:00:00Z,');
});

const withValue = (id: string, number: number, more: object = {}) =>
  observation(id, { valueQuantity: { value: number, unit: 'mmol/L' }, ...more });

test('27, 67, 68: withdrawn, older versions and another patient’s results are not in it', () => {
  const text = csvOf([
    withValue('withdrawn', 61.1, { status: 'entered-in-error' }),
    withValue('stranger', 62.2, { subject: { reference: 'Patient/p2' } }),
    withValue('twice', 63.3, { meta: { versionId: '1' } }),
    withValue('twice', 4.4, { meta: { versionId: '2' } }),
  ]);
  expect(text).not.toMatch(/6[123]\.[123]/);
  expect(text).toContain('4.4');
});

test('a text that begins like a formula is disarmed, a negative number is not', () => {
  const text = (valueString: string) => linesOf([observation('x', { valueString })])[0]?.split(',', 11)[9];
  expect(text('=1+1')).toBe("'=1+1");
  expect(text('-cmd')).toBe("'-cmd");
  expect(text('@x')).toBe("'@x");
  expect(text('\tx')).toBe("'x");
  const excess = observation('be', {
    code: { coding: [{ system: 'http://loinc.org', code: '1925-7' }] },
    valueQuantity: { value: -4.5, unit: 'mmol/L' },
    referenceRange: [{ low: { value: -2 } }],
  });
  expect(linesOf([excess])[0]).toContain(',-4.5,mmol/L,,-2,');
});

test('whatever text stands in a field of a result, no cell of its line begins like a formula', () => {
  const evil = '=1+1';
  const concept = { coding: [{ system: evil, code: evil, display: evil }], text: evil };
  const quantity = { unit: evil, code: evil, system: evil };
  const sent = {
    code: concept,
    valueQuantity: { value: 4, ...quantity },
    interpretation: [concept],
    referenceRange: [{ low: { value: 1, unit: 'x;=2' }, high: { value: 5, unit: 'x;=3' }, text: evil }],
    method: { text: evil },
    note: [{ text: evil }],
    component: [{ code: concept, valueString: evil }],
  };
  const lines = linesOf([
    observation('=a', sent),
    observation('=b', { ...sent, valueQuantity: undefined, valueString: evil, status: evil }),
    observation('=c', { ...sent, valueQuantity: { value: evil, comparator: evil, ...quantity } }),
    observation('=d', {
      ...sent,
      valueQuantity: undefined,
      valueCodeableConcept: concept,
      method: undefined,
    }),
  ]);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).not.toMatch(/(?:^|,|;)[ "]*=/);
});

test('quotes inside a text are kept, and a line end inside it becomes a blank', () => {
  expect(csvOf([observation('x', { valueString: 'he said "no",\r\nthen left' })])).toContain(
    ',"he said ""no"", then left",',
  );
});

test('what came with a result stands in the last column, as plain text that no spreadsheet runs', () => {
  const attached = (fields: object) => linesOf([observation('k1', fields)])[0]?.split(',yes,,,,')[1];
  const note = [{ text: '=1+1\nSeen by ward', authorString: 'Laboratory', time: '2026-01-02' }];
  expect(attached({ valueQuantity: { value: 4, unit: 'mmol/L' }, note })).toBe(
    '"note: =1+1 Seen by ward (Laboratory, 2026-01-02)"',
  );
  const sent = { valueQuantity: { value: 4, unit: 'mmol/L' }, method: { text: '=ISE' } };
  expect(attached(sent)).toBe("'=ISE");
  expect(attached({ ...sent, specimen: { display: 'Serum, clotted' } })).toBe(
    '"clotted; \'=ISE, Serum, clotted"',
  );
});
