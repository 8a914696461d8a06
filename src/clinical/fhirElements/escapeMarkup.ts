const ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": '#39',
};

/**
 * Returns a text as it stands between the tags of HTML, XML and SVG, or in one of their attributes. The five signs that could begin
 * markup or end an attribute become references, of which `&#39;` is known to all three.
 * https://html.spec.whatwg.org/multipage/named-characters.html
 */
export const escapeMarkup = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&${ENTITIES[sign]};`);
