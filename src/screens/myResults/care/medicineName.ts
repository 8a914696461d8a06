import { medicationTexts } from '../../../clinical/medication/medication.messages.ts';
import { careTexts } from './care.messages.ts';

const WITHOUT_NAME = medicationTexts('withoutName');

/** Returns the name of a medicine as it was sent. */
export const medicineName = (name: string): string =>
  name === '' || name === WITHOUT_NAME ? careTexts('medicineWithoutName') : name;
