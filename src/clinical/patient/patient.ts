import { ageText, newbornAgeText } from '../time/age.ts';
import { endMsOfMoment, fhirDateText, readMoment, type Moment } from '../time/date.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';

/** The identity line, in words that can be shown as they stand. Rule 47: "Not known" rather than blank. */
export type PatientIdentity = {
  readonly id: string;
  /** "MARLOWE, Edwin"; with the usual name only where it differs: "MARLOWE, Edwin (usual name MARLOWE, Ned)" */
  readonly name: string;
  /** "14 Mar 1959", "1959", "Not known" */
  readonly born: string;
  /** As exact as it was sent, for an age at another time. */
  readonly birth?: Moment;
  /** "67 y", "8 mo", "5 d", of a newborn "31 h"; '' when not known. Of a deceased person the age at death. */
  readonly age: string;
  /** The administrative one, and no other: nothing is concluded from a sex that was sent elsewhere. */
  readonly gender: string;
  /** Exactly one current medical record number, else label and value of the only identifier, else undefined. */
  readonly identifier: { readonly label: string; readonly value: string } | undefined;
  /** "Died 3 Jan 2024", "Deceased" or ''. */
  readonly deceased: string;
};

const NOT_KNOWN = 'Not known';

/** Reads a Patient, whatever its state (vendors.md 3); nothing is guessed. */
export function readPatient(resource: unknown, nowMs: number): PatientIdentity {
  const patient = elementOf(resource);
  const birth = readMoment(trimmedText(patient['birthDate']));
  // The day as it was sent: no zone moves a death to the next day.
  const death = readMoment(trimmedText(patient['deceasedDateTime']).slice(0, 10));
  // Only `true` and a date say so; `deceasedBoolean: false` is not deceased.
  const isDeceased = patient['deceasedBoolean'] === true || trimmedText(patient['deceasedDateTime']) !== '';
  const ageAt = isDeceased ? death : { timeMs: nowMs, precision: 'instant' as const };
  const newborn = isDeceased ? '' : newbornAgeText(birthMs(patient), nowMs);
  return {
    id: trimmedText(patient['id']),
    name: nameOf(elementsOf(patient['name']), nowMs),
    born: fhirDateText(birth) || NOT_KNOWN,
    birth,
    age: newborn || ageText(birth, ageAt),
    gender: GENDERS.get(trimmedText(patient['gender']).toLowerCase()) ?? NOT_KNOWN,
    identifier: identifierOf(elementsOf(patient['identifier']), nowMs),
    deceased: isDeceased ? deathWords(fhirDateText(death)) : '',
  };
}

const BIRTH_TIME = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime';

/** The instant of birth, where it was sent and is on the day of birth that was sent; else NaN. */
function birthMs(patient: FhirElement): number {
  const extensions = elementsOf(elementOf(patient['_birthDate'])['extension']);
  const sent = trimmedText(extensions.find(({ url }) => url === BIRTH_TIME)?.['valueDateTime']);
  const { timeMs, precision } = readMoment(sent);
  return precision === 'instant' && sent.slice(0, 10) === trimmedText(patient['birthDate'])
    ? timeMs
    : Number.NaN;
}

/** A record merged into another must no longer be used (FHIR R4, Patient.link.type). */
export const isReplaced = (resource: unknown): boolean =>
  elementsOf(elementOf(resource)['link']).some(({ type }) => type === 'replaced-by');

const GENDERS = new Map([
  ['male', 'Male'],
  ['female', 'Female'],
  ['other', 'Other'],
]);

const deathWords = (date: string): string => (date === '' ? 'Deceased' : `Died ${date}`);

/** Not marked old, and its period, if any, has not ended. */
function isCurrent({ use, period }: FhirElement, nowMs: number): boolean {
  const end = readMoment(trimmedText(elementOf(period)['end']));
  // A period holds the whole of its last day, month or year.
  const endMs = endMsOfMoment(end);
  return trimmedText(use) !== 'old' && !(endMs < nowMs);
}

const NAME_USES = ['official', 'usual', '', 'maiden', 'nickname', 'anonymous', 'temp'];
const rankOfName = ({ use }: FhirElement): number =>
  (NAME_USES.indexOf(trimmedText(use)) + NAME_USES.length) % NAME_USES.length;

function nameOf(names: readonly FhirElement[], nowMs: number): string {
  const current = names
    .filter((name) => isCurrent(name, nowMs))
    .toSorted((a, b) => rankOfName(a) - rankOfName(b));
  const name = current.map(wordsFor).find((words) => words !== '') ?? 'Name not available';
  const usual = current.filter(({ use }) => trimmedText(use) === 'usual').map(wordsFor);
  const other = usual.find((words) => words !== '' && lettersOf(words) !== lettersOf(name));
  return other === undefined ? name : `${name} (usual name ${other})`;
}

/** "TEST, Ann", "ANN TEST" and "Test Ann" are one name. */
const lettersOf = (name: string): string =>
  (name.toUpperCase().match(/[^\s,.]+/gu) ?? []).toSorted().join(' ');

function wordsFor(name: FhirElement): string {
  const family = trimmedText(name['family']).toUpperCase();
  const given: unknown[] = Array.isArray(name['given']) ? name['given'] : [name['given']];
  return joinTexts([family, joinTexts(given.map(trimmedText), ' ')], ', ') || trimmedText(name['text']);
}

const RENDERED_VALUE = 'http://hl7.org/fhir/StructureDefinition/rendered-value';

/** As people read it: the rendered value where there is one ("8230" for "00000008230"). */
function valueOf(identifier: FhirElement): string {
  const extensions = [
    ...elementsOf(elementOf(identifier['_value'])['extension']),
    ...elementsOf(identifier['extension']),
  ];
  const rendered = extensions.find(({ url }) => url === RENDERED_VALUE);
  return trimmedText(rendered?.['valueString']) || trimmedText(identifier['value']);
}

const isRecordNumber = ({ type }: FhirElement): boolean =>
  elementsOf(elementOf(type)['coding']).some(
    ({ system, code }) => trimmedText(code) === 'MR' && /\/v2[-/]0203$/.test(trimmedText(system)),
  );

function identifierOf(identifiers: readonly FhirElement[], nowMs: number): PatientIdentity['identifier'] {
  const current = identifiers.filter((one) => isCurrent(one, nowMs) && valueOf(one) !== '');
  const numbers = current.filter(isRecordNumber);
  const values = new Set(numbers.map((one) => `${trimmedText(one['system'])} ${valueOf(one)}`));
  const [number] = numbers;
  if (number !== undefined && values.size === 1) return { label: 'MRN', value: valueOf(number) };
  const [only, more] = current;
  if (only === undefined || more !== undefined) return undefined;
  return { label: conceptText(only['type']) || 'Identifier', value: valueOf(only) };
}
