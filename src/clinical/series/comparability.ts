/** This file says which results of one series may be compared with each other. */
import type { Row, RowKind } from '../observation/resultRow.ts';
import { isUnitInDoubt } from '../observation/valueCheck.ts';

/** Returns whether a drawn result may be called the latest: every status but preliminary (rules 13 and 34). */
export const isFinal = ({ kind }: Row): boolean => kind.status !== 'preliminary';

/**
 * Returns whether a drawn result is a number to compare: final, not a limit such as "<0.01", and in a unit that is not in
 * doubt (rules 17, 20 and 34).
 */
export const isComparableNumber = (row: Row): boolean =>
  isFinal(row) && row.kind.comparator === '' && !isUnitInDoubt(row.kind);

/** Returns whether two rows are the same result sent under two ids: they share one symbol and count once (rule 23). */
export const isIdenticalResult = (a: Row, b: Row): boolean =>
  a.timeMs === b.timeMs && a.kind === b.kind && a.valueText === b.valueText;

/** These differences break the line between two results of one series (rules 6 and 18). */
export type LineChange = 'method' | 'specimen' | 'conditions' | 'unit';

/** Returns what changed from one result to the next; '' when they can be compared. */
export function changeBetween(from: RowKind, to: RowKind): LineChange | '' {
  if (from.method !== to.method) return methodOf(from) === methodOf(to) ? 'specimen' : 'method';
  if (from.mark !== to.mark) return markChange(from.mark + to.mark);
  return convertedUnit(from) === convertedUnit(to) ? '' : 'unit';
}

/** Most marks of codes name a method ("manual count"), some the specimen or what the patient did before. */
function markChange(marks: string): LineChange {
  if (/fasting|sitting/.test(marks)) return 'conditions';
  return /capillary/.test(marks) ? 'specimen' : 'method';
}

/** The first line of `method` is the method; a second line, if there is one, is the specimen. */
const methodOf = ({ method }: RowKind): string => /^.*/.exec(method)?.[0] ?? '';

/** Another spelling of the series' unit is no change of unit; a number that had to be converted is. */
const convertedUnit = ({ isConverted, unit, unitCode }: RowKind): string =>
  isConverted ? unitCode || unit : '';
