/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** Tells whether a name in the words about a result is that of its test, of another one, or of something that is no test. */
import { analytes } from '../../catalog/catalog.ts';
import type { Analyte, AnalyteTarget } from '../../catalog/analyteTarget.ts';
import { AGAIN, EARLIER, FLUID, plainLetters, SPECIMEN, TEST } from './languages.ts';

/**
 * A `part` has the name of the test among others that nobody knows ("urine potassium"), and an `aside` is no test ("smear
 * review"). It is '' for words that name nothing by themselves ("serum level").
 */
export type Whose = 'own' | 'part' | 'other' | 'aside' | 'unknown' | '';

/** These are the names of the test beside which words stand. */
export type OwnTest = {
  readonly keys: readonly string[];
  readonly analyte: Analyte | undefined;
  /** This is the id of its series, which says of which blood it is, or on which device it was measured. */
  readonly targetId: string;
  /** The words stand beside other values too, so that they speak of this one only where they name it. */
  readonly isPart: boolean;
};

export const NO_TEST: OwnTest = { keys: [], analyte: undefined, targetId: '', isPart: false };

const NAMES_NOTHING = new RegExp(
  `\\b(?:${TEST}|${SPECIMEN}|${FLUID}|s[ei]e?ri(?:que|c[oa])|levels?|spiegel|total|count|panels?|profile?|stud(?:y|ies)|screen|(?<=(?:liver|hepatic|renal|kidney|thyroid) )functions?|please|bitte` +
    '|the|this|these|all|and|no|in|im|(?<!(?:\\bhb|globin|protein|troponin)[ae]? )(?:i\\W{0,2}(?:s|pl?|v?b)|[is])|en|el|la|les?|il|of|von|d[eiu])\\b',
  'g',
);

/** These are no results, or say of one that it is not this one. */
const ASIDE = new RegExp(
  `\\b(?:no|${AGAIN}|${EARLIER}|diff(?:er\\w+)?|diferen\\w+|(?:add on|further|additional|clot|lip[ae]?em|icter|formul|smear|review|micro|cultur|stain|reflex|delta|h[ae]*moly|frot|stris|esfreg|ausstr` +
    '|urin|orin|csf|stool|(?:second|first|zweit|erst|premier|primer|segund)|vor(?:bef|wert|prob)|tidlig|foreg|eerder|other|comment|flag|rang|interva|referen|interp|clinical|fasting|time|date(?!n)|status|order|weight|height|duplicat|interfer|correct|replac|remplac|recol|previ|preced|reported|s[ou]stitu)\\w*)\\b|ind[ei][cxzk]',
);

// Names of the catalog are found by themselves, whatever the ending. These are others, folded, and panels with what is surely in them.
const OTHER_NAMES: readonly (readonly [ids: string, name: RegExp])[] = [
  ['k', /^(?:[ck]al|caliem|pot(?:as?i?em)?)$/],
  ['na', /^(?:natr|natrem|sodiem)$/],
  ['cl', /^clor(?:ur)?$/],
  ['na k cl co2', /^(?:elec?trolit|elit|ionogram)$/],
  ['na k cl co2 bun urea creat glucose ca', /^(?:bmp|chem7|basic metabolic|cemistri)$/],
  ['na k cl co2 bun urea creat glucose ca alt ast alp tbili alb tp', /^(?:cmp|compreensiv metabolic)$/],
  ['creat', /^(?:creat|krea)$/],
  ['glucose', /^(?:gl[iu]cem|blutcucer)$/],
  ['hgb', /^(?:hb|amoglobin)$/],
  ['hgb hct', /^h h$/],
  [
    'hgb hct wbc rbc plt mcv mch mchc rdw',
    /^(?:auto )?(?:[cf]bc|full|complet|nfs|bb\b|blutbild|emogram|emocrom|edta|lavender|purple)/,
  ],
  ['plt', /^(?:trombocit|plaquet|piastrin)$/],
  ['wbc', /^leucocit$/],
  ['a1c', /^(?:emoglobin gl|(?:hb)?a1c$)/],
  ['inr pt', /^(?:pt|quic|protrombin time)$/],
  ['inr pt aptt fib', /^(?:citrat|blue|(?:coag|clot|coagula[ct]ion|cloting|gerinung)$)/],
  ['alt', /^(?:s?gpt|alat)$/],
  ['ast', /^(?:s?got|asat)$/],
  ['alt ast alp ggt tbili alb', /^(?:lfts?|liver|epatic)$/],
  ['chol ldl hdl nonhdl tg', /^lipid$/],
  ['tsh ft4 ft3', /^(?:tfts?|tiroid)$/],
  ['tsh', /^ormon stimulating tiroid$/],
  ['tni tni-hs tni-dl001', /^(?:(?:hs |high (?:i )?sensitivit )?(?:i )?trop(?:onin)?|(?:hs ?)?tni)$/],
  ['tnt tnt-hs', /^(?:(?:hs )?(?:t )?trop(?:onin)?|(?:hs ?)?tnt)$/],
  ['tbili', /^(?:bili t|t?bili?)$/],
  ['crp', /^pcr$/],
];

/** "Kreatinin", "creatinina" and "creatinine" are one word. Short ones are left, because CK is not K. */
const stem = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replaceAll('ph', 'f')
        .replaceAll('h', '')
        .replaceAll(/[kz]/g, 'c')
        .replaceAll('y', 'i')
        .replaceAll('ae', 'e')
        .replaceAll(/([a-z])\1/g, '$1')
        .replace(/(?<=\w{3})(?:i?um|en|[aeio]{1,2}s?|s)$/, '');

/** German joins what a name is of: "Kaliumwert", "Kaliumbestimmung". */
const JOINED_NOUN = /(?<=\w{4})(?:werte?|bestimmung|messung|spiegel)\b/g;

/** Returns the words of a name that name something, in the order of the alphabet. "Lytes" would have the stem of lithium. */
const keyOf = (name: string): string =>
  (
    plainLetters(name)
      .toLowerCase()
      .replaceAll(/(?<=\b\w)\.(?=\w\b)/g, '')
      .replace(/\blytes\b/, 'electrolytes')
      .replaceAll(JOINED_NOUN, ' ')
      .replaceAll(NAMES_NOTHING, ' ')
      .match(/[a-z\d]+/g) ?? []
  )
    .map(stem)
    .toSorted()
    .join(' ');

const namesOfAnalyte = ({ name, longName, shortName }: Analyte): readonly string[] => [
  name,
  longName,
  shortName,
];

let known: ReadonlySet<string> | undefined;
const knownKeys = (): ReadonlySet<string> =>
  (known ??= new Set(analytes.flatMap(namesOfAnalyte).map(keyOf).filter(Boolean)));

/** "Potassium [Moles/volume] in Serum" is potassium. */
export function ownTestOf(
  texts: readonly string[],
  target: AnalyteTarget | undefined,
  isPart: boolean,
): OwnTest {
  const analyte = target?.analyte;
  const short = texts.map((text) => text.split(/[[(/]| in /)[0] ?? '');
  const names = [...texts, ...short, ...(analyte ? namesOfAnalyte(analyte) : [])];
  return { keys: names.map(keyOf).filter(Boolean), analyte, targetId: target?.id ?? '', isPart };
}

const LIST = /[,/&]|\+(?= ?\w)| (?:and|und|y|et|e|en) /i;

/**
 * It is done beside the count of cells, which stands without it. An order "with" it, the second group, may be of the count too. A
 * machine counts cells and tells them apart at once.
 */
export const BESIDE_COUNT =
  /^((?:[cf]bc|(?:full|complete) blood count|blutbild|nfs|h?emo(?:gram|crom)\w*(?: complet\w)?):?)(?:( (?:with|w\/?|and|mit|und|con|com|avec|et?|y) | ?\+ ?)(?!(?:auto\S* )?d(?!ifer))(?:\w+ )?| (?:(?:auto|man)\S* )?)(?:dif|smear|slide|film|review|micro|morph|form|frot|stris|esfreg|ausstr)/i;

/** The hemoglobin free in plasma is another test than that of whole blood. */
const IN_PLASMA = /\b(?:plasm|seru|seri|s[iou]e?ro)/i;

/** Beside a test of whole blood, the same in plasma is another one. */
function whoseWords(words: string, own: OwnTest): Whose {
  const whose = whoseKey(keyOf(words), own);
  const isOther = IN_PLASMA.test(words) && /-bld$|^hgb/.test(own.analyte?.id ?? '');
  return whose === 'own' && isOther ? 'part' : whose;
}

/** Returns of what a name speaks. */
export function whoseName(name: string, own: OwnTest): Whose {
  const beside = BESIDE_COUNT.exec(name);
  // It is the patient, and PT is a test.
  if (/\bPt\b/.test(name) || (beside !== null && beside[2] === undefined)) return 'aside';
  return whoseList(name, whoseWords(beside?.[1] ?? name, own), own);
}

/** A list that has the test speaks of it, unless it is the name of a ratio. */
function whoseList(name: string, whole: Whose, own: OwnTest): Whose {
  if (whole === 'own' || whole === '') return whole;
  const plain = name.toLowerCase();
  if (ASIDE.test(plain)) return 'aside';
  const parts = new Set(plain.split(LIST).map((part) => whoseWords(part, own)));
  const isOdd = parts.has('part') || parts.has('unknown');
  if (parts.has('own')) return isOdd || knownKeys().has(keyOf(name)) ? 'part' : 'own';
  return whole === 'other' || isOdd ? whole : 'other';
}

/** Returns whether a name is that of several tests, which may be results of another order too. */
export const namesPanel = (name: string): boolean =>
  name
    .split(LIST)
    .some((part) => OTHER_NAMES.some(([ids, panel]) => ids.includes(' ') && panel.test(keyOf(part))));

/** Gases are measured in a specimen of their own. A test of whole blood may be measured with them. */
const GASES = /ga[sz]\b|^(?:[av]?bga?|ega|gsa|gds|astrup)$|ga[sc]anal|ga[sc]ometr/;
const OF_BLOOD = /-(?:bld|art|ven|cap|mv)$|^ica/;
/** An analyser of gases measures these, and has hemoglobin under the code that a counter of cells has too. */
const BESIDE_GASES = /-(?:bld|art|ven|cap|mv)(?:$|~)|^ica|^hgb$|^(?:o2|co|met)hb|blood gas/;

/** Returns whether a name is that of a panel of gases, and not of its repetition, of which the test may have been a part. */
export const mayBeOfGases = (name: string, { targetId }: OwnTest): boolean =>
  BESIDE_GASES.test(targetId) && GASES.test(keyOf(name)) && !ASIDE.test(name.toLowerCase());

const isOfGases = (key: string, analyte: Analyte | undefined): boolean =>
  analyte !== undefined && GASES.test(key) && !OF_BLOOD.test(analyte.id);

function whoseKey(key: string, { keys, analyte }: OwnTest): Whose {
  if (key === '') return '';
  if (keys.includes(key)) return 'own';
  const listed = OTHER_NAMES.filter(([, name]) => name.test(key));
  const isOwn = ([ids]: readonly [string, RegExp]): boolean =>
    analyte !== undefined && ids.split(' ').some((id) => id === analyte.id || id === analyte.specialOf);
  if (listed.length > 0) return listed.some(isOwn) ? 'own' : 'other';
  if (knownKeys().has(key)) return 'other';
  const words = key.split(' ');
  const named = words.flatMap((word) =>
    OTHER_NAMES.filter(([ids, name]) => !ids.includes(' ') && name.test(word)),
  );
  if (named.some(isOwn) || words.some((word) => keys.some((one) => one.split(' ').includes(word))))
    return 'part';
  return named.length > 0 || isOfGases(key, analyte) || words.some((word) => knownKeys().has(word))
    ? 'other'
    : 'unknown';
}
