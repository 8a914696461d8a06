import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colourOf, contrast, luminance } from './colour.ts';
import { breaches, CONTRAST_RULES } from './contrastRules.ts';
import { colourTokens, DARK, MORE_CONTRAST } from './tokenSheet.ts';

// These tests compute WCAG 2.2, 1.4.3 and 1.4.11 for tokens.css itself.

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const SCHEMES = [
  ['light', []],
  ['dark', [DARK]],
  ['light with more contrast', [MORE_CONTRAST]],
  ['dark with more contrast', [DARK, MORE_CONTRAST]],
] as const;

test('the contrast ratio is that of WCAG', () => {
  const ratio = (one: string, other: string): number => contrast(colourOf(one)!, colourOf(other)!);
  expect(ratio('#000', '#fff')).toBe(21);
  expect(ratio('#fff', '#000000')).toBe(21);
  expect(ratio('#abcdef', 'rgb(171, 205, 239)')).toBe(1);
  // Every checker names these greys as the last that passes on white and the first that does not.
  expect(ratio('#767676', '#fff')).toBeCloseTo(4.54, 2);
  expect(ratio('#777777', '#fff')).toBeCloseTo(4.48, 2);
  expect(luminance(colourOf('#ff0000')!)).toBeCloseTo(0.2126, 4);
});

describe.each(SCHEMES)('%s', (_scheme, media) => {
  const tokens = colourTokens(css, media);
  test('every text, mark, edge and focus ring stands out as the design promises', () => {
    const found = breaches(tokens).map(
      ({ foreground, background, ratio, minRatio }) =>
        `${foreground} on ${background}: ${ratio.toFixed(2)} < ${minRatio}`,
    );
    expect(found).toEqual([]);
  });
  test('every colour that a rule names is there', () => {
    const named = CONTRAST_RULES.flatMap(({ foregrounds, backgrounds }) => [...foregrounds, ...backgrounds]);
    expect(named.filter((name) => !tokens.has(name))).toEqual([]);
  });
});

test('the sheet is read as the browser reads it: the dark scheme is another set, more contrast has two steps of text less', () => {
  const light = colourTokens(css, []);
  const dark = colourTokens(css, [DARK]);
  const more = colourTokens(css, [MORE_CONTRAST]);
  expect(light.get('--paper')).toEqual([255, 255, 255]);
  expect([...light].filter(([name, colour]) => String(dark.get(name)) === String(colour))).toEqual([]);
  expect([more.get('--ink-2'), more.get('--ink-3')]).toEqual([light.get('--ink'), light.get('--ink')]);
  expect(more.get('--chart-line')).toEqual(light.get('--chart-point'));
});

test('no colour is outside the sheet’s two schemes: forced colours are names of the system alone', () => {
  const forced = /forced-colors: active\) \{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '';
  const values = [...forced.matchAll(/--[\w-]+: ([^;]+);/g)].map(([, value]) => value);
  expect(new Set(values)).toEqual(
    new Set(['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'HighlightText']),
  );
  const colours = [...colourTokens(css, []).keys()];
  expect(colours.filter((name) => !forced.includes(`${name}:`))).toEqual([]);
});

test('a rule that is broken is named', () => {
  const grey = new Map(colourTokens(css, [])).set('--ink-3', [150, 150, 150] as const);
  expect(breaches(grey).map(({ foreground, background }) => `${foreground} on ${background}`)).toEqual([
    '--ink-3 on --paper',
    '--ink-3 on --panel',
    '--ink-3 on --accent-weak',
    '--ink-3 on --panel-strong',
  ]);
  expect(breaches(new Map()).length).toBeGreaterThan(20);
});
