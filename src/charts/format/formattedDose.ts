import type { CourseChange, DoseStep } from '../../clinical/events/careEvent.ts';
import { medicationTexts } from '../../clinical/medication/medication.messages.ts';
import { numberText } from './numberText.ts';

/** Adds separators to the number of a dose, as in "1,000 mg/day", and leaves the rest as it is. */
export const formattedDose = (dose: string): string => dose.replace(/^\d+(\.\d+)?(?=\s|$)/, numberText);

const unclear = (dose: string): string => medicationTexts('doseUnclear', { dose });

/**
 * Returns the dose of a step in its short form, or in words; '' without one. A dose that was told in two ways says so before its words, because their
 * end may be cut.
 */
export const stepDose = ({
  shortDose,
  doseText,
  isDoseUnclear,
}: Pick<DoseStep, 'shortDose' | 'doseText' | 'isDoseUnclear'>): string =>
  isDoseUnclear === true ? unclear(doseText) : formattedDose(shortDose || doseText);

/** Returns the dose that follows a change, and the one before it, in their short forms or in words; each '' without one. */
export const changedDoses = ({
  dose,
  previousDose,
  unclearDose,
  unclearPreviousDose,
  wordedDose = '',
  wordedPreviousDose = '',
}: Pick<
  CourseChange,
  'dose' | 'previousDose' | 'unclearDose' | 'unclearPreviousDose' | 'wordedDose' | 'wordedPreviousDose'
>): readonly [dose: string, previousDose: string] => [
  unclearDose === undefined ? formattedDose(dose) || wordedDose : unclear(unclearDose),
  unclearPreviousDose === undefined
    ? formattedDose(previousDose) || wordedPreviousDose
    : unclear(unclearPreviousDose),
];
