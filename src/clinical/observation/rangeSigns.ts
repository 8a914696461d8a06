/** Laboratories write the signs of a range in words of their language. This file puts signs in the place of these words (rule 30). */

/**
 * Each of these stands at the begin of a range, between its limits or behind them. The name of the usual range may stand before its limits,
 * as in "VR: 3,5 - 5,1". Words of a population or a goal are no such name, so that limits behind them are never compared.
 */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^([([]?)(?:N|V\.?[NR]\.?)\s*(?:[:=]\s*|(?=[<>≤≥\d]))/, '$1'],
  [
    /^([([]?)(?:(?:norm(?:al)?(?:bereich|werte?|e[ns]?)?|r[eé]f[a-zé]*|rang[eo]|interval[a-z]*|val(?:(?:or|eur|ue)[a-z]*)?|usuelles|d[ei])\b[.\s]*)+[:=]?\s*/i,
    '$1',
  ],
  [/^[([]([^()[\]]+)[)\]]/, '$1'],
  [/\(([^()]+)\)$/, '$1'],
  [
    /^(?:up to|bis(?: zu)?|jusqu['’][àa]|hasta|até|fino a|tot|m[aá]x(?:im\w+)?\.?|höchstens)(?=[\s\d])/i,
    '<=',
  ],
  [/^(?:at least|m[ií]n(?:im\w+)?\.?|mindestens|al menos|au moins)(?=[\s\d])/i, '>='],
  [
    /^(?:(?:less|menor|menos|moins|meno|inf[eé]ri\w+|minder|weniger|kleiner)(?: (?:than|de|que|di|als|dan|a|à)|(?= (?:or|ou?|oder) ))|below|under|unter)(?=[\s\d])/i,
    '<',
  ],
  [
    /^(?:(?:greater|more|ma[iy]or|m[aá]s|plus|sup[eé]ri\w+|meer|mehr|größer)(?: (?:than|de|que|di|als|dan|a|à)|(?= (?:or|ou?|oder) ))|above|over|über)(?=[\s\d])/i,
    '>',
  ],
  [/^(?:=<|≤)/, '<='],
  [/^(?:=>|≥)/, '>='],
  [/^([<>])\s*(?:(?:\/|or|ou?|oder)\s*)?(?:=|(?:equal|igual|[eé]gale?|gleich)(?: (?:to|a|à|que))?)/i, '$1='],
  [
    /^(?:(?:(?:von|van|de|desde|from) )?(-?\d+(?:\.\d+)?)\s*(?:[–—−~…]|\.{2,3}|to|through|bis|à|a|tot|hasta)|(?:entre|between|zwischen|tussen|tra) (-?\d+(?:\.\d+)?)\s*(?:and|und|et?|y|en))\s*(?=-?\d)/i,
    '$1$2-',
  ],
];

/** Returns the text of a range with signs in the place of its words: "<=40" of "< OR = 40" and of "bis 40". */
export const withSigns = (text: string): string =>
  SIGNS.reduce((sent, [words, sign]) => sent.replace(words, sign), withPlainNumbers(withDecimalPoints(text)));

/** Beside a limit below zero the other one may have its sign too: "-2 - +2". A plus alone is that of a dipstick. */
const withPlainNumbers = (text: string): string =>
  text.replace(/^(\(?)[−–](?=\d)/, '$1-').replace(/^(\(?-[\d.]{1,20}\D{1,8}?)\+(?=\d)/, '$1');

/** No language parts fewer than three digits by a comma. Beside a point it is not known which of them does. */
const withDecimalPoints = (text: string): string =>
  /\d\.\d/.test(text) ? text : text.replaceAll(/(\d),(?=\d{1,2}(?![\d,]))/g, '$1.');
