/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server, and names of fields */
/**
 * Reads what an Observation says of its specimen that holds for other results too: the potassium of a hemolyzed tube is too high, whichever
 * result of the tube has the note.
 */
import {
  elementOf,
  elementsOf,
  exactText,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { fnv1aHash } from '../../fhirElements/hash.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { plainLetters } from '../attached/languages.ts';
import { conditionWords } from '../attached/specimenCondition.ts';
import { containedOf } from '../measurementContext.ts';
import type { Row } from '../resultRow.ts';

/** An Observation says this of its specimen. */
export type ToldOfSpecimen = {
  /** It is the same number for all Observations of one specimen; 0 where none is named. */
  readonly specimen: number;
  /** These words hold for the whole specimen, as they were sent: "hemolyzed", "Hemolysis index: 3+". */
  readonly words: readonly string[];
  /** Some of the words are the result of a check of the specimen. */
  readonly isCheck: boolean;
  readonly id: string;
  /** These are the ids of the Observations that are parts of this one. One of them may be a panel of its own. */
  readonly members: readonly string[];
  /** It says to replace the Observations with these ids. */
  readonly replaces: readonly string[];
};

/** No panel has more members. */
const MAX_MEMBERS = 2000;

/** These states are of the whole tube. A clot may be in another tube, and an icteric patient is so in every tube. */
const OF_WHOLE_SPECIMEN = /\S{0,9}(?:[aeäé]m[oó]l[iy]|lip\S{0,2}m|ontam)\S{0,19}/i;
/** A number is falsely low, or elevated by hemolysis, for itself alone. The hemolysis holds for the others too. */
const OF_NUMBER =
  /fals|fauss|spuri|pseudo|artifa|af+ec|interferes|\b(?:by|due to|du|durch|wegen|p[aeo]r|door|pela|da|dall) |beeinfl/i;

const MAY_BE_CHECK = /m[oó]l|lip/i;
/** The name of a check has these words beside the state: "Lipemia index of Serum or Plasma", "Índice de hemólisis". */
const FILLERS =
  /\b(?:i(?:nd(?:ex|ic\w+)?|dx|x)|score|grade?|level|degree|status|interference|presence|interpretation|qual\w*|visual|visible|inspection|serum|plasma|ser|plas|blood|specimen|sample|muestra|suero|probe|in|of|or|by|the|de|da|del|im|b|s|p)\b|[^a-z]+/g;
const IS_CHECK = /^(?:(?:ha?e?|e)mol[iy](?!sin)[a-z]{0,10}|lipa?e?mi[a-z]{0,9})$/;

/** Only these results are words or a number. */
const IS_RESULT = /^(?:|text|coded|no-unit|unit-mismatch|listed-only|implausible)$/;
const IS_NUMBER = /^[\d.,]+$/;

/** Returns the words of a result that is a check of the specimen and found something: "Hemolysis index: 3+"; '' for every other. */
function wordsOfCheck({ kind, valueText }: Row): string {
  if (!MAY_BE_CHECK.test(kind.codeText) || !IS_RESULT.test(kind.reason) || valueText === '') return '';
  const name = shortText(kind.codeText, 60);
  if (!IS_CHECK.test(plainLetters(name.normalize()).toLowerCase().replaceAll(FILLERS, ' ').trim())) return '';
  // The analyser decides which number is much, so its laboratory has to say so.
  const isFound = IS_NUMBER.test(valueText)
    ? kind.comparator !== '<' && (/^(?:H|A)/.test(kind.flag) || kind.outsideRange === 'above')
    : conditionWords(`Hemolysis: ${valueText}`).length > 0;
  return isFound ? `${name}: ${shortText(valueText, 40)}` : '';
}

const SPECIMEN_PATH = 'Specimen/';
/** These fill a field that must not be empty, or number the tubes of one draw, and are the same for years. */
const IS_NO_NAME = /^(?:.{0,3}|unknown|not available|none|null|undefined|0+)$/i;

/** Returns a text that is the same for all Observations of one specimen of a patient; '' where none is named. */
function nameOfSpecimen(resource: FhirElement): string {
  const specimen = elementOf(resource['specimen']);
  const reference = exactText(specimen['reference']);
  // A contained specimen has a name that holds within its Observation alone.
  if (reference !== '' && !reference.startsWith('#'))
    return reference.slice(Math.max(0, reference.lastIndexOf(SPECIMEN_PATH))).split('/_history/', 1)[0]!;
  const { accessionIdentifier, identifier } = containedOf(resource, specimen);
  const { system, value } = elementOf(
    specimen['identifier'] ?? accessionIdentifier ?? elementsOf(identifier)[0],
  );
  const text = trimmedText(value);
  return IS_NO_NAME.test(text) ? '' : `${trimmedText(system)}|${text}`;
}

const hashOfSpecimen = (name: string): number => (name === '' ? 0 : fnv1aHash(name) || 1);

const membersOf = (resource: FhirElement): readonly string[] =>
  elementsOf(resource['hasMember'])
    .slice(0, MAX_MEMBERS)
    .flatMap(({ reference }) => /(?:^|\/)Observation\/([^/]+)/.exec(exactText(reference))?.[1] ?? []);

/**
 * Returns what an Observation says of its specimen and of other results, by its rows and the `condition` that was read of it; undefined where
 * it names no specimen and says nothing.
 */
export function toldOfSpecimen(
  resource: FhirElement,
  rows: readonly Row[],
  condition: string,
  replaces: readonly string[] = [],
): ToldOfSpecimen | undefined {
  const checks = rows.map(wordsOfCheck).filter(Boolean);
  const states = condition.split(', ').flatMap((one) => {
    const state = OF_WHOLE_SPECIMEN.exec(one)?.[0] ?? [];
    return OF_NUMBER.test(one) || state.length === 0 ? state : one;
  });
  const words = checks.length > 0 ? checks : states;
  const specimen = hashOfSpecimen(nameOfSpecimen(resource));
  const members = membersOf(resource);
  if (specimen === 0 && [words, members, replaces].every((one) => one.length === 0)) return undefined;
  return { specimen, words, isCheck: checks.length > 0, id: exactText(resource['id']), members, replaces };
}
