import { expect, test } from 'vitest';
import { bundle, endpoint, organization, readBrands, reportBeside } from './brandFixture.ts';

test.each([
  ['a mark of direction', 'Care \u202Etxe'],
  ['a zero-width blank', 'Ca\u200Bre'],
  ['nothing', '  '],
  ['a Cyrillic letter among Latin ones', 'C\u0430re Health'],
  ['a Cherokee letter among Latin ones', '\u13B7ayo Health'],
  ['an Armenian letter among Latin ones', 'C\u0585re Health'],
  ['a word of Cyrillic letters that all look Latin', '\u041C\u0430\u0443\u043E Clinic'],
  ['nothing but Greek letters that look Latin', '\u039C\u0391\u03A5\u039F'],
  ['letters of formulas', '\u{1D40C}ayo Clinic'],
  ['a joiner between letters that need none', 'Ca\u200Cre'],
  ['a heap of marks that lies over other lines', `Ca${'\u0335\u0301'.repeat(3)}re`],
  ['too many characters', 'x'.repeat(101)],
])('a brand whose name has %s is left out and counted', (_, name) => {
  expect(reportBeside(organization('x', name, ['good']))).toContain('1 brands whose name is empty');
});

test.each([
  'Клиника Здоровье',
  'Клиника МРТ, Москва',
  'Νοσοκομείο Αθηνών',
  'NTTＭＲＩ病院',
  'Hospital Mª Auxiliadora nº 5',
  'Bệnh viện Chợ Rẫy'.normalize('NFD'),
  'Hospital São José',
  'क्\u200Dष अस्पताल',
  'مستشفى النور Clinic',
  '北京医院 (Beijing Hospital)',
])('a brand named "%s" stands in the list', (name) => {
  const { sites } = readBrands(
    bundle(endpoint('a', 'https://a.care.example/r4'), organization('o', name, ['a'])),
  );
  expect(sites[0]?.brands?.[0]?.name).toBe(name.normalize('NFC'));
});
