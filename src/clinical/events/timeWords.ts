import {
  elementOf,
  firstText,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { lookupTable } from '../fhirElements/lookupTable.ts';
import type { CareEvent } from './careEvent.ts';
import { careEventsTexts } from './careEvents.messages.ts';

/** Returns a time in words when it was sent as text, as an age or as a range of ages, which have no place on a time axis. */
export function timeWords(resource: FhirElement, name: string): string {
  const { low, high } = elementOf(resource[`${name}Range`]);
  const age = ageText(resource[`${name}Age`]) || ageRangeText(ageText(low), ageText(high));
  return age === '' ? trimmedText(resource[`${name}String`]) : careEventsTexts('atAge', { age });
}

/**
 * Returns a time that has no place on a time axis: the words in which it was sent, or one age with its unit, for a reader in
 * another language.
 */
export function toldTime(resource: FhirElement, name: string): Pick<CareEvent, 'toldTime' | 'toldAge'> {
  const words = trimmedText(resource[`${name}String`]);
  if (words !== '') return { toldTime: words };
  const age = elementOf(resource[`${name}Age`]);
  const { value, comparator } = age;
  const unit = firstText(age['code'], age['unit']);
  if (typeof value !== 'number' || comparator !== undefined || unit === '') return {};
  return { toldAge: [String(value), unit] };
}

function ageRangeText(low: string, high: string): string {
  if (low !== '' && high !== '') return `${low}–${high}`;
  if (low !== '') return careEventsTexts('orOlder', { age: low });
  return high === '' ? '' : careEventsTexts('orYounger', { age: high });
}

/** An age without words for its unit has the code of it: months must not be read as years. */
function ageText(quantity: unknown): string {
  const { value, unit, code, comparator } = elementOf(quantity);
  if (typeof value !== 'number') return '';
  const sent = firstText(unit, code);
  const words = AGE_UNITS[sent] ?? sent;
  return joinTexts([`${trimmedText(comparator)}${value}`, words], ' ');
}

/** https://hl7.org/fhir/R4/valueset-age-units.html */
const AGE_UNITS = lookupTable<string>({
  a: careEventsTexts('years'),
  mo: careEventsTexts('months'),
  wk: careEventsTexts('weeks'),
  d: careEventsTexts('days'),
  h: careEventsTexts('hours'),
  min: careEventsTexts('minutes'),
});
