/** Says what changed in the medicines. The changes are those of the clinician's view; only the words are others. */
import { isPlanned } from '../../../charts/lanes/laneMoments.ts';
import { cachedSpan } from '../../../charts/axis/cachedSpan.ts';
import type { CourseChange, DoseStep, MedicationCourse } from '../../../clinical/events/careEvent.ts';
import { medicationChangesByDate } from '../../../parts/events/medicationText.ts';
import { longDate } from '../patientDates.ts';
import { careTexts } from './care.messages.ts';
import { doseWords, sentDoseUnits } from './doseWords.ts';
import { medicineName } from './medicineName.ts';
import { reasonOf } from './statusReason.ts';

export type MedicineChange = {
  readonly key: string;
  /** It took place between these two times in epoch ms, as exactly as it is known. */
  readonly spanMs: readonly [number, number];
  readonly date: string;
  /** This says what happened: "Started", "Dose changed from 10 mg a day to 20 mg a day". */
  readonly change: string;
  /** It happened to this: "Lisinopril 10 mg a day". */
  readonly medicine: string;
  /** These words of `change` were sent, and their language is not known: units of doses. */
  readonly sentInChange: readonly string[];
  /** These words of `medicine` were sent: its name, where there is one, and units of doses whose language is not known. */
  readonly sentInMedicine: readonly string[];
  /** Says why it was stopped, as it was sent; '' where nobody said so. */
  readonly reason: string;
  readonly isPlanned: boolean;
};

/** Returns the step whose end a change tells. Several may have been sent without an id, and their time tells them apart. */
const endedStepOf = (
  { type, id, atMs }: CourseChange,
  course: MedicationCourse | undefined,
): DoseStep | undefined =>
  course?.steps.find((step) => step.type === type && step.id === id && step.endMs === atMs);

/** The words of an end depend on who says so: only an order, or a report, that was stopped says "stopped" (decision 38). */
function endWords(change: CourseChange, course: MedicationCourse | undefined): string {
  const { type } = change;
  if (type === 'MedicationAdministration') return careTexts('lastGiven');
  if (type === 'MedicationStatement') return careTexts('reportedEnded');
  return careTexts(endedStepOf(change, course)?.status === 'stopped' ? 'stopped' : 'orderEnded');
}

function startWords({ type }: CourseChange): string {
  if (type === 'MedicationAdministration') return careTexts('given');
  return careTexts(type === 'MedicationStatement' ? 'reportedTaken' : 'started');
}

type Doses = { readonly before: string; readonly now: string };

/** The sign "=" is that of a dose that may add up with the one before, or replace it. */
function newDoseWords(sign: CourseChange['sign'], { before, now }: Doses): string {
  if (before === now || now === '') return careTexts('directionsChanged');
  if (sign === '=')
    return before === '' ? careTexts('doseBesideOther', { now }) : careTexts('doseBeside', { before, now });
  return before === '' ? careTexts('doseChangedTo', { now }) : careTexts('doseChanged', { before, now });
}

function plannedDoseWords(sign: CourseChange['sign'], { before, now }: Doses): string {
  const isKnown = before !== '' && now !== '' && before !== now && sign !== '=';
  return isKnown ? careTexts('plannedDose', { before, now }) : careTexts('plannedChange');
}

function doseChangeWords(change: CourseChange, isAhead: boolean): string {
  const { sign, dose, previousDose, isOneDoseEnded } = change;
  const doses = { before: doseWords(previousDose), now: doseWords(dose) };
  if (isAhead) return plannedDoseWords(sign, doses);
  if (isOneDoseEnded !== true) return newDoseWords(sign, doses);
  return doses.before === '' ? careTexts('oneDoseEnded') : careTexts('doseEnded', doses);
}

function changeWords(change: CourseChange, course: MedicationCourse | undefined, isAhead: boolean): string {
  const { sign, type } = change;
  if (sign === '·') return careTexts(type === 'MedicationDispense' ? 'lastHandedOut' : 'lastGiven');
  if (sign === '+') return isAhead ? careTexts('plannedStart') : startWords(change);
  if (sign === '−') return isAhead ? careTexts('plannedStop') : endWords(change, course);
  return doseChangeWords(change, isAhead);
}

/** A beginning and an end say the dose beside the name. A change of dose has said it already. */
function doseBeside({ sign, dose, previousDose, isOneDoseEnded }: CourseChange): string {
  if (sign === '+' || sign === '·') return dose;
  if (sign === '−') return previousDose;
  return isOneDoseEnded === true ? dose : '';
}

/** Returns whether the dose that stands beside the name, or that follows a change of dose, was told in two ways. */
const isUnclearBeside = ({ sign, unclearDose, unclearPreviousDose }: CourseChange): boolean =>
  (sign === '−' ? unclearPreviousDose : unclearDose) !== undefined;

/** Returns what changed in all medicines, the newest first. What is planned follows, the soonest first. */
export function medicineChanges(
  courses: readonly MedicationCourse[],
  timeZone: string,
): readonly MedicineChange[] {
  const byKey = new Map(courses.map((course) => [course.key, course]));
  return medicationChangesByDate(courses, timeZone).map((change, i) => {
    const isAhead = isPlanned(change, timeZone);
    const { courseKey, type, id, atMs, precision, name, dose, previousDose } = change;
    const beside = doseBeside(change);
    const course = byKey.get(courseKey);
    const ended = change.sign === '−' && !isAhead ? endedStepOf(change, course) : undefined;
    return {
      key: `${courseKey} ${type}/${id} ${i}`,
      spanMs: cachedSpan(atMs, precision, timeZone),
      date: longDate(atMs, precision, timeZone),
      change: changeWords(change, course, isAhead),
      medicine: [medicineName(name), isUnclearBeside(change) ? careTexts('doseNotClear') : doseWords(beside)]
        .filter(Boolean)
        .join(' '),
      sentInChange: [previousDose, dose].flatMap(sentDoseUnits),
      sentInMedicine: [name, ...sentDoseUnits(beside)],
      reason: ended === undefined ? '' : reasonOf(ended),
      isPlanned: isAhead,
    };
  });
}

/**
 * Returns what changed between two times in epoch ms, the newest first: for the medicines beside a curve. A date that is not exact
 * counts where it may lie in between.
 */
export function medicineChangesBetween(
  courses: readonly MedicationCourse[],
  [startMs, endMs]: readonly [startMs: number, endMs: number],
  timeZone: string,
): readonly MedicineChange[] {
  return medicineChanges(courses, timeZone).filter(
    ({ isPlanned: isAhead, spanMs: [firstMs, lastMs] }) => !isAhead && firstMs <= endMs && lastMs >= startMs,
  );
}
