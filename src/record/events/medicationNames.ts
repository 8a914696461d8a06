import { otherNamesTexts } from '../../clinical/medication/codedDose/otherNames.ts';
import { fullNameText } from '../../clinical/events/longName.ts';
import { elementOf, exactText, joinTexts, trimmedText } from '../../clinical/fhirElements/fhirElement.ts';
import { medicationTexts } from '../../clinical/medication/medication.messages.ts';
import { withProductStrength } from '../../clinical/medication/codedDose/productStrength.ts';
import { medicationIn, type Medication } from '../../clinical/medication/medication.ts';
import type { MedicationStep } from '../../clinical/medication/medicationSteps.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { isGranted } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';

/** A stay on a ward has some hundred orders for a few dozen drugs. A record with more Medications than this is not asked for all of them. */
const MAX_MEDICATIONS = 200;

type Named = {
  readonly medication?: Medication | undefined;
  /** This says why it has no name. */
  readonly why?: Parameters<typeof medicationTexts>[0];
};

/** The names of the medications that were sent as a reference to a Medication, with nothing else (decision 68). */
export type MedicationNames = {
  /** Returns a task for each Medication that these steps name and that is still to be read. Each reads one and never fails. */
  readonly reads: (steps: readonly MedicationStep[], signal: AbortSignal) => readonly (() => Promise<void>)[];
  /** Returns the steps with the names that were read, the others with the reason why they have none. */
  readonly named: (steps: readonly MedicationStep[]) => readonly MedicationStep[];
  /** This number changes with what `named` returns. */
  readonly version: () => number;
  /** Lets those that failed be asked for again. */
  readonly tryAgain: () => void;
  /** Lets all of them be asked for again. What was read stays until then. */
  readonly startOver: () => void;
};

/**
 * Creates the names of the Medications of one session. Each is read once by its path on the server of the session, whatever the
 * number of orders that name it. A Medication has no subject, so nothing but its name, code and ingredients is taken.
 * https://hl7.org/fhir/R4/medication.html
 */
export function medicationNames({ scope }: Session, reader: FhirReader): MedicationNames {
  // Some servers grant more than was asked for, such as Epic, which grants what is ticked at the registration.
  const mayRead = isGranted(scope, 'Medication', 'r');
  const names = new Map<string, Named>();
  const asked = new Set<string>();
  const failed = new Set<string>();
  let version = 0;

  async function readOne(path: string, signal: AbortSignal): Promise<void> {
    if (asked.has(path) || asked.size >= MAX_MEDICATIONS) return;
    asked.add(path);
    try {
      names.set(path, namedBy(await reader.read('Medication', path, signal), path));
    } catch (error) {
      if (!(error instanceof FhirError)) throw error;
      failed.add(path);
      if (signal.aborted) return;
      const why = error.failure === 'not-allowed' ? 'medicationNotAllowed' : 'medicationUnread';
      // A name that was read before is still the best that is known.
      if (names.get(path)?.medication === undefined) names.set(path, { why });
    }
    version += 1;
  }

  const whyUnread = (path: string): Named => {
    if (!mayRead) return { why: 'medicationNotAllowed' };
    return asked.size >= MAX_MEDICATIONS && !asked.has(path) ? { why: 'medicationTooMany' } : {};
  };
  return {
    reads(steps, signal) {
      if (!mayRead) return [];
      const paths = new Set(steps.flatMap(({ medication }) => medication.path ?? []));
      const unread = [...paths].filter((path) => !asked.has(path));
      return unread.map((path) => () => readOne(path, signal));
    },
    named: (steps) =>
      steps.map((one) => {
        const { path } = one.medication;
        return path === undefined ? one : withName(one, names.get(path) ?? whyUnread(path));
      }),
    version: () => version,
    tryAgain() {
      for (const path of failed) asked.delete(path);
      failed.clear();
    },
    startOver() {
      asked.clear();
      failed.clear();
    },
  };
}

/** Returns what a server sent as the Medication of this path. A Medication of another id may be another drug. */
function namedBy(resource: object, path: string): Named {
  const medication = elementOf(resource);
  if (exactText(medication['id']) !== path.split('/')[1]) return { why: 'medicationUnread' };
  if (trimmedText(medication['status']).toLowerCase() === 'entered-in-error')
    return { why: 'medicationWithdrawn' };
  const named = medicationIn(medication);
  return named === undefined ? { why: 'medicationUnnamed' } : { medication: named };
}

function withName(one: MedicationStep, { medication, why }: Named): MedicationStep {
  const { step } = one;
  if (medication === undefined && why === undefined) return one;
  const note = joinTexts(
    [
      why === undefined ? '' : medicationTexts(why),
      step.note ?? '',
      ...otherNamesTexts(medication),
      fullNameText(medication?.fullName ?? ''),
    ],
    '\n',
  );
  return {
    ...one,
    medication: medication ?? one.medication,
    step: withProductStrength({ ...step, ...(note !== '' && { note }) }, medication, one.dosage),
  };
}
