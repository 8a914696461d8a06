/** Says the parts of a dosage in the words of a reader. What is said of it, and in which order, is the same for every reader. */
import { fhirDateText, type Moment } from '../../time/date.ts';
import { dosageTexts } from './dosage.messages.ts';

/** The texts of a dosage have the same keys and values for every reader. */
export type DosageTexts = typeof dosageTexts;

export type DosageWriter = {
  readonly say: DosageTexts;
  /** Returns a number and its unit: "2 tablets". The number stands as it was sent, or is a span such as "1–2". */
  readonly amount: (number: string, unit: string) => string;
  /** Returns a number of units of time: "4–6 h". The unit is a code of FHIR, such as `h`. */
  readonly period: (number: string, unit: string) => string;
  /** Returns a day, a month or a year. */
  readonly day: (moment: Moment) => string;
  /** Returns words as they were sent, so that a reader can tell them from ours. */
  readonly sent: (words: string) => string;
};

/** Clinicians read English, the signs of units, and words of the record without marks around them. */
export const clinicianDosageWriter: DosageWriter = {
  say: dosageTexts,
  amount: (number, unit) => `${number} ${unit}`,
  period: (number, unit) => `${number} ${unit}`,
  day: fhirDateText,
  sent: (words) => words,
};
