import { use, useMemo } from 'react';
import type { Series } from '../../clinical/series/series.ts';
import { seriesTexts } from '../../clinical/series/series.messages.ts';
import { OTHER_SUBJECTS } from '../../clinical/observation/identity/otherSubject.ts';
import {
  glossaryEntry,
  glossaryGroupName,
  otherTestEntry,
  type Glossary,
} from '../../parts/glossary/glossary.ts';
import { loadGlossary } from '../../parts/glossary/loadGlossary.ts';
import { useLanguage } from '../../parts/language/languageContext.ts';
import { myResultsTexts } from './myResults.messages.ts';
import { patientUnit } from './units/patientUnits.ts';
import { kindWords } from './names/kindWords.ts';
import { catalogLanguage, sentLanguage } from './sentWords/sentLanguage.ts';
import { isLanguage } from '../../words/language.ts';

/** These are the everyday names of tests and groups. */
export type PlainNames = {
  readonly nameOf: (series: Series) => string;
  /** One line says what the test is; '' where it is not known. */
  readonly whatOf: (series: Series) => string;
  readonly groupNameOf: (group: string) => string;
  /** The language of a name that the glossary does not have; undefined where it is that of the page. */
  readonly languageOf: (series: Series) => string | undefined;
};

type Loading = Promise<Glossary | undefined>;
const glossaries = new Map<string, Loading>();
const loaded = new Set<string>();
const failed = new Set<string>();

/** React waits for a promise that it has not met, even one that is fulfilled, unless it says so. Paper is drawn at once. */
const settledAs = (loading: Loading, value: Glossary | undefined) =>
  Object.assign(loading, { status: 'fulfilled', value }).value;

function fetchGlossary(language: string): Loading {
  const loading: Loading = loadGlossary(isLanguage(language) ? language : 'en').then(
    (glossary) => {
      loaded.add(language);
      glossaries.set(language, loading);
      return settledAs(loading, glossary);
    },
    () => {
      failed.add(language);
      return settledAs(loading, undefined);
    },
  );
  return loading;
}

/**
 * Returns the glossary of a language, the same promise each time, so that it can be fetched ahead. Without it, tests have the names of the
 * laboratory: a screen that asked again whenever it is drawn would never be drawn.
 */
export function glossaryIn(language: string): Loading {
  const known = glossaries.get(language);
  if (known !== undefined) return known;
  const loading = fetchGlossary(language);
  glossaries.set(language, loading);
  return loading;
}

// oxlint-disable-next-line longview/texts-in-catalogs -- a part of the name of a series, which is looked up
const UNLIKE_CODE = 'unlike its code';

/** A number of one of these kinds was not measured, or not as usual, and its everyday name alone would say that it was. */
const NOT_USUAL =
  /^(?:target|alarm|setting|stated|estimated|adjusted|maximum|minimum|(?:\S+ h )?after .+|during exercise|stimulated|peak|trough)$/;

/**
 * Returns what tells a name of the catalog apart from the others: "CKD-EPI 2021" of "eGFR, CKD-EPI 2021" beside "eGFR, CKD-EPI 2009". The
 * everyday name says already what all of them begin with. That a result may be about somebody else, does not fit its code, or is no ordinary
 * measurement, is said even where no other result has the name.
 */
function distinction({ id, name }: Series, others: readonly string[]): string {
  const parts = name.split(', ');
  const isVariant = id.includes('~');
  const isShared = (part: string, i: number): boolean => others.every((one) => one.split(', ')[i] === part);
  const own = parts.findIndex(
    (part, i) =>
      !isShared(part, i) ||
      OTHER_SUBJECTS.includes(part) ||
      (isVariant && NOT_USUAL.test(part)) ||
      parts[i + 1] === UNLIKE_CODE,
  );
  return own === -1 ? '' : kindWords(plainWords(parts.slice(own).join(', ')));
}

const WITHOUT_NAME = seriesTexts('resultWithoutName');
const WITHOUT_UNIT = seriesTexts('nameWithoutUnit', { name: '' });
const IN_UNIT = seriesTexts('nameInUnit', { name: '', unit: '' });

/** Says in the language of the page what the reading adds to a name of the catalog: that a unit is missing, or is an unusual one. */
function plainWords(name: string): string {
  if (name === WITHOUT_NAME) return myResultsTexts('withoutName');
  if (`, ${name}` === WITHOUT_UNIT) return myResultsTexts('withoutUnit');
  const added = `, ${name}`;
  return added.startsWith(IN_UNIT)
    ? myResultsTexts('inUnit', { unit: patientUnit(added.slice(IN_UNIT.length)) })
    : name;
}

/**
 * Returns the everyday names of the tests of a record. Two tests that share one are told apart by what their names in the catalog
 * do not share.
 */
export function plainNames(glossary: Glossary | undefined, all: readonly Series[]): PlainNames {
  const entryOf = ({ id, analyteId, name }: Series) =>
    glossary &&
    (glossaryEntry(glossary, id) ?? glossaryEntry(glossary, analyteId) ?? otherTestEntry(glossary, id, name));
  const namesakes = new Map<string, string[]>();
  for (const series of all) {
    const name = entryOf(series)?.name;
    if (name !== undefined) namesakes.set(name, [...(namesakes.get(name) ?? []), series.name]);
  }
  return {
    nameOf(series) {
      const name = entryOf(series)?.name;
      if (name === undefined) return plainWords(series.name);
      const apart = distinction(series, namesakes.get(name) ?? []);
      return apart === '' ? name : `${name} – ${apart}`;
    },
    whatOf: (series) => entryOf(series)?.what ?? '',
    languageOf: (series) =>
      entryOf(series) || series.name === WITHOUT_NAME
        ? undefined
        : series.analyteId === ''
          ? sentLanguage(series.name)
          : catalogLanguage(),
    groupNameOf: (group) => (glossary && glossaryGroupName(glossary, group)) ?? group,
  };
}

/** Does the same for whoever is not a screen, and asks once more for a glossary that did not come. */
export const glossaryOnceMore = (language: string): Loading =>
  failed.delete(language) ? fetchGlossary(language) : glossaryIn(language);

/** Returns whether the everyday names of a language are there. */
export const hasGlossary = (language: string): boolean => loaded.has(language);

/** Returns the everyday names in the language of the page. It waits for the glossary, which is fetched with the screen. */
export function usePlainNames(all: readonly Series[]): PlainNames {
  const { language } = useLanguage();
  const glossary = use(glossaryIn(language));
  return useMemo(() => plainNames(glossary, all), [glossary, all]);
}
