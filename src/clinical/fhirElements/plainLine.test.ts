import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactText, trimmedText } from './fhirElement.ts';
import { plainLine, withoutInvisibleCharacters } from './plainLine.ts';

/** These characters turn, hide or part the text around it. */
const hidden = fc.constantFrom(
  ...'\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u2060\u2066\u2067\u2068\u2069\u202A\u202D\u202E\u202C\u3164\uFE0F\uFEFF\uFFA0\uFFF9',
  '\u{E0041}',
);

describe('a text of a server', () => {
  test.each([
    ['an override of direction', '\u202E2.31\u202C', '2.31'],
    ['isolates', '\u20665.8\u2069 \u2067x\u2068', '5.8 x'],
    ['marks of direction', '\u200E1\u200F2\u061C3', '123'],
    ['a blank of no width inside a number', '1\u200B2.5', '12.5'],
    ['a joiner between digits or Latin letters', '1\u200D2 m\u200Cg', '12 mg'],
    ['a soft hyphen and a filler of Hangul', 'Po\u00ADtas\u3164sium', 'Potassium'],
    ['tags that spell a hidden word', 'K\u{E0048}\u{E0069}', 'K'],
    ['line breaks of every kind', 'a\r\nb\u2028c\u2029d\u0085e\vf', 'a b c d e f'],
    ['control characters', 'a\u0000b\u001Bc\u007F', 'a b c'],
    ['blanks of other widths', '\u00A0\u2003a\u3000\u2800b\u202F', 'a b'],
    ['half of a pair', 'a\uD800b', 'a\uFFFDb'],
  ])('loses %s', (_, sent, shown) => expect(plainLine(sent)).toBe(shown));

  test.each([
    ['Arabic', 'مؤشر الاختبار'],
    ['Hebrew with its points', 'מְדַד בדיקה (Test index 2)'],
    ['Persian, whose names have a joiner', 'علی\u200Cرضا'],
    ['Sinhala', 'ශ්\u200Dරී'],
    ['Japanese with the form of a name', '葛\u{E0100}城'],
    ['Vietnamese in combining letters', 'Nguye\u0302\u0303n'],
    ['an emoji of two', '\u{1F469}\u200D\u{1F52C}'],
  ])('keeps %s', (_, sent) => expect(plainLine(sent)).toBe(sent));

  test('reads as its letters and digits, whatever stands between them unseen', () => {
    const number = fc.stringMatching(/^-?\d{1,6}(?:\.\d{1,4})?$/);
    fc.assert(
      fc.property(number, fc.array(hidden, { maxLength: 12 }), (digits, marks) => {
        const sent = [...digits].map((sign, i) => (marks[i] ?? '') + sign).join('') + marks.join('');
        expect(plainLine(sent)).toBe(digits);
      }),
    );
  });

  test('is one line without a mark of direction, and is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (sent) => {
        const line = plainLine(sent);
        expect(line).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u,
        );
        expect(plainLine(line)).toBe(line);
        expect(withoutInvisibleCharacters(line)).toBe(line);
      }),
      { numRuns: 300 },
    );
  });
});

test('each sign of the basic plane stays, but for those that nobody sees, controls and halves of pairs', () => {
  const read = (sign: string): string => {
    if (/[\p{DI}\p{Cf}]/u.test(sign)) return '';
    if (/[\p{Cs}\uFFFE\uFFFF]/u.test(sign)) return '\uFFFD';
    return /(?![\t\n\r])\p{Cc}/u.test(sign) ? ' ' : sign;
  };
  const signs = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
  expect(signs.filter((sign) => withoutInvisibleCharacters(sign) !== read(sign))).toEqual([]);
});

test('what names a resource is compared as it was sent: what looks alike is not the same', () => {
  expect(exactText(' Patient/p1\u200B')).toBe('Patient/p1\u200B');
  expect(trimmedText(' Patient/p1\u200B')).toBe('Patient/p1');
});
