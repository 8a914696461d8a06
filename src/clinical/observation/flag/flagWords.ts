import type { Flag } from '../resultRow.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';

// Laboratories write these words in the language of their country. "Criteria" is none of them.
const NOT_CRITICAL =
  /\b(?:not|no|non|never|without|nicht|kein\w*|ohne|sin|pas|niet|geen|ikke|inte|ej|nie|nao|não)(?![\p{L}\d])[\s-]*(?:[\p{L}\d]{1,20}[\s-]+){0,2}?(?:cr[ií]t(?:i[cq]\w*)?|kriti[sek]\w*|krytycz\w*|panic|p[aá]nico|life[ -]?threatening|alarmwert)(?![\p{L}\d])/gu;
const THOUGH_NOT_CRITICAL =
  /(?:[,;(]\s*(?:but\s+)?not|(?<=(?:high|low|abnormal)[\s-]{1,3})not|\b(?:but\s+)?non)[\s-]*critical\b|\bcritical\s?[:=]\s?(?:no?|false|none)(?=\.?(?:$|[,;)]))/g;
/** A ward or a hospital is critical, which was told of a critical result where these words say so. */
const CRITICAL_WARD = /\bcritical[\s-](?:care|access)\b|\b(?:cuidados|soins|[aá]rea)\s+cr[ií]ti[cq]\w*/g;
const TOLD = /notif|inform|call|aware|phone|page|told|avisad|pr[eé]ven/;
/** An illness or an earlier result is critical, or a number lies within critical limits. "Within the critical range" is critical. */
const CRITICAL_OTHER =
  /\bcritical(?:ly)?[\s-]ill(?:ness)?\b|\bwithin\s+(?:the\s+)?critical\s+limits?\b|(?<!\p{L})(?:(?:(?:previous|prior|earlier|last)\s+)(?:result|value|specimen|sample)|vor(?:befund|(?:heriger\s+)?wert)|(?:r[eé]sult\p{L}*|val\p{L}+|risultato)\s+(?:anterior|previo|pr[eé]c[eé]dente?))\s+(?:(?:was|is|were|war|fue|era|[eé]tait)\s+)?(?:cr[ií]ti[cq]\w*|kritisch)(?!\p{L}|\s(?:too|also|as well)\b)/gu;
const CRITICAL =
  /\b(?:(?:cr[ií]t(?:i[cq]\w*)?|kriti[sek]\w*|krytycz\w*|panic|p[aá]nico|life[ -]?threatening|alarmwert|hh|ll)(?![\p{L}\d])|alert[\s-]+(?:value|high|low)\b|(?:high|low)[\s-]+alert\b)/u;
// These directions of other languages are read beside such a word alone.
const CRITICALLY_HIGH =
  /(?<!\p{L})(?:hoch|hohe[rs]?|erhöht\w*|alt[oae]s?|elevad[oa]s?|elevat[oa]|élevée?s?|haute?s?|hoog|hoge|h[öø][gj][ta]?|wysok\p{L}*)(?!\p{L})/u;
const CRITICALLY_LOW =
  /(?<!\p{L})(?:niedrig\w*|tiefe?r?|baj[oa]s?|bass[oae]|bas|laag|lage|lavt?|låg[ta]?|nisk\p{L}*)(?!\p{L})/u;
const HIGH = /\b(?:high(?:er)?|elevated|increased|raised|hi|hh?)\b/;
const LOW = /\b(?:low(?:er)?|decreased|reduced|lo|ll?)\b/;
const ABOVE = /\b(?:above|over|exceeds)\b/;
const BELOW = /\b(?:below|under)\b/;
/** The limit of a method is none of health. */
const OF_METHOD = /\b(?:(?:over|under)[\s-]?range|below (?:the )?(?:limit|threshold))$/;
const ABNORMAL = /\b(?:abnormal|outside|out)\b/;
const NORMAL = /\b(?:normal|wnl|within)\b/;

/** A text that has any other word may be about something else ("low risk", "high titer"), so no direction is read from it. */
const FLAG_WORD =
  /^(?:high(?:er)?|low(?:er)?|elevated|increased|raised|decreased|reduced|hi|lo|hh?|ll?|above|over|exceeds|below|under|abnormal(?:ly)?|normal|wnl|within|outside|out|of|the|is|reference|range|limits?|threshold|upper|value|result|flag|very|slightly|mildly|moderately|significantly|markedly|extremely|too)$/;

/** Returns the direction of two marks of which at most one may be set. */
const directed = <T, U>(isUp: boolean, isDown: boolean, [up, down, neither]: readonly [T, T, U]): T | U =>
  isUp === isDown ? neither : isUp ? up : down;

/** Nearly all results have one of these, and there are hundreds of thousands of them. */
const PLAIN = lookupTable<'' | 'N' | 'H' | 'L' | 'A'>({
  '': '',
  normal: 'N',
  high: 'H',
  low: 'L',
  abnormal: 'A',
});

/**
 * Returns the flag that the words of an interpretation name, and '' when they do not surely name one. A critical
 * result is found among any words ("Critical high, called to the ward"), unless they deny it. A mere direction is
 * read only from words that say nothing else. The text is short (`flag.ts`).
 */
export function flagOfWords(sent: string): Exclude<Flag, 'other'> {
  const known = PLAIN[sent.toLowerCase()];
  if (known !== undefined) return known;
  const words = sent
    .toLowerCase()
    .replace(THOUGH_NOT_CRITICAL, '')
    .replace(NOT_CRITICAL, ' not ')
    .replace(CRITICAL_OTHER, ' other ');
  const text = TOLD.test(words) ? words : words.replace(CRITICAL_WARD, ' other ');
  const isUp = HIGH.test(text) || ABOVE.test(text);
  const isDown = LOW.test(text) || BELOW.test(text);
  if (CRITICAL.test(text))
    return directed(isUp || CRITICALLY_HIGH.test(text), isDown || CRITICALLY_LOW.test(text), [
      'HH',
      'LL',
      'AA',
    ] as const);
  return directionOf(text, isUp, isDown);
}

/** Returns the direction of words that say nothing else. */
function directionOf(text: string, isUp: boolean, isDown: boolean): '' | 'N' | 'H' | 'L' | 'A' {
  const words = text.split(/[^a-z]+/).filter(Boolean);
  if (!words.every((word) => FLAG_WORD.test(word))) return '';
  const direction = directed(isUp, isDown, ['H', 'L', ''] as const);
  // "Above the normal range" is high, "high normal" is not, and "above" alone does not say what it is above.
  if (ABOVE.test(text) || BELOW.test(text))
    return words.length === 1 || OF_METHOD.test(text) ? '' : direction;
  const isNormal = NORMAL.test(text);
  if (isUp || isDown) return isNormal ? '' : direction;
  if (ABNORMAL.test(text)) return 'A';
  return isNormal ? 'N' : '';
}
