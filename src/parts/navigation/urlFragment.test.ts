import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressId } from '../../clinical/series/addressId.ts';
import { seriesFragment, screenIn, screenInRecord, withoutWords } from './urlFragment.ts';

const SAID = 'text:weight of edwin marlowe, 14 mar 1959';

describe('the address of one result', () => {
  test('has a code or a hash, and leads to the result by either', () => {
    const record = [{ id: 'k' }, { id: SAID }, { id: 'urn:x|MRN4711' }, { id: 'hgb~per Mr Marlowe' }];
    for (const { id } of record) {
      const fragment = seriesFragment(id);
      expect(fragment).toMatch(/^#series=[\w%-]+$/);
      expect(decodeURIComponent(fragment)).not.toMatch(/marlowe|4711|1959/i);
      expect(screenInRecord(screenIn(fragment), record)).toEqual({ name: 'series', seriesId: id });
    }
  });

  test('keeps no word of any id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
        expect(seriesFragment(`text:${text}`)).toMatch(/^#series=sent%7Ex[\da-f]{16}$/);
      }),
    );
  });
});

describe('an address of an older version', () => {
  test('is read once by its words, and written anew without them', () => {
    const old = `#series=${encodeURIComponent(SAID)}&window=2y`;
    expect(screenIn(old)).toEqual({ name: 'series', seriesId: addressId(SAID) });
    expect(withoutWords(old)).toBe(`#series=${encodeURIComponent(addressId(SAID))}&window=2y`);
    expect(screenIn(withoutWords(old))).toEqual(screenIn(old));
    const spaced = '#series=text%3Aweight+of+edwin+marlowe%2C+14+mar+1959';
    expect(screenIn(withoutWords(spaced))).toEqual(screenIn(old));
  });

  test('keeps what is code in a comparison', () => {
    const old = `#compare=k,${encodeURIComponent(SAID)},egfr~62238-1,urn%3Ax%7CMRN4711&view=table`;
    expect(withoutWords(old)).toMatch(
      /^#compare=k,sent~x[\da-f]{16},egfr~62238-1,sent~x[\da-f]{16}&view=table$/,
    );
    expect(withoutWords(withoutWords(old))).toBe(withoutWords(old));
  });

  test.each([
    '',
    '#',
    '#series=',
    '#compare',
    '#compare=',
    '#series=bp-sys%7Eleg%2C+average',
    '#compare=k,bp-sys&before=1y',
    '#results=new&panel=renal',
    '#account=withdrawn',
    '#inspect',
  ])('stays as it is where it holds no words: %s', (fragment) =>
    expect(withoutWords(fragment)).toBe(fragment),
  );
});
