import { colourOf, type Colour } from './colour.ts';

/** Maps the name of a token to its colour. */
export type ColourTokens = ReadonlyMap<string, Colour>;

// oxlint-disable-next-line longview/texts-in-catalogs -- a media query
export const DARK = 'screen and (prefers-color-scheme: dark)';
// oxlint-disable-next-line longview/texts-in-catalogs -- a media query
export const MORE_CONTRAST = '(prefers-contrast: more)';

const BLOCK = /(?:@media ([^{}@]+)\{\s*)?:root\s*\{([^{}]*)\}/g;
const DECLARATION = /(?<![\w-])(--[\w-]+):([^;:]+);/g;

/**
 * Returns the colours of tokens.css where these media queries hold. As in the cascade a later block wins, and
 * `var()` is looked up at the end. It reads our own file only, so it understands no more than stands in it.
 */
export function colourTokens(css: string, media: readonly string[]): ColourTokens {
  const written = new Map<string, string>();
  for (const [, query, block = ''] of css.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, '').matchAll(BLOCK)) {
    if (query !== undefined && !media.includes(query.trim())) continue;
    for (const [, name = '', value = ''] of block.matchAll(DECLARATION)) written.set(name, value.trim());
  }
  const valueOf = (text: string | undefined): string => {
    const other = /^var\((--[\w-]+)\)$/.exec(text ?? '')?.[1];
    return other === undefined ? (text ?? '') : valueOf(written.get(other));
  };
  return new Map(
    [...written].flatMap(([name, text]) => {
      const colour = colourOf(valueOf(text));
      return colour === undefined ? [] : [[name, colour]];
    }),
  );
}
