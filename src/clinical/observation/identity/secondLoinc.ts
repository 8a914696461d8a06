/* oxlint-disable longview/texts-in-catalogs -- words of names, which are compared and never shown */
/** This file reads the words of a LOINC that the catalog does not know, beside a code that it knows. */
import { nameWords, targetOfId, type CatalogMatch } from '../../catalog/catalog.ts';

type KnownCoding = { readonly display: string; readonly match: CatalogMatch | undefined };

/**
 * Returns whether the words of a LOINC that the catalog does not know name something else than the codes that it knows. The profile of
 * vital signs asks for a general code beside the code of the measure, so that the pressure of a ventricle has the code of a blood
 * pressure too (https://hl7.org/fhir/R4/observation-vitalsigns.html). Those of a method behind "by" count for nothing; a code without
 * words tells nothing (docs/decisions/0075-a-second-loinc-may-say-more.md).
 */
export function namesMore(display: string, known: readonly KnownCoding[]): boolean {
  if (NAME_OF_SET.test(display)) return false;
  const own = wordsOf(known.map((one) => `${one.display} ${catalogWords(one.match)}`).join(' '));
  const hasForms = known.some(({ match }) => targetOfId(`${match?.target.analyte.id}-bld`) !== undefined);
  const isOwn = (word: string): boolean =>
    own.some((one) => word === one || (word.length > 2 && one.startsWith(word)));
  return wordsOf(display.replace(/ by .*/i, '').replaceAll(NO_WORDS, ' ')).some(
    (word) => !isOwn(word) && !ORDINARY_WORDS.test(word) && (hasForms || !/^bl(?:oo)?d$/.test(word)),
  );
}

/** No name is as long, and each word of one side is compared with those of the other. */
const MAX_LENGTH = 500;

/** British and American spellings are one word. */
const wordsOf = (text: string): readonly string[] =>
  nameWords(text.slice(0, MAX_LENGTH)).map((word) => word.replace(/[ao]e/, 'e'));

/** The kind of quantity in brackets, and the plasma of a test of clotting. */
const NO_WORDS = /\[[^[\]]*\]|platelet poor/gi;
/** Every name may have these. The short names of LOINC say serum and a concentration as "SerPl-mCnc". */
const ORDINARY_WORDS =
  /^(?:in|of|or|and|the|serum|plasma|ser|plas|serpl\w*|ppp|qn|auto|[a-z]{1,3}cnc|body|bp|intravascular|level|measure\w*|value|results?|tests?|with(?:out)?|clothes|finding|observable|entity|lab\w*|occipital|frontal)$/;
/** A set of tests or a report says nothing of one result in it. "Rate set" is no such name. */
const NAME_OF_SET =
  /\(set\)|\b(?:panel|pnl|studies|profile|battery|report|note|group|orders?|blood count|vital signs)\b/i;
/** A share is named with that of which it is one. */
const OF_SHARE = '100 leukocytes leuk hemoglobin total nfr mfr vfr';
/** LOINC calls these by other words than the catalog. An oximeter tells of arterial blood. */
const NAMES_IN_LOINC: Readonly<Record<string, string>> = {
  hr: 'pulse',
  rbc: 'erythrocytes',
  rr: 'respirations',
  spo2: 'arterial',
  tsh: 'thyrotropin',
  wbc: 'leukocytes',
};

/** Returns all words that the catalog has for a code. */
function catalogWords(match: CatalogMatch | undefined): string {
  if (match === undefined) return '';
  const { target, mark } = match;
  const { id, name, longName, shortName } = target.analyte;
  const further = target.unit === '%' ? OF_SHARE : '';
  return [name, longName, shortName, target.variant, mark, further, NAMES_IN_LOINC[id]].join(' ');
}
