/** Reads how much oxygen was breathed while a saturation was measured (rule 22). */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import type { Row } from '../resultRow.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';

/** A value of oxygen is a flow, a share of the breathed gas, or the device in words. */
type OxygenRole = 'flow' | 'share' | 'device';

// US Core names the first two (https://hl7.org/fhir/us/core/StructureDefinition-us-core-pulse-oximetry.html); the
// others are shares of oxygen too, two of them set at a ventilator.
const ROLES = lookupTable<OxygenRole>({
  '3151-8': 'flow',
  '3150-6': 'share',
  '3150-0': 'share',
  '19994-3': 'share',
  '71835-3': 'share',
});
const SHARE = /\bfi ?o ?2\b|\b(?:inhaled|inspired) oxygen (?:conc|frac)/i;
const FLOW = /\b(?:oxygen|o2)\b.{0,30}\b(?:flow|rate)\b/i;
const DEVICE = /\b(?:oxygen|o2)\b.{0,30}\b(?:device|delivery|therapy|source|support|system|mode)\b/i;

/** These are the LOINCs of oxygen saturation and of the pressure of oxygen in blood. */
const SATURATIONS = new Set(
  '59408-5 2708-6 2709-4 2710-2 2711-0 2713-6 20564-1 51733-4 51732-6 2703-7 2704-5 2705-2 11556-8 19211-2'.split(
    ' ',
  ),
);

/** Returns whether a LOINC is a saturation or a flow or share of oxygen, which belong together by time and encounter. */
export const isOxygenCode = (code: string): boolean => SATURATIONS.has(code) || ROLES[code] !== undefined;

/** Returns whether a result means something else with more oxygen: a saturation, or the pressure of oxygen. */
export const dependsOnOxygen = (code: string, seriesId: string): boolean =>
  SATURATIONS.has(code) || /^(?:sp|sa|s|p)o2\b/.test(seriesId);

/* oxlint-disable longview/texts-in-catalogs -- words of the same form as the server’s, which are joined by their form */
/** A fraction has no unit to read, and nobody breathes one percent: such a number is a fraction or a mistake. */
const shareWords = (words: string): string =>
  words.replace(/ (?:1|\{\w+\})$/, '').replace(/^(?:0?\.\d+|1(?:\.0+)?) %$/, '$& (unit in doubt)');
/* oxlint-enable longview/texts-in-catalogs */

/** Returns the words for a flow, a share or a device, with the number as it was sent; '' when nothing was sent. */
function oxygenWords(role: OxygenRole | undefined, sent: string): string {
  const words = shortText(sent, 40);
  if (role === undefined || words === '') return '';
  // oxlint-disable-next-line longview/texts-in-catalogs -- words of the same form as the server’s, which are joined by their form
  if (/^ra$/i.test(words)) return 'on room air';
  if (/\broom air\b/i.test(words)) return `on ${words.replace(/^on /i, '')}`;
  if (role === 'share') return `FiO2 ${shareWords(words)}`;
  return role === 'flow' && /^[<>=]*\s*[\d.]/.test(words) ? `on ${words} oxygen` : words;
}

/** Returns what the code of a component says that its value is of oxygen; undefined for any other component. */
function oxygenRoleOf({ code }: FhirElement): OxygenRole | undefined {
  const coded = elementsOf(elementOf(code)['coding']).map((coding) => ROLES[trimmedText(coding['code'])]);
  const name = conceptText(code).slice(0, 100);
  const named = SHARE.test(name)
    ? 'share'
    : FLOW.test(name)
      ? 'flow'
      : DEVICE.test(name)
        ? 'device'
        : undefined;
  return coded.find(Boolean) ?? named;
}

/** Returns whether a component names oxygen, whatever its value is. */
export const namesOxygen = (component: FhirElement): boolean => oxygenRoleOf(component) !== undefined;

/**
 * Returns the oxygen that the components of an Observation name: "on 2 L/min oxygen, FiO2 28 %". `valueWordsOf`
 * returns the value of a component with its unit, as it was sent.
 */
export function oxygenOf(
  components: readonly FhirElement[],
  valueWordsOf: (component: FhirElement) => string,
): string {
  if (components.length === 0) return '';
  const words = components.map((component) => {
    const role = oxygenRoleOf(component);
    return role === undefined ? '' : oxygenWords(role, valueWordsOf(component));
  });
  return joinOxygen(words);
}

/** Joins the words of a flow, a share and a device, each once and the flow first. */
export const joinOxygen = (words: readonly string[]): string => {
  const distinct = [...new Set(words)].slice(0, 20);
  const [flows, others] = [true, false].map((isFlow) =>
    distinct.filter((one) => one.startsWith('on ') === isFlow),
  );
  return shortText(joinTexts([...(flows ?? []), ...(others ?? [])], ', '));
};

// A text, a code and a number in an odd unit are results too, although they are not drawn.
const IS_RESULT = /^(?:|text|coded|no-unit|unit-mismatch|implausible)$/;

/** Returns the oxygen that a result of its own names; '' for any other result. */
export function oxygenOfRow({ kind, valueText }: Row): string {
  if (kind.component !== '' || valueText === '' || !IS_RESULT.test(kind.reason)) return '';
  return oxygenWords(ROLES[kind.code], `${kind.comparator}${valueText} ${kind.unit}`.trim());
}
