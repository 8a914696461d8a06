import type { EhrTheme } from './ehrTheme.ts';

// Paper stays white, and readers who asked for more contrast or for their own colours keep them.
// oxlint-disable-next-line longview/texts-in-catalogs -- a media query
const COLOURED = 'screen and (forced-colors: none) and (prefers-contrast: no-preference)';

/**
 * Lays a theme over our own tokens and returns a function that takes it off again. It is a style sheet of its
 * own, written declaration by declaration, so that media still decide. An inline style would override print,
 * forced colours and the other scheme.
 */
export function applyEhrTheme({ scheme, colours, families }: EhrTheme): () => void {
  const sheet = new CSSStyleSheet();
  const rootIn = (media: string): CSSStyleDeclaration => {
    // oxlint-disable-next-line longview/texts-in-catalogs -- a rule of CSS
    sheet.insertRule(`@media ${media} { :root {} }`);
    const [rule] = sheet.cssRules;
    const [inner] = rule instanceof CSSMediaRule ? rule.cssRules : [];
    if (!(inner instanceof CSSStyleRule)) throw new Error('The style sheet has no rule.');
    return inner.style;
  };
  const values = [...colours];
  if (scheme !== undefined && values.every(([, value]) => CSS.supports('color', value))) {
    // oxlint-disable-next-line longview/texts-in-catalogs -- a media query
    const style = rootIn(`${COLOURED} and (prefers-color-scheme: ${scheme})`);
    for (const [name, value] of values) style.setProperty(name, value);
  }
  if (families !== undefined && CSS.supports('font-family', families)) {
    const own = getComputedStyle(document.documentElement).getPropertyValue('--font');
    rootIn('screen').setProperty('--font', `${families}, ${own}`);
  }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
