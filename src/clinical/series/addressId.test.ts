import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFlowsheet, resultInput } from '../../testing/recordFixture.ts';
import { addressId, seriesNamed } from './addressId.ts';

const HASHED = /^[a-z\d-]+~x[\da-f]{16}$/;

describe('the id of a series in an address', () => {
  test.each([
    'k',
    'bp-sys',
    'egfr~62238-1',
    'glucose~mmol/L',
    'hgb~no unit',
    'k~arterial blood',
    'bp-dia~leg, average',
    'hr~fetal',
    'k~specimen urine, unlike its code',
    'crp~another subject',
    'http://loinc.org|76214-6',
    'http://loinc.org|75215-3~mg/dL',
    'http://loinc.org|75215-3~two measures',
    'map~calculated',
    'map~8461-6~calculated',
  ])('is its own where it is made of codes and our words: %s', (id) => expect(addressId(id)).toBe(id));

  test.each([
    ['text:weight of edwin marlowe', 'sent'],
    ['text:', 'sent'],
    ['urn:oid:1.2.3|MRN4711', 'sent'],
    ['https://hospital.example/tests|HIV-VL', 'sent'],
    ['http://loinc.org|Marlowe', 'sent'],
    ['http://loinc.org|2823-3~per Mr Marlowe', 'sent'],
    ['hgb~per Mr Marlowe', 'hgb'],
    ['k~{marlowe}', 'k'],
    ['glucose~mg/dL, seen by Dr Ward', 'glucose'],
    ['k~arterial blood, edwin', 'k'],
    ['edwin marlowe~calculated', 'sent'],
    ['nothing-known', 'sent'],
  ])('is a hash where it holds what was sent: %s', (id, base) => {
    expect(addressId(id)).toMatch(HASHED);
    expect(addressId(id).split('~')[0]).toBe(base);
    expect(addressId(addressId(id))).toBe(addressId(id));
  });

  test('says nothing of any text, and tells texts apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (one, other) => {
          const [a, b] = [addressId(`text:${one}`), addressId(`text:${other}`)];
          expect(a).toMatch(HASHED);
          expect(a === b).toBe(one === other);
        },
      ),
    );
  });

  test('is the same in every session', () => {
    expect(addressId('text:poc glucose')).toBe('sent~x4bdc483651f689b2');
  });
});

describe('the series that an address names', () => {
  const named = (text: string) => ({ id: `text:${text}` });

  test('is found by its hash and by its own id', () => {
    const all = [{ id: 'k' }, named('a'), named('b'), { id: 'hgb~per ward' }];
    for (const one of all) {
      expect(seriesNamed(all, one.id)).toBe(one);
      expect(seriesNamed(all, addressId(one.id))).toBe(one);
    }
    expect(seriesNamed(all, addressId('text:c'))).toBeUndefined();
  });

  test('is none where two share a hash, so that neither is shown in the place of the other', () => {
    const all = [named('a'), named('b')];
    expect(seriesNamed(all, 'sent~x0000000000000000', () => 'sent~x0000000000000000')).toBeUndefined();
    const feigned = { id: addressId('glucose~per ward') };
    expect(seriesNamed([feigned, { id: 'glucose~per ward' }], feigned.id)).toBeUndefined();
  });

  test('is every series of a record whose results were sent in words, and no other', () => {
    const sheet = emptyFlowsheet();
    const texts = ['Edwin Marlowe, weight', 'Gewicht (kg)', 'الوزن', 'weight', 'Weight ', 'MRN 00482917'];
    sheet.take(
      texts.map((text) => ({
        ...resultInput('', 70, 'stones of the ward', '2026-01-02T08:00:00Z'),
        code: { text },
      })),
    );
    sheet.take([resultInput('2345-7', 5, 'spoons', '2026-01-02T08:00:00Z')]);
    const { series } = sheet.snapshot();
    const ids = series.map(({ id }) => addressId(id));
    expect(new Set(ids).size).toBe(series.length);
    for (const one of series) expect(seriesNamed(series, addressId(one.id))).toBe(one);
    expect(ids.join(' ')).not.toMatch(/marlowe|weight|gewicht|الوزن|spoons|stones|4829/i);
  });
});
