/** This file lets a reader choose dark or light colours, whatever the device says. The choice lasts as long as the page. */

export type ColourScheme = 'dark' | 'light';

const PREFERENCE = /\(prefers-color-scheme:\s*(dark|light)\)/;
/** A width can be no less than nothing, so these say always and never. */
const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: 0px)';

const sentConditions = new WeakMap<CSSMediaRule, string>();
let chosen: ColourScheme | undefined;

function adjust(rule: CSSMediaRule, scheme: ColourScheme): void {
  const sent = sentConditions.get(rule) ?? rule.media.mediaText;
  const [preference, wanted] = PREFERENCE.exec(sent) ?? [];
  if (preference === undefined) return;
  sentConditions.set(rule, sent);
  rule.media.mediaText = sent.replace(preference, wanted === scheme ? ALWAYS : NEVER);
}

/** Returns the colours that the page has now. */
export const colourScheme = (): ColourScheme =>
  chosen ?? (matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light');

/** Gives the page dark or light colours, the tokens as well as the browser's own controls. */
export function chooseColourScheme(scheme: ColourScheme): void {
  chosen = scheme;
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets])
    for (const rule of sheet.cssRules) if (rule instanceof CSSMediaRule) adjust(rule, scheme);
  document.documentElement.style.colorScheme = scheme;
}
