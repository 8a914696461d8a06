/* oxlint-disable longview/texts-in-catalogs -- names of font families */
import { themeTexts } from './theme.messages.ts';

/**
 * The digits of these families are plain, upright, on the line, of one width and no wider than in our own
 * stack (0.56 em, bold too), by which columns are measured. A family of symbols or of old-style figures would
 * make a result unreadable and a wide one would cut it off, and no grammar can tell. So only these are taken,
 * in our own spelling.
 */
const PLAIN_DIGIT_FAMILIES = [
  'Arial',
  'Calibri',
  'Helvetica',
  'Helvetica Neue',
  'Liberation Sans',
  'Roboto',
  'Segoe UI',
  'Source Sans 3',
  'Source Sans Pro',
  'Times',
  'Times New Roman',
];
const MAX_LIST_LENGTH = 300;
const FAMILY = /^(?:"([\w -]+)"|'([\w -]+)'|([a-z][\w-]*(?: [a-z][\w-]*)*))$/i;

/** Holds quoted names that stand before our own, or the reason why there are none. */
export type EhrFont = { readonly families: string } | { readonly reason: string };

/**
 * Reads `font_family_body`, which is a list of names as CSS has it. One character that does not belong there
 * refuses the whole list.
 */
export function ehrFont(sent: unknown): EhrFont {
  if (typeof sent !== 'string' || sent.length > MAX_LIST_LENGTH)
    return { reason: themeTexts('notAFontList') };
  const matches = sent.split(',').map((item) => FAMILY.exec(item.trim()));
  if (matches.includes(null)) return { reason: themeTexts('notAFontList') };
  const names = matches.map((match) => (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').toLowerCase());
  const known = [...new Set(names)].flatMap((name) =>
    PLAIN_DIGIT_FAMILIES.filter((family) => family.toLowerCase() === name),
  );
  return known.length === 0
    ? { reason: themeTexts('noPlainDigits') }
    : { families: known.map((family) => `"${family}"`).join(', ') };
}
