import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';

/** Returns whether the newest result of a test is dated so long after the death that one of the two dates must be wrong. */
export const hasResultsLongAfterDeath = (record: RecordSnapshot | undefined): boolean =>
  record?.series.some(({ rows, listed }) =>
    [rows.at(-1), listed.at(0)].some((row) => row?.attached?.isLongAfterDeath === true),
  ) === true;
