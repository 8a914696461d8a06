/**
 * A text of a server is shown and handed on without the characters that nobody sees: those of no width, and the marks and
 * overrides of direction (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), with which a number
 * could be read as another one. The letters of Arabic and Hebrew run from right to left by themselves and need none.
 */

/**
 * Nearly all texts are of these signs alone, and there are hundreds of thousands of them. None is one of those below. Beside ASCII they
 * are Latin letters with accents and signs such as "µ", "°" and "²".
 */
const ORDINARY = /^[ -~\xA0-\xAC\xAE-\u02FF]*$/;

/** A joiner of no width is part of the spelling of Persian and Indic words and of emoji, between these alone. */
const JOINED = String.raw`(?!\p{Script=Latin})[\p{L}\p{M}\p{ExtPict}]`;
const JOINER = String.raw`(?<=${JOINED})[\u200C\u200D](?=${JOINED})`;
/** A variation selector says which form of a Han character is that of a name, and which of an emoji is meant. */
const VARIANT = String.raw`(?<=[\p{Script=Han}\p{ExtPict}])\p{VS}`;

/**
 * https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point and the format characters of Unicode. Nearly no character is one,
 * and that is asked first, because to look around each of them takes many times as long.
 */
const UNSEEN = new RegExp(String.raw`[\p{DI}\p{Cf}](?<!${JOINER}|${VARIANT})`, 'gu');
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
/** These are no characters: half of a pair, and what Unicode keeps free. */
const BROKEN = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** Returns a text of a server without unseen characters. A control character becomes a blank; line breaks stay. */
export const withoutInvisibleCharacters = (sent: string): string =>
  ORDINARY.test(sent)
    ? sent
    : sent.replaceAll(UNSEEN, '').replaceAll(CONTROLS, ' ').replaceAll(BROKEN, '\uFFFD');

/** Returns a text of a server on one line, with one blank between its words and without unseen characters. */
export const plainLine = (sent: string): string =>
  withoutInvisibleCharacters(sent)
    .replaceAll(/[\s\u2800]+/g, ' ')
    .trim();
