/** A file is drawn on white paper, whatever colours the reader's screen has. */

type ReadToken = (token: `--${string}`, otherwise: string) => string;

/**
 * Returns the tokens of the light scheme from the page's own style sheets. They stand outside every media
 * query.
 */
function lightTokens(): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const rule of [...document.styleSheets].flatMap(readableRules)) {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue;
    for (const name of Array.from(rule.style))
      if (name.startsWith('--')) tokens.set(name, rule.style.getPropertyValue(name).trim());
  }
  // Text without a colour of its own has the one that the page gave it.
  const ink = tokens.get('--ink');
  if (ink) tokens.set('color', ink);
  // Forced colours would replace those of all texts, and light letters would be lost on the white paper.
  tokens.set('forced-color-adjust', 'none');
  return tokens;
}

/** A style sheet of another origin, such as an extension's, cannot be read. */
function readableRules(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/**
 * Reads computed styles in the light scheme. It does so in one synchronous pass, so that nothing of it is
 * painted.
 */
export function withLightTheme<T>({ style }: ElementCSSInlineStyle, read: (light: ReadToken) => T): T {
  const tokens = lightTokens();
  for (const [name, value] of tokens) style.setProperty(name, value);
  try {
    return read((token, otherwise) => tokens.get(token) || otherwise);
  } finally {
    for (const name of tokens.keys()) style.removeProperty(name);
  }
}
