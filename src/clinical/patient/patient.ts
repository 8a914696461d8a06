import { ageText, newbornAgeText } from '../time/age.ts';
import {
  endMsOfMoment,
  fhirDateText,
  isAhead,
  readMoment,
  unknownMoment,
  type Moment,
} from '../time/date.ts';
import { conceptCodes, conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  isFalse,
  isTrue,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { cappedText, MAX_FACT_LENGTH } from '../fhirElements/cappedText.ts';
import { plainLine } from '../fhirElements/plainLine.ts';
import { deathLimitsOf, type DeathLimits } from './deathLimits.ts';
import { patientTexts } from './patient.messages.ts';
import { recordedSex, type RecordedSex } from './recordedSex.ts';

/** These are keys of `patientTexts`, and patients read them in words of their own. */
type RecordState = 'notInUse' | 'notTheMain';

/**
 * This is the identity line, in words that are shown as they are: each is one line without unseen characters or marks of
 * direction. What is missing reads "Not known" and is never blank (rule 47).
 */
export type PatientIdentity = {
  readonly id: string;
  /**
   * The name reads "MARLOWE, Edwin". A usual name is added only when it differs: "MARLOWE, Edwin (known as MARLOWE,
   * Ned)".
   */
  readonly name: string;
  /** The birth date reads "14 Mar 1959", "1959" or "Not known". */
  readonly born: string;
  /** This is the birth date as exact as it was sent, for an age at another time. */
  readonly birth?: Moment;
  /** This is the instant of birth in epoch ms, only of a newborn whose age counts in hours. */
  readonly bornMs?: number;
  /**
   * The age reads "67 y", "8 mo", "5 d", for a newborn "31 h"; it is '' when it is not known. A deceased person has
   * the age at death. It is the age when the Patient was read, until `ageAt` has counted on.
   */
  readonly age: string;
  /** This is the administrative gender: nothing is concluded from a sex that was sent elsewhere. */
  readonly gender: string;
  /** This is the sex for which a growth reference is read. It is shown nowhere. */
  readonly sex?: RecordedSex;
  /** This is the number that the site names, else the medical record number, else the only identifier, else undefined. */
  readonly identifier: { readonly label: string; readonly value: string } | undefined;
  /** This reads "Died 3 Jan 2024", "Deceased" or ''. */
  readonly deceased: string;
  /** This is the day of death as exact as it was sent; absent for a person who is alive. */
  readonly death?: Moment;
  /** Results are judged by these, where the day of death is known. */
  readonly deathLimits?: DeathLimits | undefined;
  /**
   * The server says that the record is not in use, or that another one is the main record of this person; absent for any other record.
   * https://hl7.org/fhir/R4/patient-definitions.html#Patient.active, https://hl7.org/fhir/R4/valueset-link-type.html
   */
  readonly recordState?: RecordState;
  /** The Patient was read again and says something else than this, which stood here first. */
  readonly firstRead?: PatientIdentity;
  /** The Patient could not be read again, so that it may say something else by now. */
  readonly isOutdated?: true;
};

/** Results are judged by when the patient was born and died. */
export type Lifetime = Pick<PatientIdentity, 'birth' | 'deathLimits'>;

const NOT_KNOWN = patientTexts('notKnown');

/**
 * Reads any JSON as a Patient (https://hl7.org/fhir/R4/patient.html). Nothing is guessed, and nothing throws. `nowMs`
 * decides which names and identifiers are current, and the age, which is that of the day on the calendar of `timeZone`; '' is the zone
 * of the device. The number of the first of `identifierSystems` is shown.
 */
export function readPatient(
  resource: unknown,
  nowMs: number,
  identifierSystems: readonly string[] = [],
  timeZone = 'UTC',
): PatientIdentity {
  const patient = elementOf(resource);
  const birth = readMoment(trimmedText(patient['birthDate']));
  // The day alone is read as it was sent, so that no time zone moves a death to the next day.
  const sentDeath = trimmedText(patient['deceasedDateTime']);
  const death = momentOfDeath(sentDeath.slice(0, 10), nowMs);
  // `deceasedBoolean: false` does not say that the patient died.
  const isDeceased = isTrue(patient['deceasedBoolean']) || sentDeath !== '';
  const bornMs = birthMs(patient);
  const times = { birth, ...(isDeceased ? { death } : newbornAgeText(bornMs, nowMs) && { bornMs }) };
  return {
    id: exactText(patient['id']),
    name: nameText(elementsOf(patient['name']), nowMs),
    born: fhirDateText(birth) || NOT_KNOWN,
    ...times,
    age: ageAt(times, nowMs, timeZone),
    sex: recordedSex(resource),
    gender: GENDERS.get(trimmedText(patient['gender']).toLowerCase()) ?? NOT_KNOWN,
    identifier: identifierToShow(elementsOf(patient['identifier']), nowMs, identifierSystems),
    deceased: isDeceased ? deathText(fhirDateText(death)) : '',
    deathLimits: deathLimitsOf(sentDeath, death, birth, timeZone),
    ...stateOf(patient),
  };
}

/**
 * Returns the age of a person at a time in epoch ms, or at death, in the words of `PatientIdentity.age`. The day is that on the calendar of
 * `timeZone`; '' is the zone of the device.
 */
export const ageAt = (
  { birth = unknownMoment, bornMs = Number.NaN, death }: Pick<PatientIdentity, 'birth' | 'bornMs' | 'death'>,
  nowMs: number,
  timeZone: string,
): string => (!death && newbornAgeText(bornMs, nowMs)) || ageText(birth, death ?? todayIn(timeZone, nowMs));

/** Swedish writes a date as FHIR does. */
const todayIn = (timeZone: string, nowMs: number): Moment =>
  readMoment(new Date(nowMs).toLocaleDateString('sv', { timeZone: timeZone || undefined }));

/** A day that has not come yet is not that of a death. */
function momentOfDeath(sent: string, nowMs: number): Moment {
  const death = readMoment(sent);
  return isAhead(death, nowMs) ? unknownMoment : death;
}

function stateOf(patient: FhirElement): Pick<PatientIdentity, 'recordState'> {
  if (isFalse(patient['active'])) return { recordState: 'notInUse' };
  return hasLink(patient, 'refer') ? { recordState: 'notTheMain' } : {};
}

const BIRTH_TIME = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime';

/** Returns the instant of birth when it was sent and lies on the day of birth that was sent; else NaN. */
function birthMs(patient: FhirElement): number {
  const extensions = elementsOf(elementOf(patient['_birthDate'])['extension']);
  const sent = trimmedText(extensions.find(({ url }) => url === BIRTH_TIME)?.['valueDateTime']);
  const { timeMs, precision } = readMoment(sent);
  return precision === 'instant' && sent.slice(0, 10) === trimmedText(patient['birthDate'])
    ? timeMs
    : Number.NaN;
}

/**
 * Returns whether a Patient was merged into another and must no longer be used:
 * https://hl7.org/fhir/R4/valueset-link-type.html
 */
export const isReplaced = (resource: unknown): boolean => hasLink(elementOf(resource), 'replaced-by');

/** Types of links are read without regard to blanks and case, as statuses are: a merged record is never shown for its spelling. */
const hasLink = ({ link }: FhirElement, sought: string): boolean =>
  elementsOf(link).some(({ type }) => trimmedText(type).toLowerCase() === sought);

const GENDERS = new Map([
  ['male', patientTexts('male')],
  ['female', patientTexts('female')],
  ['other', patientTexts('other')],
]);

const deathText = (date: string): string =>
  date === '' ? patientTexts('deceased') : patientTexts('died', { date });

const limitOf = ({ period }: FhirElement, side: 'start' | 'end'): Moment =>
  readMoment(trimmedText(elementOf(period)[side]));

/** A name or identifier is current when it is not marked old, and its period has begun and not ended. */
const isCurrent = (one: FhirElement, nowMs: number): boolean =>
  trimmedText(one['use']) !== 'old' &&
  !isAhead(limitOf(one, 'start'), nowMs) &&
  !(endMsOfMoment(limitOf(one, 'end')) < nowMs);

/** Of two current names of one use, the one that began later counts: servers add a name and leave the one before it open. */
const byStart = (a: FhirElement, b: FhirElement): number => startMsOf(b) - startMsOf(a) || 0;

function startMsOf(name: FhirElement): number {
  const { timeMs } = limitOf(name, 'start');
  return Number.isNaN(timeMs) ? -Infinity : timeMs;
}

const NAME_USES = ['official', 'usual', '', 'maiden', 'nickname', 'anonymous', 'temp'];
const rankOfName = ({ use }: FhirElement): number =>
  (NAME_USES.indexOf(trimmedText(use)) + NAME_USES.length) % NAME_USES.length;

function nameText(names: readonly FhirElement[], nowMs: number): string {
  const current = names
    .filter((name) => isCurrent(name, nowMs))
    .toSorted((a, b) => rankOfName(a) - rankOfName(b) || byStart(a, b));
  const name = current.map(humanNameText).find((words) => words !== '') ?? patientTexts('nameNotAvailable');
  const usual = current.filter(({ use }) => trimmedText(use) === 'usual').map(humanNameText);
  const other = usual.find((words) => words !== '' && lettersOf(words) !== lettersOf(name));
  return other === undefined ? name : patientTexts('nameWithUsualName', { name, usualName: other });
}

/** Returns the same letters for "TEST, Ann", "ANN TEST" and "Test Ann", which are one name. */
const lettersOf = (name: string): string =>
  (name.toUpperCase().match(/[^\s,.]+/gu) ?? []).toSorted().join(' ');

/** The header and each page of a print say it, so a longer text than any name would push the results away. */
const shortLine = (sent: string): string => cappedText(plainLine(sent), MAX_FACT_LENGTH);

function humanNameText(name: FhirElement): string {
  const partOf = (sent: unknown): string => joinTexts([sent].flat().map(trimmedText), ' ');
  const family = partOf(name['family']).toUpperCase();
  return shortLine(joinTexts([family, partOf(name['given'])], ', ') || trimmedText(name['text']));
}

const RENDERED_VALUE = 'http://hl7.org/fhir/StructureDefinition/rendered-value';

/** Returns the value as people read it: the rendered value when there is one ("8230" for "00000008230"). */
function identifierText(identifier: FhirElement): string {
  const extensions = [
    ...elementsOf(elementOf(identifier['_value'])['extension']),
    ...elementsOf(identifier['extension']),
  ];
  const rendered = extensions.find(({ url }) => url === RENDERED_VALUE);
  return trimmedText(rendered?.['valueString']) || trimmedText(identifier['value']);
}

/** https://terminology.hl7.org/NamingSystem-ssn.html */
const SOCIAL_SECURITY = /us-ssn$|\.113883\.4\.1$/;

/** A Social Security number opens accounts, so it is no name for a chart and stands on no screen, print or file unless the site names it. */
const isSecret = ({ system, type }: FhirElement): boolean =>
  SOCIAL_SECURITY.test(trimmedText(system)) || conceptCodes(type).includes('ss');

const RECORD_NUMBER_WORDS = /^(?:mrn|medical record number)$/i;

const isRecordNumber = ({ type }: FhirElement): boolean =>
  elementsOf(elementOf(type)['coding']).some(
    ({ system, code }) => trimmedText(code) === 'MR' && /\/v2[-/]0203$/.test(trimmedText(system)),
  ) || RECORD_NUMBER_WORDS.test(conceptText(elementOf(type)));

const valuesOf = (identifiers: readonly FhirElement[]): readonly string[] => [
  ...new Set(identifiers.map((one) => shortLine(identifierText(one)))),
];

/** A number never stands without the words of its kind. */
const labelOf = (identifier: FhirElement): string =>
  isRecordNumber(identifier)
    ? patientTexts('recordNumber')
    : shortLine(conceptText(identifier['type'])) || patientTexts('identifier');

/**
 * Returns the number of the first of the site's systems that has one, else the medical record number, else the only number
 * of the record that is no secret. Several medical record numbers all stand, because nobody here knows which one the reader uses.
 */
function identifierToShow(
  identifiers: readonly FhirElement[],
  nowMs: number,
  systems: readonly string[],
): PatientIdentity['identifier'] {
  const current = identifiers.filter((one) => isCurrent(one, nowMs) && identifierText(one) !== '');
  const ofSystems = systems.map((system) => current.filter((one) => trimmedText(one['system']) === system));
  const numbers = current.filter(isRecordNumber);
  const usual = numbers.filter(({ use }) => trimmedText(use) === 'usual');
  const certain = [...ofSystems, usual, numbers].find((some) => valuesOf(some).length === 1);
  const shown = certain ?? (numbers.length > 0 ? numbers : current.filter((one) => !isSecret(one)));
  const [first] = shown;
  const values = valuesOf(shown);
  if (first === undefined || (values.length > 1 && numbers.length === 0)) return undefined;
  return { label: labelOf(first), value: shortLine(values.join(', ')) };
}
