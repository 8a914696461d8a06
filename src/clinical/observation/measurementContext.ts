import { cappedIdentity, MAX_FACT_LENGTH } from '../fhirElements/cappedText.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  firstText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { shortText } from '../fhirElements/shortText.ts';
import { FASTING, NOT_FASTING } from './attached/languages.ts';
import { circumstancesOf } from './attached/circumstances.ts';
import type { MeasurementFacts } from './identity/measurementRule.ts';
import { plainWords, specimenKind } from './identity/specimenKind.ts';

const BODY_POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';

const noElement: FhirElement = {};

/** Returns the contained resource that a reference names; an empty one when there is none. */
export function containedOf({ contained }: FhirElement, reference: unknown): FhirElement {
  if (contained === undefined) return noElement;
  const id = exactText(elementOf(reference)['reference']).replace(/^#/, '');
  return elementsOf(contained).find((one) => exactText(one['id']) === id && id !== '') ?? noElement;
}

const DIGITS_OF_LABEL = 5;

/** The label of one tube has many digits and no other words: "Specimen 24U-ID-0290004", as Epic sends it, and no "Tube 4". */
function isLabel(words: string): boolean {
  if (!/\d/.test(words)) return false;
  const tokens = words.slice(0, MAX_FACT_LENGTH).split(/\s+/);
  const others = tokens.filter((token) => token.replaceAll(/\D/g, '').length < DIGITS_OF_LABEL);
  // A code of SNOMED CT has as many digits, and some of them are known.
  return (
    others.length < tokens.length && plainWords(others.join(' '), true) === '' && specimenKind(words) === ''
  );
}

/**
 * Returns the words of the reference to a specimen; '' for its label alone, which differs from one result to the next and tells nothing
 * of what was measured. The source shows it (rule 59).
 */
export function specimenWordsOf({ specimen }: FhirElement): string {
  const words = trimmedText(elementOf(specimen)['display']);
  return isLabel(words) ? '' : words;
}

/**
 * Returns the specimen as it was sent with the result: the words of its reference, or its type when it is contained.
 */
export const specimenOf = (observation: FhirElement): string =>
  specimenWordsOf(observation) || conceptText(containedOf(observation, observation['specimen'])['type']);

/** No more of a fact than this is looked at (`lowerCaseWords`), and it is kept with every component. */
const factWords = (words: string): string => words.slice(0, MAX_FACT_LENGTH);

/** Returns all words of the device: those of its reference, and the names, type and model of a contained one. */
function deviceWordsOf(observation: FhirElement): string {
  const { type, deviceName, manufacturer, modelNumber } = containedOf(observation, observation['device']);
  const names = elementsOf(deviceName).map(({ name }) => name);
  const words = [
    elementOf(observation['device'])['display'],
    conceptText(type),
    ...names,
    manufacturer,
    modelNumber,
  ];
  return joinTexts(words.map(trimmedText), ' ');
}

/** Returns every word that a concept has: its text, its displays and its codes. */
function allWords(value: unknown): string {
  const concept = elementOf(value);
  let words = trimmedText(concept['text']);
  for (const { display, code } of elementsOf(concept['coding']))
    words += ` ${trimmedText(display)} ${trimmedText(code)}`;
  return words;
}

/** Some guides send the side as an extension of the site. */
const allSiteWords = (site: unknown): string =>
  joinTexts(
    [site, ...elementsOf(elementOf(site)['extension']).map((one) => one['valueCodeableConcept'])].map(
      allWords,
    ),
    ' ',
  );

/** Returns the text and the displays of a code, which name what was measured in the words of the server. */
export function codeWordsOf(code: unknown): string {
  const concept = elementOf(code);
  const displays = elementsOf(concept['coding']).map(({ display }) => trimmedText(display));
  return factWords(joinTexts([trimmedText(concept['text']), ...displays], ' '));
}

/** Returns the facts that say what was measured, beside the code (rule 18). */
export function measurementFactsOf(
  observation: FhirElement,
): Omit<MeasurementFacts, 'codeWords' | 'ownWords'> {
  const { type, collection } = containedOf(observation, observation['specimen']);
  const { bodySite, method } = elementOf(collection);
  const categories = elementsOf(observation['category']).map(allWords);
  return {
    specimen: factWords(
      joinTexts([specimenWordsOf(observation), ...[type, bodySite, method].map(allWords)], ' ').trim(),
    ),
    method: factWords(joinTexts([allWords(observation['method']), ...categories], ' ')),
    // The line breaks where the device changes, also behind what is looked at.
    device: cappedIdentity(deviceWordsOf(observation), MAX_FACT_LENGTH),
    bodySite: factWords(allSiteWords(observation['bodySite'])),
    position: factWords(allWords(bodyPositionOf(observation))),
  };
}

/** Returns the CodeableConcept of the body position; undefined when none was sent. */
export const bodyPositionOf = (observation: FhirElement): unknown =>
  elementsOf(observation['extension']).find(({ url }) => url === BODY_POSITION)?.['valueCodeableConcept'];

const SIDE = /\b(?:left|right|bilateral)\b/i;

/** Returns the site with its side, which some servers send as a coding or an extension of its own. */
function bodySiteOf(observation: FhirElement): string {
  const site = elementOf(observation['bodySite']);
  const words = conceptText(site);
  const others = [
    ...elementsOf(site['coding']).map(({ display }) => display),
    ...elementsOf(site['extension']).map((one) => conceptText(one['valueCodeableConcept'])),
  ];
  const side = SIDE.test(words) ? undefined : others.map(trimmedText).find((one) => SIDE.test(one));
  return side === undefined ? words : `${words} (${side})`;
}

function deviceOf(observation: FhirElement): string {
  const device = containedOf(observation, observation['device']);
  const [name] = elementsOf(device['deviceName']);
  return firstText(elementOf(observation['device'])['display'], name?.['name'], conceptText(device['type']));
}

/** A server may send any number of circumstances. */
const MAX_WORDS = 24;

/**
 * Returns what tells one measurement from another, in the words of the server, each once and joined by ", " (rule 22):
 * method, site, specimen, position, device, and the circumstances. `more` is known of the specimen.
 */
export function measurementContextOf(
  observation: FhirElement,
  method: string,
  specimen: string,
  more: readonly string[],
): string {
  const words = [
    method,
    bodySiteOf(observation),
    specimen,
    conceptText(bodyPositionOf(observation)),
    deviceOf(observation),
    ...circumstancesOf(observation),
    ...more,
  ].map((one) => shortText(one));
  return joinDistinct(words);
}

/** Joins the words that are not empty, each once whatever its capitals. */
function joinDistinct(words: readonly string[]): string {
  const present = words.filter((one) => one !== '');
  if (present.length < 2) return present[0] ?? '';
  const said = new Set<string>();
  const distinct = present.filter((one) => {
    const lower = one.toLowerCase();
    return !said.has(lower) && said.add(lower);
  });
  return [...distinct.slice(0, MAX_WORDS), ...(distinct.length > MAX_WORDS ? ['…'] : [])].join(', ');
}

const ROUTE_OR_POSTURE = /\b(?:oral|axillary|rectal|tympanic|temporal|sitting|standing|supine|lying)\b/i;
const STATE = new RegExp(
  // oxlint-disable-next-line longview/texts-in-catalogs -- a pattern that reads the words of a server
  `\\b(?:${NOT_FASTING}|${FASTING}|post-?prandial|(?:post|after|during|with)[- ](?:exercise|exertion|meal)|(?:at )?rest(?:ing)?|(?:on )?room air|walking|ambulat(?:ory|ing)|asleep|sleeping)\\b`,
  'i',
);

/**
 * Adds the route of a temperature, the posture and the state of the patient to the context. Some vendors say them only
 * in the words of the code ("Temperature Oral", "Glucose, fasting").
 */
export function withRoute(context: string, code: unknown): string {
  const concept = elementOf(code);
  const codeTexts = [concept['text'], ...elementsOf(concept['coding']).map(({ display }) => display)];
  const text = codeTexts.map((one) => shortText(one, 120)).join('\n');
  const words = [ROUTE_OR_POSTURE, STATE].map((pattern) => pattern.exec(text)?.[0].trim() ?? '');
  const lower = context.toLowerCase();
  return joinDistinct([...words.filter((word) => !lower.includes(word.toLowerCase())), context]);
}
