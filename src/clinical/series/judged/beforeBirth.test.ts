import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { csvLineOf, observation, potassiumObservation, ucum } from '../../../testing/readRecordFixture.ts';
import { readRecord } from '../../../testing/readRecordFixture.ts';
import { emptyFlowsheet } from '../../../testing/recordFixture.ts';
import { readMoment } from '../../time/date.ts';

const REASON = 'dated before the patient’s birth';
const on = (id: string, effectiveDateTime: string, more: object = {}) =>
  potassiumObservation({ id, effectiveDateTime, ...more });
const reasonOf = (birthDate: string, one: object): string =>
  csvLineOf(readRecord([one], { birth: readMoment(birthDate) }), 'a')?.['reason'] ?? 'no line';

describe('a result of a time before birth is listed with that reason', () => {
  test.each([
    ['two days before', '2019-05-20', '2019-05-18', REASON],
    ['a day before', '2019-05-20', '2019-05-19', ''],
    ['the day before in Sydney', '2019-05-20', '2019-05-19T10:00:00+10:00', ''],
    ['30 hours before', '2019-05-20', '2019-05-18T18:00:00Z', REASON],
    ['the day itself', '2019-05-20', '2019-05-20T03:10:00Z', ''],
    ['the year of birth', '2019-05-20', '2019', ''],
    ['the month before', '2019-05-20', '2019-04', REASON],
    ['the month of birth', '2019-05-20', '2019-05', ''],
    ['a birth date of a month', '2019-05', '2019-04-29', REASON],
    ['a birth date of a month, its first day', '2019-05', '2019-04-30', ''],
    ['a birth date of a year', '2019', '2018-12-30T12:00:00Z', REASON],
    ['a birth date of a year, its first month', '2019', '2019-01-02', ''],
    ['no birth date', '', '1931-04-05', ''],
    ['a birth date ahead of now', '2031-01-01', '2020-04-05', ''],
    ['a birth date that is no date', '1900-01-01', '1931-04-05', ''],
  ])('%s', (_, birthDate, date, reason) => {
    expect(reasonOf(birthDate, on('a', date))).toBe(reason);
  });

  test('it is no latest result, and the account adds up', () => {
    const record = readRecord([on('a', '2018-01-02T08:00:00Z'), on('b', '2017-01-02T08:00:00Z')], {
      birth: readMoment('2019-05-20'),
    });
    const [series] = record.series;
    expect([series?.rows.length, series?.listed.length]).toEqual([0, 2]);
    expect(series?.account).toMatchObject({ received: 2, drawn: 0, listed: 2 });
    expect(record.account).toMatchObject({ received: 2, drawn: 0, listed: 2 });
  });

  test('both sides of a blood pressure are one Observation of the account', () => {
    const side = (code: string, value: number) => ({
      code: loinc(code),
      valueQuantity: ucum(value, 'mm[Hg]'),
    });
    const pressure = observation({
      id: 'a',
      code: loinc('85354-9'),
      effectiveDateTime: '2001-02-03T08:00:00Z',
      component: [side('8480-6', 118), side('8462-4', 74)],
    });
    const record = readRecord([pressure], { birth: readMoment('2019-05-20') });
    expect(record.account).toMatchObject({ received: 1, drawn: 0, listed: 1 });
  });
});

describe('fetal and cord results may be of a time before birth', () => {
  test.each([
    [
      'the code',
      { code: { ...loinc('8867-4'), text: 'Fetal heart rate' }, valueQuantity: ucum(142, '/min') },
    ],
    ['the code, spelled otherwise', { code: { ...loinc('2823-3'), text: 'Potassium, foetal' } }],
    ['the specimen', { specimen: { display: 'Cord blood' } }],
    ['the method', { method: { text: 'Amniocentesis' } }],
  ])('%s says so', (_, more) => {
    expect(reasonOf('2019-05-20', on('a', '2019-03-02T08:00:00Z', more))).toBe('');
  });
});

test('the birth date may come before, between or after the pages', () => {
  const pages = [
    [on('a', '1990-01-02T08:00:00Z'), on('b', '2022-01-02T08:00:00Z')],
    [on('c', '1991-01-02'), on('d', '2021-01-02')],
    [on('a', '2023-01-02T08:00:00Z', { meta: { versionId: '2' } })],
  ];
  const readWith = (birthAt: number) => {
    const sheet = emptyFlowsheet();
    pages.forEach((page, i) => {
      if (i === birthAt) sheet.setLifetime({ birth: readMoment('2019-05-20') });
      sheet.take(page);
      sheet.snapshot();
    });
    if (birthAt === pages.length) sheet.setLifetime({ birth: readMoment('2019-05-20') });
    const { series, account } = sheet.snapshot();
    return [
      series.map(({ rows, listed }) => [...rows, ...listed].map((row) => [row.id, row.kind.reason])),
      account,
    ];
  };
  const expected = readWith(0);
  expect(expected[1]).toMatchObject({ received: 5, drawn: 3, listed: 1, duplicate: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: pages.length }), (birthAt) => {
      expect(readWith(birthAt)).toEqual(expected);
    }),
  );
});

test('a birth date that is taken back lists nothing any more', () => {
  const sheet = emptyFlowsheet();
  sheet.take([on('a', '1990-01-02T08:00:00Z')]);
  sheet.setLifetime({ birth: readMoment('2019-05-20') });
  expect(sheet.snapshot().account).toMatchObject({ drawn: 0, listed: 1 });
  sheet.setLifetime({});
  expect(sheet.snapshot().account).toMatchObject({ drawn: 1, listed: 0 });
});
