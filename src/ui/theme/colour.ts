import {
  clampRgb,
  convertLrgbToRgb,
  convertRgbToLrgb,
  convertRgbToOklab,
  lerp,
  parseHex,
  wcagContrast,
  wcagLuminance,
  type Lrgb,
  type Rgb,
} from 'culori/fn';

/** A colour is sRGB without transparency, and each part is 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const RGB = /^rgb\(\s*(?:(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})|(\d{1,3}) (\d{1,3}) (\d{1,3}))\s*\)$/i;

/**
 * Reads a colour written as `#rgb`, `#rrggbb` or `rgb()` of whole numbers; returns undefined for anything else, names and
 * transparency included. The library's own parsers accept much more, and the text of an EHR is not to be trusted.
 */
export function colourOf(text: string): Colour | undefined {
  const hex = HEX.test(text) ? parseHex(text) : undefined;
  if (hex !== undefined) return bytesOf(hex);
  const parts = (RGB.exec(text)?.slice(1) ?? []).filter((part) => part !== undefined).map(Number);
  const [red = 256, green = 256, blue = 256] = parts;
  return Math.max(red, green, blue) > 255 ? undefined : [red, green, blue];
}

const bytesOf = ({ r, g, b }: Rgb): Colour => [255 * r, 255 * g, 255 * b];

const rgbOf = ([red, green, blue]: Colour): Rgb => ({
  mode: 'rgb',
  r: red / 255,
  g: green / 255,
  b: blue / 255,
});

/** Writes a colour anew from its numbers, so that nothing of a text that was sent can be left in it. */
export const colourText = (colour: Colour): string =>
  `rgb(${colour.map((part) => Math.min(255, Math.max(0, Math.round(part)))).join(' ')})`;

/** Mixes two colours by their coded values, as a browser does by default. A share of 0 gives `from`. */
export const mixColours = (from: Colour, to: Colour, share: number): Colour => {
  const part = (i: 0 | 1 | 2): number => Math.round(lerp(from[i], to[i], share));
  return [part(0), part(1), part(2)];
};

/** Returns the light of each channel, 0 to 1. Light adds up, and coded values do not. */
export const linearColour = (colour: Colour): Lrgb => convertRgbToLrgb(rgbOf(colour));

/** Returns the colour of this light. A channel outside of 0 to 1 is clamped. */
export const fromLinear = (light: Omit<Lrgb, 'mode'>): Colour => bytesOf(clampRgb(convertLrgbToRgb(light)));

/** Returns the relative luminance, 0 for black to 1 for white. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export const luminance = (colour: Colour): number => wcagLuminance(linearColour(colour));

/** Returns the contrast ratio, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrast = (one: Colour, other: Colour): number =>
  wcagContrast(linearColour(one), linearColour(other));

/** Returns lightness, then green to red and blue to yellow, in steps that the eye sees as even. https://bottosson.github.io/posts/oklab/ */
export function oklab(colour: Colour): readonly [lightness: number, red: number, yellow: number] {
  const { l, a, b } = convertRgbToOklab(rgbOf(colour));
  return [l, a, b];
}

/** Returns how far two colours are apart in hue alone: a darker red is still red. Grey and our red are about 0.2 apart. */
export function hueDistance(one: Colour, other: Colour): number {
  const [, red, yellow] = oklab(one);
  const [, otherRed, otherYellow] = oklab(other);
  return Math.hypot(red - otherRed, yellow - otherYellow);
}
