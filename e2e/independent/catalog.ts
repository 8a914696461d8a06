/**
 * This file reads the catalog of analytes as data and finds the analyte of a code. `loinc-catalog.json`
 * explains its fields in its `policy`.
 */
import { readFileSync } from 'node:fs';
import { asObject, asObjects, asText, conceptText } from './rawJson.ts';

type Entry = {
  readonly id: string;
  readonly unit: string | null;
  readonly codes: readonly { readonly code: string; readonly rel: string; readonly unit?: string }[];
  readonly otherCodes?: readonly string[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, unknown>>;
  readonly plausible?: readonly [number, number];
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly { readonly loinc: { readonly code: string } | null }[];
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly unitAliases: Readonly<Record<string, string>>;
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
  readonly plausible: readonly [number, number] | undefined;
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
  ...catalog.panels.map(({ loinc }) => loinc?.code ?? ''),
]);

/**
 * These limits are tighter than the catalog's, for one of its `realWorldTraps`: 15.0 gm/L of haemoglobin
 * would be 1.5 g/dL.
 */
const TIGHTER: Readonly<Record<string, readonly [number, number]>> = { hgb: [2, 28] };

const lines = new Map<string, CatalogLine>();
for (const entry of [...catalog.vitals, ...catalog.labs]) {
  const { id, unit, codes, otherCodes = [], convert = {}, convertAffine = {}, plausible } = entry;
  const own: CatalogLine = {
    id,
    unit: unit ?? '',
    otherUnits: [...Object.keys(convert), ...Object.keys(convertAffine)],
    plausible: TIGHTER[id] ?? plausible,
  };
  for (const { code, rel, unit: itsUnit = own.unit } of codes) {
    const apart: CatalogLine = { ...own, id: `${id}~${code}` };
    const isOtherUnit = itsUnit !== own.unit;
    const variant = isOtherUnit ? { ...apart, unit: itsUnit, otherUnits: [], plausible: undefined } : apart;
    lines.set(`${LOINC}|${code}`, rel === 'separate' ? variant : own);
  }
  for (const key of otherCodes) lines.set(key, own);
}

type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly isChosen: boolean;
};

/**
 * Returns what a code measures. The series takes the first that exists: a LOINC code of the catalog, another
 * LOINC code, a code of another system that the catalog names, the coding that the user selected, the first
 * coding, the text. The code of a panel never counts.
 */
export function measureOf(concept: unknown): CodedMeasure {
  const all = asObjects(asObject(concept)['coding']).map(
    ({ system, code, display, userSelected }): Coding => ({
      system: asText(system),
      code: asText(code),
      display: asText(display),
      isChosen: userSelected === true,
    }),
  );
  const said = conceptText(concept);
  const own = all.filter(({ system, code }) => code !== '' && !(system === LOINC && PANELS.has(code)));
  if (hasTwoAnalytes(own)) return measureOfEither(own, said);
  const best = bestCoding(own);
  if (best === undefined) {
    const [first] = all;
    const base = `text:${said.toLowerCase()}`;
    return { line: undefined, base, system: first?.system ?? '', code: first?.code ?? '', text: said };
  }
  const { system, code, display } = best;
  const line = lines.get(`${system}|${code}`);
  return {
    line,
    base: line?.id ?? `${system}|${code}`,
    system,
    code,
    text: asText(asObject(concept)['text']) || display || said,
  };
}

/**
 * A result that is coded as two analytes is neither, because rule 17 forbids guessing. A capillary glucose
 * may have the laboratory's code too.
 */
function hasTwoAnalytes(codings: readonly Coding[]): boolean {
  const ids = codings.filter(isLoinc).map(({ code }) => lines.get(`${LOINC}|${code}`)?.id.replace(/~.*/, ''));
  return new Set(ids.filter((id) => id !== undefined)).size > 1 && !ids.includes('glucose-poc');
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

/**
 * The code of an analyte comes before that of a variant, and then the order of the catalog counts. A
 * capillary glucose is never the laboratory's.
 */
const order = [...lines.keys()];
function priority({ system, code }: Coding): number {
  const key = `${system}|${code}`;
  const id = lines.get(key)?.id ?? '';
  if (id === 'glucose-poc') return -1;
  return order.indexOf(key) + (id.includes('~') ? 10_000 : 0);
}

/**
 * Returns the UCUM unit of a spelling from the table of aliases, or the spelling itself. Both signs for micro
 * become u, and l becomes L.
 */
export function ucumOf(unit: string): string {
  const plain = unit.replaceAll(/[\u00B5\u03BC]/g, 'u').replace(/\/([dmu]?)l$/, '/$1L');
  return catalog.unitAliases[unit] ?? catalog.unitAliases[plain] ?? plain;
}
