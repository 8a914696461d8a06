import type { EventType } from './careEvent.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';

/** These are the statuses of each type that say that it happened or goes on. Any other word, and none, does not. */
const DONE_STATUSES: Record<EventType, readonly string[]> = {
  MedicationRequest: ['active', 'completed', 'ended', 'stopped'],
  MedicationStatement: ['active', 'completed', 'stopped'],
  MedicationAdministration: ['in-progress', 'completed', 'stopped'],
  // Until it is completed it is ready to be handed over at most.
  MedicationDispense: ['completed'],
  // The last four are those of R5, where one that is on hold has begun: https://hl7.org/fhir/R5/valueset-encounter-status.html
  Encounter: [
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'on-hold',
    'discharged',
    'completed',
    'discontinued',
  ],
  Procedure: ['in-progress', 'stopped', 'completed'],
  // The diagnosis of a visit need not have a clinical status.
  Condition: ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', ''],
  Immunization: ['completed'],
  DiagnosticReport: ['partial', 'preliminary', 'final', 'amended', 'corrected', 'appended'],
};

const ONGOING_STATUSES: Partial<Record<EventType, readonly string[]>> = {
  MedicationRequest: ['active'],
  MedicationStatement: ['active'],
  MedicationAdministration: ['in-progress'],
  Encounter: ['arrived', 'triaged', 'in-progress', 'onleave', 'on-hold'],
  Procedure: ['in-progress'],
  Condition: ['active', 'recurrence', 'relapse'],
};

/** Returns whether a status says that something of this type took place. */
export const isDoneStatus = (type: EventType, status: string): boolean =>
  DONE_STATUSES[type].includes(status);

/** These say that something was not done, was not done yet, or is interrupted. */
export const NOT_DONE_STATUSES: ReadonlySet<string> = new Set([
  'draft',
  'planned',
  'intended',
  'preparation',
  'registered',
  'on-hold',
  'cancelled',
  'declined',
  'not-done',
  'not-taken',
  'refuted',
]);

/** Returns whether a status says nothing of whether it took place: it is 'unknown', missing, or no word of this version of FHIR. */
export const isUnknownStatus = (type: EventType, status: string): boolean =>
  !isDoneStatus(type, status) && !NOT_DONE_STATUSES.has(status);

/** Returns whether a status says that something of this type has begun and is not over. */
export const isOngoingStatus = (type: EventType, status: string): boolean =>
  ONGOING_STATUSES[type]?.includes(status) === true;

/** Servers write a status with blanks, with "_" or as "inProgress", too: "Entered in error" is the code entered-in-error. */
const statusWord = (sent: unknown): string =>
  trimmedText(sent)
    .replaceAll(/(?<=[a-z])(?=[A-Z])|[\s_\p{Pd}]+/gu, '-')
    .toLowerCase();

/** The two statuses of a condition are concepts, and were mere codes before R4. Words count where no code was sent. */
function conceptStatuses(sent: unknown): readonly string[] {
  const codes = elementsOf(elementOf(sent)['coding']).map(({ code }) => statusWord(code));
  const words = [elementOf(sent)['text'], sent].map(statusWord);
  return [codes, words].map((all) => all.filter(Boolean)).find((all) => all.length > 0) ?? [];
}

/** https://hl7.org/fhir/R5/valueset-medication-statement-adherence.html */
const ADHERENCE: readonly (readonly [RegExp, string])[] = [
  [/^taking/, 'active'],
  [/^not-taking/, 'not-taken'],
  [/^on-hold/, 'on-hold'],
  [/^stopped/, 'stopped'],
];

/** In R5 a statement is recorded, and its adherence says whether the medication is taken. It may stand beside the "active" of R4 as well. */
function statementStatus({ status, adherence }: FhirElement): string {
  const word = statusWord(status);
  const [code = ''] = conceptStatuses(elementOf(adherence)['code']);
  const isOpen = word === 'recorded' || word === 'active';
  return (isOpen && ADHERENCE.find(([pattern]) => pattern.test(code))?.[1]) || word;
}

/**
 * Returns the status in lower case, spelled as FHIR spells it where it differs by its case and by what is between its words. A Condition has its clinical status, unless it was
 * refuted; 'entered-in-error' counts wherever it stands.
 */
export function statusOf(type: EventType, resource: FhirElement): string {
  if (type === 'MedicationStatement') return statementStatus(resource);
  if (type !== 'Condition') return statusWord(resource['status']);
  const verified = verificationCodesOf(resource);
  if (verified.includes('entered-in-error')) return 'entered-in-error';
  if (verified.includes('refuted')) return 'refuted';
  return conceptStatuses(resource['clinicalStatus'])[0] ?? '';
}

/** Returns the codes of Condition.verificationStatus; where it was sent as words alone, these as a code: "Entered in error". */
export const verificationCodesOf = ({ verificationStatus }: FhirElement): readonly string[] =>
  conceptStatuses(verificationStatus);
