import { colourText } from './colour.ts';
import { ehrColours } from './ehrColours.ts';
import { ehrFont } from './ehrFont.ts';
import { themeTexts } from './theme.messages.ts';

/**
 * This part of an EHR's own look is taken over. Every text in it was written by us, from our own numbers and
 * names.
 */
export type EhrTheme = {
  readonly scheme: 'light' | 'dark' | undefined;
  /** Each colour token is written as `rgb(r g b)`. */
  readonly colours: ReadonlyMap<string, string>;
  /** The quoted family names stand before our own. */
  readonly families: string | undefined;
  /**
   * The inspector shows what is taken and what is refused, and why. The texts hold nothing that was sent but
   * numbers.
   */
  readonly applied: readonly string[];
  readonly refused: readonly string[];
};

/**
 * Four of the eleven names of the style document count: three colours and the body's font. The others would
 * change what a colour means (error, success), move what is being read (sizes), or change nothing that we
 * have. https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
export function ehrTheme(document: object, ownCss: string): EhrTheme {
  const sent = (name: string): unknown =>
    Object.hasOwn(document, name) ? Reflect.get(document, name) : undefined;
  const colours = ehrColours(sent, ownCss);
  const body = sent('font_family_body') ?? '';
  const font = body === '' ? { reason: themeTexts('noneSent') } : ehrFont(body);
  const parts = [
    [themeTexts('colours'), colours],
    ['font_family_body', font],
  ] as const;
  return {
    scheme: 'scheme' in colours ? colours.scheme : undefined,
    colours: new Map(
      'tokens' in colours ? [...colours.tokens].map(([name, colour]) => [name, colourText(colour)]) : [],
    ),
    families: 'families' in font ? font.families : undefined,
    applied: parts.flatMap(([name, part]) => ('reason' in part ? [] : [name])),
    refused: parts.flatMap(([name, part]) =>
      'reason' in part ? [themeTexts('refusedPart', { part: name, reason: part.reason })] : [],
    ),
  };
}
