/** Finds how often in a day a dose is taken by the words of an order: "alle 8 Stunden", "deux fois par jour", "q4w". */
import { lookupTable } from '../../fhirElements/lookupTable.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const NUMBERS = lookupTable<number>({
  one: 1,
  once: 1,
  einmal: 1,
  una: 1,
  une: 1,
  uma: 1,
  un: 1,
  um: 1,
  eenmaal: 1,
  other: 2,
  second: 2,
  '2nd': 2,
  twice: 2,
  two: 2,
  zweimal: 2,
  zwei: 2,
  zweiten: 2,
  dos: 2,
  segundo: 2,
  deux: 2,
  due: 2,
  dois: 2,
  duas: 2,
  twee: 2,
  tweemaal: 2,
  tweede: 2,
  andere: 2,
  three: 3,
  third: 3,
  '3rd': 3,
  drei: 3,
  dreimal: 3,
  dritten: 3,
  tres: 3,
  três: 3,
  trois: 3,
  tre: 3,
  drie: 3,
  driemaal: 3,
  four: 4,
  vier: 4,
  viermal: 4,
  viermaal: 4,
  cuatro: 4,
  quatre: 4,
  quattro: 4,
  quatro: 4,
  five: 5,
  six: 6,
  sechs: 6,
  seis: 6,
  sei: 6,
  zes: 6,
  seven: 7,
  sieben: 7,
  eight: 8,
  acht: 8,
  ocho: 8,
  huit: 8,
  otto: 8,
  oito: 8,
  twelve: 12,
  zwölf: 12,
  doce: 12,
  douze: 12,
  dodici: 12,
  doze: 12,
  cinco: 5,
  cinq: 5,
  cinque: 5,
  fünf: 5,
  vijf: 5,
  siete: 7,
  sept: 7,
  sette: 7,
  sete: 7,
  zeven: 7,
  nine: 9,
  ten: 10,
  zehn: 10,
  diez: 10,
  dix: 10,
  dieci: 10,
  dez: 10,
  tien: 10,
  fourteen: 14,
  vierzehn: 14,
  fifteen: 15,
  quince: 15,
  quinze: 15,
  quindici: 15,
  twenty: 20,
  thirty: 30,
});
const NUMBER_WORDS = Object.keys(NUMBERS).join('|');

const UNITS: readonly (readonly [unit: string, days: number])[] = [
  ['h|hrs?|hours?|std\\.?|stunden?|horas?|heures?|ore|uur|uren', 1 / 24],
  ['d|days?|tag(?:en?)?|d[ií]as?|jours?|j|giorn[oi]|gg|dag(?:en)?', 1],
  ['w|wks?|weeks?|wochen?|wo|semanas?|semaines?|sem|settiman[ae]|sett|weken', 7],
  ['mo|mon|months?|monat(?:en?)?|mes(?:es)?|mois|mes[ei]|maand(?:en)?|mnd|m[eê]s', 30],
  ['years?|yrs?|jahre?n?|ans?|a[ñn]os?|ann[oi]|jaar', 365],
];
const UNIT = UNITS.map(([words]) => words).join('|');
const EVERY = new RegExp(
  `(?<![\\p{L}\\d])(?:every|each|evry|once in|einmal in|una vez en|une fois en|alle|jede[nrs]?|cada|c\\/|tou(?:te)?s les|ogni|om de|elke|iedere|q) ?(?:\\d{1,2} ?(?:-|–|to|bis|a|à) ?)?(\\d{1,3}|${NUMBER_WORDS})(?:\\.|ª|º)?[ -]?(${UNIT})(?![\\p{L}\\d])`,
  'gu',
);
const TIMES = new RegExp(
  `(?<![\\p{L}\\d.,])(?:([1-9]) ?(?:times|x|×|mal|ve(?:z|ces)|fois|volt[ae]|vezes|keer|maal)|(once|twice|einmal|zweimal|dreimal|viermal|eenmaal|tweemaal|driemaal|viermaal)|(${NUMBER_WORDS}) (?:times|ve(?:z|ces)|fois|volt[ae]|vezes|keer|maal))(?:,| ?/)? ?(?:(?:a|per|pro|al|par|por|ao|am|each|every|in|na|all[ae']|à la|a la|p\\.?) ?)?(t[äa]?gl(?:ich|\\.)?|daags|daily|dag|day|wk|d[ií]a|jour|tag|giorno|d|week|woche|w[öo]chentlich|semana|semaine|settimana|month|monat|mes|mois|mese|maand|m[êe]s)(?![\\p{L}\\d])`,
  'gu',
);
/** "De 48/48h" and "de 7 em 7 dias" tell the number twice, in Portuguese. */
const NUMBER_TWICE = new RegExp(
  `(?<![\\p{L}\\d/.,])(\\d{1,3}) ?(?:em|/) ?\\1 ?(${UNIT})(?![\\p{L}\\d])`,
  'gu',
);
/** "2 dd 1" is one, twice a day, in Dutch. */
const DUTCH = /(?<![\p{L}\d])([1-6]) ?dd(?!\p{L})/gu;
const LATIN = /(?<!\p{L})([btq])\.?i\.?d(?!\p{L})/gu;
const LATIN_COUNTS = lookupTable<number>({ b: 2, t: 3, q: 4 });
const EVERY_SECOND_DAY =
  /(?:every|each) (?:other|second|2nd) day|(?<!\p{L})q\.?o\.?d(?!\p{L})|jeden (?:zweiten|2\.|anderen) tag|(?:en |em )?d[ií]as (?:alternos|alternados)|un jour sur (?:deux|2)|giorni alterni|om de (?:andere )?dag(?!\p{L})|dia sim,? dia n[aã]o|(?:on )?alternate days/u;
const MONTHLY =
  /(?<!\p{L})(?:q? ?monthly|q ?month|qmo|monatlich|mensual(?:mente)?|mensile|mensuel(?:le)?|mensalmente|maandelijks|(?:once|einmal|una vez|une fois|una volta|uma vez|eenmaal|1 ?x) ?(?:a|per|pro|al|par|por|im|each|every) (?:month|monat|mes|mois|mese|m[êe]s|maand)|(?:every|each|jeden|cada|ogni|elke) (?:month|monat|mes|mese|m[êe]s|maand))(?!\p{L})/u;
/** These words say a frequency of a week or of a day without a number. */
export const WEEKLY =
  /\b(?:weekly|tiw|q ?(?:week|wk)(?:ly)?)\b|\b(?:once|twice|times?|x) ?(?:a|per|each|every|\/)? ?w(?:ee)?k\b|\b(?:every|each|per) (?:week|wk|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|w[oö]chentlich|\bpro woche\b|\bsemanal|\b(?:a la|por) semana\b|\bpar semaine\b|\bhebdomadaire|\b(?:alla|per) settimana\b|\bsettimanal|\bwekelijks\b|\bfortnight|\bbi-?weekly\b|\bvierzehnt[aä]g|\b14-?t[aä]g|\bquincenal|\bquinzenal|\b(?:every|alle) (?:7|seven) (?:days|tage)\b|\bjede woche\b|\bcada semana\b/;
export const DAILY =
  /\bdaily\b|\bnightly\b|\bqd\b|\bq\.d\.|\b(?:every|each|jeden|cada|chaque|ogni) (?:morning|evening|night|morgen|abend|ma[ñn]ana|noche|matin|soir|mattina|sera)(?![a-z])|\btodos (?:los|os) d[ií]as\b|\btous les jours\b|\bogni giorno\b|\bal d[iì](?![a-zí])|\b(?:elke|iedere) dag\b|\b[1-4]x ?\/ ?j\b|\b(?:once|twice|times?|x) ?(?:a|per|each|every|\/)? ?day\b|\b(?:every|each|per) day\b|(?<!zehn|zehn-|\d-|zwei|drei|vier|werk)t[aä]glich|\bpro tag\b|\b(?:al|por|cada) d[ií]a\b|\bdiari|\bpar jour\b|\bal giorno\b|\bdagelijks\b|\bper dag\b|\bao dia\b|\bjeden tag\b|\bchaque jour\b/;
/* oxlint-enable longview/texts-in-catalogs */

const daysOf = (word: string): number =>
  UNITS.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(word))?.[1] ?? Number.NaN;

const countOf = (word = ''): number => NUMBERS[word] ?? Number(word);

/** The words of a time say how long it is: "täglich" and "daags" are those of a day. */
function periodOf(word: string): number {
  if (/^(?:w|sem|sett)/u.test(word)) return 7;
  return word.startsWith('m') ? 30 : 1;
}

/** "2 (two) times daily" tells one number in two ways. */
const TOLD_AGAIN = /(?<=\d) ?\([\p{L}-]{3,14}\)(?= )/gu;

/** Returns how often in a day an instruction in small letters says that a dose is taken, each as often as it says so; none without. */
export function frequenciesIn(sent: string): readonly number[] {
  const text = sent.replaceAll(TOLD_AGAIN, '');
  const times = Array.from(
    text.matchAll(TIMES),
    ([, digit, adverb, word, period = '']) => countOf(digit ?? adverb ?? word) / periodOf(period),
  );
  const every = Array.from(
    [...text.matchAll(EVERY), ...text.matchAll(NUMBER_TWICE)],
    ([, count, unit = '']) => 1 / (countOf(count) * daysOf(unit)),
  );
  return [
    ...times,
    ...every,
    ...Array.from(text.matchAll(DUTCH), ([, count]) => Number(count)),
    ...Array.from(text.matchAll(LATIN), ([, letter = '']) => LATIN_COUNTS[letter] ?? Number.NaN),
    ...(EVERY_SECOND_DAY.test(text) ? [1 / 2] : []),
    ...(MONTHLY.test(text) ? [1 / 30] : []),
  ].filter((count) => count > 0);
}
