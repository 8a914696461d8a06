/** Reads the circumstances of a measurement that were sent as extensions or components beside the result (rule 22). */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  firstText,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { quantityText } from '../value.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { FASTING } from './languages.ts';

/** More elements than this are not searched for circumstances. All of them stay results of their own. */
const MAX_ELEMENTS = 200;

const YES_NO = /^(?:yes|no|true|false|y|n|unknown|[\d.,]+\s*\S{0,12})$/i;

/** Returns the value[x] of a component or an extension in words; '' for one that is none. */
function valueWords(source: FhirElement): string {
  const concept = firstText(
    conceptText(source['valueCodeableConcept']),
    elementOf(source['valueCoding'])['display'],
    elementOf(source['valueCoding'])['code'],
    source['valueString'],
    source['valueCode'],
  );
  const flag = source['valueBoolean'];
  if (concept !== '' || typeof flag !== 'boolean') return shortText(concept, 60);
  return flag ? 'yes' : 'no';
}

/** A bare "yes", a number, and a size of a cuff mean nothing without the name of what they answer. */
const named = (name: string, value: string, isAlways: boolean): string =>
  value !== '' && (isAlways || YES_NO.test(value)) && !value.toLowerCase().includes(name.toLowerCase())
    ? `${name}: ${value}`
    : value;

// This is the last part of the URL of an extension, which names its subject in all guides (US Vitals, Nordic and Dutch
// cores).
const EXTENSION =
  /(?:body-?position|posture|body-?site|measurement-?site|cuff|laterality|activity|exercise|exertion|situation|sleep|fasting|oxygen|meal|measurement-?setting)[\w-]*$/i;

function extensionWords(extension: FhirElement): string {
  const [name = ''] = EXTENSION.exec(trimmedText(extension['url']).slice(-80)) ?? [];
  if (name === '') return '';
  const nested = elementsOf(extension['extension']).map(valueWords).filter(Boolean);
  return named(name, valueWords(extension) || nested.slice(0, 4).join(' '), /^cuff/i.test(name));
}

const PLACE_CODES = new Set(['8361-8', '41904-4', '8327-9', '20228-3', '39111-0']);
const STATE_NAMES = lookupTable<string>({ '8358-4': 'cuff', '49541-6': 'fasting' });
const PLACE = /\b(?:body )?(?:position|posture)\b|\b(?:measurement|body) (?:site|location)\b|\blaterality\b/i;
const STATE = new RegExp(
  // oxlint-disable-next-line longview/texts-in-catalogs -- a pattern that reads the words of a server
  String.raw`\bcuff\b|\b${FASTING}|\bhours (?:fasted|since last meal)\b|\b(?:exercise|exertion|prandial|meal)\b|\b(?:physical|patient) activity\b|\bactivity (?:state|status|level|type)\b|\bsleep (?:state|status)\b`,
  'i',
);

/** The code of a component says whether it is the state of the patient or a place, and how it is called. */
type Circumstance = { readonly kind: 'state' | 'place'; readonly name: string };

function circumstanceOf(component: FhirElement): Circumstance | undefined {
  const name = shortText(conceptText(component['code']), 60);
  const codes = elementsOf(elementOf(component['code'])['coding']).map(({ code }) => trimmedText(code));
  const stateName = codes.map((code) => STATE_NAMES[code]).find(Boolean);
  if (stateName !== undefined || STATE.test(name))
    return { kind: 'state', name: codes.includes(name) ? (stateName ?? name) : name };
  const isPlace = codes.some((code) => PLACE_CODES.has(code)) || PLACE.test(name);
  return isPlace ? { kind: 'place', name } : undefined;
}

/** Returns whether a component is a circumstance of the others, whatever its value is. */
export const isCircumstance = (component: FhirElement): boolean => circumstanceOf(component) !== undefined;

function componentWords(component: FhirElement): string {
  const circumstance = circumstanceOf(component);
  if (circumstance === undefined) return '';
  const words = valueWords(component);
  // A place that is sent in words needs no name.
  return circumstance.kind === 'place'
    ? named(circumstance.name, words, false)
    : named(circumstance.name, words || quantityText(component['valueQuantity']), true);
}

/** Returns site, position, cuff, activity and meal as extensions and components say them, in the words of the server. */
export function circumstancesOf(observation: FhirElement): readonly string[] {
  const site = elementOf(observation['bodySite']);
  return [
    ...elementsOf(observation['extension']).slice(0, MAX_ELEMENTS).map(extensionWords),
    ...elementsOf(site['extension']).slice(0, MAX_ELEMENTS).map(extensionWords),
    ...elementsOf(observation['component']).slice(0, MAX_ELEMENTS).map(componentWords),
  ].filter(Boolean);
}

// oxlint-disable-next-line longview/texts-in-catalogs -- displays of the code system, which a comparison reads again
const FASTING_STATUS = lookupTable<string>({ F: 'fasting', NF: 'not fasting', NG: '' });

/** Returns how a specimen was collected: method, site and fasting, in the words of the server. */
export function collectionWords(specimen: FhirElement): readonly string[] {
  const collection = elementOf(specimen['collection']);
  const status = conceptText(collection['fastingStatusCodeableConcept']);
  const fasting = FASTING_STATUS[status.toUpperCase()] ?? status;
  const hours = quantityText(collection['fastingStatusDuration']);
  return [
    conceptText(collection['method']),
    conceptText(collection['bodySite']),
    named('fasting', fasting, false),
    hours && `fasting ${hours}`,
  ].filter(Boolean);
}
