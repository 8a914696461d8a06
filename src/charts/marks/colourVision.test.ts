import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { oklab, type Colour } from '../../ui/theme/colour.ts';
import { minDistance, simulateVision, VISIONS } from '../../ui/theme/colourVision.ts';
import { colourTokens, DARK } from '../../ui/theme/tokenSheet.ts';
import { symbolClass, symbolPath, type SymbolKind } from './symbols.tsx';

// These tests compute rules 51 and 52: how our colours look to a reader who lacks one kind of cone, and that
// the shape tells the state anyway.

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const css = read('../../ui/theme/tokens.css');

const lightness = (colour: Colour): number => oklab(colour)[0];

test('the matrices keep greys grey, and take the red out of red as the eye does', () => {
  const red: Colour = [255, 0, 0];
  for (const vision of VISIONS)
    for (const grey of [0, 90, 180, 255])
      for (const part of simulateVision(vision, [grey, grey, grey]))
        expect(Math.abs(part - grey)).toBeLessThan(1);
  // Red is nearly black without the long cone, and no darker than before without the short one.
  expect(lightness(simulateVision('protanopia', red))).toBeLessThan(lightness(red) - 0.1);
  expect(lightness(simulateVision('tritanopia', red))).toBeGreaterThan(lightness(red) - 0.05);
});

describe.each([
  ['light', []],
  ['dark', [DARK]],
] as const)('%s scheme', (_scheme, media) => {
  const tokens = colourTokens(css, media);
  const token = (name: string): Colour => tokens.get(name)!;
  test.each([
    ['--accent', '--flag'],
    ['--accent', '--critical'],
    ['--chart-point', '--flag'],
    ['--chart-point', '--critical'],
    ['--ink', '--critical'],
  ])('rule 51: %s is not taken for %s by anybody', (one, other) => {
    expect(minDistance(token(one), token(other))).toBeGreaterThan(0.1);
  });
});

test('rule 51: orange and red are nearly alike without the middle cone, so a state may not rest on them', () => {
  const tokens = colourTokens(css, []);
  expect(minDistance(tokens.get('--flag')!, tokens.get('--critical')!)).toBeLessThan(0.05);
});

const KINDS = [
  'normal',
  'H',
  'L',
  'HH',
  'LL',
  'A',
  'AA',
  'outside-above',
  'outside-below',
  'preliminary',
  'limit-below',
  'limit-above',
] as const satisfies readonly SymbolKind[];
// This does not compile when a kind is added and not tested here.
type Unlooked = Exclude<SymbolKind, (typeof KINDS)[number]>;
const everyKind: [Unlooked] extends [never] ? true : never = true;

const symbolsCss = read('symbols.module.css');

/** Returns how a class fills and strokes without its colours: "filled", "hollow" or "hollow, dashed". */
function inkOf(className: string): string {
  const rules = [...symbolsCss.matchAll(/([^{}]+)\{([^}]*)\}/g)]
    .filter(([, selectors = '']) => selectors.split(',').some((one) => one.trim() === `.${className}`))
    .map(([, , body = '']) => body)
    .join('');
  const isHollow = rules.includes('fill: var(--paper)');
  return `${isHollow ? 'hollow' : 'filled'}${rules.includes('stroke-dasharray') ? ', dashed' : ''}`;
}

/**
 * Returns the outline without its size, because symbols differ by their form and not by being a little
 * larger.
 */
function formOf(kind: SymbolKind): string {
  const path = symbolPath(kind, 0, 0, 100);
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const largest = Math.max(...numbers.map(Math.abs));
  return path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => `${Math.round((Number(number) / largest) * 20)} `);
}

test('rules 51 and 52: without any colour every state still has a look of its own', () => {
  expect(everyKind).toBe(true);
  const looks = KINDS.map((kind) => {
    const name = /normal|flagged|critical|open|preliminary/.exec(symbolClass(kind) ?? '')?.[0] ?? '';
    return { kind, look: `${inkOf(name)} ${formOf(kind)}` };
  });
  const alike = looks.flatMap(({ kind, look }, i) =>
    looks.slice(i + 1).flatMap((other) => (other.look === look ? [`${kind} and ${other.kind}`] : [])),
  );
  expect(alike).toEqual([]);
  expect(new Set(looks.map(({ look }) => look.split(' ')[0]))).toEqual(
    new Set(['filled', 'hollow', 'hollow,']),
  );
});
