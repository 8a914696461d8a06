import type { PatientCard } from './cards.ts';

/** The summary at the top, and what is announced later, lead to a card by this id. */
export const cardId = ({ series }: Pick<PatientCard, 'series'>): string =>
  `card-${encodeURIComponent(series.id)}`;
