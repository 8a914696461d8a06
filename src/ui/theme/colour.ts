/** An sRGB colour without transparency, each part 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const HEX = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i;
const RGB =
  /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$|^rgb\(\s*(\d{1,3}) (\d{1,3}) (\d{1,3})\s*\)$/i;

/** A colour as `#rgb`, `#rrggbb` or `rgb()` of whole numbers; undefined for anything else, names and transparency included. */
export function colourOf(text: string): Colour | undefined {
  const hex = partsOf(HEX.exec(text)).map((part) =>
    Number.parseInt(part.length === 1 ? part + part : part, 16),
  );
  const parts = hex.length === 3 ? hex : partsOf(RGB.exec(text)).map(Number);
  const [red = 256, green = 256, blue = 256] = parts;
  return Math.max(red, green, blue) > 255 ? undefined : [red, green, blue];
}

const partsOf = (match: RegExpExecArray | null): string[] =>
  (match?.slice(1) ?? []).filter((part) => part !== undefined);

/** Written anew from three numbers: nothing of a text that was sent can be left in it. */
export const colourText = (colour: Colour): string =>
  `rgb(${colour.map((part) => Math.min(255, Math.max(0, Math.round(part)))).join(' ')})`;

export const mixed = (from: Colour, to: Colour, share: number): Colour => {
  const part = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * share);
  return [part(0), part(1), part(2)];
};

const linear = (part: number): number => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
/** Light, not signal: what adds up. */
export const linearOf = ([red, green, blue]: Colour): Colour => [linear(red), linear(green), linear(blue)];

export function fromLinear(light: number): number {
  const within = Math.min(1, Math.max(0, light));
  return 255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055);
}

/** 0 is black, 1 is white. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(colour: Colour): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Lightness, then green to red and blue to yellow, evenly as the eye sees them. https://bottosson.github.io/posts/oklab/ */
export function oklab(colour: Colour): readonly [lightness: number, red: number, yellow: number] {
  const [r, g, b] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far two colours are apart in hue alone: a darker red is still red. Between grey and our red it is about 0.2. */
export function hueDistance(one: Colour, other: Colour): number {
  const [, red, yellow] = oklab(one);
  const [, otherRed, otherYellow] = oklab(other);
  return Math.hypot(red - otherRed, yellow - otherYellow);
}
