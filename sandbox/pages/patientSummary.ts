import type { HumanName, Patient } from 'fhir/r4';
import type { PatientStory } from '../patients/story.ts';

/** The sandbox's pages and its JSON API show a patient by this summary. */
export type PatientSummary = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly mrn: string;
  readonly isDeceased: boolean;
  /** Another record of the same person has taken the place of this one. */
  readonly isReplaced: boolean;
};

export function patientSummary({
  story,
  patient,
}: {
  readonly story: PatientStory;
  readonly patient: Patient;
}): PatientSummary {
  const { id, title, purpose } = story;
  const { birthDate = '', gender = 'unknown', identifier = [], deceasedBoolean = false } = patient;
  return {
    id,
    title,
    purpose,
    name: nameOf(patient.name ?? []) ?? title,
    birthDate,
    gender,
    mrn: identifier[0]?.value ?? id,
    isDeceased: deceasedBoolean || patient.deceasedDateTime !== undefined,
    isReplaced: (patient.link ?? []).some(({ type }) => type === 'replaced-by'),
  };
}

function nameOf(names: readonly HumanName[]): string | undefined {
  const best = names.find(({ use }) => use === 'official') ?? names[0];
  return best && (best.text ?? [...(best.given ?? []), best.family ?? ''].join(' ').trim());
}

/** This is how old somebody is. `isWhole` is false where only the year of birth is known: then a year more is possible. */
export type Age =
  | 'deceased'
  | { readonly months: number }
  | { readonly years: number; readonly isWhole: boolean };

/** Returns the age in years, for the youngest in months. It is undefined when not even the year is known. */
export function ageOf(patient: PatientSummary, nowMs: number): Age | undefined {
  if (patient.isDeceased) return 'deceased';
  const [year, month, day] = patient.birthDate.split('-').map(Number);
  if (!year) return undefined;
  const now = new Date(nowMs);
  const years = now.getUTCFullYear() - year;
  if (month === undefined || day === undefined) return { years: years - 1, isWhole: false };
  const incompleteMonths = now.getUTCDate() < day ? 1 : 0;
  const months = years * 12 + now.getUTCMonth() + 1 - month - incompleteMonths;
  return months < 24 ? { months } : { years: Math.floor(months / 12), isWhole: true };
}

/**
 * Returns `67 years`, `9 years`, for the youngest `5 months`, and for a year of birth alone `64 or 65 years`.
 * The text is empty when not even the year is known.
 */
export function ageText(patient: PatientSummary, nowMs: number): string {
  const age = ageOf(patient, nowMs);
  if (age === undefined) return '';
  if (age === 'deceased') return age;
  if ('months' in age) return `${age.months} ${age.months === 1 ? 'month' : 'months'}`;
  return age.isWhole ? `${age.years} years` : `${age.years} or ${age.years + 1} years`;
}
