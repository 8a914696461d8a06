/** Says the directions of a medicine in the language of the page. Words of them that were sent stay as they were sent, between quotation marks. */
import type { DoseStep } from '../../../clinical/events/careEvent.ts';
import { administeredDoseText, orderedDoseText } from '../../../clinical/medication/dosage/dosage.ts';
import { withOtherDoses } from '../../../clinical/medication/codedDose/productStrength.ts';
import type { DosageTexts, DosageWriter } from '../../../clinical/medication/dosage/dosageWriter.ts';
import { currentSpeech } from '../../../words/language.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate } from '../patientDates.ts';
import { patientUnit } from '../units/patientUnits.ts';
import { directionsTexts } from './directions.messages.ts';
import { doseUnit, isKnownDoseUnit } from './doseUnits.ts';

export type Directions = {
  /** These are the directions, such as "1 tablet every 8 hours, when needed"; '' without any. */
  readonly words: string;
  /** All of the words were sent. Otherwise the words between quotation marks were. */
  readonly isSent: boolean;
  /** The words leave out when it is taken, because that could not be put in words. */
  readonly isTimingElsewhere: boolean;
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test holds that the texts of both readers have the same keys and values
const say = directionsTexts as unknown as DosageTexts;

const quoted = (text: string): string => myResultsTexts('inWords', { text });

/** FHIR has a letter for a year that is no spelling of one elsewhere: https://hl7.org/fhir/R4/valueset-units-of-time.html */
const periodUnit = (unit: string): string => (unit === 'a' ? 'years' : unit);

const patientDosageWriter: DosageWriter = {
  say,
  amount(number, unit) {
    // On a page in English a word that nobody here knows reads as the rest of it does.
    const isReadable = currentSpeech().language === 'en' || isKnownDoseUnit(unit, number);
    return `${number} ${isReadable ? doseUnit(unit, number) : quoted(unit)}`;
  },
  period: (number, unit) => `${number} ${patientUnit(periodUnit(unit), number)}`,
  day: ({ timeMs, precision }) => longDate(timeMs, precision, 'UTC'),
  sent: quoted,
};

/** Returns the directions without the words that stand for what cannot be said. Another sentence says that. */
function withoutSeeSource(text: string): string {
  const parts = text.split(say('seeSource')).map((part) => part.trimEnd());
  return parts.join('').replace(/^[,;]? /, '');
}

/** Returns the directions of a step in the words of the page. */
export function directionsOf({ type, doseText, sentDosage, otherDoses }: DoseStep): Directions {
  if (sentDosage === undefined) return { words: doseText, isSent: true, isTimingElsewhere: false };
  const told =
    type === 'MedicationAdministration'
      ? administeredDoseText(sentDosage, patientDosageWriter)
      : orderedDoseText(sentDosage, patientDosageWriter);
  const text = otherDoses === undefined ? told : withOtherDoses(told, otherDoses, patientDosageWriter);
  const words = withoutSeeSource(text);
  return { words, isSent: false, isTimingElsewhere: words !== text };
}
