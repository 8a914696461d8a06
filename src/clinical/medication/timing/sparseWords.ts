/** Tells whether an order says in words that a dose comes more seldom than each day: "once-a-week", "1x/Wo.", "tous les mois", "48/48h". */

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const START = String.raw`(?<![\p{L}\d])`;
const EDGE = String.raw`(?![\p{L}\d])`;
const anyOf = (...parts: readonly string[]): RegExp =>
  new RegExp(`${START}(?:${parts.join('|')})${EDGE}`, 'u');

const FEWER = '(?:[1-6]|one|two|three|four|five|six)';
const ENGLISH_DAYS = '(?:days?|nights?|mornings?|evenings?|d)';
const SHORT_DAYS = `(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun(?![ -]?(?:expos|damag|burn|spot|light)))`;

/** A time that is counted in weeks, months or years, or in days that are not all of them. */
const ENGLISH = anyOf(
  // "Weekley", "wkly" and "onceweekly" are written as well.
  String.raw`(?:once|twice|q|bi|semi|tri)?[ -]?w[ea]{0,3}ke?le?y`,
  String.raw`(?:once|twice)-?a-?(?:week|month|year)|once aweek|(?:mouth|po|sc|im|tab(?:let)?|cap(?:sule)?) (?:wk|week)|(?:of|in) (?:the|each|every) month`,
  String.raw`(?:bi-?|semi-?)?(?:month|year|quarter)ly|(?:bi|semi)?-?annual(?:ly)?|half-?yearly`,
  String.raw`(?:(?<!(?:for|in|within|after|of|about|over|than|take|last|lasts|[7-9]|seven|days|nights) )a|(?<!(?:7|seven) days )(?:per|each|ev(?:e)?ry)|once in a|(?:once|twice|times?|x)) (?:week|wk|month|year|yr|quarter|fortnight)`,
  String.raw`(?:every|each|evry|q)[ -]?(?:other|second|2nd|third|3rd|fourth|4th|fifth|few|couple(?: of)?|alternate|half)[ -](?:days?|mornings?|evenings?|nights?|bedtime|weeks?|months?|years?|${SHORT_DAYS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  String.raw`e\.?o\.?d\.?|alt(?:ern\p{L}*)?[ -]day(?:s|ly)?|q ?(?:48|72|96)(?: ?h\p{L}*)?|[tbq]\.?i\.?w`,
  String.raw`(?:on|every|each|q) ?${SHORT_DAYS}|q ?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|q ?mwf|m ?\/ ?th`,
  String.raw`${FEWER} ?(?:\(\p{L}{3,5}\) )?${ENGLISH_DAYS} ?(?:a|per|each|every|in a|of (?:the|each|a)|out of|in|\/)? ?(?:week|wk|weekly|7|seven)`,
  String.raw`(?:days?|weeks?|wks?) on${EDGE}.{0,15}off|(?:days?|weeks?|wks?) (?:off|rest|break|free)|off (?:for )?(?:\d{1,2}|one|two|three|seven) ?(?:days?|weeks?|wks?)`,
  String.raw`\d{1,2}[ -]?(?:days?|weeks?) cycles?|(?:each|every|per|a|the|of) cycles?|(?:on )?days? \d{1,2} ?(?:-|–|,|to|and|&|through) ?\d`,
  String.raw`(?:days?|hours?|mornings?) (?:before|after) (?:the |each |your )?(?:methotrexate|mtx|inject\p{L}*|infusions?|chemo\p{L}*)`,
  String.raw`(?:odd|(?<!s)even)[ -](?:numbered )?(?:days?|dates?|calendar)`,
  String.raw`(?:non-?|intra|post-?|pre-?)(?:dialy\p{L}+|hd)|days? (?:without|off|when|with no|that|between|(?:that )?you (?:do not|don['’]t|are not|have|get|go))(?: \p{L}+){0,3} (?:dialysis|hd|chemo\p{L}*|treatment)`,
  String.raw`(?:chemo\p{L}*|infusion|treatment|exercise|training|school|work|clinic|fasting) days?|days? (?:of|with) (?:\p{L}+ )?(?:chemo\p{L}*|exercise|treatment|infusion|dialysis)`,
);
const GERMAN = anyOf(
  String.raw`an (?:den )?tag(?:en)? \d{1,2}|des monats|monatsersten`,
  String.raw`jede[nrs]? (?:zweiten?|2\.|anderen|dritten?|3\.) (?:abend|morgen|nacht)`,
  String.raw`(?:pro|je|jede[rn]?|(?:mal|x|einmal|zweimal|dreimal) (?:die|in der|in die|im)) (?:wo(?:che)?|monat|quartal|jahr)|im (?:monat|quartal|jahr)`,
  String.raw`w[öo]ch(?:en)?tl?\p{L}*|wö(?:ch)?|\d ?x ?w[öo]|wchtl|(?:halb|viertel)?j[äa]hrlich|monatl\p{L}*|quartalsweise`,
  String.raw`(?:zwei|drei|vier|f[üu]nf|sieben|zehn|vierzehn|[2-9]|1\d|2\d)-?(?:t[äa]gig|t[äa]gl(?:ich)?|w[öo]ch(?:ig|entlich))`,
  String.raw`(?:un)?geraden? (?:kalender)?tage?n?|an (?:\d|\p{L}{3,6}) tagen (?:der|pro|in der|je) woche|[1-6] ?tage? ?(?:\/|pro|die|in der) ?(?:woche|wo)|tagen? ohne dialyse`,
  String.raw`(?:mo|di|mi|do|fr|sa)[.,]? ?bis ?(?:di|mi|do|fr|sa)|(?:mo|di)\.?, ?(?:do|fr|sa)|mi\.?, ?(?:fr|sa|so)|mo\.?, ?mi(?!\.?, ?ab)`,
);
const ROMANCE = anyOf(
  String.raw`(?:d[ií]a|jour|giorno) (?:del? (?:cada )?mes|du mois|de chaque mois|del mese|do m[eê]s)`,
  String.raw`(?:al|por|cada|c\/|toda|todo|a cada|(?:vez|veces) (?:en|cada|a)) ?(?:la )?(?:semana|sem|mes|a[ñn]o|m[eê]s|trimestre|semestre)`,
  String.raw`(?:bi|tri|se)?mestra(?:l|is)(?:mente)?|(?:bi)?mensua(?:l|is)(?:mente)?|anual(?:mente)?|mensa(?:l|is)(?:mente)?|(?:tri|se)mestral[ei]|annual[ei]|mensil[ei]|settimanal\p{L}*`,
  String.raw`interdiari\p{L}*|d[ií]as? (?:de )?por medio|(?:un )?d[ií]a s[ií]m?,?(?: [ye])? (?:otro|uno|(?:un )?d[ií]a) n[oãa]o?|um dia sim,?(?: e)? (?:o )?outro(?: dia)? n[aã]o`,
  String.raw`[1-6] ?d[ií]as ?(?:a la|por|de la|en la|de cada|\/) ?(?:semana|sem|7)|d[ií]as (?:im)?pares|d[ií]as sin (?:hemo)?di[aá]lisis`,
  String.raw`(?:par|chaque|toutes les|tous les|une fois l['’]|l['’]) ?(?:sem(?:aine)?s?|mois|ans?|ann[ée]es?|trimestres?)|hebdo(?:madaire)?s?|(?:bi)?mensuel(?:le)?s?|(?:tri|se)mestriel(?:le)?s?|annuel(?:le)?s?`,
  String.raw`(?:[1-6]|une?|deux|trois|quatre|cinq|six) ?j(?:ours?)? ?(?:sur|\/) ?(?:[2-7]|deux|trois|sept)|jours? (?:im)?pairs?|jours? sans dialyse|lu\.? me\.? ve`,
  String.raw`(?:ogni|volt[ae] (?:la|in)|cpr?(?:essa)? (?:a|alla)|a|alla) settimana|(?:ogni|al) mese|(?:all['’]|ogni )anno|g(?:iorn[oi]|g) altern[oi]|un giorno s[iì],?(?: e)? (?:uno|un giorno|l['’]altro) no|giorni (?:dis)?pari|[1-6] ?(?:giorni|gg) ?(?:su|a|alla|\/) ?(?:7|settimana)`,
  String.raw`(?:[àa]s|aos|nas|todas? as?) (?:segundas?|terças?|quartas?|quintas?|sextas?|s[aá]bados?|domingos?)|segunda a (?:quinta|sexta|s[aá]bado)`,
);
const DUTCH = anyOf(
  String.raw`van (?:de|elke|iedere) maand`,
  String.raw`(?:iedere|elke|per|om de|in de|x) (?:week|wk|maand|mnd|kwartaal|jaar)|om dag|(?:half)?jaarlijks|werkdagen|(?:wekelijks|maandelijks|kwartaal)\p{L}*|(?:on)?even da(?:g|gen)`,
  String.raw`(?:per|pro|iedere) (?:[2-9]|\d\d|twee|drie|vier|zes|zwei|drei) ?(?:dagen|weken|wk|maanden|mnd|tage|wochen|monate|days|weeks|months)|[1-6] dagen (?:per|in de) week`,
);
/** "/sem", "/Wo.", "1/week" and a "Mo." that ends an order are written in every language. */
const SIGNS =
  /\/ ?(?:week|wk|month|mo|year|yr|woche|wo|monat|mon|jahr|semana|sem|mes|semaine|mois|an|settimana|sett|mese|anno|m[eê]s|mnd|maand|jaar)(?![\p{L}\d])|(?<![\p{L}\d])mo\.?$/u;

const ALL_DAYS =
  /(?<![\p{L}\d])(?:7|seven|siete|sept|sette|sete|zeven|sieben) ?(?:days?|nights?|jours?|j|d[ií]as?|giorni|gg|dagen|tage?n?) ?(?:a|per|each|every|of the|out of|sur|su|por|a la|de la|pro|die|in der|in de|\/) ?(?:week|wk|7|sept|semana|settimana|woche|seven)(?!\p{L})|(?<!\d)7 ?[/x] ?(?:7|week|wk|woche|semana|semaine)(?!\p{L})/gu;

/** A box for the pills of a week says nothing of when, and neither does what is not to be done. "Also on weekends" leaves out no day. */
const NOT_SPARSE =
  /(?<!\p{L})(?:(?:also|even|including|auch|tambi[eé]n|incluso|aussi|y compris|anche|ook|tamb[eé]m)(?: (?:on|at|in|the|am|an|den|los|le|les|il|nei|het|nos))* (?:week-?ends?|wochenenden?|fin(?:e|es|s)? de semana|fine settimana)|(?:not|no longer|nicht|no|niet|pas|non|n[aã]o) (?:every other day|weekly|once a week|w[öo]chentlich|jeden zweiten tag)|weekly (?:pill|box|organi|pack|blister|tray|dos(?:ette|sette))\p{L}*)(?!\p{L})/gu;

const ONE_DOSE = anyOf(
  String.raw`(?:as )?an? single dose|single[ -]dose|one[ -]time(?! (?:a|per|each|daily|every))|once only|only once|just once|einmalig|dosis [úu]nica|dose unique|dose [úu]nica|dose unica|eenmalig|stat`,
  String.raw`(?:once|one time|x ?1)(?= ?\W*$|,? (?:and )?(?:then )?(?:repeat|may repeat))|(?:now|today|once) and repeat|repeat (?:dose )?in`,
  String.raw`(?:before|prior to) (?:the |your |each |any )?(?:procedures?|surgery|scans?|mri|ct|imaging|colonoscopy|dental|dentist|intercourse|sex|exercise|flights?|travel|chemo\p{L}*)`,
);
/** "1 x 1" is one of each day. */
const COUNT_OF_PIECES = /\d ?x ?1(?![\p{L}\d])/u;
/* oxlint-enable longview/texts-in-catalogs */

/** Returns an instruction in small letters without what means each day: "7 days a week", "not every other day". */
export const withoutAllDays = (text: string): string =>
  text.replaceAll(ALL_DAYS, ' ').replaceAll(NOT_SPARSE, ' ');

/** Returns whether an instruction in small letters says that a dose is not of each day. */
export function isSparse(sent: string): boolean {
  const text = withoutAllDays(sent);
  return [ENGLISH, GERMAN, ROMANCE, DUTCH, SIGNS].some((pattern) => pattern.test(text));
}

/** Returns whether an instruction in small letters, that tells no frequency, is of one dose: "once", "before the procedure". */
export const isOfOneDose = (text: string): boolean => ONE_DOSE.test(text) && !COUNT_OF_PIECES.test(text);
