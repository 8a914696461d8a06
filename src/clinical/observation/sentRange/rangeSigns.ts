/** Laboratories write the signs of a range in words of their language. This file puts signs in the place of these words (rule 30). */

/**
 * Each of these stands at the begin of a range, between its limits or behind them. The name of the usual range may stand before its limits,
 * as in "VR: 3,5 - 5,1". Words of a population or a goal are no such name, so that limits behind them are never compared.
 */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, ' '],
  [/^([([]?)(?:N|V\.?[NR]\.?) ?(?:[:=] ?|(?=[<>≤≥\d]))/, '$1'],
  // A dash right behind the name may part it from the limits, or be the sign of the lower one.
  [
    /^([([]?)(?:(?:norm(?:al[ei]?|ais|aux|e)?(?:bereich|werte?|[ns])?|r[eé]f(?:s|[eé]r[aeéê]n[a-z]*)?|rif(?:erimento)?|rang[eo]s?|interval[a-z]*|val(?:(?:or|eur|ue)[a-z]*)?|usuelles|d[ei])\b[. ]*)+(?:[:=] ?|(?! ?[-−–]))/i,
    '$1',
  ],
  [/^[([]([^()[\]]+)[)\]]/, '$1'],
  // Another number or limit in brackets is no unit of those before it.
  [/\(([^()\d<>±+−–-][^()]*)\)$/, '$1'],
  [/^[−–](?=\d)/, '-'],
  // Beside a limit below zero the other one may have its sign too: "-2 - +2". A plus alone is that of a dipstick.
  [/^(-[\d.]{1,20}\D{1,8}?)\+(?=\d)/, '$1'],
  [/^(?:up to|bis(?: zu)?|jusqu['’][àa]|hasta|até|fino a|tot|m[aá]x(?:im\w+)?\.?|höchstens)(?=[ \d])/i, '<='],
  [/^(?:at least|m[ií]n(?:im\w+)?\.?|mindestens|al menos|au moins)(?=[ \d])/i, '>='],
  // Without a unit, "over 65" and "under 18" are ages.
  [/^under(?= ?[\d.]+ ?[^\d. ])/i, '<'],
  [/^over(?= ?[\d.]+ ?[^\d. ])/i, '>'],
  [
    /^(?:(?:less|m[ei]nore?|menos|moins|meno|inf[eé]ri\w+|minder|weniger|kleiner)(?: (?:than|de|que|di|als|dan|a|à)|(?= (?:or|ou?|oder) ))|below|unter)(?=[ \d])/i,
    '<',
  ],
  [
    /^(?:(?:greater|more|ma(?:[iy]|ggi)ore?|m[aá]s|plus|sup[eé]ri\w+|meer|mehr|größer)(?: (?:than|de|que|di|als|dan|a|à)|(?= (?:or|ou?|oder) ))|above|über)(?=[ \d])/i,
    '>',
  ],
  [/^(?:=<|≤)/, '<='],
  [/^(?:=>|≥)/, '>='],
  [/^([<>]) ?(?:(?:\/|or|ou?|oder) ?)?(?:=|(?:equal|igual|[eé]gale?|gleich)(?: (?:to|a|à|que))?)/i, '$1='],
  [
    /^(?:(?:(?:von|van|d[ea]|desde|from) )?(-?\d+(?:\.\d+)?) ?(?:[–—−~…]|\.{2,3}|to|through|bis|à|a|tot|hasta)|(?:entre|between|zwischen|tussen|tra) (-?\d+(?:\.\d+)?) ?(?:and|und|et?|y|en)) ?(?=-?\d)/i,
    '$1$2-',
  ],
];

/** Returns the text of a range with signs in the place of its words: "<=40" of "< OR = 40" and of "bis 40". */
export const withSigns = (text: string): string =>
  SIGNS.reduce((sent, [words, sign]) => sent.replace(words, sign), withDecimalPoints(text));

/** No language parts fewer than three digits by a comma. Beside a point it is not known which of them does. */
const withDecimalPoints = (text: string): string =>
  /\d\.\d/.test(text) ? text : text.replaceAll(/(\d),(?=\d{1,2}(?![\d,]))/g, '$1.');
