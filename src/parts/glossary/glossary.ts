/** These are the words of one catalog of the glossary, by key. Each is said as it stands: none takes a value. */
type Words = Readonly<Record<string, string>>;

/**
 * This is what a patient reads about analytes, units, panels and groups, in one language. `englishGlossary.ts` and
 * `spanishGlossary.ts` hold it, each a file of its own that `loadGlossary.ts` fetches. All of it awaits clinical review
 * (docs/glossary.md).
 */
export type Glossary = {
  readonly language: GlossaryLanguage;
  /** The keys are `k.name` and `k.what`, by the id of the analyte in the catalog. */
  readonly analytes: Words;
  /** The keys are `mmol/L.name` and `mmol/L.what`, by the unit in UCUM. */
  readonly units: Words;
  /** The keys are the ids of the panels in the catalog. */
  readonly panels: Words;
  /** The keys are the headings of the groups in the catalog. */
  readonly groups: Words;
};

export type GlossaryLanguage = 'en' | 'es';

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
