/**
 * This file reads the catalog of analytes as data and finds the analyte of a code. `loinc-catalog.json`
 * explains its fields in its `policy`.
 */
import { readFileSync } from 'node:fs';
import { asObject, asObjects, asText, conceptText } from './rawJson.ts';

type Entry = {
  readonly id: string;
  readonly unit: string | null;
  readonly name: string;
  readonly short: string;
  readonly specialOf?: string;
  readonly differsBy?: string;
  readonly contradicts?: boolean;
  readonly display?: string;
  readonly codes: readonly {
    readonly code: string;
    readonly rel: string;
    readonly unit?: string | null;
    readonly variant?: string;
    readonly mark?: string;
  }[];
  readonly otherCodes?: readonly string[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, unknown>>;
  readonly plausible?: readonly [number, number, true?];
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly { readonly loinc: { readonly code: string } | null }[];
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly panelCodes: readonly { readonly code: string }[];
  readonly excludedCodes: readonly { readonly code: string }[];
};

const catalog = JSON.parse(
  readFileSync(new URL('../../src/clinical/catalog/loinc-catalog.json', import.meta.url), 'utf8'),
) as Catalog;

/**
 * An analyte is one line of the chart. A formula, specimen or posture of it that must not share the line has
 * its own (rule 18).
 */
export type CatalogLine = {
  readonly id: string;
  /** The unit is UCUM. It is '' if the results have no unit. */
  readonly unit: string;
  /** These other units measure the same, whether their dimension is the same or not. */
  readonly otherUnits: readonly string[];
  /** A number in `unit` beyond these limits is impossible. */
  readonly plausible: readonly [number, number, true?] | undefined;
  /** A titer, a word or an answer is listed only. */
  readonly isListedOnly: boolean;
};

export type CodedMeasure = {
  readonly line: CatalogLine | undefined;
  /** This is the name of the series without a suffix for its unit. */
  readonly base: string;
  readonly system: string;
  readonly code: string;
  readonly text: string;
  /** Its codes name two different analytes. */
  readonly isAmbiguous?: true;
};

/** EITHER separates the values of a cell if each of them is right. */
export const EITHER = '\u0000';

const LOINC = 'http://loinc.org';
const PANELS = new Set([
  ...catalog.ignoreCodes,
  ...catalog.bpPanelCodes,
  ...catalog.panelCodes.map(({ code }) => code),
  ...catalog.panels.map(({ loinc }) => loinc?.code ?? ''),
]);

/** Vendors send these codes for something else than they name. */
const NEVER_MAPPED = new Set(catalog.excludedCodes.map(({ code }) => code));

/** A code says how special it is: 0 says that something is not given, 1 says nothing, 2 names a form. */
type CodeSense = {
  readonly line: CatalogLine;
  /** These are the analyte and those of which it is a form, the most general last. */
  readonly family: readonly string[];
  readonly mark: string;
  readonly degree: number;
};

const entries = new Map([...catalog.vitals, ...catalog.labs].map((entry) => [entry.id, entry]));
function familyOf(id: string): readonly string[] {
  const { specialOf, contradicts } = entries.get(id) ?? {};
  return specialOf === undefined || contradicts === true ? [id] : [id, ...familyOf(specialOf)];
}

const degreeOf = (words: string): number => {
  if (words === '') return 1;
  return words.includes('not given') || words.includes('or blood') ? 0 : 2;
};

const lines = new Map<string, CatalogLine>();
const senses = new Map<string, CodeSense>();
for (const entry of entries.values()) {
  const { id, unit, codes, otherCodes = [], convert = {}, convertAffine = {}, plausible } = entry;
  const own: CatalogLine = {
    id,
    unit: unit ?? '',
    otherUnits: [...Object.keys(convert), ...Object.keys(convertAffine)],
    plausible,
    isListedOnly: entry.display === 'listed-only',
  };
  for (const { code, rel, unit: itsUnit = unit, variant = '', mark = '' } of codes) {
    const apart: CatalogLine = { ...own, id: `${id}~${code}` };
    const isOtherUnit = itsUnit !== unit;
    const other = isOtherUnit
      ? { ...apart, unit: itsUnit ?? '', otherUnits: [], plausible: undefined }
      : apart;
    const line = rel === 'separate' ? other : own;
    lines.set(`${LOINC}|${code}`, line);
    const ofForm = entry.contradicts === true ? '' : (entry.differsBy ?? '');
    senses.set(`${LOINC}|${code}`, {
      line,
      family: familyOf(id),
      mark,
      degree: degreeOf(variant || mark || ofForm),
    });
  }
  for (const key of otherCodes) lines.set(key, own);
}

type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly isChosen: boolean;
};

/** LOINC has an address and an OID, and servers write both in several ways, some with a version behind a bar. */
function namedSystem(system: string): string {
  const [name = ''] = system.toLowerCase().split('|');
  const plain = name
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .replace(/^urn:oid:/, '');
  return plain === 'loinc.org' || plain === '2.16.840.1.113883.6.1' ? LOINC : system;
}

/**
 * Returns what a code measures. The series takes the first that exists: a LOINC code of the catalog, another
 * LOINC code, a code of another system that the catalog names, the coding that the user selected, the first
 * coding, the text. The code of a panel never counts.
 */
export function measureOf(concept: unknown): CodedMeasure {
  const all = asObjects(asObject(concept)['coding']).map(
    ({ system, code, display, userSelected }): Coding => ({
      system: namedSystem(asText(system)),
      code: asText(code),
      display: asText(display),
      isChosen: userSelected === true,
    }),
  );
  const said = conceptText(concept);
  const own = mostSpecial(
    all.filter(({ system, code }) => code !== '' && !(system === LOINC && PANELS.has(code))),
  );
  if (hasTwoMeanings(own)) return measureOfEither(own, said);
  const best = own.find((coding) => isLoinc(coding) && NEVER_MAPPED.has(coding.code)) ?? bestCoding(own);
  if (best === undefined) {
    const [first] = all;
    const base = `text:${said.toLowerCase()}`;
    return { line: undefined, base, system: first?.system ?? '', code: first?.code ?? '', text: said };
  }
  const { system, code, display } = best;
  const text = asText(asObject(concept)['text']) || display || said;
  const known = lines.get(`${system}|${code}`);
  const line = known !== undefined && isContradicted(known, text) ? undefined : known;
  const suffix = known !== undefined && line === undefined ? `~${plainWords(text)}` : '';
  return { line, base: line?.id ?? `${system}|${code}${suffix}`, system, code, text };
}

/** These words, in lower case and without punctuation, are a part of an id. */
const plainWords = (text: string): string => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');

const senseOf = ({ system, code }: Coding): CodeSense | undefined => senses.get(`${system}|${code}`);

/** Leaves out each code of the catalog beside which a more special one of the same measure stands. */
const mostSpecial = (codings: readonly Coding[]): readonly Coding[] =>
  codings.filter((coding) => {
    const sense = senseOf(coding);
    return sense === undefined || !codings.some((other) => saysLess(sense, senseOf(other)));
  });

function saysLess(one: CodeSense, other: CodeSense | undefined): boolean {
  if (other === undefined || one.family.at(-1) !== other.family.at(-1)) return false;
  if (one.degree !== other.degree) return one.degree < other.degree;
  const isFormOfIt = other.family.includes(one.line.id) && one.mark === '';
  return isFormOfIt && (one.line !== other.line || other.mark !== '');
}

/** A result whose codes name two lines, or two ways of measuring, is neither, because rule 17 forbids guessing. */
function hasTwoMeanings(codings: readonly Coding[]): boolean {
  if (codings.some((coding) => isLoinc(coding) && NEVER_MAPPED.has(coding.code))) return false;
  const meanings = codings.map(senseOf).filter((sense) => sense !== undefined);
  return new Set(meanings.map(({ line, mark }) => `${line.id} ${mark}`)).size > 1;
}

/** Words that name a share for a count, urea for urea nitrogen, or another analyte altogether, contradict the code. */
function isContradicted({ id, unit }: CatalogLine, text: string): boolean {
  const said = text.toLowerCase();
  if (unit === '10*3/uL' || unit === '10*6/uL' || unit === '/uL') {
    if (said.includes('%')) return true;
  }
  if (unit === '%' && /-pct\b/.test(id) && /#|\babs/.test(said)) return true;
  const isNitrogen = /nitrogen|\bb?un\b|urea[ -]?n\b/.test(said);
  if (/^bun(-bld)?$/.test(id) && /\burea\b/.test(said) && !isNitrogen) return true;
  if (/^urea(-bld)?$/.test(id) && isNitrogen) return true;
  return isOtherAnalyte(id.replace(/~.*/, ''), said);
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [];
function isOtherAnalyte(id: string, said: string): boolean {
  const own = entries.get(id);
  const isNamed = [...entries.values()].some(({ name }) => name.toLowerCase() === said);
  return isNamed && !wordsIn(said).some((word) => wordsIn(`${own?.name} ${own?.short}`).includes(word));
}

/** The export may contain either of the two codes, because nothing says which. */
function measureOfEither(codings: readonly Coding[], said: string): CodedMeasure {
  const codes = codings.filter((coding) => isLoinc(coding) && isKnown(coding)).map(({ code }) => code);
  return {
    line: undefined,
    isAmbiguous: true,
    base: codes.map((code) => `${LOINC}|${code}~two measures`).join(EITHER),
    system: LOINC,
    code: codes.join(EITHER),
    text: said,
  };
}

const isKnown = ({ system, code }: Coding): boolean => lines.has(`${system}|${code}`);
const isLoinc = ({ system }: Coding): boolean => system === LOINC;

function bestCoding(codings: readonly Coding[]): Coding | undefined {
  const loinc = codings.filter(isLoinc);
  const known = loinc.filter(isKnown).toSorted((a, b) => priority(a) - priority(b));
  return (
    known[0] ?? loinc[0] ?? codings.find(isKnown) ?? codings.find(({ isChosen }) => isChosen) ?? codings[0]
  );
}

/** The code of an analyte comes before that of a variant, and then the order of the catalog counts. */
const order = [...lines.keys()];
function priority({ system, code }: Coding): number {
  const key = `${system}|${code}`;
  return order.indexOf(key) + (lines.get(key)?.id.includes('~') === true ? 10_000 : 0);
}

/** Each line of the list has a unit in UCUM, where its spellings hold, and the spellings. */
const spellings = new Map<string, string>(
  readFileSync(new URL('../../src/clinical/units/unitSpellings.fixture.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((text) => {
      const [unit = '', , all = ''] = text.split('\t');
      return text.startsWith('#') ? [] : all.split('|').map((spelling) => [spelling, unit] as const);
    }),
);

/**
 * Returns the UCUM unit of a spelling from the list of spellings, or the spelling itself. Both signs for micro
 * become u, and l becomes L. U and IU are one for an enzyme, mU is written for m[IU] of hormones, and the catalog
 * leaves out the creatinine below the line.
 */
export function ucumOf(unit: string, ownUnit = ''): string {
  const plain = unit.replaceAll(/[\u00B5\u03BC]/g, 'u').replace(/\/([dmu]?)l$/, '/$1L');
  const read = (spellings.get(unit) ?? spellings.get(plain) ?? plain).replace('{creat}', '');
  if (ownUnit === 'U/L') return read.replace('[IU]', 'U');
  return /^[mu]\[IU\]/.test(ownUnit) ? read.replace(/^([mu])U\//, '$1[IU]/') : read;
}
