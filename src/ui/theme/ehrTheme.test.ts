import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, contrast } from './colour.ts';
import { breaches } from './contrastRules.ts';
import { ehrTheme } from './ehrTheme.ts';
import { colourTokens, DARK } from './tokenSheet.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const lookOf = (document: object) => ehrTheme(document, css);

const CALM = { color_background: '#fbfaf7', color_text: '#1d2429', color_highlight: '#14597a' };
const NIGHT = { color_background: '#10151c', color_text: '#e9edf2', color_highlight: '#8fc1ee' };
/** Launchers serve the example of the specification. */
const EXAMPLE = {
  color_background: '#edeae3',
  color_error: '#9e2d2d',
  color_highlight: '#69b5ce',
  color_modal_backdrop: '',
  color_success: '#498e49',
  color_text: '#303030',
  dim_border_radius: '6px',
  dim_font_size: '13px',
  dim_spacing_size: '20px',
  font_family_body: "Georgia, Times, 'Times New Roman', serif",
  font_family_heading: "'HelveticaNeue-Light', Helvetica, Arial, 'Lucida Grande', sans-serif;",
};

const parsed = (colours: ReadonlyMap<string, string>) =>
  new Map([...colours].map(([name, text]) => [name, colourOf(text)!]));

test.each([
  ['light', CALM, []],
  ['dark', NIGHT, [DARK]],
] as const)(
  'row 58: a good %s style is taken, in its own scheme alone, and keeps every contrast rule',
  (scheme, sent, media) => {
    const look = lookOf(sent);
    expect(look).toMatchObject({
      scheme,
      applied: ['colours'],
      refused: ['font_family_body: none was sent'],
    });
    const tokens = parsed(look.colours);
    expect(breaches(tokens)).toEqual([]);
    expect(tokens.get('--paper')).toEqual(colourOf(sent.color_background));
    expect(tokens.get('--ink')).toEqual(colourOf(sent.color_text));
    expect(tokens.get('--accent')).toEqual(colourOf(sent.color_highlight));
    const own = colourTokens(css, media);
    const kept = [
      '--flag',
      '--critical',
      '--critical-weak',
      '--notice-ink',
      '--notice-weak',
      '--notice-rule',
    ];
    expect(kept.map((name) => tokens.get(name))).toEqual(kept.map((name) => own.get(name)));
    expect([...tokens.keys()].toSorted()).toEqual([...own.keys()].toSorted());
    // Three steps of text stay three steps.
    const onPaper = ['--ink', '--ink-2', '--ink-3'].map((name) =>
      contrast(tokens.get(name)!, tokens.get('--paper')!),
    );
    expect(onPaper).toEqual(onPaper.toSorted((a, b) => b - a));
    expect(new Set(onPaper).size).toBe(3);
  },
);

test('row 58: our own colours, sent as a style, are our own look', () => {
  const own = colourTokens(css, []);
  const look = lookOf({ color_background: '#ffffff', color_text: '#14181d', color_highlight: '#0b5cad' });
  const far = [...parsed(look.colours)].filter(([name, colour]) =>
    colour.some((part, i) => Math.abs(part - (own.get(name)?.[i] ?? 999)) > 16),
  );
  expect(far).toEqual([]);
});

test('row 58: the specification’s own example has links nobody can read: no colour of it is taken', () => {
  const { colours, scheme, refused, families } = lookOf(EXAMPLE);
  expect([colours.size, scheme]).toEqual([0, undefined]);
  expect(refused).toEqual([
    expect.stringMatching(/^colours: color_highlight on .* would reach 1\.\d:1, and 4\.5:1 is needed$/),
  ]);
  expect(families).toBe('"Times", "Times New Roman"');
});

test.each([
  ['text that is grey on white', { ...CALM, color_text: '#999999' }, 'color_text on'],
  ['text and background alike', { ...CALM, color_text: '#fbfaf7' }, 'color_text on'],
  [
    'an accent in the red of critical',
    { ...CALM, color_highlight: '#a8001a' },
    'color_highlight is too close to the orange or red',
  ],
  [
    'an accent in the orange of a flag',
    { ...CALM, color_highlight: '#8a5200' },
    'color_highlight is too close to the orange or red',
  ],
  ['red text', { ...CALM, color_text: '#7a0012' }, 'color_text is too close to the orange or red'],
  [
    'a green that is our orange to whoever lacks a cone',
    { ...CALM, color_highlight: '#5a6a00' },
    'color_highlight is too close to the orange or red',
  ],
  ['a background in the middle', { ...CALM, color_background: '#808080' }, ':1 is needed'],
  ['a pink background', { ...CALM, color_background: '#ffe4f2' }, 'color_background is more than tinted'],
  [
    'a value with a stray quote and semicolon',
    { ...CALM, color_text: "#1d2429';" },
    'color_text is not a colour',
  ],
  [
    'an address',
    { ...CALM, color_background: 'url(https://other.example/x.png)' },
    'color_background is not a colour',
  ],
  ['a variable', { ...CALM, color_text: 'var(--paper)' }, 'color_text is not a colour'],
  ['transparency', { ...CALM, color_text: '#1d242900' }, 'color_text is not a colour'],
  ['no text but a number', { ...CALM, color_text: 0 }, 'color_text is not a colour'],
  ['an array', { ...CALM, color_text: ['#000000'] }, 'color_text is not a colour'],
  ['no background', { color_text: '#1d2429' }, 'color_background was not sent'],
  ['old names of the keys', { background_color: '#fbfaf7', text_color: '#1d2429' }, 'none was sent'],
  ['names that only a prototype has', Object.create(CALM) as object, 'none was sent'],
])('row 58: %s: no colour is taken, not half of them', (_what, sent, why) => {
  const { colours, scheme, applied, refused } = lookOf(sent);
  expect(colours.size).toBe(0);
  expect(scheme).toBeUndefined();
  expect(applied).toEqual([]);
  expect(refused[0]).toMatch(/^colours: /);
  expect(refused[0]).toContain(why);
});

test.each([
  ['Arial', '"Arial"'],
  ['  \'Segoe UI\' , "helvetica neue",ARIAL, sans-serif', '"Segoe UI", "Helvetica Neue", "Arial"'],
  ['Brand Sans, Calibri, Calibri', '"Calibri"'],
])('row 58: of the families in %j those with plain digits are taken', (sent, families) => {
  expect(lookOf({ font_family_body: sent })).toMatchObject({ families, applied: ['font_family_body'] });
});

test.each([
  ["Arial, 'Lucida Grande', sans-serif;"],
  ["Arial', serif"],
  ['Arial"; } body { display: none'],
  ['Arial, url(https://other.example/font)'],
  ['Arial, var(--x)'],
  ['Arial\\27'],
  ['Arial,'],
  ['Arial/*x*/'],
  ['Arial\nHelvetica'],
  ['Wingdings, Symbol'],
  ['Georgia, Verdana'],
  ['serif'],
  ['Arial,'.repeat(60)],
  [7],
  [['Arial']],
])('row 58: font families %j are not taken', (font_family_body) => {
  const { families, refused } = lookOf({ font_family_body });
  expect(families).toBeUndefined();
  expect(refused[1]).toMatch(/^font_family_body: /);
});

const KEYS = Object.keys(EXAMPLE);
const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel).map((parts) => `rgb(${parts.join(', ')})`);
const hostile = fc.constantFrom(
  'url(x)',
  "';",
  '}',
  '<style>',
  'expression(1)',
  '\\',
  '/*',
  'var(--ink)',
  'Arial',
);
const value = fc.oneof(
  colour,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(hostile, fc.string(), colour)).map((parts) => parts.join(' ')),
  fc.array(fc.oneof(hostile, fc.constantFrom('Arial', "'Times'"))).map((parts) => parts.join(',')),
  fc.anything(),
);

test('row 58: whatever is sent, a value is three numbers of ours or names of ours, and every rule holds', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom({}, CALM, NIGHT),
      fc.dictionary(fc.constantFrom(...KEYS), value),
      (good, sent) => {
        const { colours, families, scheme, refused } = lookOf({ ...good, ...sent });
        for (const text of colours.values()) expect(text).toMatch(/^rgb\(\d{1,3} \d{1,3} \d{1,3}\)$/);
        for (const name of colours.keys()) expect(css).toContain(`  ${name}: `);
        expect(families ?? '""').toMatch(/^"[\w ]*"(, "[A-Z][\w ]+")*$/);
        expect(colours.size > 0).toBe(scheme !== undefined);
        expect(colours.size > 0 ? breaches(parsed(colours)) : []).toEqual([]);
        for (const why of refused) expect(why).toMatch(/^[\w’ :.,#()-]+$/);
        if (colours.size > 0 || families !== undefined) taken++;
      },
    ),
    { numRuns: 600 },
  );
  expect(taken).toBeGreaterThan(50);
});

test('row 58: of random colours on white, only readable ones are taken', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.tuple(fc.integer({ min: 0, max: 90 }), channel, channel), colour, ([r, g, b], text) => {
      const sent = { color_background: '#ffffff', color_text: text, color_highlight: `rgb(${r} ${g} ${b})` };
      const { colours } = lookOf(sent);
      if (colours.size === 0) return;
      taken++;
      const at = (name: string) => colourOf(colours.get(name)!)!;
      for (const name of ['--ink', '--ink-2', '--ink-3', '--accent'])
        expect(contrast(at(name), at('--paper'))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(5);
});
