/** Reads from the name of a medication how its form lets the drug go: at once, late or slowly. */

/** A longer name is read up to here. */
const MAX_LETTERS = 200;

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in names that were sent */
/** These words say a form, a way, a unit or a salt, and name no drug. */
const NO_DRUG = new RegExp(
  `^(?:${[
    'tab(?:let)?s?|tabletas?|cap(?:sule)?s?|c[aá]psulas?|oral|po|film|coated|solution|suspension|mg|mcg|ug|g|ml|iu|units?',
    'besylate|maleate|hydrochloride|hcl|mesylate|fumarate|de|of',
    '(?:film|brause)?tabl(?:etten?)?|(?:hart|weich)?kapseln?|drag[eé]es?|tabletten|mit|zum|einnehmen',
    'comprim[eé]s?|g[eé]lules?|pellicul[eé]s?|[àa]',
    'comprimidos?|recubiert[oa]s?|revestidos?|con|com|compress[ae]|rivestite?|capsul[ae]|met|filmomhulde?|capsules|tablett(?:er)?|kapsl?(?:el|ar)',
  ].join('|')})$`,
);

/** These numbers are part of the name: "vitamin B 12", "omega-3". */
const NUMBER_OF_NAME = /(vitamina?e? b|omega)[ -](?=\d)/g;

/** Returns the words of a text in small letters that say a drug, in one order; '' where none does. */
export function drugWords(text: string): string {
  const words = text.replaceAll(NUMBER_OF_NAME, '$1').match(/\p{L}[\p{L}\d]*/gu);
  return [...new Set((words ?? []).filter((word) => !NO_DRUG.test(word)))].toSorted().join(' ');
}

/** Forms that let a drug go over so many hours; '' where a name does not say over how many. */
const RELEASES: readonly (readonly [RegExp, hours: string])[] = [
  [/(?<![\p{L}\d])(?:[Xx][Ll]|(?<!(?:PARA|POUR|DE|EN|SOBRE|SUR|DANS) )LA|CD)(?![\p{L}\d])/gu, '24'],
  // "Sr-89" is strontium, and "50 er Packung" holds fifty pieces.
  [/(?<![\p{L}\d])[Ss][Rr](?![\p{L}\d]|[ -]?8[259](?!\d))/gu, '12'],
  [
    /(?<![\p{L}\d])(?:(?![Ee]r[ -]?(?:[Pp]a?ck|OP|St))[EeXx][Rr]|CR|LP|MR|MGA|REK|L\.P\.|R\.P\.)(?![\p{L}\d])/gu,
    '',
  ],
  [/(?:extended|sustained|controlled|prolonged|modified)[- ]release/gi, ''],
  [/(?<!\p{L})(?:retard|depot|mga(?!\p{L}))\p{L}*/giu, ''],
  [/(?<!\p{L})ret\.?(?!\p{L})/giu, ''],
  [/(?<!\p{L})(?:verl[aä]ngerter?|ver[aä]nderter?|retardierter?) (?:wirkstoff)?freisetzung/giu, ''],
  [
    /(?<!\p{L})(?:lib[eé]ration|liberaci[oó]n|libera[cç][aã]o|liberta[cç][aã]o|rilascio) (?:prol[ou]ng|modifi|contr[oô]l|sosten|sostin|retardad)\p{L}*/giu,
    '',
  ],
  [/(?<!\p{L})(?:verlengde|vertraagde|gereguleerde) afgifte/giu, ''],
  [/(?<!\p{L})(?:(?:lib\. ?)?prol(?:\.|ong\p{L}*)|(?:zok|oros)(?!\p{L}))/giu, ''],
];
const HOURS = /(?<![\p{L}\d/.])(\d{1,2})[ -]?(?:hours?|hr?)(?![\p{L}\d])/giu;
const DELAYED =
  /(?<![\p{L}\d])(?:DR|EC)(?![\p{L}\d])|[Dd](?:elayed|ELAYED)[- ][Rr](?:elease|ELEASE)|[Ee]nteric[- ][Cc]oated|(?<!\p{L})(?:[Mm]agensaftresistent|[Gg]astro-?r{1,2}[eé]sist[ae]nt|[Mm]aagsapresistent|[Ee]ntero(?:tablet|kaps))\p{L}*/gu;
const IMMEDIATE =
  /(?<![\p{L}\d])IR(?![\p{L}\d])|[Ii](?:mmediate|MMEDIATE)[- ][Rr](?:elease|ELEASE)|(?<!\p{L})(?:lib[eé]ration|liberaci[oó]n|libera[cç][aã]o|liberta[cç][aã]o|rilascio) (?:imm[eé]diat|inmediat|imediat)\p{L}*/gu;
/** These say that a form is no slow one. */
const NOT_SLOW =
  /(?<!\p{L})(?:un|(?:nicht|non?|n\.|ohne|keine?|sin|sans|pas|geen|niet|ikke|inte|ej|senza|sem)[ -])(?:ret(?:ard\p{L}*)?\.?|depot\p{L}*|lp|[esxm]r|mga)(?!\p{L})/giu;
/* oxlint-enable longview/texts-in-catalogs */

export type Release = {
  /** It lets the drug go slowly, late, or at once. */
  readonly release: 'slow' | 'late' | 'atOnce';
  /** It lets the drug go over so many hours; '' where the name does not say it. */
  readonly hours: string;
  /** This is the name without the words for that. */
  readonly rest: string;
};

const slowWordIn = (name: string) => RELEASES.find(([pattern]) => name.search(pattern) >= 0);

const readName = (sent: string): string => sent.slice(0, MAX_LETTERS).replaceAll(NOT_SLOW, ' ');

/** Returns whether a name has a word for a slow form. Hours alone may say how often a drug is taken. */
export const saysSlow = (sent: string): boolean => slowWordIn(readName(sent)) !== undefined;

/** Returns how a form lets its drug go, as its name says it. */
export function releaseOf(sent: string): Release {
  const name = readName(sent);
  const said = slowWordIn(name);
  const hours = name.matchAll(HOURS).next().value?.[1] ?? said?.[1] ?? '';
  const isLate = name.search(DELAYED) >= 0;
  const patterns = [...RELEASES.map(([pattern]) => pattern), HOURS, DELAYED, IMMEDIATE];
  return {
    release: isLate ? 'late' : said !== undefined || hours !== '' ? 'slow' : 'atOnce',
    hours,
    rest: patterns.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), name),
  };
}
