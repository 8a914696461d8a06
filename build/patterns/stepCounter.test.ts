import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepCounter } from './stepCounter.ts';
import { hostileTexts, textOfLength } from './hostileTexts.ts';
import { sourcePatterns } from './sourcePatterns.ts';

const { literals } = sourcePatterns(process.cwd());

/** Returns how the most steps for one character grow when the text becomes four times as long. */
function growth(source: string, flags = ''): number {
  const pattern = { source, flags };
  const count = stepCounter(pattern);
  const worst = (length: number): number =>
    Math.max(
      ...hostileTexts(pattern).map((hostile) => {
        const text = textOfLength(hostile, length);
        const { steps, isOver } = count(text, 50_000);
        return isOver ? Infinity : steps / text.length;
      }),
    );
  const [short, long] = [worst(50), worst(200)];
  return long === Infinity ? Infinity : long / short;
}

describe('the steps of a pattern', () => {
  test.each([
    [String.raw`\s+$`, ''],
    [String.raw`^\d*\d*x$`, ''],
    [String.raw`^(\w+\s?)*$`, ''],
    [String.raw`<a\b.*>`, 'gi'],
    [String.raw`(?<=a.*)b`, ''],
    [String.raw`^(.+)-\1$`, ''],
    [String.raw`^(?=.*x.*y)`, ''],
    [String.raw`,{1,}\n`, ''],
    [String.raw`(?:plaquet|piastrin)\w+ ag`, 'i'],
    [String.raw`\bredraw of.*\bneeded`, 'i'],
  ])('grow with the text on /%s/%s, which is seen', (source, flags) => {
    expect(growth(source, flags)).toBeGreaterThan(2);
  });

  test.each([
    [String.raw`\bfasting\b`, 'i'],
    [String.raw`^\d+(?:\.\d+)?$`, ''],
    [String.raw`<br[^<>]*>`, 'gi'],
    [String.raw`"[^"]*"\s*;`, 'g'],
    [String.raw`(?<!\S)\S+$`, ''],
    [String.raw`[^\p{L}\d]+`, 'gu'],
    [String.raw`^(?:a|b|cd)*?e`, ''],
    [String.raw`^(?:a?)*b`, ''],
  ])('stay the same on /%s/%s, which is linear', (source, flags) => {
    expect(growth(source, flags)).toBeLessThan(1.2);
  });

  test('are those of a matcher that finds what the browser finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...literals),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (pattern, at, length) => {
          const texts = hostileTexts(pattern);
          const text = textOfLength(texts[at % texts.length]!, length).slice(0, 200);
          const { source, flags } = pattern;
          const { isFound, isOver } = stepCounter(pattern)(text, 1e6);
          expect(isOver).toBe(false);
          expect({ source, text, isFound }).toEqual({
            source,
            text,
            isFound: new RegExp(source, flags.replaceAll(/[gy]/g, '')).test(text),
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
