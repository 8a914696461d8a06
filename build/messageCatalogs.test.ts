import { describe, expect, test } from 'vitest';
import { withCompiledTexts } from './messageCatalogs.ts';
import { uiTexts } from '../src/ui/ui.messages.ts';

const compiled = (texts: string): string => withCompiledTexts(`export const texts = textsOf({ ${texts} });`);

describe('the texts of a catalog are compiled by the build', () => {
  test.each([
    ['a plain text stays as it is', "a: 'Reference range'", 'a: "Reference range"'],
    ['a text with a value', "a: 'Opened {time}.'", 'a: ["Opened ",["time"],"."]'],
    ['a text with a line break', 'a: `one\ntwo`', String.raw`a: "one\ntwo"`],
    ['an apostrophe', `a: "the patient's own"`, `a: "the patient's own"`],
    ['a limit is no tag', "a: '< 5 is low'", 'a: "< 5 is low"'],
  ])('%s', (_, texts, expected) => {
    expect(compiled(texts)).toBe(`export const texts = textsOf({ ${expected} });`);
  });

  test('each text of several has its own place', () => {
    expect(compiled("one: 'A {b}', two: 'C', three: '{d}'")).toContain(
      'one: ["A ",["b"]], two: "C", three: [["d"]]',
    );
  });

  test.each([
    ['a text that has no end', "a: 'Opened {time'", /EXPECT_ARGUMENT_CLOSING_BRACE/],
    ['a plural without its last resort', "a: '{n, plural, one {a}}'", /MISSING_OTHER_CLAUSE/],
    ['a text in two pieces', "a: 'No lab ' + 'flag'", /in one piece/],
    ['a text that is computed', 'a: textOf(1)', /holds texts alone/],
    ['a text with another text in it', 'a: `Opened ${time}`', /holds texts alone/],
    ['a source that is none', "a: '", /Unterminated string/],
  ])('%s stops the build', (_, texts, message) => {
    expect(() => compiled(texts)).toThrow(message);
  });
});

test('a text that was compiled is said with its values', () => {
  expect(uiTexts('detailsForSupport')).toBe('Details for support');
  expect(uiTexts('detailsForSupportOf', { code: 'E07' })).toBe('Details for support: E07');
});

test('a text that does not exist is no text on the screen', () => {
  expect(() => uiTexts('another' as 'detailsForSupport')).toThrow(/no text "another"/);
});
