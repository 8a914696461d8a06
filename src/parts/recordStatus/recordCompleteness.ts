import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

/**
 * Only a `complete` record may claim a latest result. An `incomplete` one was read to its end with something
 * missing (rules 37 and 39).
 */
export type RecordCompleteness = 'complete' | 'reading' | 'incomplete';

export const completenessOf = (record: RecordSnapshot | undefined): RecordCompleteness =>
  record?.complete ? 'complete' : record?.ended ? 'incomplete' : 'reading';
