import { ageOf, type PatientSummary } from '../pages/patientSummary.ts';
import type { PortalWords } from './englishWords.ts';

/** Returns `female, born 14 Aug 2017, 9 years`, without what is not known. */
export function personFacts(patient: PatientSummary, words: PortalWords): string {
  const { gender, birthDate } = patient;
  const genders: Readonly<Record<string, string>> = words.genders;
  return [
    genders[gender] ?? words.genders.unknown,
    birthDate !== '' && words.born(plainDate(birthDate, words)),
    ageText(patient, words),
  ]
    .filter((fact) => fact !== false && fact !== '')
    .join(', ');
}

/** Returns `2 Jun 1958`; a month or a year of birth alone stays one. */
function plainDate(date: string, { months }: PortalWords): string {
  const [year = '', month, day] = date.split('-');
  const monthName = month === undefined ? undefined : (months[Number(month) - 1] ?? month);
  return [day === undefined ? undefined : String(Number(day)), monthName, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

function ageText(patient: PatientSummary, words: PortalWords): string {
  const age = ageOf(patient, Date.now());
  if (age === undefined) return '';
  if (age === 'deceased') return words.hasDied;
  if ('months' in age) return words.ageMonths(age.months);
  return age.isWhole ? words.years(age.years) : words.oneOfYears(age.years);
}
