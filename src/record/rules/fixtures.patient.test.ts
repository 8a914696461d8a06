import { expect, test } from 'vitest';
import { isReplaced, readPatient } from '../../clinical/patient/patient.ts';
import { ABSENT } from '../../testing/readRecordFixture.ts';

const nowMs = Date.UTC(2026, 10, 24, 14);
const read = (fields: object) => readPatient({ resourceType: 'Patient', id: 'p1', ...fields }, nowMs);
const absent = { extension: [{ url: ABSENT, valueCode: 'unknown' }] };
const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };

test('fixture 77: a merged record has nothing to be shown, and nothing is guessed', () => {
  const merged = read({
    active: false,
    name: [absent],
    _gender: absent,
    link: [{ other: { reference: 'Patient/p9' }, type: 'replaced-by' }],
  });
  expect(merged).toMatchObject({ name: 'Name not available', gender: 'Not known', born: 'Not known' });
});

test.each(['replaced-by', 'Replaced-By', ' replaced-by '])(
  'fixture 77: a link “%s” says that the record was merged',
  (type) => {
    expect(isReplaced({ link: [{ type: 'seealso' }, { type }] })).toBe(true);
    expect(isReplaced({ link: [{ type: 'replaces' }, { type: 'seealso' }] })).toBe(false);
  },
);

test.each([
  [
    'the official one of two equal names',
    [
      { use: 'usual', family: 'Test', given: ['Ann'] },
      { use: 'official', family: 'Test', given: ['Ann'] },
    ],
    'TEST, Ann',
  ],
  [
    'none that has ended',
    [{ use: 'old', text: 'TEST, OLD', period: { end: '2020-01-01' } }, { family: 'Test' }],
    'TEST',
  ],
  ['the text where there is nothing else', [{ text: 'TEST, ANN' }], 'TEST, ANN'],
  [
    'the usual one beside the official one where it differs',
    [
      { use: 'official', family: 'Test', given: ['Ann', 'Maria'] },
      { use: 'usual', family: 'Test', given: ['Mia'] },
    ],
    'TEST, Ann Maria (known as TEST, Mia)',
  ],
  [
    'the usual one only once, however it is spelled',
    [
      { use: 'official', family: 'Test', given: ['Ann'] },
      { use: 'usual', text: 'Ann TEST' },
    ],
    'TEST, Ann',
  ],
  [
    'no usual one that has ended',
    [
      { use: 'official', family: 'Test', given: ['Ann'] },
      { use: 'usual', family: 'Old', period: { end: '2020-01-01' } },
    ],
    'TEST, Ann',
  ],
  ['none where it is only absent', [absent], 'Name not available'],
])('fixture 78: name: %s', (_, name, expected) => {
  expect(read({ name }).name).toBe(expected);
});

test.each([{ gender: 'unknown' }, { _gender: absent }, {}])(
  'fixture 78: gender %j is not known',
  (fields) => {
    expect(read(fields).gender).toBe('Not known');
  },
);

test.each([
  [
    'none of several without the standard type',
    [
      { type: { text: 'EPIC' }, value: 'E1' },
      { type: { text: 'CEID' }, value: 'C1' },
    ],
    undefined,
  ],
  [
    'the only one, trimmed',
    [{ type: { text: 'EXTERNAL' }, value: '     Z6129' }],
    { label: 'EXTERNAL', value: 'Z6129' },
  ],
  [
    'both of two current record numbers',
    [
      { type: MR, system: 'urn:a', value: '1' },
      { type: MR, system: 'urn:b', value: '2' },
    ],
    { label: 'MRN', value: '1, 2' },
  ],
  [
    'the record number that has not ended',
    [
      { type: MR, value: '1', period: { end: '2020-01-01' } },
      { type: MR, value: '2' },
    ],
    { label: 'MRN', value: '2' },
  ],
  ['one without a system', [{ type: MR, _system: absent, value: '3' }], { label: 'MRN', value: '3' }],
])('fixture 78: identifier: %s', (_, identifier, expected) => {
  expect(read({ identifier }).identifier).toEqual(expected);
});

test.each(['2026-11-24', '2026-11', '2026', '2026-11-24T18:00:00Z'])(
  'fixture 78: a record number that ends on %s still stands on 24 November 2026',
  (end) => {
    expect(read({ identifier: [{ type: MR, value: '4', period: { end } }] }).identifier?.value).toBe('4');
  },
);

test.each(['2026-11-23', '2026-10', '2025', '2026-11-24T13:00:00Z'])(
  'fixture 78: one that ended on %s does not',
  (end) => {
    expect(read({ identifier: [{ type: MR, value: '4', period: { end } }] }).identifier).toBeUndefined();
  },
);

test('fixture 78: a birth date in part stays so; "false" is not deceased', () => {
  expect(read({ birthDate: '1959', deceasedBoolean: false })).toMatchObject({
    born: '1959',
    age: '66–67 y',
    deceased: '',
  });
  expect(read({}).born).toBe('Not known');
});

test('fixture 78: a death late in the evening is on the day that was sent, with the age on that day', () => {
  expect(read({ birthDate: '1940-01-04', deceasedDateTime: '2024-01-03T23:30:00-06:00' })).toMatchObject({
    deceased: 'Died 3 Jan 2024',
    age: '83 y',
  });
});

const BIRTH_TIME = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime';
const bornAt = (valueDateTime: string, birthDate = valueDateTime.slice(0, 10)) =>
  read({ birthDate, _birthDate: { extension: [{ url: BIRTH_TIME, valueDateTime }] } });

test.each([
  ['2026-11-24T13:25:00Z', '35 min'],
  ['2026-11-24T08:00:00-03:00', '3 h'],
  ['2026-11-23T07:00:00Z', '31 h'],
  ['2026-11-22T14:00:00Z', '2 d'],
  ['2026-11-24T15:00:00Z', '0 d'],
  ['2026-11-24T10:00', '0 d'],
])('fixture 78: a newborn whose birth was at %s is %s old', (time, age) => {
  expect(bornAt(time).age).toBe(age);
});

test('fixture 78: a time of birth on another day than the birth date is not believed', () => {
  expect(bornAt('2026-11-24T10:00:00Z', '2026-11-20').age).toBe('4 d');
});

test('fixture 78: the gender is the administrative one, and a sex sent elsewhere never stands in for it', () => {
  const extension = [
    { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex', valueCode: '248152002' },
    { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'F' },
  ];
  expect(read({ extension }).gender).toBe('Not known');
  expect(read({ extension, gender: 'male' }).gender).toBe('Male');
});

test('fixture 78: a record number is shown as people read it, and its expired sisters are not', () => {
  const rendered = { url: 'http://hl7.org/fhir/StructureDefinition/rendered-value', valueString: '8230' };
  const identifier = [
    { type: MR, value: '1', period: { end: '2020-01-01' } },
    { type: { coding: [{ code: 'MR' }], text: 'Community Medical Record Number' }, value: '9' },
    { type: MR, value: '00000008230', _value: { extension: [rendered] } },
  ];
  expect(read({ identifier }).identifier).toEqual({ label: 'MRN', value: '8230' });
});
