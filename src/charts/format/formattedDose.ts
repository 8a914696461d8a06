import { numberText } from './numberText.ts';

/** Adds separators to the number of a dose, as in "1,000 mg/day", and leaves the rest as it is. */
export const formattedDose = (dose: string): string => dose.replace(/^\d+(\.\d+)?(?=\s|$)/, numberText);
