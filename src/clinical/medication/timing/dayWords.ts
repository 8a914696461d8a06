/** Tells whether the words of an order name some days and not every day: "Mon/Wed/Fri", "ma di do", "on dialysis days". */

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
/** A whole name of a day means that day wherever it stands. */
const ENGLISH_DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const GERMAN_DAYS = '(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?';
const WHOLE_NAMES = [
  `${ENGLISH_DAYS}|${GERMAN_DAYS}|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?`,
  'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|(?:segunda|terça|quarta|quinta|sexta)s?-feiras?',
  '(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenic[ahe]+',
] as const;
/** A short name alone may be another word, "so", "mar" or "sun", and a row of them is not. */
const SHORT_NAMES = [
  'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun',
  'lun|mar|mi[eé]r?|jue|vie|s[aá]b|dom',
  'lun|mar|mer|jeu|ven|sam|dim',
  'lun|mar|mer|gio|ven|sab|dom',
  'segundas?|terças?|quartas?|quintas?|sextas?|seg|ter|qua|qui|sex|s[aá]b(?:ado)?|dom(?:ingo)?|[2-6]ª',
] as const;
/** These are of two letters, and some of them are words of other languages: "do", "so", "di", "ma". "Mo-Mi-Ab" are the morning, the noon and the evening. */
const TWO_LETTERS = [
  String.raw`mo(?!\.?[ /-]{1,3}mi\.?[ /-]{1,3}ab)|di|mi|do|fr|sa|so`,
  'ma|di|wo|do|vr|za|zo',
] as const;
const AND = String.raw` ?(?:[,/+&–-]|\.,?|and|und|u\.|y|e|et|en)? ?`;
const SURE_AND = ' ?(?:[/+&–-]|und|en) ?';
const EDGE = String.raw`(?![\p{L}\d])`;
const START = String.raw`(?<![\p{L}\d])`;

const ROWS = [
  ...SHORT_NAMES.map((names) => `(?:${names})(?:${AND}(?:${names})${EDGE})+`),
  ...TWO_LETTERS.map(
    (names) => `(?:${names})(?:(?:${AND}(?:${names})${EDGE}){2,6}|${SURE_AND}(?:${names})${EDGE})`,
  ),
  // These are letters alone: "MWF", "M/W/F", "T/Th/Sa", "L-X-V".
  `mwf${EDGE}|m ?[,/-] ?w ?[,/-] ?f${EDGE}|m w f${EDGE}|t(?:u|ue)?th(?:s|sa|sat)?(?:s|su|sun)?${EDGE}|ttss?${EDGE}(?<!tts)`,
  `t(?:u|ue|ues)? ?[,/-] ?th?${EDGE}|m ?[–-] ?f${EDGE}|l ?[,/-] ?[xm] ?[,/-] ?v${EDGE}|m ?[,/-] ?j ?[,/-] ?[sd]${EDGE}`,
].map((row) => new RegExp(`${START}(?:${row})`, 'gu'));
const DAY = new RegExp(`${START}(?:${WHOLE_NAMES.join('|')})${EDGE}`, 'gu');

/** These are every second day, or some days of a week, in words without a name. */
const OTHER_DAYS = new RegExp(
  [
    String.raw`(?:every|each) (?:other|second|2nd) day|alternat\p{L}+ (?:days?|nights?|mornings?|evenings?)|(?:odd|(?<!s)even|other|remaining) days?|rest of (?:the )?week|(?<!(?:7|seven) )days? (?:a|per|each|every) week|q\.?o\.?d(?:ay)?${EDGE}|week-?(?:days?|ends?)`,
    String.raw`jeden (?:zweiten|2\.|anderen) tag|[üu]brigen tage|werktag(?:s|en)|wochenende|an (?:den )?anderen tagen`,
    String.raw`d[ií]as alternos|cada tercer d[ií]a|un d[ií]a s[ií] y (?:otro|uno) no|(?:otros|dem[aá]s) d[ií]as|fin(?:es)? de semana`,
    String.raw`un jour sur deux|autres jours|jours? sur (?:deux|trois|2|3)|giorn[oi] altern[oi]|altri giorni|fine settimana`,
    String.raw`om de (?:andere )?dag|(?:andere|overige) dagen|dias? alternados?|dia sim,? dia n[aã]o|outros dias`,
  ].join('|'),
  'u',
);
const DIALYSIS = new RegExp(
  [
    String.raw`(?:dialysis|hd|h[ae]*modialysis) days?${EDGE}|dial[iy]s\p{L}{0,3}tag\p{L}{0,2}|dialysefreien|dialysedag\p{L}{0,2}`,
    String.raw`d[ií]as? de (?:la )?(?:hemo)?di[aá]li[sz]\p{L}{0,3}|jours? de (?:la )?(?:h[ée]mo)?dialyse|giorn[oi] (?:di|della) (?:emo)?dialisi`,
    String.raw`(?:after|before|end of|start of|post|following|with|at|during|each|every|nach|vor|bei|avant|antes d[ea]|prima della|voor|w[äa]hrend|na|tijdens|tras|durante|despu[eé]s de|apr[eè]s|pendant|dopo|ap[oó]s)(?: the| each| every| la| cada| jeder| der| elke| de| chaque| ogni)?(?: a)? (?:hd${EDGE}|(?:h[ae]*mo|hémo|emo)?di[aá]l[iyí]\p{L}{2,4})`,
  ].join('|'),
  'u',
);
/** "On dialysis days after dialysis" tells the hour on some of the days on which it is taken. */
const HOUR_ON_THOSE_DAYS =
  /(?:day|tag|dag|d[ií]a|jour|giorn)\p{L}{0,3}(?: de (?:la )?\p{L}{4,14})?,? (?:take |give )?(?:it )?(?:after|post|following|nach|na|tras|despu|apr[eè]s|dopo|ap[oó]s)/u;
/** The day on which it begins or ends is none on which alone it is taken. "From Monday to Friday" names two. */
const FIRST_OR_LAST_DAY = new RegExp(
  `${START}(?:start\\p{L}*|beg[ia]n\\p{L}*|until|till|thru|through|since|from|ab|seit|bis|desde|hasta|empez\\p{L}*|comenz\\p{L}*|depuis|jusqu['’]?(?:au|à)|[àa] partir d[eu]|d[ée]but\\p{L}*|inizi\\p{L}*|da|fino a|vanaf|sinds|tot|t/m|at[eé])(?: (?:taking|it|dose|on|next|this|am|dem|el|pr[oó]ximo|le|op|de)){0,2} (?:${WHOLE_NAMES.join('|')})${EDGE}`,
  'gu',
);
/** "Daily, not on Sundays" leaves out a day in a part of its own. */
const LEFT_OUT = new RegExp(
  `${START}(?:not?|omit|skip|except|nicht|kein\\p{L}*|au(?:ß|ss)er|excepto|salvo|menos|descans\\p{L}*|sauf|tranne|eccetto|behalve|niet|exceto)(?: (?:for|take|give|on|dose|am|an|los?|el|les?|la|il|op))* (?:${WHOLE_NAMES.join('|')}|(?:dialysis|hd) days?|week-?ends?|wochenende|fin(?:es)? de semana)${EDGE}|${START}(?:except|omit|skip|au(?:ß|ss)er) (?:on )?(?:mo|di|mi|do|fr|sa|so|${SHORT_NAMES[0]})${EDGE}|${START}(?:${GERMAN_DAYS}) (?:pause|nicht|keine)`,
  'u',
);
/* oxlint-enable longview/texts-in-catalogs */

const DAYS_OF_A_WEEK = 7;

const ALL_NAMES =
  /(?<!\p{L})(?:mon|lun|seg|maan)\p{L}{0,5}(?:-feira)? ?(?:-|–|to|through|bis|a|à|t\/m) ?(?:sun|sonn|dom|dim|zon)\p{L}*/u;

/** Returns whether a text in small letters names some days, and not all of a week: "Mon-Sun" and seven names are every day. */
export function isOfSomeDays(text: string): boolean {
  if (ALL_NAMES.test(text)) return false;
  if (OTHER_DAYS.test(text)) return true;
  if (DIALYSIS.test(text) && !HOUR_ON_THOSE_DAYS.test(text)) return true;
  const daysIn = (sent: string, pattern: RegExp): readonly string[] =>
    Array.from(sent.matchAll(pattern), ([found]) => found);
  const isRange = new Set(daysIn(text, DAY)).size > 1;
  const whole = daysIn(isRange ? text : text.replaceAll(FIRST_OR_LAST_DAY, ' '), DAY);
  const rows = ROWS.map((pattern) => daysIn(text, pattern));
  const most = Math.max(new Set(whole).size, ...rows.flat().map((row) => countIn(row)));
  return most > 0 && most < DAYS_OF_A_WEEK;
}

/** Returns whether a text in small letters names two days or more in a row, and not all of a week: "M, W, F", "Mon, Wed, Fri". */
export function namesRowOfDays(text: string): boolean {
  if (ALL_NAMES.test(text)) return false;
  const rows = ROWS.flatMap((pattern) => Array.from(text.matchAll(pattern), ([row]) => countIn(row)));
  const most = Math.max(0, ...rows);
  return most > 0 && most < DAYS_OF_A_WEEK;
}

const ALL_DAYS = /^(?:mo\p{L}*|lu\p{L}*|ma|seg\p{L}*) ?[–-] ?(?:su\p{L}*|so|do\p{L}*|zo|dim)$/u;

/** "Mo 5 mg, Di 2.5 mg" tells the dose of each day. */
const EACH_WITH_DOSE = new RegExp(
  `${START}(?:${[...SHORT_NAMES, ...TWO_LETTERS].join('|')})[.:]? ?\\d[\\d.,]* ?\\p{L}{1,12}${EDGE}`,
  'gu',
);

/** Returns how many days a row names. The names of one day begin alike. */
const countIn = (row: string): number =>
  ALL_DAYS.test(row)
    ? DAYS_OF_A_WEEK
    : new Set((row.match(/[\p{L}\dª]+/gu) ?? []).map((name) => name.slice(0, 3))).size;

/** Returns whether an instruction in small letters tells doses beside the short names of days. */
export const tellsDosesOfDays = (text: string): boolean =>
  Array.from(text.matchAll(EACH_WITH_DOSE)).length > 1;

/** Returns whether an instruction in small letters says on which day a dose of each day is left out. */
export const leavesOutDays = (text: string): boolean => LEFT_OUT.test(text);
