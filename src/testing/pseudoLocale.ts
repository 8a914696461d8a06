/** This is a language for tests and the gallery that shows what is not translated and what does not turn with the direction. */
import { speak, type Translation } from '../words/language.ts';

/** Nobody takes this for a language of the app. */
const PSEUDO = 'ar-SY';
const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** Returns letters that run from right to left in the place of those of a text. Signs, digits and blanks stay. */
const mirrored = (text: string): string =>
  text.replaceAll(/\p{L}/gu, (letter) => LETTERS.charAt((letter.codePointAt(0) ?? 0) % LETTERS.length));

/** Mirrors what stands between the values and elements of a compiled text, which stay. */
function mirroredPart(part: unknown): unknown {
  if (typeof part === 'string') return mirrored(part);
  if (!Array.isArray(part) || part.length === 1) return part;
  const [name, kind, ...rest]: readonly unknown[] = part;
  if (typeof kind !== 'number') return [name, ...[kind, ...rest].map(mirroredPart)];
  const options = Object.entries(Object(rest[0])).map(([option, text]) => [option, mirroredMessage(text)]);
  return [name, kind, Object.fromEntries(options)];
}

const mirroredMessage = (message: unknown): unknown =>
  Array.isArray(message) ? message.map(mirroredPart) : mirroredPart(message);

/** Says all texts of a translation in letters that run from right to left, each between marks that a test finds. */
export function speakPseudoLocale(translation: Translation): void {
  const catalogs = Object.entries(translation).map(([name, texts]) => [
    name,
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, ['⟦', mirroredMessage(text), '⟧'].flat()]),
    ),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, with other letters
  speak(PSEUDO, `${PSEUDO}-u-nu-latn`, Object.fromEntries(catalogs) as Translation);
}
