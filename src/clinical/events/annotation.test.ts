import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationText } from './annotation.ts';

const text = String.raw;

test.each([
  ['plain text', 'Haemolysed, please repeat', 'Haemolysed, please repeat'],
  ['markup, which stays to be seen', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['line ends of a plain text', 'one\r\ntwo', 'one\r\ntwo'],
  ['a prefix of the vendor', '^~:!ZScore Source -CDC', '^~:!ZScore Source -CDC'],
  [
    'RTF',
    text`{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0\fs20 Slightly \b haemolysed\b0\par Repeat.}`,
    'Slightly haemolysed\nRepeat.',
  ],
  ['RTF after other words', text`Comment: {\rtf1 low} (end)`, 'Comment: low (end)'],
  ['RTF that is never closed', text`{\rtf1 cut off \b in the`, 'cut off in the'],
  ['a hidden group', text`{\rtf1{\*\generator Word;}{\info{\author Ann}}seen}`, 'seen'],
  ['characters of Windows', text`{\rtf1 37\'b0C \'96 ok}`, '37°C – ok'],
  ['Unicode with a substitute', text`{\rtf1 \u181?g and \uc2\u8804 <=5\u956\'6d\'75!}`, 'µg and ≤5μ!'],
  ['brackets and backslashes', text`{\rtf1 \{a\}\\b\~c}`, String.raw`{a}\b c`],
  ['markup inside RTF', text`{\rtf1 <b>66</b>}`, '<b>66</b>'],
  ['nothing', '', ''],
])('rule 59: %s', (_, sent, seen) => {
  expect(annotationText([{ text: sent }])).toBe(seen);
  expect(annotationText({ text: sent })).toBe(seen);
});

test('rule 59: several notes stand one after the other, empty ones are left out', () => {
  expect(annotationText([{ text: 'one' }, { text: ' ' }, { time: '2026-01-01' }, { text: 'two' }])).toBe(
    'one\n\ntwo',
  );
});

const pieces = (...more: readonly string[]) =>
  fc
    .array(fc.constantFrom('{', '}', '\\', text`\u8804`, text`\'e`, 'word', '\n', ...more), { maxLength: 40 })
    .map((all) => all.join(''));

test('rule 59: no note makes it throw', () => {
  const notes = fc.oneof(fc.anything(), pieces(text`{\rtf1`, text`\uc99 `));
  fc.assert(
    fc.property(notes, (note) => {
      expect(annotationText(note)).toBeTypeOf('string');
    }),
  );
  expect(annotationText('{\\rtf1 a}'.repeat(20_000))).toBe('a'.repeat(20_000));
});

test('rule 59: a text without RTF stays as it is', () => {
  fc.assert(
    fc.property(pieces(), (sent) => {
      expect(annotationText(sent)).toBe(sent.trim());
    }),
  );
});

describe('rule 59: notes', () => {
  test('RTF loses its control words and keeps its text', () => {
    const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0\fs20 Specimen \b slightly\b0  haemolysed.\par Repeat \'e9tude.}`;
    expect(annotationText([{ text: rtf }])).toBe('Specimen slightly haemolysed.\nRepeat étude.');
  });
  test('several notes are all there; what is no note is none', () => {
    expect(annotationText([{ text: 'one' }, { text: 'two' }])).toBe('one\n\ntwo');
    expect(annotationText({ text: 'alone' })).toBe('alone');
    expect(annotationText([7, null])).toBe('');
  });
});
