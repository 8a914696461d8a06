import type { DoseStep } from '../../../clinical/events/careEvent.ts';

const plain = (words: string): string => words.toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/**
 * Returns why a medicine was stopped, is on hold or is not taken, as it was sent; '' where nobody said so, of a medicine that goes on, and where the
 * reason only says the status again: "Stopped".
 */
export const reasonOf = ({ status, statusReason = '', isOngoing }: DoseStep): string =>
  isOngoing || plain(statusReason) === plain(status) ? '' : statusReason;
