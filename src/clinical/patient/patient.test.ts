import { describe, expect, it, test } from 'vitest';
import { readPatient } from './patient.ts';

const nowMs = Date.UTC(2026, 10, 24, 14);
const read = (fields: object) => readPatient({ resourceType: 'Patient', id: 'p1', ...fields }, nowMs);
const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };

test('a patient with everything', () => {
  expect(
    read({
      name: [
        { use: 'usual', family: 'Marlowe', given: ['Ed'] },
        { use: 'official', family: 'Marlowe', given: ['Edwin', 'James'] },
      ],
      birthDate: '1959-03-14',
      gender: 'male',
      deceasedBoolean: false,
      identifier: [
        { type: MR, system: 'urn:x', value: ' 00482917 ' },
        { type: { text: 'EPIC' }, value: 'E1' },
      ],
    }),
  ).toEqual({
    id: 'p1',
    name: 'MARLOWE, Edwin James (known as MARLOWE, Ed)',
    born: '14 Mar 1959',
    birth: { timeMs: Date.UTC(1959, 2, 14), precision: 'day' },
    age: '67 y',
    sex: 'male',
    gender: 'Male',
    identifier: { label: 'MRN', value: '00482917' },
    deceased: '',
  });
});

test.each([[{}], [null], ['x'], [{ name: 'x', identifier: 5, birthDate: {} }]])(
  'rule 47: what is not sent is "Not known": %j',
  (resource) => {
    expect(readPatient(resource, nowMs)).toMatchObject({
      name: 'Name not available',
      born: 'Not known',
      age: '',
      gender: 'Not known',
      identifier: undefined,
      deceased: '',
    });
  },
);

test.each<[string, unknown, string]>([
  ['an expired name', [{ family: 'Old', period: { end: '2020-01-01' } }, { family: 'New' }], 'NEW'],
  [
    'a name in use "old"',
    [
      { use: 'old', family: 'Old' },
      { use: 'usual', family: 'New' },
    ],
    'NEW',
  ],
  ['only a text', [{ text: 'JOHN, SMART' }], 'JOHN, SMART'],
  ['only an extension', [{ extension: [{ url: 'x' }] }], 'Name not available'],
  ['only a given name', [{ given: ['Cher'] }], 'Cher'],
  [
    'an official name that begins later',
    [
      { use: 'official', family: 'Later', period: { start: '2027-03-01' } },
      { use: 'official', family: 'Now' },
    ],
    'NOW',
  ],
  [
    'two official names, of which nobody ended the first',
    [
      { use: 'official', family: 'Undated' },
      { use: 'official', family: 'Before', period: { start: '1969' } },
      { use: 'official', family: 'Since', period: { start: '1970-01-01' } },
    ],
    'SINCE',
  ],
  [
    'two usual names, the newer of them first',
    [
      { use: 'official', family: 'Legal' },
      { use: 'usual', family: 'Before', period: { start: '2010' } },
      { use: 'usual', family: 'Since', period: { start: '2020' } },
    ],
    'LEGAL (known as SINCE)',
  ],
  ['a family name in a list, as before R4', [{ family: ['New', 'Man'], given: 'Jo' }], 'NEW MAN, Jo'],
  ['an official name without content', [{ use: 'official' }, { use: 'usual', family: 'New' }], 'NEW'],
])('name: %s', (_, name, expected) => {
  expect(read({ name }).name).toBe(expected);
});

test.each<[string, string, string]>([
  ['2026-11-19', '5 d', '19 Nov 2026'],
  ['2026-10-01', '7 wk', '1 Oct 2026'],
  ['2026-03-01', '8 mo', '1 Mar 2026'],
  ['2024-11-25', '23 mo', '25 Nov 2024'],
  ['2024-11-24', '2 y', '24 Nov 2024'],
  ['1959-11-25', '66 y', '25 Nov 1959'],
  ['1959', '66–67 y', '1959'],
  ['1959-03', '67 y', 'Mar 1959'],
  ['1959-11', '66–67 y', 'Nov 1959'],
  ['2027-01-01', '', '1 Jan 2027'],
  ['1959-02-30', '', 'Not known'],
])('born %s: %s', (birthDate, age, born) => {
  expect(read({ birthDate })).toMatchObject({ age, born });
});

test('a deceased person has the age at death', () => {
  expect(read({ birthDate: '1940-01-01', deceasedDateTime: '2024-01-03T10:00:00Z' })).toMatchObject({
    age: '84 y',
    deceased: 'Died 3 Jan 2024',
  });
  expect(read({ birthDate: '1940-01-01', deceasedBoolean: true })).toMatchObject({
    age: '',
    deceased: 'Deceased',
  });
});

test.each<[string, unknown, unknown]>([
  [
    'two record numbers',
    [
      { type: MR, value: '1' },
      { type: MR, value: '2' },
    ],
    { label: 'MRN', value: '1, 2' },
  ],
  [
    'one of them expired',
    [
      { type: MR, value: '1', period: { end: '2020-01-01' } },
      { type: MR, value: '2' },
    ],
    { label: 'MRN', value: '2' },
  ],
  [
    'the only one, of another type',
    [{ type: { text: 'EPIC' }, value: '     Z6129' }],
    { label: 'EPIC', value: 'Z6129' },
  ],
  [
    'two of another type',
    [
      { type: { text: 'EPIC' }, value: '1' },
      { type: { text: 'CEID' }, value: '2' },
    ],
    undefined,
  ],
  [
    'a rendered value',
    [
      {
        type: MR,
        value: '00000008230',
        _value: {
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/rendered-value', valueString: '8230' }],
        },
      },
    ],
    { label: 'MRN', value: '8230' },
  ],
])('identifier: %s', (_, identifier, expected) => {
  expect(read({ identifier }).identifier).toEqual(expected);
});

describe('characters that nobody sees', () => {
  const identified = (value: string, more: object = {}) =>
    readPatient({ identifier: [{ value, ...more }] }, Date.UTC(2026, 10, 24)).identifier;
  const named = (name: object) => readPatient({ name: [name] }, Date.UTC(2026, 10, 24)).name;

  it('make no record number read as another one', () => {
    expect(identified('\u202E71 928 400\u202C')?.value).toBe('71 928 400');
    expect(identified('004\u200B829\u206017')?.value).toBe('00482917');
    expect(identified('00482917', { type: { text: 'M\u2067RN\n' } })).toEqual({
      label: 'MRN',
      value: '00482917',
    });
    const rendered = {
      url: 'http://hl7.org/fhir/StructureDefinition/rendered-value',
      valueString: '\u202D82\u200E30',
    };
    expect(identified('x', { extension: [rendered] })?.value).toBe('8230');
  });

  it('turn no name around and start no second line', () => {
    expect(named({ family: 'Mar\u202Eewol', given: ['Ed\u200Bwin', '\u2066E.'] })).toBe('MAREWOL, Edwin E.');
    expect(named({ text: 'Edwin Marlowe\r\n\u2028Potassium 9.9 mmol/L' })).toBe(
      'Edwin Marlowe Potassium 9.9 mmol/L',
    );
  });

  it('a name that runs from right to left stands as it was sent', () => {
    expect(named({ family: 'الحداد', given: ['نعيم'] })).toBe('الحداد, نعيم');
    expect(named({ text: 'כהן, דוד' })).toBe('כהן, דוד');
    expect(named({ text: 'علی\u200Cرضا' })).toBe('علی\u200Cرضا');
  });

  it('the id is kept as it was sent, since it is compared and not shown', () => {
    expect(readPatient({ id: 'p1\u200B' }, 0).id).toBe('p1\u200B');
  });
});

describe('what an identity line never says', () => {
  test.each([['0001-01-01'], ['1850-03-01'], ['1753-01-01']])('nobody born %s has an age', (birthDate) => {
    expect(read({ birthDate }).age).toBe('');
    expect(read({ birthDate }).born).toMatch(/\d{4}$/);
  });

  test.each(['2027-01-01', '2099', '2031-05'])(
    'a day of death of %s, which has not come',
    (deceasedDateTime) => {
      expect(read({ deceasedDateTime, birthDate: '1959-03-14' })).toMatchObject({
        deceased: 'Deceased',
        age: '',
      });
    },
  );

  test('that somebody lives whose death was sent as a text', () => {
    expect(read({ deceasedBoolean: 'true' }).deceased).toBe('Deceased');
    expect(read({ deceasedBoolean: 'false' }).deceased).toBe('');
  });

  test('that a record is in use which its server says is not', () => {
    for (const active of [false, 'false']) expect(read({ active }).recordState).toBe('notInUse');
    for (const active of [true, 'true', undefined, null])
      expect(read({ active }).recordState).toBeUndefined();
  });

  test('that a record is the main one which its server says is not', () => {
    const linked = (...types: readonly string[]) => read({ link: types.map((type) => ({ type })) });
    expect(linked('seealso', 'refer').recordState).toBe('notTheMain');
    expect(linked('replaces', 'seealso').recordState).toBeUndefined();
  });
});

test.each([
  ['1959-03-14', '2026-03-14T02:00:00Z', 'America/Chicago', '66 y'],
  ['1959-03-14', '2026-03-14T05:00:00Z', 'America/Chicago', '67 y'],
  ['1959-03-14', '2026-03-13T11:30:00Z', 'Pacific/Auckland', '67 y'],
  ['1959-03-14', '2026-03-13T10:30:00Z', 'Pacific/Auckland', '66 y'],
  ['2026-11-23', '2026-11-25T03:00:00Z', 'America/Chicago', '1 d'],
  ['2026-11-23', '2026-11-24T18:00:00Z', 'Asia/Kolkata', '1 d'],
  ['2026-11-23', '2026-11-24T19:00:00Z', 'Asia/Kolkata', '2 d'],
  ['2008-02-29', '2026-02-28T20:00:00Z', 'Europe/London', '17 y'],
  ['2008-02-29', '2026-03-01T08:00:00Z', 'Europe/London', '18 y'],
  // The clocks change on this day.
  ['2025-11-01', '2026-11-01T05:30:00Z', 'America/Chicago', '12 mo'],
  ['2025-11-02', '2026-11-02T05:30:00Z', 'America/Chicago', '11 mo'],
])(
  'rule 43: who was born on %s has, at %s in %s, the age of the day on that calendar',
  (birthDate, at, zone, age) => {
    expect(readPatient({ resourceType: 'Patient', birthDate }, Date.parse(at), [], zone).age).toBe(age);
  },
);

test('without a zone of the site, the day is that of the device', () => {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = Date.parse('2026-03-14T02:00:00Z');
  const ageIn = (zone: string) =>
    readPatient({ resourceType: 'Patient', birthDate: '1959-03-14' }, at, [], zone).age;
  expect(ageIn('')).toBe(ageIn(device));
});
