import type { Language } from '../../words/language.ts';

/** These are the words of one catalog of the glossary, by key. Each is said as it stands: none takes a value. */
type Words = Readonly<Record<string, string>>;

/**
 * This is what a patient reads about analytes, units, panels and groups, in one language. `englishGlossary.ts` and
 * `spanishGlossary.ts` hold it, each a file of its own that `loadGlossary.ts` fetches. All of it awaits clinical review
 * (docs/glossary.md).
 */
export type Glossary = {
  readonly language: Language;
  /** The keys are `k.name` and `k.what`, by the id of the analyte in the catalog. */
  readonly analytes: Words;
  /** The keys are `600-7.name` and `600-7.what`, by the LOINC of tests that the catalog does not have. */
  readonly otherTests: Words;
  /** The keys are `mmol/L.name` and `mmol/L.what`, by the unit in UCUM. */
  readonly units: Words;
  /** The keys are the ids of the panels in the catalog. */
  readonly panels: Words;
  /** The keys are the headings of the groups in the catalog. */
  readonly groups: Words;
};

/** This is the plain name of a thing, and one sentence that says what it is. */
export type GlossaryEntry = { readonly name: string; readonly what: string };

/**
 * Returns the plain words for a series of results; undefined where the glossary has none, so that the reader sees the
 * name of the catalog. It takes the id of an analyte or of a series. A variant (`egfr~62238-1`) and a series in another
 * unit (`glucose~mmol/L`) have the words of their analyte: where both stand on one screen, the caller says in which
 * they differ, because the name alone would make one thing of them.
 */
export function glossaryEntry(glossary: Glossary, seriesId: string): GlossaryEntry | undefined {
  const [analyteId = ''] = seriesId.split('~');
  return entryOf(glossary.analytes, analyteId);
}

const LOINC = 'http://loinc.org|';

/**
 * The words of a test that the catalog does not have are shown only where its name, as it was sent, names the test too: nobody else compares
 * the two (docs/decisions/0033).
 */
const NAMED: ReadonlyMap<string, RegExp> = new Map([
  ['600-7', /blood|sangre|hemocult/i],
  ['6460-0', /sputum|esputo/i],
  ['630-4', /urin|orina|urocult/i],
  ['92142-9', /(?:influenza|flu|gripe)(?: virus)? a\b/i],
  ['92141-1', /(?:influenza|flu|gripe)(?: virus)? b\b/i],
  ['94500-6', /sars|cov/i],
  ['1501-6', /^(?=.*gluc).*\b1 ?h/i],
  ['1514-9', /^(?=.*gluc).*\b2 ?h/i],
  ['1530-5', /^(?=.*gluc).*\b3 ?h/i],
  ['883-9', /\babo\b/i],
  ['10331-7', /\brh\b/i],
  ['48683-7', /strep|estrep/i],
  ['25514-1', /rubella|rub[eé]ola/i],
  ['11524-6', /\be[ck]g\b|electrocardio/i],
]);

/** Returns the plain words for a test that the catalog does not have, by the id of its series and its name as it was sent. */
export function otherTestEntry(
  glossary: Glossary,
  seriesId: string,
  sentName: string,
): GlossaryEntry | undefined {
  const [code = ''] = seriesId.startsWith(LOINC) ? seriesId.slice(LOINC.length).split('~') : [];
  return NAMED.get(code)?.test(sentName) === true ? entryOf(glossary.otherTests, code) : undefined;
}

/** Returns how a unit is said, and what it counts; undefined where the glossary has no words for it. It takes UCUM. */
export const glossaryUnit = (glossary: Glossary, unit: string): GlossaryEntry | undefined =>
  entryOf(glossary.units, unit);

/** Returns the plain name of a panel of the catalog by its id; undefined for a panel of a laboratory's own. */
export const glossaryPanelName = (glossary: Glossary, panelId: string): string | undefined =>
  wordsOf(glossary.panels, panelId);

/** Returns the plain name of a group of the catalog by its heading, "Kidney and electrolytes". */
export const glossaryGroupName = (glossary: Glossary, heading: string): string | undefined =>
  wordsOf(glossary.groups, heading);

function entryOf(words: Words, id: string): GlossaryEntry | undefined {
  const [name, what] = [wordsOf(words, `${id}.name`), wordsOf(words, `${id}.what`)];
  return name === undefined || what === undefined ? undefined : { name, what };
}

/** A key that comes from a server, such as "constructor", finds nothing but what the glossary holds itself. */
const wordsOf = (words: Words, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
